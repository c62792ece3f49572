/** A grid on which coordinates lie. */
export interface SnappingGrid {
  /** Distance between its lines, in units of the coordinates. */
  step: number;
  /** Share of the distinct points that lie on it, in both coordinates. */
  share: number;
}

/** Fewer points, or a file less than so many steps wide, say nothing. */
const FEWEST_POINTS = 30;
const MOST_POINTS = 20_000;
const ENOUGH_SHARE = 0.95;

/** A point counts as on a line within this part of the step; chance alone gives a share of (2 x .02)^2. */
const TOLERANCE = 0.02;

/**
 * The coarsest of some steps such that 95 % of the points lie on a grid of that step, wherever its origin is
 * (cell centres or corners); undefined where none is.
 *
 * @param x,y distinct points; of many, every k-th is looked at
 * @param steps candidates in units of the coordinates, any order
 */
export function snappingGrid(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  steps: readonly number[],
): SnappingGrid | undefined {
  const stride = Math.max(1, Math.ceil(x.length / MOST_POINTS));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < x.length; i += stride) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) continue;
    xs.push(x[i]);
    ys.push(y[i]);
  }
  if (xs.length < FEWEST_POINTS) return undefined;
  for (const step of [...steps].sort((a, b) => b - a)) {
    if (spread(xs) < 10 * step || spread(ys) < 10 * step) continue;
    const onX = onLines(xs, step);
    const onY = onLines(ys, step);
    const share = onX.reduce((sum, on, i) => sum + (on && onY[i] ? 1 : 0), 0) / xs.length;
    if (share >= ENOUGH_SHARE) return { step, share };
  }
  return undefined;
}

function spread(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}

/** Which values lie on lines of a step whose origin is the commonest remainder. */
function onLines(values: readonly number[], step: number): boolean[] {
  const remainder = (value: number): number => value / step - Math.floor(value / step);
  const bins = new Uint32Array(100);
  for (const value of values) bins[Math.min(99, Math.floor(remainder(value) * 100))]++;
  // Two neighbouring bins: a line on the border of bins spills over by rounding.
  let best = 0;
  const pair = (bin: number): number => bins[bin] + bins[(bin + 99) % 100];
  for (let bin = 1; bin < 100; bin++) if (pair(bin) > pair(best)) best = bin;
  const origin = best / 100;
  return values.map((value) => {
    const off = Math.abs(remainder(value) - origin);
    return Math.min(off, 1 - off) <= TOLERANCE;
  });
}
