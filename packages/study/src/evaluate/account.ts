import { type Incidents, OrynError } from '@oryn/core';
import { apartLayerOf, type FileAccount } from '@oryn/ingest';
import type { StudyData } from './read.ts';

/** What became of every row: read = kept + dropped; kept = inside + outside; inside = analysed + apart. */
export interface Account {
  files: FileAccount[];
  read: number;
  kept: number;
  dropped: Record<string, number>;
  /** Kept rows whose coordinates were mended, by what was wrong. */
  mended: Record<string, number>;
  /** Kept rows whose axes or signs look wrong, but not with certainty. */
  suspicious: number;
  /** Rows that repeat an earlier row in every cell; kept unless a person asked otherwise. */
  exactDuplicates: number;
  withoutDate: number;
  withoutHour: number;
  /** Kept rows inside and outside the area; without a boundary all are inside. */
  inside: number;
  outside: number;
  /** Inside, in places where an incident is possible and not; only with such a mask. */
  insideMask?: number;
  outsideMask?: number;
  /** Inside, counted in the place analysis, and kept in layers of their own. */
  analysed: number;
  apart: { policeDetected: number; placeless: number };
}

/** Counts of several files by the same keys, added up. */
function sumsOf(counts: readonly Partial<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const count of counts) {
    for (const [key, n] of Object.entries(count)) sums[key] = (sums[key] ?? 0) + (n ?? 0);
  }
  return sums;
}

/** Incidents of the layers that are kept apart. */
function apartOf(incidents: Pick<Incidents, 'category'>, asked?: readonly string[]): Account['apart'] {
  const { codes, labels } = incidents.category;
  const layers = labels.map((label) => (asked?.includes(label) ? undefined : apartLayerOf(label)));
  const apart = { policeDetected: 0, placeless: 0 };
  for (const code of codes) {
    if (layers[code] === 'police-detected') apart.policeDetected++;
    else if (layers[code] === 'placeless') apart.placeless++;
  }
  return apart;
}

/**
 * The account of a study.
 *
 * @param inside the kept incidents that lie inside the area
 * @param insideMask how many of them lie where an incident is possible; undefined without a mask
 */
export function accountOf(
  data: Pick<StudyData, 'accounts' | 'study'>,
  inside: Pick<Incidents, 'count' | 'category'>,
  insideMask?: number,
): Account {
  const total = (of: (file: FileAccount) => number): number =>
    data.accounts.reduce((sum, file) => sum + of(file), 0);
  const kept = total((file) => file.kept);
  const apart = apartOf(inside, data.study.category);
  return {
    files: data.accounts,
    read: total((file) => file.read),
    kept,
    dropped: sumsOf(data.accounts.map((file) => file.dropped)),
    mended: sumsOf(data.accounts.map((file) => file.mended)),
    suspicious: total((file) => file.suspicious),
    exactDuplicates: total((file) => file.exactDuplicates),
    withoutDate: total((file) => file.withoutDate),
    withoutHour: total((file) => file.withoutHour),
    inside: inside.count,
    outside: kept - inside.count,
    ...(insideMask !== undefined && { insideMask, outsideMask: inside.count - insideMask }),
    analysed: inside.count - apart.policeDetected - apart.placeless,
    apart,
  };
}

/** Rows without a place. */
const UNPLACED = ['no-coordinates', 'not-a-number', 'zero-zero', 'out-of-range'] as const;

/** The error of a study none of whose rows can be used: bad coordinates or dates, left out for what they are, or elsewhere. */
export function nothingInside(data: Pick<StudyData, 'incidents' | 'accounts' | 'study'>): OrynError {
  const { incidents, study } = data;
  if (incidents.count === 0) {
    const [account] = data.accounts;
    const badDates = account.dropped['bad-date'] ?? 0;
    if (badDates * 2 > account.read) {
      return new OrynError('dates.none-valid', {
        file: account.file,
        rows: badDates,
        row: account.firstRow['bad-date'] ?? 0,
      });
    }
    const row = Math.min(...Object.values(account.firstRow));
    const unplaced = UNPLACED.reduce((sum, reason) => sum + (account.dropped[reason] ?? 0), 0);
    if (unplaced * 2 <= account.read) {
      return new OrynError('rows.left-out', { file: account.file, rows: account.read, row });
    }
    return new OrynError('coordinates.none-valid', { file: account.file, rows: account.read, row });
  }
  return new OrynError('coordinates.all-outside', {
    count: incidents.count,
    area: study.boundary ?? '',
    row: incidents.row[0],
    lon: incidents.lon[0],
    lat: incidents.lat[0],
  });
}
