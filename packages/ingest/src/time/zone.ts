import { OrynError } from '@oryn/core';
import type { Table } from '../formats/table.ts';
import { parseMoment } from './moment.ts';

/**
 * Seconds east of UTC of `+05:00`, `-0330`, `+5` or `utc`; undefined for `local`, which leaves every clock as
 * written.
 *
 * @throws OrynError zone.invalid
 */
export function offsetOfZone(zone: string): number | undefined {
  const text = zone.trim().toLowerCase();
  if (text === 'local') return undefined;
  if (text === 'utc' || text === 'z') return 0;
  const offset = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  const [hours, minutes] = [Number(offset?.[2]), Number(offset?.[3] ?? 0)];
  if (!offset || hours > 14 || minutes > 59) throw new OrynError('zone.invalid', { given: zone });
  return (offset[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** How the epoch column of the official layer stands to the clock in words beside it. */
export interface ZoneFromPair {
  /** Hours to add to the epoch read as UTC to get the clock written; 0 where the epoch is the local clock. */
  hours: number;
  /** Rows with both, and how many of them agree. */
  rows: number;
  agreeing: number;
}

const AGREEING = 0.9;

/**
 * The official layer gives the time twice, as an epoch (`dat_sover`) and in words (`dat_sover_str`). Old services
 * write the local clock as if it were UTC, new ones may not: the constant difference tells. Undefined where
 * either column is missing or no difference holds for nine rows of ten.
 */
export function zoneFromPair(table: Pick<Table, 'columns' | 'sample'>): ZoneFromPair | undefined {
  const lower = table.columns.map((name) => name.toLowerCase());
  const [epoch, words] = [lower.indexOf('dat_sover'), lower.indexOf('dat_sover_str')];
  if (epoch < 0 || words < 0) return undefined;
  const times = new Map<number, number>();
  let rows = 0;
  for (const row of table.sample) {
    const [instant, clock] = [parseMoment(row[epoch] ?? ''), parseMoment(row[words] ?? '')];
    if (instant?.offset === undefined || !clock || clock.dateOnly) continue;
    const seconds = clock.seconds - (instant.seconds - instant.offset);
    const quarters = Math.round(seconds / 900);
    rows++;
    times.set(quarters, (times.get(quarters) ?? 0) + 1);
  }
  const [best] = [...times].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < AGREEING * rows) return undefined;
  return { hours: best[0] / 4, rows, agreeing: best[1] };
}
