import type { LorenzCurve } from './lorenz.ts';

/** What a law of counts gives over very many places: the expectation of every measure of concentration. */
export interface CountLaw {
  /** Incidents per place. */
  readonly mean: number;
  /** Probability of at least one incident. */
  readonly occupied: number;
  /** Expected Gini over all places. */
  readonly gini: number;
  /** Expected Theil index over all places. */
  readonly theil: number;
  /** Share of all places that hold a share of the incidents, busiest first, linear inside a tier. */
  shareOfPlaces(incidentShare: number): number;
  /** Share of the incidents in a share of the places, the inverse of it. */
  shareOfIncidents(placeShare: number): number;
  /** Corners of the expected Lorenz curve, busiest places first, from (0, 0) to (1, 1). */
  readonly curve: LorenzCurve;
}

/**
 * The law from the corners of its Lorenz curve, (P(X >= n), sum of j P(j) over j >= n / mean) for falling n (methods
 * B5). Two corners one count apart lose nothing, since the curve is straight between them.
 *
 * These are limits for many places. Over N places the expected Gini is smaller by up to 1 / N of itself (over a single
 * place it is 0): for few places `chanceThrows` and `expectedGini` are exact.
 *
 * @param curve from (0, 0) to (1, 1), both shares never falling
 */
export function countLaw(mean: number, occupied: number, curve: LorenzCurve): CountLaw {
  const { placeShare, incidentShare } = curve;
  let doubled = 0;
  let theil = 0;
  for (let i = 1; i < placeShare.length; i++) {
    const places = placeShare[i] - placeShare[i - 1];
    const incidents = incidentShare[i] - incidentShare[i - 1];
    doubled += (incidentShare[i] + incidentShare[i - 1]) * places;
    if (incidents > 0 && places > 0) theil += incidents * Math.log(incidents / places);
  }
  return {
    mean,
    occupied,
    gini: doubled - 1,
    theil,
    curve,
    shareOfPlaces: (share) => along(incidentShare, placeShare, share),
    shareOfIncidents: (share) => along(placeShare, incidentShare, share),
  };
}

/** The value of `to` where `from`, which never falls, reaches a value. */
function along(from: readonly number[], to: readonly number[], value: number): number {
  let corner = 1;
  while (corner < from.length - 1 && from[corner] < value) corner++;
  const step = from[corner] - from[corner - 1];
  const part = step > 0 ? (value - from[corner - 1]) / step : 0;
  return to[corner - 1] + part * (to[corner] - to[corner - 1]);
}
