import {
  empiricalBayesRates,
  type GlobalInference,
  type GlobalStatistic,
  type GlobalTest,
  globalStatistic,
} from '@oryn/core';
import type { Column } from '../bundle/column.ts';
import { withRate } from './analyse.ts';
import type { PlaceCounts, Progress } from './evaluate.ts';

/** A global statistic of what is measured in the tested places. */
export interface GlobalFinding {
  /** Counts, standardised empirical-Bayes rates, or sums of weights. */
  measure: 'count' | 'rate_eb' | 'weight';
  test: GlobalTest;
}

/** One p of a whole city needs no finer grain. */
const GLOBAL_DRAWS = 9999;

/**
 * Global Moran, Geary and Getis-Ord G of the tested places: of counts and of weights by every inference that exists, of
 * rates by permutation only, since rates of unequal exposure are not exchangeable under the others. G is not defined
 * for standardised rates, which may be negative.
 *
 * @param withPermutation draw permutations of counts and weights too
 * @param onProgress may throw to stop
 */
export function globalTests(
  counts: PlaceCounts,
  withPermutation: boolean,
  onProgress: Progress = () => {},
): GlobalFinding[] {
  const { n, weighted, exposure, inMask, places, study } = counts;
  const permutation = { seed: study.seed, draws: study.permutations ?? GLOBAL_DRAWS };
  const found: GlobalFinding[] = [];
  const add = (
    measure: GlobalFinding['measure'],
    x: ArrayLike<number>,
    include: Uint8Array | undefined,
    statistics: readonly GlobalStatistic[],
    inferences: readonly GlobalInference[],
  ): void => {
    for (const statistic of statistics) {
      for (const inference of inferences) {
        if (statistic === 'getis-ord-g' && inference === 'normality') continue;
        const test = globalStatistic(x, places.neighbours, statistic, {
          inference,
          include,
          permutation,
          onProgress: (done, total) => onProgress('testing', done, total),
        });
        found.push({ measure, test });
      }
    }
  };
  const all = ['moran', 'geary', 'getis-ord-g'] as const;
  const inferences = [
    'randomisation',
    'normality',
    ...(withPermutation ? (['permutation'] as const) : []),
  ] as const;
  add('count', n, inMask, all, inferences);
  if (exposure) {
    const { z } = empiricalBayesRates(n, exposure.values);
    add('rate_eb', z, withRate(z, inMask), ['moran', 'geary'], ['permutation']);
  }
  if (weighted) add('weight', weighted.w, inMask, all, inferences);
  return found;
}

/** One row per statistic, measure and null; empty where a statistic is not defined. */
export function globalTable(found: readonly GlobalFinding[]): Column[] {
  const column = (
    name: string,
    of: (test: GlobalTest, measure: string) => number | string,
    integer = false,
  ): Column => ({
    name,
    values: found.map(({ test, measure }) => of(test, measure)) as number[] | string[],
    integer,
  });
  return [
    column('statistic', ({ statistic }) => statistic),
    column('measure', (_, measure) => measure),
    column('value', ({ value }) => value),
    column('expected', ({ expected }) => expected),
    column('variance', ({ variance }) => variance),
    column('z', ({ z }) => z),
    column('p', ({ p }) => p),
    column('alternative', ({ alternative }) => alternative),
    column('null', (test) => test.null),
    column('correction', ({ correction }) => correction),
    column('tested', ({ tested }) => tested, true),
    column('draws', ({ permutation }) => permutation?.draws ?? Number.NaN, true),
    column('seed', ({ permutation }) => permutation?.seed ?? Number.NaN, true),
    column('weights', ({ weights }) => weights),
    column('places', ({ places }) => places, true),
    column('islands', ({ islandCount }) => islandCount, true),
    column('island_convention', ({ islands }) => islands),
  ];
}
