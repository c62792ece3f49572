import type { RandomStream } from '../random/stream.ts';
import { logGamma } from '../significance/gamma-functions.ts';

/**
 * A binomial count by inversion of one uniform number: the probabilities are walked from the most likely count
 * outwards, so that the number of steps is about the standard deviation.
 *
 * @param trials whole number >= 0
 * @param chance in [0, 1]
 */
export function binomialDraw(trials: number, chance: number, random: RandomStream): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  const odds = chance / (1 - chance);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  const atMode =
    trials < 20
      ? smallProbability(trials, mode, chance)
      : Math.exp(
          logGamma(trials + 1) -
            logGamma(mode + 1) -
            logGamma(trials - mode + 1) +
            mode * Math.log(chance) +
            (trials - mode) * Math.log1p(-chance),
        );
  let left = random.uniform() - atMode;
  let below = mode;
  let above = mode;
  let atBelow = atMode;
  let atAbove = atMode;
  while (left > 0) {
    const canRise = above < trials;
    const canFall = below > 0;
    // What rounding leaves of 1 when both ends are reached belongs to the most likely count.
    if (!canRise && !canFall) return mode;
    if (canRise) {
      atAbove *= ((trials - above) / (above + 1)) * odds;
      left -= atAbove;
      above++;
      if (left <= 0) return above;
    }
    if (canFall) {
      atBelow *= below / ((trials - below + 1) * odds);
      left -= atBelow;
      below--;
      if (left <= 0) return below;
    }
    if (atAbove + atBelow < 1e-18) return mode;
  }
  return mode;
}

function smallProbability(trials: number, count: number, chance: number): number {
  let value = (1 - chance) ** (trials - count);
  for (let i = 1; i <= count; i++) value *= ((trials - count + i) / i) * chance;
  return value;
}
