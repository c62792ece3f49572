import type { Position } from 'geojson';
import { indexPolygons } from '../geometry/polygon-index.ts';
import type { GridValues } from './grid.ts';
import { polygonsOfRings, signedRingArea } from './ring-polygons.ts';

/** Where a surface is at or above a level. */
export interface ContourArea {
  /** Polygons with holes: closed rings of [x, y] in metres on the plane of the grid, outer ones counter-clockwise. */
  polygons: Position[][][];
  areaSquareMeters: number;
}

/** A contour by share: where the density is highest, as far out as is needed to hold that share of the points. */
export interface ShareContour extends ContourArea {
  /** The share of the points that was asked for; greater than 0, at most 1. */
  share: number;
  /** Value of the surface along the contour. */
  level: number;
  /** Points inside, and their share of all: at least the one asked for. */
  pointsInside: number;
  pointShare: number;
}

/** Corners of a square of four cell centres, counter-clockwise from the south-west, and the sides between them. */
const SOUTH = 0;
const EAST = 1;
const NORTH = 2;
const WEST = 3;

/** Per case (bit i: corner i is inside) the pairs of sides a contour enters and leaves by, inside on its left. */
const CROSSINGS: readonly (readonly number[])[] = [
  ...[[], [SOUTH, WEST], [EAST, SOUTH], [EAST, WEST]],
  ...[[NORTH, EAST], [], [NORTH, SOUTH], [NORTH, WEST]],
  ...[[WEST, NORTH], [SOUTH, NORTH], [], [EAST, NORTH]],
  ...[[WEST, EAST], [SOUTH, EAST], [WEST, SOUTH], []],
];

/** The two cases with opposite corners inside, by whether the middle of the square is inside too. */
const SADDLES: Readonly<Record<number, readonly [apart: readonly number[], joined: readonly number[]]>> = {
  5: [
    [SOUTH, WEST, NORTH, EAST],
    [SOUTH, EAST, NORTH, WEST],
  ],
  10: [
    [EAST, SOUTH, WEST, NORTH],
    [WEST, SOUTH, EAST, NORTH],
  ],
};

/**
 * The area where a surface is at or above a level, by marching squares: the surface is linear between the
 * centres of neighbouring cells, ends at the rim of the grid, and in a saddle the mean of the four corners
 * decides. Rings never cross; a ring inside another is its hole, and so on inward.
 *
 * Cost: cells, and the length of the rings. No polygon where no cell reaches the level.
 *
 * @throws RangeError where the level is not a number
 */
export function contourPolygons(surface: GridValues, level: number): ContourArea {
  if (Number.isNaN(level)) throw new RangeError('The level of a contour must be a number');
  const rings = ringsOf(surface, level);
  let areaSquareMeters = 0;
  for (const ring of rings) areaSquareMeters += signedRingArea(ring);
  return { polygons: polygonsOfRings(rings), areaSquareMeters: Math.max(0, areaSquareMeters) };
}

/** So many values of points are tried below the first level, where rounding leaves a point of the rim outside. */
const MOST_STEPS = 50;

/**
 * Contours of the densest ground that holds given shares of the points themselves, not of the smoothed surface: of
 * all areas bounded by a level of it the smallest that holds so many. A wide bandwidth gathers ground on which
 * nothing happened, and the points lie under the peaks of their own kernels.
 *
 * Cost: points log points, and a contour per share.
 *
 * @param shares each greater than 0, at most 1
 * @throws RangeError for a share outside (0, 1]
 */
export function shareContours(
  surface: GridValues,
  shares: readonly number[],
  points: { readonly x: Float64Array; readonly y: Float64Array },
): ShareContour[] {
  const count = points.x.length;
  const heights = points.x
    .map((x, i) => valueBetween(surface, x, points.y[i]))
    .sort()
    .reverse();
  return shares.map((share) => {
    if (!(share > 0 && share <= 1)) throw new RangeError(`A share must be in (0, 1], not ${share}`);
    const needed = Math.ceil(share * count - 1e-9);
    let at = needed - 1;
    let contour = countedContour(surface, heights[at] ?? Infinity, points);
    for (let step = 0; step < MOST_STEPS && contour.pointsInside < needed && at < count - 1; step++) {
      at++;
      contour = countedContour(surface, heights[at], points);
    }
    return { ...contour, share, pointShare: contour.pointsInside / Math.max(1, count) };
  });
}

