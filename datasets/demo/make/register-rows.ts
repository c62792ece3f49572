import type { RandomStream } from '@oryn/core';
import { placeTypeOf } from '@oryn/datasets';
import { chance } from './chance.ts';
import { insideRing, type XY } from './geometry.ts';

/** One record of the register; every row of an export is made of one. */
export interface RegisterRow {
  /** Invented, so that it can be seen to be dropped. */
  readonly caseNumber: string;
  /** `dd.mm.yyyy HH:MM` by the clock of the city. */
  readonly time: string;
  /** Typed by hand: a text in the spreadsheet and no date. */
  readonly timeIsText: boolean;
  readonly article: string;
  /** A place type in words, or its code with the leading zeros eaten by the spreadsheet. */
  readonly place: string | number;
  readonly district: string;
  readonly street: string;
  readonly house: string;
  /** Invented; empty where nobody lives. */
  readonly flat: string;
  /** Degrees as text with a point; empty, or a word that says there are none. */
  readonly lon: string;
  readonly lat: string;
  /** Pasted from elsewhere: numbers with a comma, stored as text. */
  readonly numbersAreText: boolean;
  readonly struckOff: boolean;
  readonly source: 'ЕРДР' | '102';
}

/** Limits of the city as the committed GeoJSON says, longitude first. */
export interface RegisterLimits {
  readonly boundary: readonly (readonly XY[])[];
  readonly districts: ReadonlyMap<
    string,
    { readonly name: string; readonly rings: readonly (readonly XY[])[] }
  >;
  readonly stations: readonly XY[];
}

const SHARES = { textTime: 0.08, textNumbers: 0.1, placeCode: 0.06, call: 0.06 };
const MOST_FLATS = 60;
/** A house of several flats. */
const FLAT = '021';

/**
 * The records of two years from the incident table of a demo city, in order of time. Rows that the demo has
 * spoiled are left out, but for points outside the boundary: what is wrong here is planted here and counted.
 */
export function registerRows(
  csv: string,
  years: readonly string[],
  { boundary, districts, stations }: RegisterLimits,
  random: RandomStream,
): { rows: RegisterRow[]; outside: Set<RegisterRow> } {
  const [header, ...lines] = csv.trimEnd().split('\n');
  const names = header!.split(',');
  const seen = new Set<string>();
  const spoiled = new Set(stations.map((point) => point.join()));
  const rows: RegisterRow[] = [];
  const outside = new Set<RegisterRow>();
  for (const line of lines) {
    const values = line.split(',');
    const cell = (name: string): string => values[names.indexOf(name)]!;
    const time = cell('dat_sover_str');
    const [lon, lat] = [cell('lon'), cell('lat')];
    if (!years.includes(time.slice(6, 10)) || seen.has(cell('objectid'))) continue;
    if (lon === '' || lon === '0' || Number(lon) < Number(lat) || spoiled.has(`${lon},${lat}`)) continue;
    seen.add(cell('objectid'));
    const row: RegisterRow = {
      caseNumber: `${time.slice(8, 10)}-${String(random.integer(0, 999_999)).padStart(6, '0')}`,
      time,
      timeIsText: chance(random, SHARES.textTime),
      article: cell('stat'),
      place: chance(random, SHARES.placeCode)
        ? Number(cell('fe1r29p1_id'))
        : placeTypeOf(cell('fe1r29p1_id'))!.name!.ru,
      district: districts.get(cell('reg_code'))!.name,
      street: cell('fz1r18p5'),
      house: cell('fz1r18p6'),
      flat: cell('fe1r29p1_id') === FLAT ? String(random.integer(1, MOST_FLATS)) : '',
      lon,
      lat,
      numbersAreText: chance(random, SHARES.textNumbers),
      struckOff: cell('discontinued') === '1',
      source: chance(random, SHARES.call) ? '102' : 'ЕРДР',
    };
    rows.push(row);
    if (!boundary.some((ring) => insideRing([Number(lon), Number(lat)], ring))) outside.add(row);
  }
  return { rows, outside };
}
