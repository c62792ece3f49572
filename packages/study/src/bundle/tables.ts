import {
  type Concentration,
  empiricalBayesRates,
  type HotPlaces,
  type LocalMoranPlaces,
  type ProblemPlace,
  TOP_PERCENTS,
  type WeightedConcentration,
} from '@oryn/core';
import { type Language, languages } from '@oryn/language';
import type { Findings, PlaceCounts, PlaceFindings, PlaceTests } from '../evaluate/evaluate.ts';
import { placeNameText } from '../naming/place-name-text.ts';
import type { Column } from './column.ts';

/** Columns every table with a row per place begins with. */
export function placeColumns(findings: Pick<PlaceFindings, 'places' | 'n'>): Column[] {
  const { places, n } = findings;
  const length: Column[] =
    places.kind === 'segments' ? [{ name: 'length_m', values: places.lengthMeters }] : [];
  return [
    { name: 'place', values: places.ids },
    { name: 'lon', values: places.lon },
    { name: 'lat', values: places.lat },
    { name: 'area_km2', values: places.areaKm2 },
    { name: 'n', values: n, integer: true },
    ...length,
  ];
}

/** The `gi_*` columns; `all` marks the result over the whole area beside that of the mask. */
export function hotColumns(hot: HotPlaces, prefix = 'gi'): Column[] {
  return [
    { name: `${prefix}_z`, values: hot.z },
    { name: `${prefix}_p`, values: hot.p },
    { name: `${prefix}_q`, values: hot.q },
    { name: `${prefix}_class`, values: hot.hotClass },
  ];
}

function moranColumns({ i, p, q, cluster }: LocalMoranPlaces, prefix = 'moran'): Column[] {
  return [
    { name: `${prefix}_i`, values: i },
    { name: `${prefix}_p`, values: p },
    { name: `${prefix}_q`, values: q },
    { name: `${prefix}_class`, values: cluster },
  ];
}

/** Per thousand of the exposure, raw and shrunk (Marshall 1991); empty where there is none. */
function rateColumns({
  n,
  exposure,
}: Pick<PlaceCounts, 'n'> & Partial<Pick<PlaceCounts, 'exposure'>>): Column[] {
  if (!exposure) return [];
  const { raw, smoothed } = empiricalBayesRates(n, exposure.values);
  const perThousand = (rates: Float64Array): Float64Array => rates.map((rate) => 1000 * rate);
  return [
    { name: 'rate_per_1000', values: perThousand(raw) },
    { name: 'rate_eb_per_1000', values: perThousand(smoothed) },
  ];
}

const problemPlaceId = (place: Pick<ProblemPlace, 'rank'>): string => `P${place.rank}`;

/** The places table: of a bundle, or as much of it as was evaluated. */
export function placesTable(
  findings: Pick<PlaceCounts, 'places' | 'n' | 'years' | 'nByYear' | 'inMask'> &
    Partial<
      Pick<PlaceCounts, 'weighted' | 'exposure'> &
        PlaceTests &
        Pick<Findings, 'densityAtCentre' | 'problemPlaces'>
    >,
): Column[] {
  const { weighted, years, nByYear, inMask, exposure, places } = findings;
  const { hot, hotAll, hotOfWeight, moran, moranOfWeight, densityAtCentre, problemPlaces } = findings;
  const columns = placeColumns(findings);
  if (weighted) columns.push({ name: 'w', values: weighted.w });
  years.forEach((year, i) => {
    columns.push({ name: `n_${year}`, values: nByYear[i], integer: true });
  });
  if (exposure) columns.push({ name: 'exposure', values: exposure.values });
  if (inMask) columns.push({ name: 'in_mask', values: inMask, integer: true });
  if (hot) columns.push(...hotColumns(hot));
  if (hotAll) columns.push(...hotColumns(hotAll, 'gi_all'));
  if (hotOfWeight) columns.push(...hotColumns(hotOfWeight, 'gi_w'));
  if (moran) columns.push(...moranColumns(moran));
  if (moranOfWeight) columns.push(...moranColumns(moranOfWeight, 'moran_w'));
  if (densityAtCentre) columns.push({ name: 'density_per_km2', values: densityAtCentre });
  if (problemPlaces) {
    const problemPlace = new Array<string>(places.count).fill('');
    for (const place of problemPlaces)
      for (const member of place.members) problemPlace[member] = problemPlaceId(place);
    columns.push({ name: 'problem_place', values: problemPlace });
  }
  columns.push(...rateColumns(findings));
  return columns;
}

