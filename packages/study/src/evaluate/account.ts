import type { Incidents } from '@oryn/core';
import { apartLayerOf, type FileAccount } from '@oryn/ingest';

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

export function totalDropped(files: readonly FileAccount[]): Record<string, number> {
  const dropped: Record<string, number> = {};
  for (const file of files) {
    for (const [reason, rows] of Object.entries(file.dropped))
      dropped[reason] = (dropped[reason] ?? 0) + rows;
  }
  return dropped;
}

/** Incidents of the layers that are kept apart. */
export function apartOf(incidents: Pick<Incidents, 'category'>): Account['apart'] {
  const { codes, labels } = incidents.category;
  const layers = labels.map(apartLayerOf);
  const apart = { policeDetected: 0, placeless: 0 };
  for (const code of codes) {
    if (layers[code] === 'police-detected') apart.policeDetected++;
    else if (layers[code] === 'placeless') apart.placeless++;
  }
  return apart;
}
