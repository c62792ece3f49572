import type { TallyFilter } from '@oryn/core';
import { REPORT_DRAWS, reportOn } from '../concentration/concentration-report.ts';
import { countedInBundle } from '../concentration/counted-in-bundle.ts';
import { analysedCategories, type Findings } from '../evaluate/evaluate.ts';
import type { Drawn } from '../figures/drawn.ts';
import { filterBundle } from './filter-bundle.ts';
import type { OpenBundle } from './open-bundle.ts';

/**
 * What figures of a bundle are drawn from, for what a filter leaves of it; the analysis is made again, not read from
 * the tables of the bundle.
 */
export function drawnOfBundle(
  bundle: OpenBundle,
  filter: TallyFilter,
): Drawn & Pick<Findings, 'concentration' | 'problems' | 'evidence' | 'evidenceSummary'> {
  const { manifest, places, inMask, incidents, tally, area, plane, context } = bundle;
  const { study, subject, simulated, maskKind, account, choices, years } = manifest;
  return {
    ...filterBundle(bundle, filter),
    report: reportOn(countedInBundle(bundle, filter), { draws: REPORT_DRAWS }),
    ...{ study, subject, simulated, account, choices, years },
    ...{ places, inMask, incidents, tally, area, plane, context },
    maskKind: maskKind ?? undefined,
    analysed: filter.categories ?? analysedCategories(incidents, study.category),
  };
}