export function problemPlacesTable(findings: PlaceFindings): Column[] {
  const { problemPlaces, places, names, evidence, evidenceSummary, sheets, weighted } = findings;
  const column = (
    name: string,
    of: (place: ProblemPlace, i: number) => number | string,
    integer = false,
  ): Column => ({ name, values: problemPlaces.map(of) as number[] | string[], integer });
  const streets = (lang: Language): Column =>
    column(`streets_${lang}`, (_, i) => names[i].streets.map((street) => street[lang]).join(' — '));
  const idsOf = (members: readonly number[]): string => members.map((member) => places.ids[member]).join(' ');
  const unknown = Number.NaN;
  const columns = [
    column('problem_place', problemPlaceId),
    column('rank', (place) => place.rank, true),
    column('lon', (place) => place.lon),
    column('lat', (place) => place.lat),
    column('area_km2', (place) => place.areaKm2),
    column('n', (place) => place.n, true),
    column('expected', (place) => place.expected),
    column('excess', (place) => place.excess),
    column('places', (place) => place.members.length, true),
    column('peak_gi_z', (place) => place.peakZ),
    column('smallest_gi_q', (place) => place.smallestQ),
    streets('kk'),
    streets('ru'),
    streets('en'),
    column('members', (place) => idsOf(place.members)),
    ...languages.map((lang) => column(`name_${lang}`, (_, i) => placeNameText(lang, names[i]))),
    column('routes', (place) => place.routes.join(' ')),
    column('p', (place) => place.p),
    column('q', (place) => place.q),
    column('per_year', (place) => place.perYear),
    column('per_year_low', (place) => place.perYearInterval[0]),
    column('per_year_high', (place) => place.perYearInterval[1]),
    column('per_year_per_km2', (place) => place.perYearPerKm2),
    ...evidenceSummary.years.map((year, t) => column(`n_${year}`, (_, i) => evidence[i].byYear[t], true)),
    ...evidenceSummary.years.map((year, t) => column(`rank_${year}`, (_, i) => evidence[i].ranks[t], true)),
    column('trend', (_, i) => evidence[i].trend?.word ?? ''),
    column('trend_factor_per_year', (_, i) => evidence[i].trend?.factorPerYear ?? unknown),
    column('trend_q', (_, i) => evidence[i].trend?.q ?? unknown),
    column('held_out_members', (_, i) => idsOf(evidence[i].heldOut?.members ?? [])),
    column('held_out_n', (_, i) => evidence[i].heldOut?.n ?? unknown),
    column('held_out_expected', (_, i) => evidence[i].heldOut?.expected ?? unknown),
    column('held_out_low', (_, i) => evidence[i].heldOut?.interval[0] ?? unknown),
    column('held_out_high', (_, i) => evidence[i].heldOut?.interval[1] ?? unknown),
    column('top_category', (_, i) => sheets[i].categories[0]?.label ?? ''),
    column('top_category_n', (_, i) => sheets[i].categories[0]?.n ?? 0, true),
    column('top_place_type', (_, i) => sheets[i].placeTypes[0]?.label ?? ''),
    column('shift_from_hour', (_, i) => sheets[i].shift?.from ?? unknown),
    column('shift_n', (_, i) => sheets[i].shift?.n ?? unknown),
    column('hour_unknown', (_, i) => sheets[i].hourUnknown, true),
    column('coordinates', (_, i) => sheets[i].distinctCoordinates, true),
    column('top_coordinate_n', (_, i) => sheets[i].addresses[0]?.n ?? 0, true),
    column('apart_n', (_, i) => sheets[i].apart.reduce((sum, { n }) => sum + n, 0), true),
    column('flags', (_, i) => sheets[i].flags.join(' ')),
  ];
  if (weighted) {
    columns.push(column('w', ({ members }) => members.reduce((sum, member) => sum + weighted.w[member], 0)));
  }
  return columns;
}

