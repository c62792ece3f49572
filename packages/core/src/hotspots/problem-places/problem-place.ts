/**
 * How a place may come in: `own-count`, its own count is too large for the fitted law of counts; `neighbourhood`,
 * it and its neighbours together hold too many (Getis-Ord, hot at q <= .05).
 */
export type ProblemPlaceRoute = 'own-count' | 'neighbourhood';

export const PROBLEM_PLACE_ROUTES: readonly ProblemPlaceRoute[] = ['own-count', 'neighbourhood'];

/** A contiguous group of places, small enough to be worked, that passed a test of its own. */
export interface ProblemPlace {
  /** 1 for the most expected incidents a year, by count or by density. */
  rank: number;
  /** Positions in the places table, the peak first, then in the order they joined. */
  members: number[];
  n: number;
  /** Incidents under the even null, or in proportion to the exposure. */
  expected: number;
  /** n - expected; overstated, since the members were chosen by the same counts. */
  excess: number;
  /** n / expected; overstated for the same reason. */
  ratio: number;
  /**
   * Shrunken incidents a year at the city's mean level (posterior mean), and the central 95 % of that rate; a count of
   * one year strays further.
   */
  perYear: number;
  perYearInterval: [number, number];
  /** `perYear` by km²; NaN where the area is not known. */
  perYearPerKm2: number;
  areaKm2: number;
  /** Mean of the centres of the members, degrees. */
  lon: number;
  lat: number;
  /** Largest score and smallest q of a member in the map of hot places: of single places, not of the group. */
  peakZ: number;
  smallestQ: number;
  /** Routes by which the group passes its own test; of a group not confirmed, those that brought a member in. */
  routes: ProblemPlaceRoute[];
  /** The statistic: the smallest upper tail of a member by each route; NaN where no member came by that route. */
  tails: { ownCount: number; neighbourhood: number };
  /** The smaller of the two times all tails looked at: at most the chance that any place comes so far by chance. */
  p: number;
  /** Benjamini-Hochberg over the groups of its round: of those with q <= .05 at most 5 % are expected to be false. */
  q: number;
  /** 1, or higher where it was found after busier ones had been set aside. */
  round: number;
}

/** Most places of one problem place, by H3 resolution: about half a square kilometre in Kazakhstan. */
export function defaultMaxCells(resolution: number): number {
  if (resolution <= 8) return 1;
  return 4 * 7 ** (resolution - 9);
}
