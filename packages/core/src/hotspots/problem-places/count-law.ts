import { fitToDistinct, logProbability, upperTail } from '../../significance/negative-binomial.ts';
import {
  fitPoissonLognormal,
  type PoissonLognormal,
  poissonLognormalTail,
} from '../../significance/poisson-lognormal.ts';

export type CountLaw = 'poisson' | 'negative-binomial' | 'poisson-lognormal';

/** A law of the counts of ordinary places. */
export interface OrdinaryLaw {
  name: CountLaw;
  /** P(X >= x). */
  tail(x: number): number;
}

/** Counts from small to large, and how many of all places are at each or under it. */
export interface SortedCounts {
  values: readonly number[];
  multiplicities: readonly number[];
}

/** Log-likelihood by which the negative binomial must be ahead to be believed about a far tail. */
const CLEARLY = 1;

/** Among places without an incident half of one is supposed, so that a tail is small, not 0. */
const SUPPOSED = 0.5;

/**
 * The law of the places with the `distinct` smallest counts: negative binomial (Poisson where it is not over-dispersed),
 * and where that has to speak of a far tail (`isFar`) while it is not clearly likelier than the Poisson-lognormal law,
 * which is heavier there, the larger of the two tails.
 */
function ordinaryLaw(
  { values, multiplicities }: SortedCounts,
  distinct: number,
  isFar: (tail: number) => boolean,
): OrdinaryLaw {
  let places = 0;
  for (let v = 0; v < distinct; v++) places += multiplicities[v];
  const kept = { values: values.slice(0, distinct), weights: multiplicities.slice(0, distinct) };
  const fitted = fitToDistinct(kept.values, kept.weights);
  const mean = Math.max(fitted.mean, SUPPOSED / places);
  const { size } = fitted;
  let heavier: PoissonLognormal | undefined | null = null;
  const heavierLaw = (): PoissonLognormal | undefined => {
    if (size === Number.POSITIVE_INFINITY) return undefined;
    const other = fitPoissonLognormal(kept.values, kept.weights);
    let likelihood = 0;
    kept.values.forEach((x, v) => {
      likelihood += kept.weights[v] * logProbability(x, mean, size);
    });
    return other.logLikelihood > likelihood - CLEARLY ? other : undefined;
  };
  const known = new Map<number, number>();
  const law: OrdinaryLaw = {
    name: size === Number.POSITIVE_INFINITY ? 'poisson' : 'negative-binomial',
    tail(x) {
      let value = known.get(x);
      if (value !== undefined) return value;
      value = upperTail(x, mean, size);
      if (x > 0 && isFar(value)) {
        if (heavier === null) heavier = heavierLaw();
        if (heavier) {
          law.name = 'poisson-lognormal';
          value = Math.max(value, poissonLognormalTail(x, heavier.mean, heavier.sigma));
        }
      }
      known.set(x, value);
      return value;
    },
  };
  return law;
}

/** Largest distinct counts that are taken for out of the ordinary, and the share of places they may have. */
const MOST_DISTINCT = 12;
const MOST_SHARE = 0.05;

/**
 * Fewer places do not tell the tail of their law: of fields of lognormal levels where nothing is true, 8 to 14 % had a
 * place listed at 24 places, 6 to 7 % at 200, up to 7 % at 300, and 4 to 6 % at 400 and more.
 */
export const FEWEST_FOR_A_LAW = 400;

/** The law below a value has lost its largest counts, so its tail is a little light: the value must be far out. */
const FAR_OUT = 0.2;

/**
 * The law of the ordinary places of a city. A law fitted to all would be swallowed by what it is to judge: one stack of
 * 500 among empty places makes a law in which such a stack is nothing rare. So the largest counts are left out one
 * distinct value after another, at most twelve and at most 5 % of the places, and each is held against the law of the
 * places below it; the deepest that is out of the ordinary (tail × places <= level / 5) marks where the ordinary
 * ends (inward testing, as Rosner's 1983 for the normal). Where none is, the law is that of all places.
 */
export function lawWithoutExtremes(sorted: SortedCounts, level: number): OrdinaryLaw {
  const { values, multiplicities } = sorted;
  const places = multiplicities.reduce((a, b) => a + b, 0);
  let deepest = values.length;
  let leftOut = 0;
  while (deepest > 1 && values.length - deepest < MOST_DISTINCT) {
    leftOut += multiplicities[deepest - 1];
    if (leftOut > Math.max(1, MOST_SHARE * places)) break;
    deepest--;
  }
  const isOut = (tail: number): boolean => tail * places <= level * FAR_OUT;
  let ordinary = deepest;
  while (ordinary < values.length && !isOut(ordinaryLaw(sorted, ordinary, isOut).tail(values[ordinary]))) {
    ordinary++;
  }
  return ordinaryLaw(sorted, ordinary, (tail) => tail * places <= level * MOST_DISTINCT);
}
