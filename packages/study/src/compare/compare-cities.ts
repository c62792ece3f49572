import { monthNumber, OrynError } from '@oryn/core';
import { type ConcentrationReport, reportOn } from '../concentration/concentration-report.ts';
import { countedInBundle } from '../concentration/counted-in-bundle.ts';
import { type ContextTable, nationalContext } from '../world/national-context.ts';
import { checkComparable } from './check-comparable.ts';
import {
  type CityPopulation,
  givenPopulations,
  type PopulationRow,
  publishedPopulations,
} from './city-populations.ts';
import {
  type CityBundle,
  type ComparedCity,
  comparedCity,
  countsOf,
  type MonthSpan,
} from './compared-city.ts';
import {
  type ComparedChange,
  type ComparedDifference,
  comparedChanges,
  comparedDifferences,
} from './compared-pairs.ts';
import { type CommonVolume, type ComparedRow, comparedRows, periodOf, type RowsBy } from './compared-rows.ts';
import { type ComparedSensitivity, comparedSensitivity } from './compared-sensitivity.ts';

export interface CompareOptions {
  /** Days `YYYY-MM-DD` that begin and end months. */
  from?: string | undefined;
  to?: string | undefined;
  by: RowsBy;
  /** Draws of every test, interval and thinning. */
  draws: number;
  seed: number;
  /** Residents from a file of the user's own; without one those published for Kazakhstan's cities are taken. */
  populations?: { file: string; rows: readonly PopulationRow[] } | undefined;
  /** Called between parts of the work; may throw to stop. */
  onProgress?: ((stage: CompareStage) => void) | undefined;
}

export type CompareStage = 'rows' | 'pairs' | 'reports' | 'sensitivity';

/** Cities side by side, with all that they must be read beside. */
export interface Comparison {
  subject: 'incidents' | 'road-accidents';
  cities: ComparedCity[];
  rows: ComparedRow[];
  /** Undefined where no row has enough incidents to be thinned to. */
  common: CommonVolume | undefined;
  changes: ComparedChange[];
  differences: ComparedDifference[];
  /** Of each city: all offences over its whole years, its chance, its years and its places. */
  reports: ConcentrationReport[];
  sensitivity: ComparedSensitivity[];
  populations: CityPopulation[];
  context: ContextTable;
  options: Pick<CompareOptions, 'from' | 'to' | 'by' | 'draws' | 'seed'>;
}

/**
 * Cities side by side over units of one kind: every share with its denominator and its chance, at its own incidents per
 * place and at those that all share. Nothing in it ranks cities.
 *
 * @throws OrynError compare.*, context.simulated
 */
export function compareCities(bundles: readonly CityBundle[], options: CompareOptions): Comparison {
  checkComparable(bundles);
  const cities = distinctNames(bundles.map((bundle) => comparedCity(bundle, monthSpanOf(options))));
  const { by, draws, seed, onProgress, from, to } = options;
  const at = (stage: CompareStage) => ({ draws, seed, onProgress: () => onProgress?.(stage) });
  const populations = options.populations
    ? givenPopulations(options.populations.rows, cities, options.populations.file)
    : publishedPopulations(cities);
  return {
    subject: bundles[0].bundle.manifest.subject,
    cities,
    ...comparedRows(cities, populations, { by, ...at('rows') }),
    changes: comparedChanges(cities, at('pairs')),
    differences: comparedDifferences(cities, at('pairs')),
    reports: cities.map((city) => reportOf(city, { draws, seed }, () => onProgress?.('reports'))),
    sensitivity: comparedSensitivity(cities, at('sensitivity')),
    populations,
    context: contextOf(cities),
    options: { from, to, by, draws, seed },
  };
}

/**
 * The months of a period; the counts of a bundle know months and no days.
 *
 * @throws OrynError compare.months, period.reversed
 */
function monthSpanOf({ from, to }: Pick<CompareOptions, 'from' | 'to'>): MonthSpan {
  const span: MonthSpan = {};
  if (from !== undefined) {
    if (!from.endsWith('-01')) throw new OrynError('compare.months', { option: '--from', given: from });
    span.fromMonth = monthOf(from);
  }
  if (to !== undefined) {
    const next = new Date(Date.parse(to) + 86_400_000).toISOString();
    if (next.slice(8, 10) !== '01') throw new OrynError('compare.months', { option: '--to', given: to });
    span.toMonth = monthOf(to);
  }
  if (from !== undefined && to !== undefined && from > to)
    throw new OrynError('period.reversed', { from, to });
  return span;
}

function monthOf(day: string): number {
  const [year, month] = day.split('-').map(Number);
  return monthNumber(year, month);
}

/** The report of a city over the years that are compared, whatever else its bundle holds. */
function reportOf(
  city: ComparedCity,
  { draws, seed }: Pick<CompareOptions, 'draws' | 'seed'>,
  onProgress: () => void,
): ConcentrationReport {
  const { years, isWhole } = periodOf(city);
  const hasYears = years.length > 0;
  const whole = countedInBundle(city.bundle, { categories: city.analysed });
  return reportOn(
    {
      ...whole,
      city: city.catalogueId ?? city.name.en,
      seed,
      n: countsOf(city, undefined, hasYears ? years : undefined),
      period: city.years.filter(({ year }) => years.includes(year)),
      periodYears: isWhole ? years.length : Number.NaN,
      years: city.years.map(({ year, isWhole }) => ({ year, isWhole, n: countsOf(city, undefined, [year]) })),
    },
    { draws, onProgress },
  );
}

/** What is published is of offences; beside road accidents it would be read as theirs. */
function contextOf(cities: readonly ComparedCity[]): ContextTable {
  const ids = cities.flatMap(({ catalogueId, bundle }) =>
    catalogueId === undefined || bundle.manifest.subject === 'road-accidents' ? [] : [catalogueId],
  );
  const years = [...new Set(cities.flatMap((city) => city.years.map(({ year }) => year)))];
  return nationalContext(
    [...new Set(ids)],
    years.sort((a, b) => a - b),
  );
}

/** Two studies of one city bear its name; their folders tell them apart. */
function distinctNames(cities: ComparedCity[]): ComparedCity[] {
  return cities.map((city) => {
    const { name, folder } = city;
    if (cities.filter((other) => other.name.en === name.en).length === 1) return city;
    const own = (text: string): string => `${text} (${folder})`;
    return { ...city, name: { kk: own(name.kk), ru: own(name.ru), en: own(name.en) } };
  });
}
