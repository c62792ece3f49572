import {
  type Incidents,
  isoDate,
  OrynError,
  parseIsoDate,
  SECONDS_PER_DAY,
  selectIncidents,
} from '@oryn/core';
import { type DropReason, dropKept, type FileAccount, type Reject, yearOf } from '@oryn/ingest';
import type { Study } from '../definition/schema.ts';

export interface Selection {
  /** Rows that were struck off the register stay, with their mark: for the array of locations, not for places. */
  keepStruckOff?: boolean | undefined;
  onReject?: ((reject: Reject) => void) | undefined;
}

/**
 * Leave out rows outside the period, of other categories and struck off the register, and count them in the
 * account of their file.
 *
 * @throws OrynError category.unknown, period.empty
 */
export function select(
  incidents: Incidents,
  accounts: readonly FileAccount[],
  study: Pick<Study, 'from' | 'to' | 'category'>,
  { keepStruckOff = false, onReject }: Selection = {},
): Incidents {
  const from = study.from === undefined ? -Infinity : parseIsoDate(study.from)! * SECONDS_PER_DAY;
  const to = study.to === undefined ? Infinity : (parseIsoDate(study.to)! + 1) * SECONDS_PER_DAY;
  const hasPeriod = study.from !== undefined || study.to !== undefined;
  const wanted = study.category && new Set(study.category);
  if (wanted) checkCategories(wanted, incidents.category.labels);
  const reasonOf = (index: number): DropReason | undefined => {
    const time = incidents.time[index];
    const category = incidents.category.labels[incidents.category.codes[index]];
    if (!keepStruckOff && incidents.discontinued?.[index]) return 'struck-off';
    if (hasPeriod && Number.isNaN(time)) return 'no-date';
    if (hasPeriod && !(time >= from && time < to)) return 'outside-period';
    return wanted && !wanted.has(category) ? 'other-category' : undefined;
  };
  const keep = new Uint8Array(incidents.count).fill(1);
  let index = 0;
  for (const account of accounts) {
    for (const end = index + account.kept; index < end; index++) {
      const reason = reasonOf(index);
      if (reason === undefined) continue;
      keep[index] = 0;
      dropKept(account, reason, incidents.row[index], yearOf(incidents.time[index]));
      onReject?.({ file: account.file, row: incidents.row[index], reason, cells: {} });
    }
  }
  const selected = keep.includes(0) ? selectIncidents(incidents, keep) : incidents;
  if (selected.count === 0 && incidents.count > 0 && hasPeriod) throw periodEmpty(incidents, study);
  recountTimes(selected, accounts);
  return selected;
}

function checkCategories(wanted: ReadonlySet<string>, labels: readonly string[]): void {
  const known = labels.filter((label) => label !== '');
  const unknown = [...wanted].find((label) => !known.includes(label));
  if (unknown === undefined) return;
  throw new OrynError('category.unknown', { given: unknown, known: known.slice(0, 40).join(', ') });
}

function periodEmpty(incidents: Incidents, study: Pick<Study, 'from' | 'to'>): OrynError {
  let [first, last] = [Infinity, -Infinity];
  for (const time of incidents.time) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const day = (seconds: number): string =>
    Number.isFinite(seconds) ? isoDate(Math.floor(seconds / SECONDS_PER_DAY)) : '–';
  return new OrynError('period.empty', {
    from: study.from ?? '…',
    to: study.to ?? '…',
    first: day(first),
    last: day(last),
  });
}

/** Dates and hours not known are counted over the rows that are still kept. */
export function recountTimes(incidents: Incidents, accounts: readonly FileAccount[]): void {
  let index = 0;
  for (const account of accounts) {
    account.withoutDate = 0;
    account.withoutHour = 0;
    for (const end = index + account.kept; index < end; index++) {
      if (Number.isNaN(incidents.time[index])) account.withoutDate++;
      else if (!incidents.hourKnown[index]) account.withoutHour++;
    }
  }
}
