/** Points outside the area, up to a distance from its boundary. */
export interface OutsideBand {
  /** Metres from the boundary, included; null: farther than all others. */
  upToMeters: number | null;
  n: number;
  /** Number of the first row in its file; null where there is none. */
  firstRow: number | null;
}

const BANDS_METERS = [100, 1_000, 10_000, 100_000, Number.POSITIVE_INFINITY] as const;

/**
 * Points outside the area by distance. Up to 100 m is a question of where the line was drawn; beyond 10 km it
 * is another town or a failed geocode.
 *
 * @param distances metres from the boundary; NaN for a point inside
 */
export function outsideByDistance(distances: ArrayLike<number>, row: ArrayLike<number>): OutsideBand[] {
  const bands: OutsideBand[] = BANDS_METERS.map((upTo) => ({
    upToMeters: Number.isFinite(upTo) ? upTo : null,
    n: 0,
    firstRow: null,
  }));
  for (let i = 0; i < distances.length; i++) {
    if (Number.isNaN(distances[i])) continue;
    const band = bands[BANDS_METERS.findIndex((upTo) => distances[i] <= upTo)];
    band.n++;
    band.firstRow ??= row[i];
  }
  return bands;
}
