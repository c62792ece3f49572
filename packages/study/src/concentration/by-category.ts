import {
  adjustP,
  type Concentration,
  type ConcentrationDifference,
  concentrationOver,
  differenceOverSamePlaces,
  type Rarefied,
  rarefiedConcentration,
} from '@oryn/core';
import type { ReportOptions } from './concentration-report.ts';
import type { CountedPlaces } from './counted-places.ts';
import { placeSets, valuesIn } from './denominators.ts';
import { RAREFACTION_DRAWS } from './yearly-report.ts';

/** Concentration of one category of offence, by itself and at equal incidents per place. */
export interface CategoryReport {
  category: string;
  over: Concentration;
  /** At the incidents of the smallest category that is compared; undefined below the least number. */
  rarefied: Rarefied | undefined;
  /** Against all other offences together; undefined below the least number. q and its correction are over the list. */
  againstRest: (ConcentrationDifference & { q: number; adjusted: 'holm' }) | undefined;
}

/** A category of fewer incidents would pull all others down to a number that says nothing. */
const LEAST_COMPARED_INCIDENTS = 100;

/**
 * The categories over the first denominator, most incidents first. Rarer offences look more concentrated by chance
 * alone, so shares are compared at the incidents of the smallest category with at least 100.
 */
export function concentrationByCategory(counted: CountedPlaces, options: ReportOptions): CategoryReport[] {
  const { draws, onProgress } = options;
  const { seed } = counted;
  const [set] = placeSets(counted);
  const all = valuesIn(counted.n, set);
  const categories = counted.categories
    .map(({ category, n }) => {
      const counts = valuesIn(n, set);
      return { category, counts, over: concentrationOver(counts, set.denominator) };
    })
    .sort((a, b) => b.over.incidents - a.over.incidents);
  const compared = categories.filter(({ over }) => over.incidents >= LEAST_COMPARED_INCIDENTS);
  const incidents = Math.min(...compared.map(({ over }) => over.incidents));
  const differences = compared.map(({ counts }) => {
    const rest = all.map((count, place) => count - counts[place]);
    return differenceOverSamePlaces(counts, rest, { percent: 50, draws, seed, onProgress });
  });
  const q = adjustP(
    Float64Array.from(differences, ({ p }) => p),
    'holm',
  );
  return categories.map((found) => {
    const { category, counts, over } = found;
    const at = compared.indexOf(found);
    if (at < 0) return { category, over, rarefied: undefined, againstRest: undefined };
    return {
      category,
      over,
      rarefied: rarefiedConcentration(counts, {
        incidents,
        draws: Math.min(draws, RAREFACTION_DRAWS),
        seed,
        onProgress,
      }),
      againstRest: { ...differences[at], q: q[at], adjusted: 'holm' },
    };
  });
}
