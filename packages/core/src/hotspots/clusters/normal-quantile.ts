import { twoSidedNormalP } from '../../significance/normal.ts';

/** The standard normal z with P(Z <= z) = p, by halving; 0 < p < 1, about 12 digits. */
export function normalQuantile(p: number): number {
  const tail = 2 * Math.min(p, 1 - p);
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (twoSidedNormalP(middle) > tail) low = middle;
    else high = middle;
  }
  return p < 0.5 ? -low : low;
}
