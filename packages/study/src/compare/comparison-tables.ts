import type { ConcentrationShare } from '@oryn/core';
import type { Language } from '@oryn/language';
import type { Column } from '../bundle/column.ts';
import { contextNoteText } from '../world/context-words.ts';
import type { Comparison } from './compare-cities.ts';
import type { ComparedChange, ComparedDifference } from './compared-pairs.ts';
import { PAIR_CORRECTION } from './compared-pairs.ts';
import type { ComparedRow } from './compared-rows.ts';
import { breakText } from './comparison-words.ts';

const NONE = Number.NaN;

/** Columns of some rows, each value of a row by a function. */
function columnsOf<Row>(rows: readonly Row[]) {
  return (name: string, of: (row: Row) => number | string, integer = false): Column => ({
    name,
    values: rows.map(of) as number[] | string[],
    integer,
  });
}

/** All offences together have no label. */
const offenceOf = ({ offence }: { offence: string | undefined }): string => offence ?? 'all';

/** City × year × offence group × denominator: every share with its chance beside it. */
export function comparedTable({ cities, rows, common }: Comparison, lang: Language): Column[] {
  const column = columnsOf(rows);
  const share = (row: ComparedRow, percent: number): ConcentrationShare =>
    row.over.shares.find((one) => one.percent === percent)!;
  const shares = [25, 50, 80].flatMap((percent) => [
    column(`share_${percent}`, (row) => share(row, percent).share),
    column(`chance_${percent}`, (row) => share(row, percent).expectedShare),
  ]);
  const rarefied = (row: ComparedRow) => row.rarefied?.shares.find(({ percent }) => percent === 50);
  return [
    column('city', ({ city }) => cities[city].name[lang]),
    column('offence', offenceOf),
    column('year', ({ year }) => year ?? NONE, true),
    column('years', ({ years }) => years.join(' ')),
    column('whole', ({ isWhole }) => Number(isWhole), true),
    column('denominator', ({ over }) => over.denominator),
    column('places', ({ over }) => over.places, true),
    column('incidents', ({ over }) => over.incidents, true),
    column('incidents_per_place', ({ over }) => over.incidentsPerPlace),
    column('k_50', (row) => share(row, 50).k, true),
    ...shares,
    column('share_50_interpolated', (row) => share(row, 50).interpolatedShare),
    column('share_50_low', ({ interval }) => interval?.low ?? NONE),
    column('share_50_high', ({ interval }) => interval?.high ?? NONE),
    column('interval_of', ({ interval }) => interval?.estimand ?? ''),
    column('interval_method', ({ interval }) => interval?.method ?? ''),
    column('interval_missing', ({ interval }) => interval?.unavailable ?? ''),
    column('law_share_50', ({ byLaw }) => byLaw?.value ?? NONE),
    column('law_share_50_low', ({ byLaw }) => byLaw?.low ?? NONE),
    column('law_share_50_high', ({ byLaw }) => byLaw?.high ?? NONE),
    column('common_incidents_per_place', (row) =>
      row.rarefied ? (common?.incidentsPerPlace ?? NONE) : NONE,
    ),
    column('share_50_common', (row) => rarefied(row)?.mean ?? NONE),
    column('share_50_common_low', (row) => rarefied(row)?.low ?? NONE),
    column('share_50_common_high', (row) => rarefied(row)?.high ?? NONE),
    column('chance_50_common', (row) => (row.rarefied ? (common?.expectedShare ?? NONE) : NONE)),
    column('gini', ({ over }) => over.gini.gini),
    column('chance_gini', ({ over }) => over.expected.gini),
    column('latent_gini', ({ fit }) => fit?.latentGini.value ?? NONE),
    column('latent_gini_low', ({ fit }) => fit?.latentGini.low ?? NONE),
    column('latent_gini_high', ({ fit }) => fit?.latentGini.high ?? NONE),
    column('latent_fit', ({ fit }) => fit?.fit.verdict ?? ''),
    column('latent_fit_p', ({ fit }) => fit?.fit.p ?? NONE),
    column('per_km2_per_year', ({ perKm2 }) => perKm2),
    column('per_mask_km2_per_year', ({ perMaskKm2 }) => perMaskKm2),
    column('per_100000', ({ per100000 }) => per100000),
    column('population', ({ population }) => population?.value ?? NONE),
    column('population_date', ({ population }) => population?.date ?? ''),
    column('population_source', ({ population }) => population?.source ?? ''),
    column('null', ({ over }) => over.null),
    column('cell_area_km2', ({ city }) => cities[city].unit.medianAreaKm2),
    column('level', ({ interval, byLaw }) => interval?.level ?? byLaw?.level ?? NONE),
    column('interval_draws', ({ interval }) => interval?.draws ?? NONE, true),
    column('interval_blocks', ({ interval }) => interval?.blocks ?? NONE, true),
    column('common_draws', (row) => row.rarefied?.draws ?? NONE, true),
    column('common_method', (row) => row.rarefied?.method ?? ''),
    column('seed', (row) => row.rarefied?.seed ?? row.interval?.seed ?? NONE, true),
  ];
}

