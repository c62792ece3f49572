import type { Concentration, HotPlaces, ProblemPlace } from '@oryn/core';
import type { Findings, PlaceFindings } from '../evaluate/evaluate.ts';
import type { Names } from '../evaluate/street-names.ts';
import type { Column } from './column.ts';

/** Columns every table with a row per place begins with. */
export function placeColumns(findings: Pick<Findings, 'places' | 'n'>): Column[] {
  const { places, n } = findings;
  return [
    { name: 'place', values: places.ids },
    { name: 'lon', values: places.lon },
    { name: 'lat', values: places.lat },
    { name: 'area_km2', values: places.areaKm2 },
    { name: 'n', values: n, integer: true },
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
  const { weights, years, nByYear, inMask, hot, hotAll, problemPlaces, places } = findings;
  const columns = placeColumns(findings);
  if (weights) columns.push({ name: 'w', values: weights });
  years.forEach((year, i) => {
    columns.push({ name: `n_${year}`, values: nByYear[i], integer: true });
  });
  if (inMask) columns.push({ name: 'in_mask', values: inMask, integer: true });
  columns.push(...hotColumns(hot));
  if (hotAll) columns.push(...hotColumns(hotAll, 'gi_all'));
  if (findings.densityAtCentre) columns.push({ name: 'density_per_km2', values: findings.densityAtCentre });
  const problemPlace = new Array<string>(places.count).fill('');
  for (const place of problemPlaces)
    for (const member of place.members) problemPlace[member] = problemPlaceId(place);
  columns.push({ name: 'problem_place', values: problemPlace });
  return columns;
}

export function problemPlacesTable(
  problemPlaces: readonly ProblemPlace[],
  streetsOf: readonly Names[][],
  ids: readonly string[],
): Column[] {
  const column = (name: string, of: (place: ProblemPlace) => number | string, integer = false): Column => ({
    name,
    values: problemPlaces.map(of) as number[] | string[],
    integer,
  });
  const streets = (language: keyof Names): string[] =>
    streetsOf.map((names) => names.map((name) => name[language]).join(' — '));
  return [
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
    { name: 'streets_kk', values: streets('kk') },
    { name: 'streets_ru', values: streets('ru') },
    { name: 'streets_en', values: streets('en') },
    column('members', (place) => place.members.map((member) => ids[member]).join(' ')),
  ];
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
