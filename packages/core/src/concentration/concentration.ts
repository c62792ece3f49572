import { type GiniCoefficients, generaliseGini, giniCoefficients } from './gini.ts';
import { poissonNull } from './poisson-null.ts';
import { type ShareOfPlaces, shareOfPlaces } from './share-of-places.ts';

/**
 * `area`: all places in the boundary; `file`: all of the user's file, without one; `mask`: those where an incident is
 * possible; `any`: those with one.
 */
export type DenominatorName = 'area' | 'file' | 'occupied-neighbourhood' | 'mask' | 'any' | 'table';

export interface ConcentrationShare extends ShareOfPlaces {
  /** The same share if the incidents fell evenly on the places by chance. */
  expectedShare: number;
}

/** Concentration over one denominator, with what chance alone would give. */
export interface Concentration {
  denominator: DenominatorName;
  places: number;
  incidents: number;
  incidentsPerPlace: number;
  /** 25, 50 and 80 percent. */
  shares: ConcentrationShare[];
  gini: GiniCoefficients;
  expected: { gini: number; generalisedGini: number };
  /** The null behind every expectation: independent Poisson counts of equal mean over these places. */
  null: (typeof NULL_OF)[DenominatorName];
}

export const CONCENTRATION_PERCENTS = [25, 50, 80] as const;

const NULL_OF = {
  area: 'poisson-even-area',
  file: 'poisson-even-file',
  mask: 'poisson-even-mask',
  'occupied-neighbourhood': 'poisson-even-occupied',
  any: 'poisson-even-any',
  table: 'poisson-even-table',
} as const;

/**
 * Concentration over a set of places. NaN throughout where there is no incident.
 *
 * A share inside the published range says nothing by itself: chance gives 3.2 to 5.7 percent for half of the
 * incidents whenever there are .07 to .13 incidents per place. Compare places of different volume only at
 * equal incidents per place.
 *
 * @param counts whole numbers >= 0, zeros included
 */
export function concentrationOver(counts: ArrayLike<number>, denominator: DenominatorName): Concentration {
  const incidents = sum(counts);
  const chance = poissonNull(incidents / counts.length);
  return {
    denominator,
    places: counts.length,
    incidents,
    incidentsPerPlace: chance.mean,
    shares: sharesWith(counts, (share) => (incidents > 0 ? chance.shareOfPlaces(share) : Number.NaN)),
    gini: giniCoefficients(counts),
    expected: {
      gini: incidents > 0 ? chance.gini : Number.NaN,
      generalisedGini: incidents > 0 ? generaliseGini(chance.gini, counts.length, incidents) : Number.NaN,
    },
    null: NULL_OF[denominator],
  };
}

/**
 * Concentration over the places with at least one incident, of whichever set they come from. Its chance throws
 * the same incidents evenly over these places alone, so it also leaves some of them empty.
 */
export function concentrationOverOccupied(counts: ArrayLike<number>): Concentration {
  return concentrationOver(
    Array.from(counts).filter((n) => n > 0),
    'any',
  );
}

function sharesWith(counts: ArrayLike<number>, expected: (share: number) => number): ConcentrationShare[] {
  return CONCENTRATION_PERCENTS.map((percent) => ({
    ...shareOfPlaces(counts, percent),
    expectedShare: expected(percent / 100),
  }));
}

function sum(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  return total;
}
