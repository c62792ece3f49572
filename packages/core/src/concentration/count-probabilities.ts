/** Probabilities of first, first + 1, … incidents, as far as they matter; they sum to 1. */
export interface CountProbabilities {
  first: number;
  probabilities: number[];
}

/** Counts this much less likely than the likeliest are left out. */
const NEGLIGIBLE = 1e-20;

/**
 * The probabilities of a law whose neighbours have a known ratio. They run both ways from the likeliest count and are
 * then made to sum to 1, so no factorial and no underflow arises.
 *
 * @param mode the likeliest count
 * @param ratio P(n) / P(n - 1) for n >= 1; 0 above the largest possible count
 */
function countProbabilities(mode: number, ratio: (n: number) => number): CountProbabilities {
  const below: number[] = [];
  for (let n = mode, value = 1; n > 0; n--) {
    value /= ratio(n);
    if (value < NEGLIGIBLE) break;
    below.push(value);
  }
  const above: number[] = [];
  for (let n = mode + 1, value = ratio(n); value >= NEGLIGIBLE; value *= ratio(++n)) above.push(value);
  const weights = [...below.reverse(), 1, ...above];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { first: mode - below.length, probabilities: weights.map((weight) => weight / total) };
}

/** @param mean >= 0 */
export function poissonProbabilities(mean: number): CountProbabilities {
  return countProbabilities(Math.floor(mean), (n) => mean / n);
}

/** @param chance of each of `trials`, 0 to 1 */
export function binomialProbabilities(trials: number, chance: number): CountProbabilities {
  if (chance >= 1) return { first: trials, probabilities: [1] };
  const odds = chance / (1 - chance);
  return countProbabilities(
    Math.floor((trials + 1) * chance),
    (n) => (Math.max(0, trials - n + 1) / n) * odds,
  );
}
