import { indexPolygons } from '@oryn/core';
import type { Language } from '@oryn/language';
import {
  type Column,
  csvOf,
  groupsGeoJson,
  type Names,
  namesOf,
  type OpenBundle,
  placeSheets,
  roleOf,
  sheetSentences,
} from '@oryn/study';
import type { Position } from 'geojson';
import { answer, filterOf, inLanguages } from './answer.ts';
import type { PlaceFact, Question, SheetFact } from './types.ts';

/** A place of the shortlist with everything the briefing says of it. */
export interface BriefedPlace extends SheetFact {
  place: PlaceFact;
  /** The first named district that holds its middle; undefined where none does. */
  district: Names | undefined;
}

/** The places of a shortlist, by their rank. Ids that the question no longer finds are left out. */
export function briefing(bundle: OpenBundle, question: Question, ids: readonly string[]): BriefedPlace[] {
  const places = answer(bundle, question).places.filter(({ id }) => ids.includes(id));
  const sheets = placeSheets(
    bundle.incidents,
    bundle.points,
    filterOf(bundle, question),
    places.map(({ members }) => members),
  );
  const districtAt = districtsOf(bundle);
  return places.map((place, i) => ({
    place,
    district: districtAt(place.lon, place.lat),
    sheet: sheets[i],
    sentences: inLanguages((lang) => sheetSentences(lang, sheets[i], bundle.manifest)),
  }));
}

function districtsOf({ context }: OpenBundle): (lon: number, lat: number) => Names | undefined {
  const named = context.flatMap((feature) => {
    const names = roleOf(feature) === 'district' ? namesOf(feature) : undefined;
    const { geometry } = feature;
    if (!names || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
    const polygons: Position[][][] =
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return [{ names, index: indexPolygons(polygons) }];
  });
  return (lon, lat) => named.find(({ index }) => index.contains(lon, lat))?.names;
}

export type BriefingFormat = 'csv' | 'geojson';

/** The shortlist as a file: the columns of `problem-places.csv` that a briefing needs, with district and note. */
export function briefingFile(
  bundle: OpenBundle,
  briefed: readonly BriefedPlace[],
  notes: Readonly<Record<string, string>>,
  lang: Language,
  format: BriefingFormat,
): string {
  const { simulated } = bundle.manifest;
  const column = (name: string, of: (one: BriefedPlace) => number | string, integer = false): Column => ({
    name,
    values: briefed.map(of) as number[] | string[],
    integer,
  });
  const unknown = Number.NaN;
  const columns = [
    column('rank', ({ place }) => place.rank, true),
    column('name', ({ place }) => place.name[lang]),
    column('district', ({ district }) => district?.[lang] ?? ''),
    column('lon', ({ place }) => place.lon),
    column('lat', ({ place }) => place.lat),
    column('area_km2', ({ place }) => place.areaKm2),
    column('n', ({ place }) => place.n, true),
    column('expected', ({ place }) => place.expected),
    column('q', ({ place }) => place.q),
    // Without a date nobody knows how many a year.
    column('per_year', ({ place }) => (bundle.manifest.years.length > 0 ? place.perYear : unknown)),
    column('trend', ({ place }) => place.trend ?? ''),
    column('top_category', ({ sheet }) => sheet.categories[0]?.label ?? ''),
    column('shift_from_hour', ({ sheet }) => sheet.shift?.from ?? unknown),
    column('shift_n', ({ sheet }) => sheet.shift?.n ?? unknown),
    column('hour_unknown', ({ sheet }) => sheet.hourUnknown, true),
    column('flags', ({ sheet }) => sheet.flags.join(' ')),
    column('note', ({ place }) => notes[place.id] ?? ''),
    ...(simulated ? [column('simulated', () => 'true')] : []),
  ];
  if (format === 'csv') return csvOf(columns);
  const groups = briefed.map(({ place }) => place.members.map((member) => bundle.places.ids[member]));
  return `${JSON.stringify(groupsGeoJson(groups, columns, simulated), null, 1)}\n`;
}
