import { digamma, incompleteBeta, logGamma } from './gamma-functions.ts';
import { poissonTails } from './poisson-tails.ts';

/**
 * Counts of places whose true rates follow a gamma distribution: X_i ~ Poisson(rate_i), rate_i ~ gamma with mean
 * `mean` × exposure_i and shape `size`. The variance is mean + mean² / size.
 */
export interface NegativeBinomial {
  /** Incidents per unit of exposure; per place where no exposure is given. */
  mean: number;
  /** Shape k of the rates: the smaller, the more unequal. Infinity: not distinguishable from Poisson. */
  size: number;
}

/**
 * Fit by maximum likelihood (Mohler et al. 2019 for places; the mean starts at total / exposure, the size at its
 * moments). Where the likelihood does not rise from Poisson (sum of (x - mean)² at or under sum of x), the size is
 * Infinity: "not distinguishable from Poisson", never negative.
 *
 * Without exposure the mean is the sample mean, and the fit sees each distinct count once: O(places + distinct counts).
 * Every place is taken to have the same law; places that are hot raise the variance and so lower the size, which
 * makes upper tails larger: the fit errs to the cautious side.
 *
 * @param counts whole numbers >= 0, zero places included
 * @param exposure people, addresses, street metres, one per place, > 0 where a count can be
 * @returns mean NaN for no place at all or no exposure; size Infinity where all is zero
 */
export function fitNegativeBinomial(
  counts: ArrayLike<number>,
  exposure?: ArrayLike<number>,
): NegativeBinomial {
  return fitGroups(grouped(counts, exposure), exposure !== undefined);
}

/** The same fit, without exposure, from the distinct counts and how many places have each. */
export function fitToDistinct(
  values: ArrayLike<number>,
  multiplicities: ArrayLike<number>,
): NegativeBinomial {
  const groups: Group[] = [];
  for (let v = 0; v < values.length; v++) groups.push({ x: values[v], e: 1, weight: multiplicities[v] });
  return fitGroups(groups, false);
}

function fitGroups(groups: readonly Group[], hasExposure: boolean): NegativeBinomial {
  let places = 0;
  let incidents = 0;
  let exposed = 0;
  for (const { x, e, weight } of groups) {
    places += weight;
    incidents += weight * x;
    exposed += weight * e;
  }
  let mean = incidents / exposed;
  if (places === 0 || !(exposed > 0)) return { mean: Number.NaN, size: Number.POSITIVE_INFINITY };
  if (incidents === 0) return { mean, size: Number.POSITIVE_INFINITY };
  if (!isOverdispersed(groups, mean)) return { mean, size: Number.POSITIVE_INFINITY };
  let size = momentSize(groups, mean);
  for (let round = 0; round < (hasExposure ? 50 : 1); round++) {
    const before = size;
    size = bestSize(groups, mean, size);
    if (size === Number.POSITIVE_INFINITY) return { mean: incidents / exposed, size };
    if (hasExposure) mean = bestMean(groups, mean, size);
    if (Math.abs(size - before) <= 1e-10 * size) break;
  }
  return { mean, size };
}

/** ln P(X = x). */
export function logProbability(x: number, mean: number, size: number): number {
  if (x === 0) return size === Number.POSITIVE_INFINITY ? -mean : -size * Math.log1p(mean / size);
  if (size === Number.POSITIVE_INFINITY) return x * Math.log(mean) - mean - logGamma(x + 1);
  return (
    logGamma(x + size) -
    logGamma(size) -
    logGamma(x + 1) -
    size * Math.log1p(mean / size) +
    x * Math.log(mean / (mean + size))
  );
}

/** P(X >= x), about 12 digits also far out. */
export function upperTail(x: number, mean: number, size: number): number {
  if (x <= 0) return 1;
  if (!(mean > 0)) return 0;
  if (size === Number.POSITIVE_INFINITY) return poissonTails(x, mean).upper;
  return incompleteBeta(mean / (mean + size), x, size);
}

