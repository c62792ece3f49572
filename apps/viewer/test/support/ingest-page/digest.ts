import type { ReadResult } from '@oryn/ingest';

export interface Digest {
  lon: number[];
  lat: number[];
  [column: string]: unknown;
}

/** All that was read, as plain numbers and texts that can leave the page and be compared. */
export function digestOf({ incidents, accounts, columns }: ReadResult): Digest {
  const { lon, lat, time, hourKnown, category, district } = incidents;
  return JSON.parse(
    JSON.stringify({
      ...{ lon: [...lon], lat: [...lat], time: [...time], hourKnown: [...hourKnown] },
      category: [...category.codes].map((code) => category.labels[code]),
      district: district && [...district.codes].map((code) => district.labels[code]),
      accounts,
      columns,
    }),
  );
}
