import type { Concentration, HotPlaces, ProblemPlace } from '@oryn/core';
import { type Language, languages } from '@oryn/language';
import type { Findings, PlaceFindings } from '../evaluate/evaluate.ts';
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

const problemPlaceId = (place: Pick<ProblemPlace, 'rank'>): string => `P${place.rank}`;

/** The places table of a bundle. */
export function placesTable(findings: PlaceFindings & Partial<Pick<Findings, 'densityAtCentre'>>): Column[] {
  const { weighted, years, nByYear, inMask, exposure, hot, hotAll, moran, problemPlaces, places } = findings;
  const columns = placeColumns(findings);
  if (weighted) columns.push({ name: 'w', values: weighted.w });
  years.forEach((year, i) => {
    columns.push({ name: `n_${year}`, values: nByYear[i], integer: true });
  });
  if (exposure) columns.push({ name: 'exposure', values: exposure.values });
  if (inMask) columns.push({ name: 'in_mask', values: inMask, integer: true });
  columns.push(...hotColumns(hot));
  if (hotAll) columns.push(...hotColumns(hotAll, 'gi_all'));
  if (weighted) columns.push(...hotColumns(weighted.hot, 'gi_w'));
  if (moran) {
    columns.push({ name: 'moran_i', values: moran.i });
    columns.push({ name: 'moran_p', values: moran.p });
    columns.push({ name: 'moran_q', values: moran.q });
    columns.push({ name: 'moran_class', values: moran.cluster });
  }
  if (findings.densityAtCentre) columns.push({ name: 'density_per_km2', values: findings.densityAtCentre });
  const problemPlace = new Array<string>(places.count).fill('');
  for (const place of problemPlaces)
    for (const member of place.members) problemPlace[member] = problemPlaceId(place);
  columns.push({ name: 'problem_place', values: problemPlace });
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
    column('members', (place) => place.members.map((member) => places.ids[member]).join(' ')),
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

/** One row per denominator and percentage; the chance beside every share and every coefficient. */
export function concentrationTable(concentration: readonly Concentration[]): Column[] {
  const rows = concentration.flatMap((over) => over.shares.map((share) => ({ over, share })));
  const column = (
    name: string,
    of: (row: (typeof rows)[number]) => number | string,
    integer = false,
  ): Column => ({
    name,
    values: rows.map(of) as number[] | string[],
    integer,
  });
  return [
    column('denominator', ({ over }) => over.denominator),
    column('places', ({ over }) => over.places, true),
    column('incidents', ({ over }) => over.incidents, true),
    column('incidents_per_place', ({ over }) => over.incidentsPerPlace),
    column('percent_of_incidents', ({ share }) => share.percent, true),
    column('k', ({ share }) => share.k, true),
    column('share_of_places', ({ share }) => share.share),
    column('share_of_places_interpolated', ({ share }) => share.interpolatedShare),
    column('expected_share_of_places', ({ share }) => share.expectedShare),
    column('boundary_count', ({ share }) => share.boundaryCount, true),
    column('places_at_boundary', ({ share }) => share.placesAtBoundary, true),
    column('gini', ({ over }) => over.gini.gini),
    column('gini_unbiased', ({ over }) => over.gini.unbiased),
    column('gini_generalised', ({ over }) => over.gini.generalised),
    column('expected_gini', ({ over }) => over.expected.gini),
    column('expected_gini_generalised', ({ over }) => over.expected.generalisedGini),
    column('null', ({ over }) => over.null),
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
