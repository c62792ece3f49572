import type { ChanceThrows } from '@oryn/core';
import type { DenominatorReport } from './concentration-report.ts';

/** A share or a coefficient beside what chance gives. */
type OverPlaces = Pick<DenominatorReport, 'over'> & {
  chance?: Pick<ChanceThrows, 'shares' | 'gini'> | undefined;
};

/**
 * The share of places by chance, as every sentence, table and figure states it: the mean of the throws; over places that
 * nothing was thrown on, that of the law. Of few incidents the law, which has no whole numbers of places, misleads.
 */
export function statedChanceShare({ over, chance }: OverPlaces, percent: number): number {
  const of = ({ percent: own }: { percent: number }): boolean => own === percent;
  return chance?.shares.find(of)?.mean ?? over.shares.find(of)!.expectedShare;
}

/** The Gini coefficient by chance, likewise. */
export function statedChanceGini({ over, chance }: OverPlaces): number {
  return chance?.gini.mean ?? over.expected.gini;
}
