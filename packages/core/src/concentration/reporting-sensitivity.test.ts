import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { reportingSensitivity } from './reporting-sensitivity.ts';
import { shareOfPlaces } from './share-of-places.ts';

const random = randomStream(12);
const counts = Uint32Array.from({ length: 300 }, () => random.poisson(8 * random.uniform() ** 3));
const district = Uint8Array.from(counts, (_, i) => i % 7);
const options = { percent: 50, low: 0.15, high: 0.4, draws: 199, seed: 5 };

/** Places that hold the percentage, by sorting the places themselves; equal weights are those of equal quotients. */
function members(weights: number[], percent: number): { places: number[]; fewest: number } {
  const order = weights.map((_, i) => i).sort((i, j) => weights[j] - weights[i]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let held = 0;
  let fewest = 0;
  while (held < (percent / 100) * total * (1 - 1e-12)) held += weights[order[fewest++]];
  const least = weights[order[fewest - 1]];
  return { places: order.filter((place) => weights[place] >= least), fewest };
}

describe('sensitivity to reporting', () => {
  it('equals choosing the places anew in every draw, place by place', () => {
    const found = reportingSensitivity(counts, district, options);
    const rates = randomStream(options.seed, 11);
    const times = new Float64Array(counts.length);
    const shares: number[] = [];
    for (let draw = 0; draw < options.draws; draw++) {
      const rate = Array.from({ length: 7 }, () => 0.15 + (0.4 - 0.15) * rates.uniform());
      const { places, fewest } = members(
        Array.from(counts, (count, i) => count / rate[district[i]]),
        50,
      );
      for (const place of places) times[place]++;
      shares.push(fewest / counts.length);
    }
    expect([...found.keptShare]).toEqual([...times.map((time) => time / options.draws)]);
    const observed = members(Array.from(counts), 50);
    expect(found.set).toBe(observed.places.length);
    expect(found.stable).toBe(observed.places.filter((place) => times[place] >= 0.95 * 199).length);
    expect(found.stable).toBeGreaterThan(0);
    expect(found.stable).toBeLessThan(found.set);
    shares.sort((a, b) => a - b);
    expect(found.shareOfPlaces).toEqual({
      observed: shareOfPlaces(counts, 50).share,
      low: shares[4],
      median: shares[99],
      high: shares[194],
    });
    expect(found).toMatchObject({ ...options, districts: 7 });
  });

  it('with one district, or one rate, changes nothing', () => {
    const one = reportingSensitivity(counts, new Uint8Array(counts.length), options);
    expect(one.districts).toBe(1);
    const same = reportingSensitivity(counts, district, { ...options, low: 0.3, high: 0.3 });
    for (const { set, stable, keptShare, shareOfPlaces: share } of [one, same]) {
      expect(stable).toBe(set);
      expect(keptShare.filter((kept) => kept === 1)).toHaveLength(set);
      expect(keptShare.filter((kept) => kept === 0)).toHaveLength(counts.length - set);
      expect([share.low, share.median, share.high]).toEqual(new Array(3).fill(share.observed));
    }
  });

  it('takes ties at the boundary whole, in and between districts', () => {
    const { set, keptShare } = reportingSensitivity([3, 1, 1, 1, 0], [0, 0, 1, 1, 1], {
      ...options,
      percent: 60,
      low: 0.2,
      high: 0.2,
    });
    expect(set).toBe(4);
    expect([...keptShare]).toEqual([1, 1, 1, 1, 0]);
  });

  it('is defined without incidents, for one place, and refuses impossible rates', () => {
    const none = reportingSensitivity([0, 0], [0, 1], options);
    expect([none.set, none.stable]).toEqual([0, 0]);
    expect(none.keptShare[0]).toBeNaN();
    expect(none.shareOfPlaces.median).toBeNaN();
    expect(reportingSensitivity([4], [-1], options)).toMatchObject({ set: 1, stable: 1, districts: 1 });
    for (const rates of [{ low: 0 }, { low: 0.5 }, { high: 1.2 }]) {
      expect(() => reportingSensitivity([1], [0], { ...options, ...rates })).toThrow(RangeError);
    }
    expect(() => reportingSensitivity([1], [0, 1], options)).toThrow(RangeError);
  });
});
