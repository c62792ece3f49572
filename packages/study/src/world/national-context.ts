import { OrynError } from '@oryn/core';
import {
  type City,
  cities as catalogue,
  crimeMeasures,
  demoCities,
  type KzGeography,
  kzGeographies,
  type Names,
  populations,
  publishedPeriod,
  publishedResults,
  type RegisteredCrime,
  registeredCrime,
  resultMeasures,
} from '@oryn/datasets';
import { confidenceRows } from './confidence-rows.ts';
import { type ContextNote, type ContextRow, type DaySpan, periodNotes } from './context-row.ts';

export interface ContextTable {
  /** The country first, then the cities as asked; of each: population, registered offences, results, confidence. */
  readonly rows: readonly ContextRow[];
  /** Ids asked that are no city of Kazakhstan's catalogue. */
  readonly unknown: readonly string[];
  /** Years asked without a published full-year total of registered offences. */
  readonly missing: readonly { readonly geography: string; readonly name: Names; readonly year: number }[];
}

/**
 * What is published about Kazakhstan and its cities, to stand beside a study of places and never to be mixed with it:
 * registered offences, residents, results of others, trust and feeling of safety. Every number that does not match the
 * study's years or definition says so. A study of other countries' cities gets nothing.
 *
 * Offences: those of periods that meet the years asked, and full-year totals of other years. Residents: the dates in
 * those years, else the nearest. Surveys: all waves.
 *
 * @param cityIds ids of the catalogue of cities
 * @param years years of the study
 * @throws OrynError context.simulated for an invented city
 */
export function nationalContext(cityIds: readonly string[], years: readonly number[]): ContextTable {
  const invented = demoCities.find(({ id }) => cityIds.includes(id));
  if (invented) throw new OrynError('context.simulated', { city: invented.name.en });
  const known = cityIds.flatMap((id) => catalogue.find((city) => city.id === id) ?? []);
  const unknown = cityIds.filter((id) => !known.some((city) => city.id === id));
  if (known.length === 0) return { rows: [], unknown, missing: [] };
  const country = kzGeographies.find(({ kind }) => kind === 'country')!;
  const asked = spanOf(years);
  const rows = [
    ...rowsOf(country, asked, []),
    ...known.flatMap((city) => cityRows(city, asked)),
    ...confidenceRows(country.name, asked),
  ];
  const missing = [{ id: country.id, name: country.name }, ...known].flatMap(({ id, name }) =>
    years.filter((year) => !hasTotal(id, year)).map((year) => ({ geography: id, name, year })),
  );
  return { rows, unknown, missing };
}

