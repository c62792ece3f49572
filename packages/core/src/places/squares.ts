import { area as turfArea } from '@turf/area';
import type { Position } from 'geojson';
import { OrynError } from '../errors/oryn-error.ts';
import type { MetricPlane } from '../geometry/crs.ts';
import { MOST_CELLS } from './most-cells.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import { written } from './place-id.ts';
import type { PlacedPoints, SquarePlaces } from './places.ts';
import type { StudyArea } from './study-area.ts';

/** A grid of squares on a metric plane: corners at multiples of the size plus the offset, wherever the data lie. */
export interface SquareGrid {
  /** Metres, at least 1. */
  readonly size: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Columns and rows fit 26 bits each side of zero: squares of 1 m to the edge of every plane. */
const OFFSET = 2 ** 25;
const SPAN = 2 ** 26;

/**
 * The squares of a study and the place of every point. A point on a side belongs to the square east or north of it.
 *
 * With an area: squares whose centre lies inside, and those that hold a point which itself lies inside, as for cells.
 * Without: the occupied squares and one ring around them; shares of a city cannot be stated of those. Neighbours are
 * the up to eight squares around (queen). Areas are on the sphere, as those of cells, so they differ from size² by the
 * scale of the plane (UTM: up to 0.1 %).
 *
 * @throws OrynError memory.cells
 */
export function placeInSquares(
  longitudes: Float64Array,
  latitudes: Float64Array,
  options: { plane: MetricPlane; grid: SquareGrid; area?: StudyArea | undefined },
): PlacedPoints<SquarePlaces> {
  const { plane, grid, area } = options;
  const squares = new Set<number>();
  const squareOf = new Float64Array(longitudes.length).fill(-1);
  for (let i = 0; i < longitudes.length; i++) {
    if (area && !area.contains(longitudes[i], latitudes[i])) continue;
    squareOf[i] = squareAt(plane.project(longitudes[i], latitudes[i]), grid);
    squares.add(squareOf[i]);
  }
  if (area) addSquaresOfArea(squares, area, plane, grid);
  else for (const square of [...squares]) for (const near of around(square, 'queen')) squares.add(near);
  checkCount(squares.size);

  const keys = Float64Array.from(squares).sort();
  const position = new Map<number, number>();
  keys.forEach((key, place) => {
    position.set(key, place);
  });
  const placeOf = new Int32Array(longitudes.length).fill(-1);
  const counts = new Uint32Array(keys.length);
  for (let i = 0; i < placeOf.length; i++) {
    if (squareOf[i] < 0) continue;
    placeOf[i] = position.get(squareOf[i])!;
    counts[placeOf[i]]++;
  }
  const centres = Array.from(keys, (key) => pointOf(key, 0.5, plane, grid));
  const polygons = polygonsOf(keys, plane, grid);
  const places: SquarePlaces = {
    kind: 'squares',
    count: keys.length,
    ids: Array.from(
      keys,
      (key) => `${written(columnOf(key), 'E', 'W', 0)}_${written(rowOf(key), 'N', 'S', 0)}`,
    ),
    lon: Float64Array.from(centres, ([lon]) => lon),
    lat: Float64Array.from(centres, ([, lat]) => lat),
    areaKm2: Float64Array.from(
      polygons,
      ([rings]) => turfArea({ type: 'Polygon', coordinates: rings }) / 1e6,
    ),
    neighbours: neighboursAmong(keys, position, 'queen'),
    sizeMeters: grid.size,
    extent: area ? 'area' : 'occupied-neighbourhood',
    polygons,
  };
  return { places, placeOf, counts };
}

/** Neighbours of squares: `queen` shares a corner or a side, `rook` a side. @param ids as of `SquarePlaces` */
export function squareNeighbours(ids: readonly string[], rule: 'queen' | 'rook'): Neighbours {
  const keys = Float64Array.from(ids, (id) => {
    const [, east, column, north, row] = /^([EW])(\d+)_([NS])(\d+)$/.exec(id)!;
    return keyAt(Number(column) * (east === 'E' ? 1 : -1), Number(row) * (north === 'N' ? 1 : -1));
  });
  return neighboursAmong(keys, new Map(Array.from(keys, (key, place) => [key, place])), rule);
}

const keyAt = (column: number, row: number): number => (row + OFFSET) * SPAN + column + OFFSET;
const rowOf = (key: number): number => Math.floor(key / SPAN) - OFFSET;
const columnOf = (key: number): number => (key % SPAN) - OFFSET;

function squareAt([x, y]: readonly [number, number], { size, offsetX, offsetY }: SquareGrid): number {
  return keyAt(Math.floor((x - offsetX) / size), Math.floor((y - offsetY) / size));
}

/** A place of a square in degrees; `share` of its side from the south-west corner. */
function pointOf(key: number, share: number, plane: MetricPlane, grid: SquareGrid): [number, number] {
  return plane.unproject(
    grid.offsetX + (columnOf(key) + share) * grid.size,
    grid.offsetY + (rowOf(key) + share) * grid.size,
  );
}

function around(key: number, rule: 'queen' | 'rook'): number[] {
  const sides = [key - SPAN, key - 1, key + 1, key + SPAN];
  return rule === 'rook' ? sides : [...sides, key - SPAN - 1, key - SPAN + 1, key + SPAN - 1, key + SPAN + 1];
}

function neighboursAmong(
  keys: Float64Array,
  position: ReadonlyMap<number, number>,
  rule: 'queen' | 'rook',
): Neighbours {
  return neighboursOf(keys.length, (place, row) => {
    for (const key of around(keys[place], rule)) {
      const near = position.get(key);
      if (near !== undefined) row.push(near);
    }
    return row;
  });
}

function checkCount(cells: number): void {
  if (cells > MOST_CELLS)
    throw new OrynError('memory.cells', { cells: Math.round(cells), limit: MOST_CELLS });
}

function addSquaresOfArea(squares: Set<number>, area: StudyArea, plane: MetricPlane, grid: SquareGrid): void {
  checkCount((area.area * 1e6) / (grid.size * grid.size));
  for (const rings of area.polygons) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon, lat] of rings[0]) {
      const [x, y] = plane.project(lon, lat);
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
    // A side straight in degrees bends on the plane, by less than a hundredth of its length up to 400 km.
    const bend = 1e-2 * (east - west + north - south);
    const first = squareAt([west - bend, south - bend], grid);
    const last = squareAt([east + bend, north + bend], grid);
    for (let row = rowOf(first); row <= rowOf(last); row++) {
      for (let column = columnOf(first); column <= columnOf(last); column++) {
        const key = keyAt(column, row);
        const [lon, lat] = pointOf(key, 0.5, plane, grid);
        if (area.contains(lon, lat)) squares.add(key);
      }
    }
  }
}

/** The ring of each square; squares with a common corner have the very same one. */
function polygonsOf(keys: Float64Array, plane: MetricPlane, grid: SquareGrid): Position[][][][] {
  const corners = new Map<number, Position>();
  const corner = (key: number): Position => {
    let found = corners.get(key);
    if (!found) {
      found = pointOf(key, 0, plane, grid);
      corners.set(key, found);
    }
    return found;
  };
  return Array.from(keys, (key) => {
    const start = corner(key);
    return [[[start, corner(key + 1), corner(key + SPAN + 1), corner(key + SPAN), start]]];
  });
}
