import type { CountTiers } from './count-tiers.ts';
import { nonNegativeMinimum } from './non-negative-quadratic.ts';

/** A rate, in incidents per place, and the share of places that have it. */
export interface PoissonComponent {
  rate: number;
  weight: number;
}

export interface PoissonMixture {
  /** Rates ascending; two that are neighbours on the grid stand for one between them. */
  components: PoissonComponent[];
  /** The log-likelihood could rise by at most this, with any weights on any rates of the grid. */
  gap: number;
}

/** Log-likelihood that is worth no further round. */
const CLOSE_ENOUGH = 1e-5;
const MOST_ROUNDS = 100;
const EM_STEPS = 30;
/** In square roots of a rate, where a count has the standard deviation 1/2 whatever its rate. */
const GRID_STEP = 0.05;
const MOST_RATES = 1000;
const NO_WEIGHT = 1e-12;

/**
 * The mixture of Poisson laws with the largest likelihood, whatever the number of rates (nonparametric maximum
 * likelihood; Lindsay 1983), by the constrained Newton method (Wang 2007). Rates come from a grid a tenth of a standard
 * deviation of a count apart, and the mean. In each round those enter where the gradient of the log-likelihood has a
 * peak, weights move to the maximum of its quadratic approximation, and rates left without weight go. The largest
 * value of the gradient bounds what is still to be gained, so it says when to stop. The problem is concave and the start
 * is fixed: nothing depends on chance.
 *
 * Cost: about 20 rounds of distinct counts × (20 sqrt(largest count) + rates²).
 *
 * @param tiers with at least one incident
 */
export function poissonMixture(tiers: CountTiers): PoissonMixture {
  const rates = gridOfRates(tiers);
  const densities = Array.from(rates, (rate) =>
    Float64Array.from(tiers.counts, (n) => scaledPoisson(n, rate)),
  );
  let weights = commonRate(rates, tiers);
  // Also where a count is so unlikely under the common rate that its gradient is not a number.
  if (!(steepest(gradientOf(tiers, densities, weights)) <= CLOSE_ENOUGH)) {
    weights = spreadOut(rates);
    // Newton's method needs a start where no count is very unlikely; the EM algorithm is slow, but always rises.
    for (let step = 0; step < EM_STEPS; step++) weights = afterEm(tiers, densities, weights);
  }
  for (let round = 0; ; round++) {
    const gradient = gradientOf(tiers, densities, weights);
    const gap = steepest(gradient);
    if (gap <= CLOSE_ENOUGH || round === MOST_ROUNDS) return { components: withWeight(rates, weights), gap };
    const taking: number[] = [];
    for (let r = 0; r < rates.length; r++) {
      const isPeak =
        gradient[r] > 0 && gradient[r] >= (gradient[r - 1] ?? 0) && gradient[r] >= (gradient[r + 1] ?? 0);
      if (weights[r] > 0 || isPeak) taking.push(r);
    }
    weights = reweighted(tiers, densities, weights, taking);
  }
}

/** Ascending from 0 to beyond the largest count, the mean among them. */
function gridOfRates({ counts, incidents, places }: CountTiers): Float64Array {
  const mean = incidents / places;
  const top = Math.sqrt(counts[0]);
  const step = Math.max(GRID_STEP, top / MOST_RATES);
  const rates = [mean];
  for (let i = 0; (i - 1) * step < top; i++) rates.push((i * step) ** 2);
  return Float64Array.from(rates).sort();
}

function commonRate(rates: Float64Array, { incidents, places }: CountTiers): Float64Array {
  return rates.map((rate) => (rate === incidents / places ? 1 : 0));
}

/** Equal weights on every tenth rate, so that every count has a likely one. */
function spreadOut(rates: Float64Array): Float64Array {
  const taken = Math.ceil(rates.length / 10);
  return rates.map((_, r) => (r % 10 === 0 ? 1 / taken : 0));
}