/** First against last whole year. */
export function changesTable({ cities, changes }: Comparison, lang: Language): Column[] {
  const column = columnsOf(changes);
  const ratio = ({ incidentsFrom, incidentsTo }: ComparedChange): number =>
    incidentsFrom > 0 ? (100 * (incidentsTo - incidentsFrom)) / incidentsFrom : NONE;
  return [
    column('city', ({ city }) => cities[city].name[lang]),
    column('offence', offenceOf),
    column('from', ({ from }) => from, true),
    column('to', ({ to }) => to, true),
    column('incidents_from', ({ incidentsFrom }) => incidentsFrom, true),
    column('incidents_to', ({ incidentsTo }) => incidentsTo, true),
    column('change_percent', ratio),
    ...differenceColumns(changes, ['share_50_from', 'share_50_to'], true),
    column('same_places_jaccard', ({ stability }) => stability.jaccard),
    column('same_places_by_chance', ({ stability }) => stability.jaccardByChance),
    column('missing_years', ({ missing }) => missing.join(' ')),
    column('breaks', ({ breaks }) => breaks.map((one) => breakText(one, lang)).join(' ')),
  ];
}

/** Every pair of cities, tested or with the reason why not. */
export function differencesTable({ cities, differences }: Comparison, lang: Language): Column[] {
  const column = columnsOf(differences);
  return [
    column('city_a', ({ a }) => cities[a].name[lang]),
    column('city_b', ({ b }) => cities[b].name[lang]),
    column('offence', offenceOf),
    column('years', ({ years }) => years.join(' ')),
    ...differenceColumns(differences, ['share_50_a', 'share_50_b'], false),
    column('not_tested', ({ notTested }) => notTested ?? ''),
  ];
}

/** @param isReversed the later year is the first side of its difference */
function differenceColumns(
  rows: readonly Pick<ComparedDifference, 'difference'>[],
  [first, second]: readonly [string, string],
  isReversed: boolean,
): Column[] {
  const column = columnsOf(rows);
  const of =
    (key: 'a' | 'b' | 'difference' | 'incidentsPerPlace' | 'p' | 'q' | 'draws' | 'seed') =>
    (row: Pick<ComparedDifference, 'difference'>): number =>
      row.difference?.[key] ?? NONE;
  return [
    column('incidents_per_place_compared', of('incidentsPerPlace')),
    column(first, of(isReversed ? 'b' : 'a')),
    column(second, of(isReversed ? 'a' : 'b')),
    column('difference', of('difference')),
    column('p', of('p')),
    column('q', of('q')),
    column('alternative', ({ difference }) => difference?.alternative ?? ''),
    column('null', ({ difference }) => difference?.null ?? ''),
    column('correction', ({ difference }) => (difference ? PAIR_CORRECTION : '')),
    column('draws', of('draws')),
    column('seed', of('seed')),
  ];
}

