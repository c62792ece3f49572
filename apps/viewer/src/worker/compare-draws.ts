import {
  type ConcentrationDifference,
  type DrawnValue,
  differenceBetweenCities,
  differenceOverSamePlaces,
  type OnProgress,
  rarefiedConcentration,
  type ShareInterval,
  shareIntervals,
} from '@oryn/core';

/** What has to be drawn for two sides: their counts over the compared cells, and the block of each cell. */
export interface DrawInput {
  sides: [DrawSide, DrawSide];
  /** Whether the cells of both sides are the same, in the same order. */
  areSamePlaces: boolean;
  isTested: boolean;
  draws: number;
  seed: number;
}

interface DrawSide {
  values: Float64Array;
  /** Neighbouring places share their risk, so they are resampled together. */
  block: Uint32Array;
}

export interface DrawAnswer {
  sides: [DrawnSide, DrawnSide];
  difference: ConcentrationDifference | undefined;
}

interface DrawnSide {
  /** Of the share for half, by blocks of places; undefined without an incident. */
  interval: ShareInterval | undefined;
  /** The share for half at the incidents per place of the side that has fewer. */
  equal: DrawnValue | undefined;
}

const HALF = 50;
/** Parts of the work, about as they last. */
const STEPS = { interval: 0.02, equal: 0.15, test: 0.66 };
/** Steps smaller than this are not told: a message each time would be slower than the work. */
const SMALLEST_STEP = 0.02;

/** Intervals, the shares at equal incidents per place, and the test of their difference, as `oryn compare` has them. */
export function comparedDraws(input: DrawInput, onProgress: (done: number) => void): DrawAnswer {
  const { sides, areSamePlaces, isTested, draws, seed } = input;
  const step = stepsOf(onProgress);
  const perPlace = Math.min(...sides.map(({ values }) => sumOf(values) / values.length));
  const drawn = sides.map(({ values, block }): DrawnSide => {
    const incidents = sumOf(values);
    if (!(perPlace > 0)) return { interval: undefined, equal: undefined };
    return {
      interval: shareIntervals(values, {
        percents: [HALF],
        draws,
        seed,
        blocks: block,
        onProgress: step(STEPS.interval),
      }).find(
        ({ estimand, method }) => estimand === 'raw-share-superpopulation' && method === 'spatial-blocks',
      ),
      equal: rarefiedConcentration(values, {
        incidents: Math.min(Math.round(perPlace * values.length), incidents),
        percents: [HALF],
        draws,
        seed,
        onProgress: step(STEPS.equal),
      }).shares[0],
    };
  }) as [DrawnSide, DrawnSide];
  const [a, b] = sides.map(({ values }) => values);
  const options = { percent: HALF, draws, seed, onProgress: step(STEPS.test) };
  const differenceOf = areSamePlaces ? differenceOverSamePlaces : differenceBetweenCities;
  return { sides: drawn, difference: isTested ? differenceOf(a, b, options) : undefined };
}

/** Progress over parts that follow one another. */
function stepsOf(onProgress: (done: number) => void): (share: number) => OnProgress {
  let [done, told] = [0, 0];
  return (share) => {
    const from = done;
    done += share;
    return (part, all) => {
      const now = from + (share * part) / all;
      if (now - told < SMALLEST_STEP) return;
      told = now;
      onProgress(now);
    };
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, n) => sum + n, 0);
}