/** Of each rate, what moving weight to it gains: sum over places of its probability over that of the mixture, less 1. */
function gradientOf(
  { sizes, places }: CountTiers,
  densities: readonly Float64Array[],
  weights: Float64Array,
): Float64Array {
  const perDensity = mixed(densities, weights).map((density, tier) => sizes[tier] / density);
  return Float64Array.from(densities, (density) => {
    let sum = -places;
    for (let tier = 0; tier < density.length; tier++) sum += density[tier] * perDensity[tier];
    return sum;
  });
}

/** One step of EM for the weights alone (Dempster, Laird & Rubin 1977). */
function afterEm(tiers: CountTiers, densities: readonly Float64Array[], weights: Float64Array): Float64Array {
  const gradient = gradientOf(tiers, densities, weights);
  return weights.map((weight, r) => (weight > 0 ? weight * (1 + gradient[r] / tiers.places) : 0));
}

function mixed(densities: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(densities[0].length);
  for (let r = 0; r < weights.length; r++) {
    if (weights[r] === 0) continue;
    for (let tier = 0; tier < sum.length; tier++) sum[tier] += weights[r] * densities[r][tier];
  }
  return sum;
}

function steepest(gradient: Float64Array): number {
  return gradient.reduce((most, value) => Math.max(most, value), 0);
}

/**
 * Weights at the maximum of the quadratic approximation, or on the way to it as far as it rises, of the log-likelihood
 * less places × sum of the weights: its maximum is that of the log-likelihood over weights that sum to 1 (Kim,
 * Carbonetto, Stephens & Anitescu 2020, proposition 1), without a side condition.
 */
function reweighted(
  { sizes, places }: CountTiers,
  densities: readonly Float64Array[],
  weights: Float64Array,
  taking: readonly number[],
): Float64Array {
  const now = mixed(densities, weights);
  const ratios = taking.map((r) => densities[r].map((density, tier) => density / now[tier]));
  const linear = new Float64Array(taking.length);
  const quadratic = ratios.map((ratio, i) => {
    const weighted = ratio.map((value, tier) => value * sizes[tier]);
    linear[i] = 2 * weighted.reduce((sum, value) => sum + value, 0) - places;
    return Float64Array.from(ratios, (other) => {
      let sum = 0;
      for (let tier = 0; tier < other.length; tier++) sum += weighted[tier] * other[tier];
      return sum;
    });
  });
  const best = nonNegativeMinimum(quadratic, linear);
  const target = new Float64Array(weights.length);
  taking.forEach((r, i) => {
    target[r] = best[i];
  });
  const there = mixed(densities, target);
  const added =
    best.reduce((sum, weight) => sum + weight, 0) - weights.reduce((sum, weight) => sum + weight, 0);
  const gain = (part: number): number =>
    now.reduce(
      (sum, density, tier) => sum + sizes[tier] * Math.log1p(part * (there[tier] / density - 1)),
      -part * added * places,
    );
  let part = 1;
  while (part > 1e-9 && !(gain(part) > 0)) part /= 2;
  const moved = weights.map((weight, r) => {
    const value = weight + part * (target[r] - weight);
    return value > NO_WEIGHT ? value : 0;
  });
  const total = moved.reduce((sum, weight) => sum + weight, 0);
  return moved.map((weight) => weight / total);
}

function withWeight(rates: Float64Array, weights: Float64Array): PoissonComponent[] {
  const components: PoissonComponent[] = [];
  weights.forEach((weight, r) => {
    if (weight > 0) components.push({ rate: rates[r], weight });
  });
  return components;
}

/** Poisson probability over its largest value for any rate: no underflow near the count, and the factor cancels. */
function scaledPoisson(count: number, rate: number): number {
  if (count === 0) return Math.exp(-rate);
  return rate > 0 ? Math.exp(count * Math.log(rate / count) - rate + count) : 0;
}
