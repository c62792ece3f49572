import { OrynError } from '../errors/oryn-error.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { centralRange } from './central-range.ts';
import { CONCENTRATION_PERCENTS } from './concentration.ts';
import { countTiers } from './count-tiers.ts';
import { giniOfTiers, rankSum } from './gini.ts';
import { incidentThrower } from './incident-thrower.ts';
import { fewestPlaces } from './share-of-places.ts';

/** What an incident falls on: any place alike, or each in proportion to its length, addresses, people. */
export type ThrowNull = 'multinomial-even' | 'multinomial-exposure';

export interface MarginalShare {
  /** Of the incidents. */
  percent: number;
  /** Share of all places that hold this percentage, k / N. */
  observed: number;
  /** Of the throws: mean, and the bounds between which 95 of 100 lie. */
  mean: number;
  low: number;
  high: number;
  /** mean - observed: above 0 the incidents are more concentrated than chance. */
  excess: number;
  /** (1 + throws with as few places or fewer) / (draws + 1). */
  p: number;
}

/** Observed concentration against the same incidents thrown at random on the same places. */
export interface ChanceThrows {
  null: ThrowNull;
  places: number;
  incidents: number;
  draws: number;
  seed: number;
  /** One-sided: only more concentration than chance counts. */
  alternative: 'more-concentrated';
  correction: 'none';
  shares: MarginalShare[];
  gini: { observed: number; mean: number; low: number; high: number; p: number };
  /** Places of exposure 0, and the incidents they hold nevertheless: no throw can bring one there. */
  placesWithoutExposure: number;
  incidentsWithoutExposure: number;
}

/**
 * Marginal crime concentration (Chalfin, Kaplan & Cuellar 2021; methods B6): the share of places that hold 25, 50 and
 * 80 % of the incidents, set against throws of as many incidents on the same places. Zero places stay in. The law of a
 * throw is exactly multinomial; k is compared with k in whole numbers, and the Gini by its whole rank sum.
 *
 * The excess tests one city. It grows with the number of incidents per place, so it never ranks cities or years. An even
 * throw over a boundary with empty land is beaten by any city: name what the incidents were thrown on. Incidents in
 * places without exposure count towards the concentration observed, and no throw can repeat them: their number tells
 * how far an exposure fits.
 *
 * Cost: draws × (places + √(places × incidents)).
 *
 * @param counts whole numbers >= 0, zeros included
 * @param options.draws whole number >= 1; the least p is 1 / (draws + 1)
 * @param options.exposure of each place, >= 0, in any unit; absent: all places alike
 * @returns NaN for every share and p, and no draw, without incidents
 * @throws OrynError scan.no-exposure
 * @throws RangeError counts that are not whole numbers >= 0, exposures that are negative or not finite, lengths that
 *   differ, draws < 1
 */
export function chanceThrows(
  counts: ArrayLike<number>,
  options: {
    percents?: readonly number[];
    draws: number;
    seed: number;
    exposure?: ArrayLike<number> | undefined;
    onProgress?: OnProgress | undefined;
  },
): ChanceThrows {
  const { percents = CONCENTRATION_PERCENTS, seed, exposure, onProgress } = options;
  if (!(Number.isSafeInteger(options.draws) && options.draws >= 1))
    throw new RangeError(`${options.draws} draws; a whole number >= 1 is needed`);
  const without = checkedExposure(counts, exposure);
  const tiers = countTiers(counts);
  const { places, incidents } = tiers;
  const draws = incidents > 0 ? options.draws : 0;
  const thrownPlaces = percents.map(() => new Float64Array(draws));
  const thrownRanks = new Float64Array(draws);
  if (draws > 0) {
    const throwIncidents = incidentThrower(places, incidents, exposure);
    const thrown = new Uint32Array(places);
    for (let draw = 0; draw < draws; draw++) {
      onProgress?.(draw, draws);
      throwIncidents(thrown, drawGenerator(seed, draw));
      const thrownTiers = countTiers(thrown);
      percents.forEach((percent, i) => {
        thrownPlaces[i][draw] = fewestPlaces(thrownTiers, percent).k;
      });
      thrownRanks[draw] = rankSum(thrownTiers);
    }
  }
  const giniOfRanks = (ranks: number): number => (2 * ranks) / (places * incidents) - (places + 1) / places;
  const ranks = rankSum(tiers);
  const { mean, low, high } = centralRange(thrownRanks);
  return {
    null: exposure ? 'multinomial-exposure' : 'multinomial-even',
    places,
    incidents,
    draws,
    seed,
    alternative: 'more-concentrated',
    correction: 'none',
    shares: percents.map((percent, i) => {
      const k = draws > 0 ? fewestPlaces(tiers, percent).k : Number.NaN;
      const of = centralRange(thrownPlaces[i]);
      return {
        percent,
        observed: k / places,
        mean: of.mean / places,
        low: of.low / places,
        high: of.high / places,
        excess: (of.mean - k) / places,
        p: pseudoP(thrownPlaces[i], (thrown) => thrown <= k),
      };
    }),
    gini: {
      observed: giniOfTiers(tiers).gini,
      mean: giniOfRanks(mean),
      low: giniOfRanks(low),
      high: giniOfRanks(high),
      p: pseudoP(thrownRanks, (thrown) => thrown >= ranks),
    },
    ...without,
  };
}

function checkedExposure(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number> | undefined,
): { placesWithoutExposure: number; incidentsWithoutExposure: number } {
  if (exposure && exposure.length !== counts.length)
    throw new RangeError(`${exposure.length} exposures for ${counts.length} places`);
  let total = 0;
  let placesWithoutExposure = 0;
  let incidentsWithoutExposure = 0;
  for (let i = 0; i < counts.length; i++) {
    if (!Number.isSafeInteger(counts[i]) || counts[i] < 0)
      throw new RangeError(`count ${counts[i]} at ${i} is not a whole number >= 0`);
    if (!exposure) continue;
    if (!(exposure[i] >= 0 && exposure[i] < Number.POSITIVE_INFINITY))
      throw new RangeError(`exposure ${exposure[i]} of place ${i} is not a finite number >= 0`);
    total += exposure[i];
    if (exposure[i] > 0) continue;
    placesWithoutExposure++;
    incidentsWithoutExposure += counts[i];
  }
  if (exposure && counts.length > 0 && !(total > 0))
    throw new OrynError('scan.no-exposure', { places: counts.length });
  return { placesWithoutExposure, incidentsWithoutExposure };
}

function pseudoP(values: Float64Array, isAsExtreme: (value: number) => boolean): number {
  if (values.length === 0) return Number.NaN;
  return (1 + values.reduce((sum, value) => sum + (isAsExtreme(value) ? 1 : 0), 0)) / (values.length + 1);
}
