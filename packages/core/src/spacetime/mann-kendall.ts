import { twoSidedNormalP } from '../significance/normal.ts';

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  s: number;
  /** Under no trend, ties taken into account. */
  variance: number;
  /** (S ∓ 1) / √variance; 0 where S or the variance is 0. */
  z: number;
  alternative: 'two-sided';
  /** Normal, with the continuity correction in z. */
  p: number;
  /** Of all orders of these values; NaN for more than 40 values. Two-sided: min(1, 2 min of the tails). */
  exactP: number;
}

const MOST_FOR_EXACT = 40;

/**
 * Mann-Kendall test of a monotone trend (Mann 1945; Kendall 1975): S = Σ sign(x_j - x_i) over i < j. The null is that
 * every order of the values is equally likely; the exact p lists none of them, the number of orders with a
 * given S is a coefficient of the Gaussian multinomial of the tie groups.
 *
 * Five values reach p = .017 only if they rise or fall all along. Serial correlation and a year like 2020 break the
 * null: print the series. Fewer than two values, or all equal: s, z 0 and p 1.
 *
 * @param values in the order of time, finite
 * @throws RangeError for a value that is not finite
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  const n = values.length;
  const ties = new Map<number, number>();
  let s = 0;
  for (let j = 0; j < n; j++) {
    if (!Number.isFinite(values[j])) throw new RangeError(`value ${values[j]} at ${j} is not finite`);
    ties.set(values[j], (ties.get(values[j]) ?? 0) + 1);
    for (let i = 0; i < j; i++) s += Math.sign(values[j] - values[i]);
  }
  let variance = n * (n - 1) * (2 * n + 5);
  for (const t of ties.values()) variance -= t * (t - 1) * (2 * t + 5);
  variance /= 18;
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return {
    s,
    variance,
    z,
    alternative: 'two-sided',
    p: twoSidedNormalP(z),
    exactP: n <= MOST_FOR_EXACT ? exactP(s, [...ties.values()]) : Number.NaN,
  };
}

function exactP(s: number, ties: readonly number[]): number {
  let ways = Float64Array.of(1);
  let placed = 0;
  for (const t of ties) {
    placed += t;
    ways = product(ways, gaussianBinomial(placed, t));
  }
  // The power of a coefficient is the number of falling pairs; S is the number of unequal pairs less twice that.
  const pairs = ways.length - 1;
  const falling = (pairs - s) / 2;
  let total = 0;
  let atMost = 0;
  let atLeast = 0;
  ways.forEach((value, k) => {
    total += value;
    if (k <= falling) atMost += value;
    if (k >= falling) atLeast += value;
  });
  return Math.min(1, (2 * Math.min(atMost, atLeast)) / total);
}

/** Coefficients of the product over i = 1 … t of (1 - x^(n - t + i)) / (1 - x^i); whole numbers. */
function gaussianBinomial(n: number, t: number): Float64Array {
  const length = t * (n - t) + 1;
  const coefficients = new Float64Array(length);
  coefficients[0] = 1;
  for (let i = 1; i <= t; i++) {
    const above = n - t + i;
    for (let k = length - 1; k >= above; k--) coefficients[k] -= coefficients[k - above];
    for (let k = i; k < length; k++) coefficients[k] += coefficients[k - i];
  }
  return coefficients;
}

function product(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(a.length + b.length - 1);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      result[i + j] += x * y;
    });
  });
  return result;
}
