import { describe, expect, it } from 'vitest';
import {
  correlatedField,
  poissonGammaCounts,
  poissonLognormalCounts,
} from '../../../../test/support/superpopulation.ts';
import { randomStream } from '../random/stream.ts';
import { giniCoefficients } from './gini.ts';
import { negativeBinomialNull } from './negative-binomial-null.ts';
import { latentShare } from './poisson-gamma-shares.ts';
import { giniInterval, type ShareInterval, shareIntervals } from './share-intervals.ts';
import { shareOfPlaces } from './share-of-places.ts';

function pick(
  all: readonly ShareInterval[],
  percent: number,
  method: ShareInterval['method'],
): ShareInterval {
  return all.find(
    (interval) =>
      interval.percent === percent &&
      interval.method === method &&
      interval.estimand === 'raw-share-superpopulation',
  )!;
}

/** Squares of `width` places a side over a square of `side` places. */
function squares(side: number, width: number): Uint32Array {
  const across = Math.ceil(side / width);
  return Uint32Array.from(
    { length: side * side },
    (_, i) => Math.floor((i % side) / width) + across * Math.floor(i / side / width),
  );
}

describe('intervals of the share of places', () => {
  it('name estimand, method, draws and seed, three for each percentage', () => {
    const counts = poissonGammaCounts(1000, 2, 0.5, randomStream(2));
    const intervals = shareIntervals(counts, { draws: 199, seed: 3 });
    expect(intervals.map(({ estimand, percent, method }) => `${percent} ${estimand} ${method}`)).toEqual(
      [25, 50, 80].flatMap((percent) => [
        `${percent} raw-share-superpopulation units`,
        `${percent} raw-share-superpopulation poisson-gamma`,
        `${percent} latent-share poisson-gamma`,
      ]),
    );
    expect(intervals[0]).toMatchObject({ draws: 199, seed: 3, level: 0.95, blocks: null });
    expect(intervals[1]).toMatchObject({ draws: 0, seed: 3 });
    for (const { value, low, high } of intervals) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
    expect(intervals[3].value).toBe(shareOfPlaces(counts, 50).interpolatedShare);
    expect(giniInterval(counts, { draws: 199, seed: 3 })).toMatchObject({
      estimand: 'gini-superpopulation',
      value: giniCoefficients(counts).gini,
      method: 'units',
    });
    expect(shareIntervals(counts, { draws: 199, seed: 3 })).toEqual(intervals);
    expect(shareIntervals(counts, { draws: 199, seed: 4 })[0].low).not.toBe(intervals[0].low);
  });

  it('resampling places holds the observed share of 500 places and 300 crimes; resampling events would not (rule 4)', () => {
    const random = randomStream(11);
    const counts = poissonGammaCounts(500, 0.6, 0.25, random);
    const { low, high, value } = pick(shareIntervals(counts, { draws: 999, seed: 1 }), 50, 'units');
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    const incidents = Array.from(counts).flatMap((n, place) => Array(n).fill(place));
    const ofEvents = Array.from({ length: 999 }, () => {
      const again = new Uint32Array(counts.length);
      for (let i = 0; i < incidents.length; i++) again[incidents[random.integer(0, incidents.length - 1)]]++;
      return shareOfPlaces(again, 50).interpolatedShare;
    }).sort((a, b) => a - b);
    expect(ofEvents[974]).toBeLessThan(value);
  });

  it('equals SciPy: the profile-likelihood interval of the raw share (SLSQP on the likelihood)', () => {
    const counts = Object.entries({ 0: 60, 1: 20, 2: 9, 3: 6, 5: 3, 9: 2 }).flatMap(([count, places]) =>
      Array(places).fill(Number(count)),
    );
    const { value, low, high } = pick(shareIntervals(counts, { draws: 9, seed: 1 }), 50, 'poisson-gamma');
    expect(value).toBeCloseTo(0.0915954855, 7);
    expect(low).toBeCloseTo(0.0648184389, 4);
    expect(high).toBeCloseTo(0.1194702519, 4);
  });

  it('covers the named estimand in most of 300 samples', () => {
    const SAMPLES = 300;
    const law = negativeBinomialNull(1, 0.4);
    const missed = { units: 0, fitted: 0, latent: 0, gini: 0 };
    for (let seed = 0; seed < SAMPLES; seed++) {
      const counts = poissonGammaCounts(600, 1, 0.4, randomStream(seed, 1));
      const options = { percents: [50], draws: 199, seed };
      const [units, fitted, latent] = shareIntervals(counts, options);
      const gini = giniInterval(counts, options);
      const isOutside = ({ low, high }: { low: number; high: number }, truth: number): boolean =>
        low > truth || high < truth;
      if (isOutside(units, law.shareOfPlaces(0.5))) missed.units++;
      if (isOutside(fitted, law.shareOfPlaces(0.5))) missed.fitted++;
      if (isOutside(latent, latentShare(0.5, 0.4))) missed.latent++;
      if (isOutside(gini, law.gini)) missed.gini++;
    }
    // 15 expected; 4 and 30 are four standard errors away.
    for (const count of Object.values(missed)) {
      expect(count).toBeGreaterThan(3);
      expect(count).toBeLessThan(30);
    }
  });

  it('blocks give a wider interval where neighbours resemble each other, and about the same where they do not', () => {
    const block = squares(100, 14);
    const width = (reach: number, blocks?: Uint32Array): number => {
      const random = randomStream(6);
      const counts = poissonLognormalCounts(correlatedField(100, reach, random), 2, 1, random);
      const interval = shareIntervals(counts, { percents: [80], draws: 499, seed: 1, blocks })[0];
      expect(interval.method).toBe(blocks ? 'spatial-blocks' : 'units');
      expect(interval.blocks).toBe(blocks ? 64 : null);
      return interval.high - interval.low;
    };
    expect(width(3, block) / width(3)).toBeGreaterThan(1.6);
    expect(Math.abs(width(0, block) / width(0) - 1)).toBeLessThan(0.35);
  });

  it('gives none, with the reason, outside the range where it covers', () => {
    const small = poissonGammaCounts(400, 2, 0.5, randomStream(2));
    const options = { draws: 99, seed: 1 };
    const ofSmall = shareIntervals(small, options);
    expect(pick(ofSmall, 25, 'units')).toMatchObject({ low: Number.NaN, unavailable: 'too-few-incidents' });
    expect(pick(ofSmall, 25, 'units').value).toBe(shareOfPlaces(small, 25).interpolatedShare);
    expect(pick(ofSmall, 80, 'units').unavailable).toBeUndefined();
    expect(pick(ofSmall, 25, 'poisson-gamma').unavailable).toBeUndefined();
    const blocks = Uint32Array.from(small, (_, i) => i % 9);
    expect(pick(shareIntervals(small, { ...options, blocks }), 50, 'spatial-blocks').unavailable).toBe(
      'too-few-blocks',
    );
    const random = randomStream(1);
    const twoRates = Array.from({ length: 2000 }, (_, i) => random.poisson(i % 2 ? 1 : 20));
    expect(pick(shareIntervals(twoRates, options), 50, 'poisson-gamma').unavailable).toBe('poor-fit');
    for (const counts of [[], [0, 0, 0], [1], [0, 0, 40], Array(900).fill(1)]) {
      for (const { low, high, unavailable, method } of shareIntervals(counts, options)) {
        if (method === 'poisson-gamma' && counts.length === 900) continue;
        expect([low, high]).toEqual([Number.NaN, Number.NaN]);
        expect(unavailable).toBe('too-few-incidents');
      }
      expect(giniInterval(counts, options).unavailable).toBe('too-few-incidents');
    }
  });

  it('may be stopped', () => {
    const counts = poissonGammaCounts(1000, 2, 0.5, randomStream(2));
    const stop = (): void => {
      throw new Error('stopped');
    };
    expect(() => shareIntervals(counts, { draws: 9, seed: 1, onProgress: stop })).toThrow('stopped');
  });
});
