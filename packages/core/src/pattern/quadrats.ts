import type { Position } from 'geojson';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import { incompleteGamma } from '../significance/gamma-functions.ts';
import { type Alternative, tailP } from '../significance/tails.ts';
import { checkedPattern } from './checked-pattern.ts';

/** Counts of points in the tiles of a grid over a window, and the chi-squared test that they are even. */
export interface QuadratTest {
  /** Points in each tile, row by row from the top, left to right. */
  readonly observed: Uint32Array;
  /** In proportion to the part of the tile inside the window. */
  readonly expected: Float64Array;
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** `greater`: uneven, `less`: too even. */
  readonly alternative: Alternative;
  readonly null: 'complete-spatial-randomness';
  readonly correction: 'none';
  readonly tested: 1;
  /** The least expected count; below about 5 the chi-squared p is rough. */
  readonly leastExpected: number;
}

/**
 * Pearson's chi-squared over quadrats (Greig-Smith 1952): Σ (o - e)² / e with tiles - 1 degrees of freedom, tiles
 * outside the window left out. It sees unevenness at the size of the tiles and nothing else, and the tiles are a
 * choice: another grid gives another p.
 *
 * @param options.columns, options.rows whole numbers >= 1, together at least 2 tiles
 * @throws OrynError pattern.too-few-points (none), pattern.empty-window; RangeError for a grid that cannot be
 */
export function quadratTest(
  points: PlanarPoints,
  window: PlanarWindow,
  options: {
    readonly columns: number;
    readonly rows: number;
    readonly alternative?: Alternative | undefined;
  },
): QuadratTest {
  const { columns, rows, alternative = 'two-sided' } = options;
  const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (!isWhole(columns) || !isWhole(rows) || columns * rows < 2)
    throw new RangeError(`a grid of ${columns} × ${rows} tiles`);
  checkedPattern(points, window, 1);
  const { left, bottom, right, top } = window.bounds;
  const [width, height] = [(right - left) / columns, (top - bottom) / rows];
  const observed = new Uint32Array(columns * rows);
  const tileOf = (from: number, size: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(from / size)));
  for (let i = 0; i < points.x.length; i++) {
    const row = rows - 1 - tileOf(points.y[i] - bottom, height, rows);
    observed[row * columns + tileOf(points.x[i] - left, width, columns)]++;
  }
  const shares = Float64Array.from(observed, (_, tile) => {
    const x = left + (tile % columns) * width;
    const y = top - (Math.floor(tile / columns) + 1) * height;
    return areaInBox(window.polygons, x, y, x + width, y + height) / window.areaSquareMeters;
  });
  const expected = shares.map((share) => share * points.x.length);
  const tiles = [...expected.keys()].filter((tile) => shares[tile] > 1e-12);
  const chiSquared = tiles.reduce((sum, t) => sum + (observed[t] - expected[t]) ** 2 / expected[t], 0);
  const degreesOfFreedom = tiles.length - 1;
  const { lower, upper } =
    degreesOfFreedom > 0 ? incompleteGamma(degreesOfFreedom / 2, chiSquared / 2) : { lower: 1, upper: 1 };
  return {
    ...{ observed, expected, chiSquared, degreesOfFreedom },
    p: tailP(upper, lower, alternative),
    ...{ alternative, null: 'complete-spatial-randomness', correction: 'none', tested: 1 },
    leastExpected: Math.min(...tiles.map((tile) => expected[tile])),
  };
}

/** Area of polygons inside a box, holes taken off. */
function areaInBox(
  polygons: Position[][][],
  left: number,
  bottom: number,
  right: number,
  top: number,
): number {
  let area = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, hole) => {
      // Each side in turn cuts the ring; what runs along a side has no area (Sutherland & Hodgman 1974).
      let cut = ring.slice(1).map(([x, y]): Position => [x - left, y - bottom]);
      for (const [axis, limit, isLeast] of [
        [0, 0, true],
        [0, right - left, false],
        [1, 0, true],
        [1, top - bottom, false],
      ] as const) {
        cut = cutAt(cut, axis, limit, isLeast);
      }
      area += (hole === 0 ? 1 : -1) * Math.abs(signedArea(cut));
    });
  }
  return area;
}

function cutAt(ring: Position[], axis: 0 | 1, limit: number, isLeast: boolean): Position[] {
  const kept: Position[] = [];
  ring.forEach((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length];
    const isIn = ({ [axis]: value }: Position): boolean => (isLeast ? value >= limit : value <= limit);
    if (isIn(from) !== isIn(to)) {
      const share = (limit - from[axis]) / (to[axis] - from[axis]);
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
    if (isIn(to)) kept.push(to);
  });
  return kept;
}

function signedArea(ring: Position[]): number {
  return (
    ring.reduce((twice, [x, y], i) => {
      const [fromX, fromY] = ring[(i + ring.length - 1) % ring.length];
      return twice + fromX * y - x * fromY;
    }, 0) / 2
  );
}
