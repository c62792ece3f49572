import { dateFromDays, type RandomStream } from '@oryn/core';
import type { Address } from './addresses.ts';
import { chance } from './chance.ts';
import { defectRates, type Surroundings, spoiledPlace } from './defects.ts';
import type { Incident } from './incidents.ts';
import type { CityPlan } from './plan.ts';
import { csvText } from './text.ts';

/** Columns of the official layer, one that says that all is invented, and coordinates. */
export const INCIDENT_COLUMNS = [
  'objectid',
  'simulated',
  'dat_sover_str',
  'crime_code',
  'stat',
  'hard_code',
  'transgression',
  'fe1r29p1_id',
  'reg_code',
  'fz1r18p5',
  'fz1r18p6',
  'discontinued',
  'lon',
  'lat',
] as const;

export function districtCode(plan: CityPlan, district: number): string {
  return `SIM${String(plan.firstCode + district - 1).padStart(2, '0')}`;
}

/** The incident table as a register would give it: in order of time, with its defects. */
export function incidentTable(
  plan: CityPlan,
  incidents: readonly Incident[],
  addresses: readonly Address[],
  surroundings: Surroundings,
  random: RandomStream,
): string {
  const letter = plan.id.slice('demo-'.length, 'demo-'.length + 2).toUpperCase();
  const rows: (string | number)[][] = [];
  let late: (string | number)[] | undefined;
  for (const [index, incident] of incidents.entries()) {
    const address = addresses[incident.address]!;
    const place = spoiledPlace(incident, address.district, surroundings, random);
    const minute = chance(random, defectRates.unknownHour) ? 0 : incident.minute;
    const { crimeCode, stat, hardCode, transgression } = incident.registered;
    const lonLat =
      place.kind === 'empty' ? ['', ''] : place.kind === 'zero' ? [0, 0] : [place.lon, place.lat];
    const row = [
      `SIM-${letter}-${String(index + 1).padStart(6, '0')}`,
      'true',
      clock(incident.day, minute),
      crimeCode,
      stat,
      hardCode,
      transgression,
      incident.placeCode,
      districtCode(plan, address.district),
      address.street,
      address.house,
      incident.struckOff ? 1 : 0,
      ...lonLat,
    ];
    rows.push(row);
    // A double arrives with the next record, not beside its twin.
    if (late) rows.push(late);
    late = chance(random, defectRates.duplicate) ? row : undefined;
  }
  if (late) rows.push(late);
  return csvText(INCIDENT_COLUMNS, rows);
}

function clock(day: number, minute: number): string {
  const { year, month, day: date } = dateFromDays(day);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date)}.${two(month)}.${year} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
