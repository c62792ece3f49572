import type { Places } from '@oryn/core';
import { formatPeriod, givenText, type Language, text } from '@oryn/language';
import { missingYears, periodText } from '../concentration/period-text.ts';
import { placeFilesOf } from '../definition/place-keys.ts';
import type { Study } from '../definition/schema.ts';
import type { Findings } from '../evaluate/evaluate.ts';
import { categoryName } from '../quality/words.ts';

/** Letters of a title that are shown: it may be a sentence. */
const LONGEST_TITLE = 240;

/** What the study is called, or what its map shows where it has no name. */
export function titleOf(study: Pick<Study, 'title'>, lang: Language): string {
  const given = typeof study.title === 'string' ? study.title : study.title?.[lang];
  return given === undefined ? text(lang, 'figures.hotPlacesTitle') : givenText(given, LONGEST_TITLE);
}

/** Base names of the files behind a figure. */
export function sourceOf({
  files,
  boundary,
  possible,
  unit,
}: Pick<Study, 'files' | 'boundary' | 'possible' | 'unit'>): string {
  return [...files, boundary, possible, ...placeFilesOf({ unit })]
    .filter((name): name is string => name !== undefined)
    .map((name) => givenText(name.replace(/^.*[\\/]/, '')))
    .join(', ');
}

/** A study as a figure tells of it. */
export type FigureStudy = Study & {
  /** Hours of the day that were counted, the second not included; all of them where left out. */
  readonly hours?: readonly [from: number, to: number] | undefined;
};

/** What was counted, in words; road accidents say that they are not crime. */
export function subjectText(
  subject: Findings['subject'],
  lang: Language,
  { category, hours }: Pick<FigureStudy, 'category' | 'hours'> = {},
): string {
  const isCrime = subject !== 'road-accidents';
  const offences = category?.map((label) => categoryName(lang, label)).join(', ');
  const parts = [
    !isCrime && text(lang, 'figures.roadAccidentsNotCrime'),
    offences ?? (isCrime && text(lang, 'figures.incidents')),
    hours && text(lang, 'viewer.hoursBand', { from: twoDigits(hours[0]), to: twoDigits(hours[1]) }),
  ];
  return parts.filter(Boolean).join(', ');
}

const twoDigits = (hour: number): string => String(hour).padStart(2, '0');

/** Which places stand under the line, in words. */
export function denominatorText(
  { maskKind, places }: Pick<Findings, 'maskKind'> & { places: Pick<Places, 'extent'> },
  lang: Language,
): string {
  if (maskKind === 'streets') return text(lang, 'figures.denominatorStreets');
  if (maskKind === 'mask') return text(lang, 'figures.denominatorMask');
  return text(lang, places.extent === 'area' ? 'figures.denominatorArea' : 'figures.denominatorOccupied');
}

/** The period in words: the asked one to the day, where the data leave out none of its years; else the years of the data. */
export function periodOf({ study, report }: Pick<Findings, 'study' | 'report'>, lang: Language): string {
  const { period } = report;
  const hasGap = missingYears(period.map(({ year }) => year)).length > 0;
  if (study.from && study.to && !hasGap) return formatPeriod(lang, study.from, study.to);
  return periodText(lang, period) || text(lang, 'terms.not_known');
}

/** The words of the texts for a correction. */
const CORRECTION_WORDS: Record<string, string> = {
  'benjamini-hochberg': 'bh',
  'benjamini-yekutieli': 'by',
  holm: 'holm',
  bonferroni: 'bonferroni',
};

/** Statistic, inference and correction in words. */
export function methodText({ hot }: Pick<Findings, 'hot'>, lang: Language): string {
  return text(lang, 'figures.method', {
    statistic: hot.statistic === 'gi-star' ? 'Gi*' : 'Gi',
    inference: hot.inference,
    correction: CORRECTION_WORDS[hot.correction],
  });
}