/** The smallest count c with P(X <= c) >= p. */
export function negativeBinomialQuantile(p: number, mean: number, size: number): number {
  const isEnough = (c: number): boolean => upperTail(c + 1, mean, size) <= 1 - p;
  let high = 1;
  while (!isEnough(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Gini of the true rates, Γ(k + 1/2) / (√π Γ(k + 1)): what is left of the inequality without chance. */
export function latentGini(size: number): number {
  if (size === Number.POSITIVE_INFINITY) return 0;
  return Math.exp(logGamma(size + 0.5) - logGamma(size + 1)) / Math.sqrt(Math.PI);
}

interface Group {
  x: number;
  e: number;
  weight: number;
}

function grouped(counts: ArrayLike<number>, exposure?: ArrayLike<number>): Group[] {
  const groups: Group[] = [];
  if (exposure) {
    for (let i = 0; i < counts.length; i++)
      if (exposure[i] > 0) groups.push({ x: counts[i], e: exposure[i], weight: 1 });
    return groups;
  }
  const weights = new Map<number, number>();
  for (let i = 0; i < counts.length; i++) weights.set(counts[i], (weights.get(counts[i]) ?? 0) + 1);
  for (const [x, weight] of weights) groups.push({ x, e: 1, weight });
  return groups.sort((a, b) => a.x - b.x);
}

/** The slope of the likelihood in 1 / size, at Poisson. */
function isOverdispersed(groups: readonly Group[], mean: number): boolean {
  let slope = 0;
  for (const { x, e, weight } of groups) slope += weight * ((x - mean * e) ** 2 - x);
  return slope > 0;
}

function momentSize(groups: readonly Group[], mean: number): number {
  let squares = 0;
  let excess = 0;
  for (const { x, e, weight } of groups) {
    squares += weight * (mean * e) ** 2;
    excess += weight * ((x - mean * e) ** 2 - mean * e);
  }
  return excess > 0 ? squares / excess : 1;
}

/** Derivative of the log-likelihood in ln size. */
function slopeInLogSize(groups: readonly Group[], mean: number, size: number): number {
  const atSize = digamma(size);
  let slope = 0;
  for (const { x, e, weight } of groups) {
    const m = mean * e;
    slope +=
      weight * ((x > 0 ? digamma(x + size) - atSize : 0) - Math.log1p(m / size) + (m - x) / (m + size));
  }
  return slope * size;
}

/** The root of the slope by false position (Illinois) on ln size, in a bracket found from the start. */
function bestSize(groups: readonly Group[], mean: number, start: number): number {
  const LARGEST = Math.log(1e7);
  const at = (logSize: number): number => slopeInLogSize(groups, mean, Math.exp(logSize));
  let low = Math.log(start) - 1;
  let high = Math.log(start) + 1;
  let atLow = at(low);
  let atHigh = at(high);
  while (atLow < 0 && low > -30) {
    low -= 2;
    atLow = at(low);
  }
  while (atHigh > 0) {
    high += 2;
    if (high > LARGEST) return Number.POSITIVE_INFINITY;
    atHigh = at(high);
  }
  for (let step = 0; step < 100 && high - low > 1e-11; step++) {
    const share = atLow / (atLow - atHigh);
    const next = low + (high - low) * (share > 0 && share < 1 ? share : 0.5);
    const slope = at(next);
    if (Math.abs(slope) < 1e-11 * (1 + Math.abs(next))) return Math.exp(next);
    if (slope > 0) {
      low = next;
      atLow = slope;
      atHigh /= 2;
    } else {
      high = next;
      atHigh = slope;
      atLow /= 2;
    }
  }
  return Math.exp((low + high) / 2);
}

/** The root of the score of the mean, by fixed point: weights size / (size + m) do not change much. */
function bestMean(groups: readonly Group[], start: number, size: number): number {
  let mean = start;
  for (let round = 0; round < 200; round++) {
    let numerator = 0;
    let denominator = 0;
    for (const { x, e, weight } of groups) {
      const w = (weight * size) / (size + mean * e);
      numerator += w * x;
      denominator += w * e;
    }
    const next = numerator / denominator;
    if (Math.abs(next - mean) <= 1e-13 * next) return next;
    mean = next;
  }
  return mean;
}
