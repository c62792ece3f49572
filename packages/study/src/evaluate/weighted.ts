import {
  type HotPlaces,
  hotPlaces,
  type LocalMoranPlaces,
  type LocalTestOptions,
  localMoranPlaces,
  type OnProgress,
  type Places,
  type WeightedConcentration,
  weightedConcentration,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { LOCAL_DRAWS, type TestKeys, testOptions } from './analyse.ts';

/** Draws of a place stop once each tail is reached this often: most places are quickly known to be ordinary. */
const EXCEEDANCES = 20;

/** The analysed incidents with what each weighs, NaN where that is not known, and the place of each. */
export interface WeightedIncidents {
  weight: Float64Array;
  /** -1 for an incident of a layer kept apart. */
  placeOf: Int32Array;
}

/** Sum of the known weights in each place; incidents without a weight are left out. */
export function sumsOfWeight({ weight, placeOf }: WeightedIncidents, places: number): Float64Array {
  const w = new Float64Array(places);
  for (let i = 0; i < weight.length; i++) {
    if (placeOf[i] >= 0 && !Number.isNaN(weight[i])) w[placeOf[i]] += weight[i];
  }
  return w;
}

/** Analysed incidents whose weight is not known. */
export function countWithoutWeight({ weight, placeOf }: WeightedIncidents): number {
  return weight.reduce((count, w, i) => count + (placeOf[i] >= 0 && Number.isNaN(w) ? 1 : 0), 0);
}

/** Getis-Ord of the sums, by permutation: weights are no whole numbers, so there is no exact tail. */
export function hotOfWeight(
  w: Float64Array,
  { neighbours }: Pick<Places, 'neighbours'>,
  inMask: Uint8Array | undefined,
  study: TestKeys,
  onProgress?: OnProgress,
): HotPlaces {
  const statistic = study.statistic === 'gi' ? 'gi' : 'gi-star';
  return hotPlaces(w, neighbours, { ...testOfWeight(study, onProgress), statistic, include: inMask });
}

/** Local Moran of the sums, by permutation. */
export function moranOfWeight(
  w: Float64Array,
  { neighbours }: Pick<Places, 'neighbours'>,
  inMask: Uint8Array | undefined,
  study: TestKeys,
  onProgress?: OnProgress,
): LocalMoranPlaces {
  return localMoranPlaces(w, neighbours, { ...testOfWeight(study, onProgress), include: inMask });
}

function testOfWeight(study: TestKeys, onProgress: OnProgress | undefined): LocalTestOptions {
  return {
    ...testOptions({ ...study, inference: 'permutation' }, onProgress),
    permutation: { seed: study.seed, draws: study.permutations ?? LOCAL_DRAWS, exceedances: EXCEEDANCES },
  };
}

/** Concentration of weight over the mask, where there is one, and over all places. */
export function concentrationOfWeight(
  { weight, placeOf }: WeightedIncidents,
  places: Places,
  inMask: Uint8Array | undefined,
  { seed }: Pick<Study, 'seed'>,
  onProgress?: OnProgress,
): WeightedConcentration[] {
  const over = (
    denominator: WeightedConcentration['denominator'],
    numberOf: (place: number) => number,
    count: number,
  ): WeightedConcentration => {
    const numbers = placeOf.map((place) => (place < 0 ? -1 : numberOf(place)));
    return weightedConcentration(weight, numbers, { denominator, places: count, seed, onProgress });
  };
  const concentration: WeightedConcentration[] = [];
  if (inMask) {
    const number = new Int32Array(places.count).fill(-1);
    let tested = 0;
    for (let place = 0; place < places.count; place++) if (inMask[place] === 1) number[place] = tested++;
    concentration.push(over('mask', (place) => number[place], tested));
  }
  if (places.extent !== 'occupied') concentration.push(over(places.extent, (place) => place, places.count));
  return concentration;
}
