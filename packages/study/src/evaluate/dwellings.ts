import { type Incidents, selectIncidents } from '@oryn/core';
import { isDwelling } from '@oryn/datasets';
import { dropKept, type FileAccount, yearOf } from '@oryn/ingest';
import { unitOf } from '../definition/place-keys.ts';
import type { Study } from '../definition/schema.ts';
import { recountTimes } from './select-incidents.ts';

/** From this resolution on a cell is a few houses. */
const RESOLUTION_OF_HOUSES = 10;
/** The side of a square as large as such a cell (0.015 km²). */
const SQUARE_OF_HOUSES_METERS = 123;

/**
 * Leave out what happened in flats and houses where places are so fine that they would point at a home; the rows stand
 * in the account of their file. Streets and the user's own polygons are no homes.
 */
export function withoutDwellings<
  Data extends { study: Study; incidents: Incidents; accounts: readonly FileAccount[] },
>(data: Data): Data {
  const { study, incidents, accounts } = data;
  const { codes, labels } = incidents.placeType;
  const dwelling = labels.map((label) => label !== '' && isDwelling(label));
  if (!isAsFineAsHouses(study) || !codes.some((code) => dwelling[code])) return data;
  const keep = Uint8Array.from(codes, (code) => (dwelling[code] ? 0 : 1));
  const counted = structuredClone(accounts) as FileAccount[];
  let index = 0;
  for (const account of counted) {
    for (const end = index + account.kept; index < end; index++) {
      if (keep[index] === 1) continue;
      dropKept(account, 'dwelling', incidents.row[index], yearOf(incidents.time[index]));
    }
  }
  const selected = selectIncidents(incidents, keep);
  recountTimes(selected, counted);
  return { ...data, incidents: selected, accounts: counted };
}

function isAsFineAsHouses(study: Study): boolean {
  const unit = unitOf(study);
  switch (unit.kind) {
    case 'h3':
      return unit.resolution >= RESOLUTION_OF_HOUSES;
    case 'squares':
      return unit.grid.size <= SQUARE_OF_HOUSES_METERS;
    default:
      return unit.kind === 'address';
  }
}
