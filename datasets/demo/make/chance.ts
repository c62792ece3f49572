import type { RandomStream } from '@oryn/core';

/** Uniform on [low, high). */
export function between(random: RandomStream, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

export function chance(random: RandomStream, probability: number): boolean {
  return random.uniform() < probability;
}

/** Gamma variate with the given shape and mean 1 (Marsaglia & Tsang 2000; shape < 1 by their boost). */
export function gamma(random: RandomStream, shape: number): number {
  if (shape < 1) {
    return (
      (gamma(random, shape + 1) * (shape + 1) * Math.max(random.uniform(), 1e-300) ** (1 / shape)) / shape
    );
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = random.uniform();
    if (Math.log(Math.max(u, 1e-300)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    sums[i] = sum;
  }
  return sums;
}

/** An index with probability proportional to its weight, from the running sums of the weights. */
export function drawIndex(random: RandomStream, sums: Float64Array): number {
  const target = random.uniform() * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function pick<T>(random: RandomStream, items: readonly T[]): T {
  return items[random.integer(0, items.length - 1)]!;
}

export function pickWeighted<T>(random: RandomStream, items: readonly (readonly [T, number])[]): T {
  return items[drawIndex(random, cumulative(items.map(([, weight]) => weight)))]![0];
}