/**
 * One row per denominator and percentage; the chance beside every share and every coefficient.
 *
 * @param weighted where incidents have weights: their rows follow those of the counts, `measure` telling them apart,
 *   with what is known of weights only in columns of their own
 */
export function concentrationTable(
  concentration: readonly Concentration[],
  weighted: readonly WeightedConcentration[] = [],
): Column[] {
  const counts = concentration.flatMap((over) => over.shares.map((share) => ({ over, share })));
  const weights = weighted.flatMap((over) => over.shares.map((share) => ({ over, share })));
  type OfCounts = (typeof counts)[number];
  type OfWeights = (typeof weights)[number];
  const column = (
    name: string,
    of: (row: OfCounts) => number | string,
    ofWeight: (row: OfWeights) => number | string,
    integer = false,
  ): Column => ({
    name,
    values: [...counts.map(of), ...weights.map(ofWeight)] as number[] | string[],
    integer,
  });
  const both = (name: string, of: (row: OfCounts | OfWeights) => number | string, integer = false): Column =>
    column(name, of, of, integer);
  const unknown = (): number => Number.NaN;
  return [
    both('denominator', ({ over }) => over.denominator),
    both('places', ({ over }) => over.places, true),
    both('incidents', ({ over }) => over.incidents, true),
    column(
      'incidents_per_place',
      ({ over }) => over.incidentsPerPlace,
      ({ over }) => over.incidents / over.places,
    ),
    both('percent_of_incidents', ({ share }) => share.percent, true),
    both('k', ({ share }) => share.k, true),
    both('share_of_places', ({ share }) => share.share),
    column('share_of_places_interpolated', ({ share }) => share.interpolatedShare, unknown),
    both('expected_share_of_places', ({ share }) => share.expectedShare),
    column('boundary_count', ({ share }) => share.boundaryCount, unknown, true),
    column('places_at_boundary', ({ share }) => share.placesAtBoundary, unknown, true),
    column(
      'gini',
      ({ over }) => over.gini.gini,
      ({ over }) => over.gini,
    ),
    column('gini_unbiased', ({ over }) => over.gini.unbiased, unknown),
    column('gini_generalised', ({ over }) => over.gini.generalised, unknown),
    column(
      'expected_gini',
      ({ over }) => over.expected.gini,
      ({ over }) => over.expectedGini,
    ),
    column('expected_gini_generalised', ({ over }) => over.expected.generalisedGini, unknown),
    both('null', ({ over }) => over.null),
    ...(weighted.length > 0
      ? [
          column(
            'measure',
            () => 'count',
            () => 'weight',
          ),
          column('weight', unknown, ({ over }) => over.totalWeight),
          column('without_weight', unknown, ({ over }) => over.withoutWeight, true),
          column('heaviest_percent_share', unknown, ({ over }) => over.heaviestPercentShare),
          column('draws', unknown, ({ over }) => over.draws, true),
          column('seed', unknown, ({ over }) => over.seed, true),
        ]
      : []),
    column('share_of_places_generalised', ({ share }) => share.generalisedShare, unknown),
    column('expected_share_of_places_generalised', ({ share }) => share.expectedGeneralisedShare, unknown),
    column('gini_generalised_unbiased', ({ over }) => over.gini.generalisedUnbiased, unknown),
    column('theil', ({ over }) => over.theil, unknown),
    column('expected_theil', ({ over }) => over.expected.theil, unknown),
    ...TOP_PERCENTS.flatMap((percent, i) => [
      column(`share_in_top_${percent}_percent`, ({ over }) => over.top[i].share, unknown),
      column(`expected_share_in_top_${percent}_percent`, ({ over }) => over.top[i].expectedShare, unknown),
    ]),
  ];
}

export function tallyTable({ tally, places, incidents }: Findings): Column[] {
  const month = (number: number): string =>
    number < 0 ? '' : `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  return [
    { name: 'place', values: Array.from(tally.place, (place) => places.ids[place]) },
    { name: 'month', values: Array.from(tally.month, month) },
    { name: 'category', values: Array.from(tally.category, (code) => incidents.category.labels[code]) },
    { name: 'weekday', values: tally.weekday, integer: true },
    { name: 'hour', values: tally.hour, integer: true },
    { name: 'n', values: tally.n, integer: true },
  ];
}
