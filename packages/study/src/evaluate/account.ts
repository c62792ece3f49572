import { type Incidents, OrynError } from '@oryn/core';
import { apartLayerOf, type FileAccount } from '@oryn/ingest';
import type { StudyData } from './read.ts';

/** What became of every row: read = kept + dropped; kept = inside + outside; inside = analysed + apart. */
export interface Account {
  files: FileAccount[];
  read: number;
  kept: number;
  dropped: Record<string, number>;
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

function totalDropped(files: readonly FileAccount[]): Record<string, number> {
  const dropped: Record<string, number> = {};
  for (const file of files) {
    for (const [reason, rows] of Object.entries(file.dropped))
      dropped[reason] = (dropped[reason] ?? 0) + rows;
  }
  return dropped;
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
    dropped: totalDropped(data.accounts),
    withoutDate: total((file) => file.withoutDate),
    withoutHour: total((file) => file.withoutHour),
    inside: inside.count,
    outside: kept - inside.count,
    ...(insideMask !== undefined && { insideMask, outsideMask: inside.count - insideMask }),
    analysed: inside.count - apart.policeDetected - apart.placeless,
    apart,
  };
}

/** The error of a study none of whose rows can be used: bad coordinates, or all of them elsewhere. */
export function nothingInside(data: StudyData): OrynError {
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