function countedContour(
  surface: GridValues,
  level: number,
  points: { readonly x: Float64Array; readonly y: Float64Array },
): ContourArea & { level: number; pointsInside: number } {
  const area = contourPolygons(surface, level);
  let pointsInside = 0;
  if (area.polygons.length > 0) {
    const index = indexPolygons(area.polygons);
    for (let i = 0; i < points.x.length; i++) {
      if (index.contains(points.x[i], points.y[i])) pointsInside++;
    }
  }
  return { ...area, level, pointsInside };
}

/** The surface at a point, bilinear between the four nearest centres; 0 beyond the rim. */
function valueBetween(
  { left, bottom, cellSize, columns, rows, values }: GridValues,
  x: number,
  y: number,
): number {
  const across = (x - left) / cellSize - 0.5;
  const up = (y - bottom) / cellSize - 0.5;
  const [column, row] = [Math.floor(across), Math.floor(up)];
  const at = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows ? 0 : values[r * columns + c];
  const [east, north] = [across - column, up - row];
  return (
    (1 - north) * ((1 - east) * at(column, row) + east * at(column + 1, row)) +
    north * ((1 - east) * at(column, row + 1) + east * at(column + 1, row + 1))
  );
}

/** Closed rings of the contour, the area on their left. */
function ringsOf(surface: GridValues, level: number): Position[][] {
  const { left, bottom, cellSize, columns, rows, values } = surface;
  const across = columns + 2;
  // Cells of the rim that the grid ends with: outside whatever the level.
  const valueAt = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? -Infinity : values[row * columns + column];
  // Each crossing lies on the side between two centres: horizontal sides have even numbers, vertical odd ones.
  const sideOf = (column: number, row: number, side: number): number => {
    const isVertical = side === EAST || side === WEST;
    const corner = (row + 1 + (side === NORTH ? 1 : 0)) * across + column + 1 + (side === EAST ? 1 : 0);
    return 2 * corner + (isVertical ? 1 : 0);
  };
  const next = new Map<number, number>();
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const southWest = valueAt(column, row);
      const southEast = valueAt(column + 1, row);
      const northEast = valueAt(column + 1, row + 1);
      const northWest = valueAt(column, row + 1);
      const inside =
        (southWest >= level ? 1 : 0) |
        (southEast >= level ? 2 : 0) |
        (northEast >= level ? 4 : 0) |
        (northWest >= level ? 8 : 0);
      if (inside === 0 || inside === 15) continue;
      const isJoined = (southWest + southEast + northEast + northWest) / 4 >= level;
      const pairs = SADDLES[inside]?.[isJoined ? 1 : 0] ?? CROSSINGS[inside];
      for (let i = 0; i < pairs.length; i += 2)
        next.set(sideOf(column, row, pairs[i]), sideOf(column, row, pairs[i + 1]));
    }
  }
  const pointOf = (side: number): Position => {
    const corner = side >> 1;
    const column = (corner % across) - 1;
    const row = Math.floor(corner / across) - 1;
    const isVertical = (side & 1) === 1;
    const from = valueAt(column, row);
    const to = isVertical ? valueAt(column, row + 1) : valueAt(column + 1, row);
    const share = crossingShare(from, to, level);
    return [
      left + (column + 0.5 + (isVertical ? 0 : share)) * cellSize,
      bottom + (row + 0.5 + (isVertical ? share : 0)) * cellSize,
    ];
  };
  const rings: Position[][] = [];
  for (const start of next.keys()) {
    if (!next.has(start)) continue;
    const ring: Position[] = [];
    for (let side = start; ; ) {
      const point = pointOf(side);
      const before = ring[ring.length - 1];
      if (!before || before[0] !== point[0] || before[1] !== point[1]) ring.push(point);
      const following = next.get(side)!;
      next.delete(side);
      side = following;
      if (side === start) break;
    }
    const [first, last] = [ring[0], ring[ring.length - 1]];
    if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first]);
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}

/** How far from one centre to the next the level is crossed; half way to the outside, where the grid ends. */
function crossingShare(from: number, to: number, level: number): number {
  if (!Number.isFinite(from) || !Number.isFinite(to) || !Number.isFinite(level)) return 0.5;
  return Math.min(1, Math.max(0, (level - from) / (to - from)));
}