/** Whether the same places hold half of the incidents, first year against last and year against year. */
export function stabilityTable({ cities, reports }: Comparison, lang: Language): Column[] {
  const rows = reports.flatMap(({ stability }, city) =>
    (stability?.pairs ?? []).map((pair) => ({ city, ...pair })),
  );
  const column = columnsOf(rows);
  return [
    column('city', ({ city }) => cities[city].name[lang]),
    column('from', ({ from }) => from, true),
    column('to', ({ to }) => to, true),
    column('places_from', ({ sets }) => sets.placesA, true),
    column('places_to', ({ sets }) => sets.placesB, true),
    column('in_both', ({ sets }) => sets.both, true),
    column('jaccard', ({ sets }) => sets.jaccard),
    column('jaccard_by_chance', ({ sets }) => sets.jaccardByChance),
    column('rbo', ({ rankBiasedOverlap }) => rankBiasedOverlap.rbo),
    column('rbo_by_chance', ({ rankBiasedOverlap }) => rankBiasedOverlap.rboByChance),
    column('rbo_persistence', ({ rankBiasedOverlap }) => rankBiasedOverlap.persistence),
    column('spearman', ({ spearman }) => spearman.rho),
    column('s_index', ({ pointPattern }) => pointPattern.s),
    column('s_index_robust', ({ pointPattern }) => pointPattern.robustS),
    column('s_index_generalised', ({ pointPattern }) => pointPattern.generalisedRobustS),
    column('percent', ({ sets }) => sets.percent, true),
    column('s_index_draw_share', ({ pointPattern }) => pointPattern.drawShare),
    column('s_index_draws', ({ pointPattern }) => pointPattern.draws, true),
    column('s_index_seed', ({ pointPattern }) => pointPattern.seed, true),
  ];
}

/** In how many years places returned to the set that holds half, beside what independent years would give. */
export function persistenceTable({ cities, reports }: Comparison, lang: Language): Column[] {
  const rows = reports.flatMap(({ stability }, city) =>
    (stability?.persistence.inSet ?? []).map((entry) => ({ city, ...entry, of: stability!.persistence })),
  );
  const column = columnsOf(rows);
  return [
    column('city', ({ city }) => cities[city].name[lang]),
    column('years', ({ of }) => of.years, true),
    column('times_in_set', ({ times }) => times, true),
    column('places', ({ observed }) => observed, true),
    column('expected', ({ expected }) => expected),
    column('null', ({ of }) => of.null),
    column('percent', ({ of }) => of.percent, true),
  ];
}

/** Of every place with an incident: whether it is in the set that holds half, and in how many draws it stays. */
export function sensitivityTable({ cities, sensitivity }: Comparison, lang: Language): Column[] {
  const rows = sensitivity.flatMap(({ city, places, counts, district, isInSet, found }) =>
    Array.from(places, (place, i) => ({
      city,
      place,
      n: counts[i],
      district: district[i],
      isInSet: isInSet[i],
      kept: found.keptShare[i],
      found,
    })).filter(({ n }) => n > 0),
  );
  const column = columnsOf(rows);
  const placesOf = (city: number) => cities[city].bundle.places;
  return [
    column('city', ({ city }) => cities[city].name[lang]),
    column('place', ({ city, place }) => placesOf(city).ids[place]),
    column('lon', ({ city, place }) => placesOf(city).lon[place]),
    column('lat', ({ city, place }) => placesOf(city).lat[place]),
    column('n', ({ n }) => n, true),
    column('district', ({ district }) => district, true),
    column('in_set', ({ isInSet }) => isInSet, true),
    column('kept_share', ({ kept }) => kept),
    column('percent', ({ found }) => found.percent, true),
    column('reporting_low', ({ found }) => found.low),
    column('reporting_high', ({ found }) => found.high),
    column('draws', ({ found }) => found.draws, true),
    column('seed', ({ found }) => found.seed, true),
  ];
}

/** What is published about the country and its cities, in the words of a language. */
export function contextTable({ context }: Comparison, lang: Language): Column[] {
  const column = columnsOf(context.rows);
  return [
    column('section', ({ section }) => section),
    column('geography', ({ geography }) => geography),
    column('name', ({ name }) => name[lang]),
    column('measure', ({ measure }) => measure[lang]),
    column('value', ({ value }) => value),
    column('unit', ({ unit }) => unit),
    column('period', ({ period }) => period),
    column('from', ({ from }) => from),
    column('to', ({ to }) => to),
    column('notes', ({ notes }) => notes.map((note) => contextNoteText(lang, note)).join(' ')),
    column('source', ({ source }) => source),
  ];
}
