import { describe, expect, it } from 'vitest';
import { gammaValue } from '../../../../test/support/planted-field.ts';
import { randomStream } from '../random/stream.ts';
import { giniCoefficients } from './gini.ts';
import { negativeBinomialNull } from './negative-binomial-null.ts';
import { poissonNull } from './poisson-null.ts';
import { rarefiedConcentration } from './rarefaction.ts';
import { shareOfPlaces } from './share-of-places.ts';

/** Counts of places whose risks are gamma distributed with shape .3: one latent concentration at any volume. */
function city(places: number, mean: number, seed: number): Uint32Array {
  const random = randomStream(seed);
  return Uint32Array.from({ length: places }, () => random.poisson((mean * gammaValue(0.3, random)) / 0.3));
}

describe('rarefaction', () => {
  it('has the mean over all choices of incidents', () => {
    const counts = [4, 2, 1, 1, 0, 0];
    const places = counts.flatMap((count, place) => new Array<number>(count).fill(place));
    let shares = 0;
    let gini = 0;
    let choices = 0;
    for (let mask = 0; mask < 1 << places.length; mask++) {
      const kept = places.filter((_, i) => (mask >> i) & 1);
      if (kept.length !== 5) continue;
      const thinned = counts.map((_, place) => kept.filter((of) => of === place).length);
      shares += shareOfPlaces(thinned, 50).interpolatedShare;
      gini += giniCoefficients(thinned).gini;
      choices++;
    }
    expect(choices).toBe(56);
    const found = rarefiedConcentration(counts, { incidents: 5, percents: [50], draws: 20_000, seed: 1 });
    // The standard errors of the simulated means are under .0004.
    expect(Math.abs(found.shares[0].mean - shares / choices)).toBeLessThan(0.002);
    expect(Math.abs(found.gini.mean - gini / choices)).toBeLessThan(0.002);
  });

  it('brings two volumes of one latent risk together, which differ raw', () => {
    const [quiet, busy] = [city(20_000, 0.5, 1), city(20_000, 5, 2)];
    const [rawQuiet, rawBusy] = [quiet, busy].map((counts) => shareOfPlaces(counts, 50).share);
    expect(rawBusy - rawQuiet).toBeGreaterThan(0.018);
    const incidents = quiet.reduce((sum, n) => sum + n, 0);
    const found = rarefiedConcentration(busy, { incidents, draws: 49, seed: 3 });
    expect(found).toMatchObject({ incidents, places: 20_000, draws: 49, seed: 3, method: 'hypergeometric' });
    // Each share has a standard error near .001 from the risks of 20,000 places.
    expect(Math.abs(found.shares[1].mean - rawQuiet)).toBeLessThan(0.004);
    expect(found.shares[1].mean).toBeCloseTo(negativeBinomialNull(0.5, 0.3).shareOfPlaces(0.5), 2);
    expect(found.shares[1].low).toBeLessThan(found.shares[1].mean);
  });

  it('is needed because the excess over chance is not the same at every volume (rule 5)', () => {
    const excess = [0.1, 0.5, 2, 10].map((mean) =>
      (
        100 *
        (poissonNull(mean).shareOfPlaces(0.5) - negativeBinomialNull(mean, 0.3).shareOfPlaces(0.5))
      ).toFixed(2),
    );
    expect(excess).toEqual(['1.25', '8.34', '18.30', '29.45']);
  });

  it('with all incidents is what was observed, without width', () => {
    const counts = city(500, 1, 7);
    const incidents = counts.reduce((sum, n) => sum + n, 0);
    const { shares, gini } = rarefiedConcentration(counts, { incidents, draws: 5, seed: 1 });
    for (const { percent, mean, low, high } of shares) {
      expect(mean).toBeCloseTo(shareOfPlaces(counts, percent).interpolatedShare, 12);
      expect(high).toBe(low);
    }
    expect(gini.mean).toBeCloseTo(giniCoefficients(counts).gini, 12);
  });

  it('is defined for no incident, one, one place, and all in one place', () => {
    const at = (counts: number[], incidents: number) =>
      rarefiedConcentration(counts, { incidents, percents: [50], draws: 3, seed: 1 }).shares[0];
    expect(at([2, 1, 0], 0).mean).toBeNaN();
    expect(at([2, 1, 0], 0).low).toBeNaN();
    expect(at([0, 0], 0).mean).toBeNaN();
    expect(at([2, 1, 0, 0], 1).mean).toBeCloseTo(0.125, 12);
    expect(at([9], 4).mean).toBeCloseTo(0.5, 12);
    expect(at([9, 0, 0, 0], 4)).toEqual({ percent: 50, mean: 0.125, low: 0.125, high: 0.125 });
    expect(() => at([1, 1], 3)).toThrow(RangeError);
  });

  it('says how far it is, and stops when told to', () => {
    const told: number[] = [];
    rarefiedConcentration([3, 1], { incidents: 2, draws: 3, seed: 1, onProgress: (done) => told.push(done) });
    expect(told).toEqual([0, 1, 2]);
  });
});
