import { OrynError } from '@oryn/core';
import { findRepairs, REPAIR } from '../coordinates/repair.ts';
import { accountOfYear, drop, type FileAccount, yearOf } from './account.ts';
import type { IncidentsBuilder } from './incidents-builder.ts';
import type { LocatedTally } from './located-tally.ts';
import type { ReadOptions } from './read-incidents.ts';

/** More rows than this share with exchanged axes: the columns are named the wrong way round. */
const SHARE_OF_A_FILE = 0.25;

/**
 * Mend exchanged axes and wrong signs of the file whose rows begin at `start`, where that is certain; rows that
 * stay out of range are left out. Everything is counted.
 *
 * @throws OrynError coordinates.swapped
 */
export function mendCoordinates(
  builder: IncidentsBuilder,
  start: number,
  account: FileAccount,
  located: LocatedTally,
  options: ReadOptions,
): void {
  const { lon, lat } = builder;
  const groups = builder.texts.district?.codes.view(start);
  const repairs = findRepairs(lon.view(start), lat.view(start), groups, options.area);
  const keep = new Uint8Array(repairs.length).fill(1);
  let exchanged = 0;
  let firstExchanged = -1;
  for (let i = 0; i < repairs.length; i++) {
    const at = start + i;
    const [east, north] = [lon.at(at), lat.at(at)];
    const wasInRange = isInRange(east, north);
    const year = yearOf(builder.time.at(at));
    if (repairs[i] === REPAIR.exchangedAxes) {
      lon.set(at, north);
      lat.set(at, east);
      if (exchanged++ === 0) firstExchanged = i;
      account.mended['exchanged-axes'] = exchanged;
    } else if (repairs[i] === REPAIR.wrongLonSign || repairs[i] === REPAIR.wrongLatSign) {
      if (repairs[i] === REPAIR.wrongLonSign) lon.set(at, -east);
      else lat.set(at, -north);
      account.mended['wrong-sign'] = (account.mended['wrong-sign'] ?? 0) + 1;
    } else if (!wasInRange) {
      keep[i] = 0;
      account.kept--;
      const ofYear = accountOfYear(account, year);
      ofYear.kept--;
      ofYear.struckOff -= builder.flags.discontinued?.at(at) ?? 0;
      drop(account, 'out-of-range', builder.row.at(at), year);
      options.onReject?.({
        file: account.file,
        row: builder.row.at(at),
        reason: 'out-of-range',
        cells: { lon: String(east), lat: String(north) },
      });
      continue;
    } else if (repairs[i] === REPAIR.suspicious) account.suspicious++;
    if (!wasInRange) located.mended(year, builder.category.codes.at(at));
  }
  if (exchanged > SHARE_OF_A_FILE * repairs.length) {
    throw new OrynError('coordinates.swapped', {
      file: account.file,
      count: exchanged,
      row: builder.row.at(start + firstExchanged),
      lon: lat.at(start + firstExchanged),
      lat: lon.at(start + firstExchanged),
    });
  }
  builder.compact(start, keep);
}

function isInRange(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
