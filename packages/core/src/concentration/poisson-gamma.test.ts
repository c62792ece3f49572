import { describe, expect, it } from 'vitest';
import { poissonGammaCounts } from '../../../../test/support/superpopulation.ts';
import { randomStream } from '../random/stream.ts';
import { latentGini } from '../significance/negative-binomial.ts';
import { negativeBinomialNull } from './negative-binomial-null.ts';
import { poissonGammaFit } from './poisson-gamma.ts';
import { latentShare, rawShare } from './poisson-gamma-shares.ts';

/** 60 places with none, 20 with one, … */
function counts(histogram: Record<number, number>): number[] {
  return Object.entries(histogram).flatMap(([count, places]) => Array(places).fill(Number(count)));
}

const FEW = counts({ 0: 60, 1: 20, 2: 9, 3: 6, 5: 3, 9: 2 });

describe('Poisson-gamma fit', () => {
  it('recovers shape .3: latent Gini .73 where the raw one is .83 (methods B7)', () => {
    const fit = poissonGammaFit(poissonGammaCounts(5000, 0.5, 0.3, randomStream(4)));
    expect(Math.abs(fit.latentGini.value - 0.732)).toBeLessThan(0.02);
    expect(fit.latentGini.low).toBeLessThan(0.7319);
    expect(fit.latentGini.high).toBeGreaterThan(0.7319);
    expect(fit.overdispersion.p).toBeLessThan(1e-100);
    expect(fit.fit.verdict).toBe('adequate');
  });

  it('equals SciPy 1.17: shape, its profile-likelihood ends, likelihood ratio and chi-squared', () => {
    const fit = poissonGammaFit(FEW);
    expect(fit).toMatchObject({ places: 100, incidents: 89, mean: 0.89, level: 0.95 });
    expect(fit.shape).toBeCloseTo(0.482704846, 7);
    expect(fit.shapeInterval[0]).toBeCloseTo(0.2753277204877149, 8);
    expect(fit.shapeInterval[1]).toBeCloseTo(0.8908271216133684, 8);
    expect(fit.overdispersion.statistic).toBeCloseTo(56.572644476895164, 9);
    // Classes 0, 1, 2 and 3 or more expect 60.38, 18.90, 9.08 and 11.64; from 4 on there would be 4.01.
    const pooled = [
      [60, 60.38129718],
      [20, 18.89717727],
      [9, 9.08310821],
      [11, 11.63841734],
    ];
    const chiSquare = pooled.reduce((sum, [o, e]) => sum + (o - e) ** 2 / e, 0);
    expect(fit.fit.chiSquare).toBeCloseTo(chiSquare, 6);
    expect(fit.fit).toMatchObject({ degrees: 1, verdict: 'adequate' });
    expect(fit.latentGini.low).toBe(latentGini(fit.shapeInterval[1]));
    expect(fit.latentGini.high).toBe(latentGini(fit.shapeInterval[0]));
  });

  it('has the latent shares of gamma laws as SciPy 1.17 prints them', () => {
    const printed: Record<number, [number, number, number]> = {
      0.05: [0.005700040475029503, 0.01795909096880311, 0.05254905770158366],
      0.3: [0.028740904269606998, 0.0860682635136719, 0.23050115097065288],
      1: [0.06770234044124869, 0.1866823088508368, 0.4385031388542714],
      2: [0.09758691974451592, 0.2534058537075347, 0.5461655583309808],
    };
    for (const [shape, shares] of Object.entries(printed)) {
      [0.25, 0.5, 0.8].forEach((share, i) => {
        expect(latentShare(share, Number(shape)) / shares[i]).toBeCloseTo(1, 11);
      });
    }
    expect(latentShare(0.5, Number.POSITIVE_INFINITY)).toBe(0.5);
    expect(latentShare(0.5, 1e6)).toBeCloseTo(0.5, 2);
  });

  it('implies the raw shares of methods B7, through one tier as through the whole curve', () => {
    expect(rawShare(0.25, 1, 0.5)).toBeCloseTo(0.0333, 4);
    expect(rawShare(0.5, 1, 0.5)).toBeCloseTo(0.0956, 4);
    expect(rawShare(0.25, 2, 0.2)).toBeCloseTo(0.0192, 4);
    expect(rawShare(0.5, 2, 0.2)).toBeCloseTo(0.0578, 4);
    for (const shape of [0.05, 0.3, 2, 50, Number.POSITIVE_INFINITY]) {
      for (const mean of [0.05, 0.5, 7, 60]) {
        const law = negativeBinomialNull(mean, shape);
        for (const share of [0.1, 0.25, 0.5, 0.8, 0.97]) {
          expect(rawShare(share, mean, shape)).toBeCloseTo(law.shareOfPlaces(share), 10);
        }
      }
    }
  });

  it('says "not distinguishable from Poisson" for even counts, with a lower end of the shape', () => {
    const fit = poissonGammaFit([1, 2, 1, 2, 1, 2]);
    expect(fit.shape).toBe(Number.POSITIVE_INFINITY);
    expect(fit.shapeInterval[0]).toBeGreaterThan(0);
    expect(fit.shapeInterval[1]).toBe(Number.POSITIVE_INFINITY);
    expect(fit.latentGini).toMatchObject({ value: 0, low: 0 });
    expect(fit.latentShares[1]).toMatchObject({ percent: 50, value: 0.5, high: 0.5 });
    expect(fit.overdispersion).toEqual({ statistic: 0, p: 1, null: 'poisson' });
    expect(fit.fit.verdict).toBe('unknown');
  });

  it('is defined for no place, no incident, one place and all in one place', () => {
    for (const none of [[], [0, 0, 0]]) {
      const fit = poissonGammaFit(none);
      expect(fit.shape).toBeNaN();
      expect(fit.latentGini.value).toBeNaN();
      expect(fit.latentShares[0].high).toBeNaN();
      expect(fit.rawShares[0].share).toBeNaN();
      expect(fit.fit.verdict).toBe('unknown');
    }
    expect(poissonGammaFit([5]).shape).toBe(Number.POSITIVE_INFINITY);
    const stack = poissonGammaFit([0, 0, 0, 0, 50]);
    expect(stack.shape).toBeLessThan(0.1);
    expect(stack.latentGini.value).toBeGreaterThan(0.9);
  });

  it('under Poisson rejects in about 5 of 100, and finds zero in about half', () => {
    const SAMPLES = 600;
    let rejected = 0;
    let zero = 0;
    for (let seed = 0; seed < SAMPLES; seed++) {
      const { overdispersion } = poissonGammaFit(poissonGammaCounts(400, 1, Infinity, randomStream(seed, 1)));
      if (overdispersion.p <= 0.05) rejected++;
      if (overdispersion.statistic === 0) zero++;
    }
    expect(rejected / SAMPLES).toBeGreaterThan(0.02);
    expect(rejected / SAMPLES).toBeLessThan(0.08);
    expect(Math.abs(zero / SAMPLES - 0.5)).toBeLessThan(0.1);
  });

  it('finds a fit poor in about 5 of 100 where the law is true, and for two rates far apart', () => {
    const SAMPLES = 400;
    let poor = 0;
    for (let seed = 0; seed < SAMPLES; seed++) {
      if (poissonGammaFit(poissonGammaCounts(1000, 2, 0.5, randomStream(seed, 2))).fit.verdict === 'poor')
        poor++;
    }
    expect(poor / SAMPLES).toBeLessThan(0.09);
    const random = randomStream(1);
    const twoRates = Array.from({ length: 1000 }, (_, i) => random.poisson(i % 2 ? 1 : 20));
    expect(poissonGammaFit(twoRates).fit.verdict).toBe('poor');
  });
});
