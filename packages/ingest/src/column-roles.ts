import { OrynError } from '@oryn/core';
import { GEOMETRY_LAT, GEOMETRY_LON } from './table.ts';

/** What a column may mean. `clock` is a time of day beside a `time` column that holds only the date. */
export type ColumnRole =
  | 'lon'
  | 'lat'
  | 'x'
  | 'y'
  | 'time'
  | 'clock'
  | 'category'
  | 'placeType'
  | 'discontinued'
  | 'simulated'
  | 'weight';

/** Column name by role. */
export type ColumnMapping = Partial<Record<ColumnRole, string>>;

/** Names known per role, the best first; compared in lower case. A weight counts only when named. */
const KNOWN: Record<Exclude<ColumnRole, 'weight'>, readonly string[]> = {
  lon: [GEOMETRY_LON, 'lon', 'lng', 'long', 'longitude', 'долгота', 'бойлық'],
  lat: [GEOMETRY_LAT, 'lat', 'latitude', 'широта', 'ендік'],
  x: ['x', 'x_3857', 'x_coord', 'point_x'],
  y: ['y', 'y_3857', 'y_coord', 'point_y'],
  time: ['dat_sover_str', 'dat_sover', 'date_time', 'datetime', 'date_local', 'date', 'дата', 'күні', 'time'],
  clock: ['time_local', 'time', 'время', 'уақыты'],
  category: ['crime_code', 'category', 'offense_type', 'offence', 'type'],
  placeType: ['fe1r29p1_id', 'place_type'],
  discontinued: ['discontinued'],
  simulated: ['simulated'],
};

/** Columns that only a table of road accidents has: its figures say nothing about crime. */
const ROAD_ACCIDENT_COLUMNS = ['rta_date_ms', 'crash_type_code', 'rta_date', 'fd1r05p1'];

/** Roles of a header by the names known, overridden by the mapping given. */
export function mapColumns(
  file: string,
  columns: readonly string[],
  given: ColumnMapping = {},
): ColumnMapping {
  const lower = columns.map((name) => name.toLowerCase());
  const mapping: ColumnMapping = {};
  for (const [role, names] of Object.entries(KNOWN) as [keyof typeof KNOWN, readonly string[]][]) {
    const known = names.find((name) => lower.includes(name));
    if (known !== undefined) mapping[role] = columns[lower.indexOf(known)];
  }
  for (const [role, name] of Object.entries(given) as [ColumnRole, string][]) {
    const at = lower.indexOf(name.toLowerCase());
    if (at < 0) throw new OrynError('columns.unknown', { file, name, columns: columns.join(', ') });
    mapping[role] = columns[at];
  }
  // A named plane wins over degrees that the dictionary found by itself.
  if (given.x && given.y && !given.lon && !given.lat) {
    delete mapping.lon;
    delete mapping.lat;
  }
  return mapping;
}

export function describesRoadAccidents(columns: readonly string[]): boolean {
  return columns.some((name) => ROAD_ACCIDENT_COLUMNS.includes(name.toLowerCase()));
}
