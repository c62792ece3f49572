import {
  type HotPlaces,
  hotPlaces,
  type Incidents,
  type Places,
  type WeightedConcentration,
  weightedConcentration,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { testOptions } from './analyse.ts';

/** What the weights of incidents say, beside what their number says. */
export interface Weighted {
  /** Sum of the known weights in each place. */
  w: Float64Array;
  /** Getis-Ord of the sums, by permutation: weights are no whole numbers. */
  hot: HotPlaces;
  /** Over the tested places, and over all where there is a mask. */
  concentration: WeightedConcentration[];
}

/** Draws of a place stop once each tail is reached this often: most places are quickly known to be ordinary. */
const EXCEEDANCES = 20;

/**
 * Sums, local statistic and concentration of weights. Incidents without a weight are left out of all three.
 *
 * @param analysed 1 for every category that takes part in the place analysis
 */
export function weightedOf(
  incidents: Incidents & { weight: Float64Array },
  placeOf: Int32Array,
  analysed: Uint8Array,
  places: Places,
  inMask: Uint8Array | undefined,
  study: Pick<Study, 'statistic' | 'correction' | 'permutations' | 'seed'>,
): Weighted {
  const { weight, category } = incidents;
  const takesPart = (i: number): boolean => analysed[category.codes[i]] === 1;
  const w = new Float64Array(places.count);
  for (let i = 0; i < incidents.count; i++) {
    if (takesPart(i) && !Number.isNaN(weight[i])) w[placeOf[i]] += weight[i];
  }
  const test = testOptions({ ...study, inference: 'permutation' });
  const hot = hotPlaces(w, places.neighbours, {
    ...test,
    permutation: { seed: study.seed, draws: study.permutations, exceedances: EXCEEDANCES },
    statistic: study.statistic === 'gi' ? 'gi' : 'gi-star',
    include: inMask,
  });
  const over = (
    denominator: WeightedConcentration['denominator'],
    numberOf: (place: number) => number,
    count: number,
  ): WeightedConcentration => {
    const numbers = Int32Array.from(placeOf, (place, i) => (takesPart(i) ? numberOf(place) : -1));
    return weightedConcentration(weight, numbers, { denominator, places: count, seed: study.seed });
  };
  const concentration: WeightedConcentration[] = [];
  if (inMask) {
    const number = new Int32Array(places.count).fill(-1);
    let tested = 0;
    for (let place = 0; place < places.count; place++) if (inMask[place] === 1) number[place] = tested++;
    concentration.push(over('mask', (place) => number[place], tested));
  }
  if (places.extent !== 'occupied') concentration.push(over(places.extent, (place) => place, places.count));
  return { w, hot, concentration };
}
