import { countTiers } from './count-tiers.ts';
import { generalisedShare } from './generalised-share.ts';
import { type GiniCoefficients, generaliseGini, giniOfTiers } from './gini.ts';
import { poissonNull } from './poisson-null.ts';
import { type ShareOfPlaces, shareOfTiers } from './share-of-places.ts';
import { theilOfTiers } from './theil.ts';
import { type TopShare, topShare } from './top-share.ts';

/**
 * `area`: all places in the boundary; `file`: all of the user's file, without one; `mask`: those where an incident is
 * possible; `any`: those with one.
 */
export type DenominatorName = 'area' | 'file' | 'occupied-neighbourhood' | 'mask' | 'any' | 'table';

export interface ConcentrationShare extends ShareOfPlaces {
  /** The same share if the incidents fell evenly on the places by chance. */
  expectedShare: number;
  /** k / min(places, incidents) (Andresen & Weisburd 2025), and the same of the expected share. */
  generalisedShare: number;
  expectedGeneralisedShare: number;
}

/** Concentration over one denominator, with what chance alone would give. */
export interface Concentration {
  denominator: DenominatorName;
  places: number;
  incidents: number;
  incidentsPerPlace: number;
  /** 25, 50 and 80 percent. */
  shares: ConcentrationShare[];
  /** The inverse: incidents in the top 1, 5 and 10 percent of places. */
  top: TopShare[];
  gini: GiniCoefficients;
  theil: number;
  expected: { gini: number; generalisedGini: number; theil: number };
  /** The null behind every expectation: independent Poisson counts of equal mean over these places. */
  null: (typeof NULL_OF)[DenominatorName];
}

export const CONCENTRATION_PERCENTS = [25, 50, 80] as const;

/** Of the places. */
export const TOP_PERCENTS = [1, 5, 10] as const;

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
  const tiers = countTiers(counts);
  const { places, incidents } = tiers;
  const chance = incidents > 0 ? poissonNull(incidents / places) : undefined;
  return {
    denominator,
    places,
    incidents,
    incidentsPerPlace: incidents / places,
    shares: CONCENTRATION_PERCENTS.map((percent) => {
      const found = shareOfTiers(tiers, percent);
      const expectedShare = chance?.shareOfPlaces(percent / 100) ?? Number.NaN;
      return {
        ...found,
        expectedShare,
        generalisedShare: generalisedShare(found.share, places, incidents),
        expectedGeneralisedShare: generalisedShare(expectedShare, places, incidents),
      };
    }),
    top: TOP_PERCENTS.map((percent) => topShare(tiers, percent, chance)),
    gini: giniOfTiers(tiers),
    theil: theilOfTiers(tiers),
    expected: {
      gini: chance?.gini ?? Number.NaN,
      generalisedGini: chance ? generaliseGini(chance.gini, places, incidents) : Number.NaN,
      theil: chance?.theil ?? Number.NaN,
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
