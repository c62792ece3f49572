import { daysInMonth, filterTally, passes, selectIncidents, type TallyFilter } from '@oryn/core';
import { REPORT_DRAWS, reportOn } from '../concentration/concentration-report.ts';
import { countedInBundle } from '../concentration/counted-in-bundle.ts';
import type { Study } from '../definition/schema.ts';
import { analysedCategories, type Findings } from '../evaluate/evaluate.ts';
import type { Drawn } from '../figures/drawn.ts';
import type { FigureStudy } from '../figures/figure-words.ts';
import { filterBundle } from './filter-bundle.ts';
import type { OpenBundle } from './open-bundle.ts';

/**
 * What figures of a bundle are drawn from, for what a filter leaves of it; the analysis is made again, not read from
 * the tables of the bundle. Every figure is of the filter: what is drawn from single incidents or months has no others.
 */
export function drawnOfBundle(
  bundle: OpenBundle,
  filter: TallyFilter,
): Drawn & Pick<Findings, 'concentration' | 'problems' | 'evidence' | 'evidenceSummary'> {
  const { manifest, places, inMask, incidents, points, area, plane, context } = bundle;
  const { study, subject, simulated, maskKind, account, choices, years } = manifest;
  // Figures leave out categories by themselves, and some count those that are kept apart.
  const { categories = analysedCategories(incidents, study.category), ...when } = filter;
  const isOfTime = Uint8Array.from(points.month, (_, i) => (passes(points, i, when) ? 1 : 0));
  const isYear = (year: number): boolean =>
    year * 12 + 11 >= (when.fromMonth ?? -Infinity) && year * 12 <= (when.toMonth ?? Infinity);
  const found = filterBundle(bundle, filter);
  return {
    ...found,
    nByYear: found.nByYear.filter((_, i) => isYear(years[i])),
    years: years.filter(isYear),
    report: reportOn(countedInBundle(bundle, filter), { draws: REPORT_DRAWS }),
    study: { ...study, ...periodOf(when), ...offencesOf(bundle, categories), ...hoursOf(when) },
    incidents: selectIncidents(incidents, isOfTime),
    tally: filterTally(bundle.tally, when),
    ...{ subject, simulated, account, choices, places, inMask, area, plane, context },
    maskKind: maskKind ?? undefined,
    analysed: categories,
  };
}

/** The period of a filter as a study names it. */
function periodOf({ fromMonth, toMonth }: TallyFilter): Pick<Study, 'from' | 'to'> {
  const monthText = (month: number): string =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return {
    ...(fromMonth !== undefined && { from: `${monthText(fromMonth)}-01` }),
    ...(toMonth !== undefined && {
      to: `${monthText(toMonth)}-${daysInMonth(Math.floor(toMonth / 12), (toMonth % 12) + 1)}`,
    }),
  };
}

/** The offences of a filter, where they are others than those of the study. */
function offencesOf({ incidents, manifest }: OpenBundle, categories: Uint8Array): Pick<Study, 'category'> {
  const usual = analysedCategories(incidents, manifest.study.category);
  if (categories.every((isIn, code) => isIn === usual[code])) return {};
  return { category: incidents.category.labels.filter((_, code) => categories[code] === 1) };
}

/** From the first hour of a filter to the end of the last. */
function hoursOf({ hours }: TallyFilter): Pick<FigureStudy, 'hours'> {
  return hours === undefined ? {} : { hours: [hours.indexOf(1), hours.lastIndexOf(1) + 1] };
}