function spanOf(years: readonly number[]): DaySpan {
  return { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` };
}

function cityRows(city: City, asked: DaySpan): ContextRow[] {
  const own = kzGeographies.find((geography) => geography.city === city.id);
  const region = kzGeographies.find(({ kind, name }) => kind === 'region' && name.en === city.region.en);
  return [
    ...(own ? rowsOf(own, asked, []) : []),
    ...(region ? rowsOf(region, asked, ['region']) : []),
    ...(own ? publishedRows(own, asked) : []),
  ];
}

function rowsOf(geography: KzGeography, asked: DaySpan, notes: readonly ContextNote[]): ContextRow[] {
  return [...populationRows(geography, asked, notes), ...registeredRows(geography, asked, notes)];
}

function populationRows(
  { id, name }: KzGeography,
  asked: DaySpan,
  notes: readonly ContextNote[],
): ContextRow[] {
  const dated = populations
    .filter(({ geography, date }) => geography === id && date !== undefined)
    .sort((a, b) => (a.date! < b.date! ? -1 : 1));
  const within = dated.filter(({ date }) => date! >= asked.from && date! <= asked.to);
  const nearest = [...dated].sort((a, b) => yearsOff(a.date!, asked) - yearsOff(b.date!, asked)).slice(0, 1);
  return (within.length > 0 ? within : nearest).map(({ value, date, lowerBound, note, source }) => ({
    section: 'population',
    geography: id,
    name,
    measure: RESIDENTS,
    measureId: 'residents',
    value,
    unit: 'people',
    period: date!,
    from: date!,
    to: date!,
    source,
    notes: [
      ...notes,
      ...periodNotes(publishedPeriod(date!), asked).filter((one) => one !== 'part-of-year'),
      ...(lowerBound ? ['lower-bound' as const] : []),
      ...(note?.startsWith('computed') ? ['computed' as const] : []),
    ],
  }));
}

const RESIDENTS: Names = { kk: 'тұрғындар саны', ru: 'число жителей', en: 'residents' };

function yearsOff(date: string, asked: DaySpan): number {
  const year = (day: string): number => Number(day.slice(0, 4)) + Number(day.slice(5, 7)) / 12;
  return Math.max(year(asked.from) - year(date), year(date) - year(asked.to), 0);
}

/** Counts of something else than registered criminal offences as a whole or a kind of them. */
const OTHER_DEFINITIONS: ReadonlySet<string> = new Set(['layer-records', 'crimes']);

/** Measures that are no number of offences; they belong to no series beside them. */
const NO_OFFENCES: ReadonlySet<string> = new Set(['theft-victims', 'theft-damage', 'rate', 'other']);

function registeredRows(
  { id, name }: KzGeography,
  asked: DaySpan,
  notes: readonly ContextNote[],
): ContextRow[] {
  return withoutRepeats(registeredCrime.filter(({ geography }) => geography === id))
    .filter(({ measure }) => !NO_OFFENCES.has(measure))
    .filter(({ measure, period }) => {
      const off = periodNotes(period, asked);
      return !off.includes('other-year') || (measure === 'registered' && !off.includes('part-of-year'));
    })
    .sort((a, b) => order(a) - order(b) || (a.period.from! < b.period.from! ? -1 : 1))
    .map(({ measure, value, unit, period, rounded, source }) => ({
      section: 'registered',
      geography: id,
      name,
      measure: crimeMeasures.find((one) => one.id === measure)!.name,
      measureId: measure,
      value,
      unit,
      period: period.text,
      from: period.from!,
      to: period.to!,
      source,
      notes: [
        ...notes,
        ...periodNotes(period, asked),
        ...(rounded ? ['rounded' as const] : []),
        ...(OTHER_DEFINITIONS.has(measure) ? ['other-definition' as const] : []),
      ],
    }));
}

function order({ measure }: RegisteredCrime): number {
  return crimeMeasures.findIndex(({ id }) => id === measure);
}

/** One number printed in two places is one number with two sources; a rounded one gives way to the exact. */
function withoutRepeats(rows: readonly RegisteredCrime[]): RegisteredCrime[] {
  const kept: RegisteredCrime[] = [];
  const exactFirst = [...rows].sort((a, b) => Number(a.rounded) - Number(b.rounded));
  for (const row of exactFirst) {
    const at = kept.findIndex(
      (other) =>
        other.measure === row.measure &&
        other.period.text === row.period.text &&
        (other.value === row.value || (row.rounded && Math.round(other.value / 100) * 100 === row.value)),
    );
    if (at < 0) kept.push(row);
    else kept[at] = { ...kept[at]!, source: `${kept[at]!.source}; ${row.source}` };
  }
  return kept;
}

function hasTotal(geography: string, year: number): boolean {
  return registeredCrime.some(
    (row) => row.geography === geography && row.measure === 'registered' && row.period.text === String(year),
  );
}

function publishedRows({ id, name }: KzGeography, asked: DaySpan): ContextRow[] {
  return publishedResults
    .filter(({ geographies, number }) => number !== undefined && geographies.includes(id))
    .map(({ measure, number, unit, period, study }) => ({
      section: 'published',
      geography: id,
      name,
      measure: resultMeasures.find((one) => one.id === measure)!.name,
      measureId: measure!,
      value: number!,
      unit: unit!,
      period: period.text,
      from: period.from ?? '',
      to: period.to ?? '',
      source: study,
      notes: [
        ...periodNotes(period, asked),
        'other-definition',
        ...(measure === 'territory-share' ? ['more-than-half' as const] : []),
      ],
    }));
}
