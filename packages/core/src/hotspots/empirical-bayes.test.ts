import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../places/neighbours.ts';
import { empiricalBayesRates } from './empirical-bayes.ts';
import { globalStatistic } from './global-statistics.ts';
import { localMoranPlaces } from './local-moran-places.ts';

const events = [2, 5, 9, 1, 0, 4, 3, 8, 2];
const population = [100, 120, 150, 300, 80, 200, 90, 110, 400];
const rook = neighboursOf(9, (i) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].filter(
    (j) => Math.abs((i % 3) - (j % 3)) + Math.abs(Math.floor(i / 3) - Math.floor(j / 3)) === 1,
  ),
);

describe('empirical-Bayes rates', () => {
  it('equal spdep on the printed 3 × 3 field (methods C4)', () => {
    const rates = empiricalBayesRates(events, population);
    expect(rates.rate).toBeCloseTo(0.021935484, 9);
    expect(rates.variance).toBeCloseTo(0.00040016712, 11);
    [
      -0.07776089, 0.81720815, 1.628409, -0.85506986, -0.84469729, -0.08571773, 0.4491749, 2.0742912,
      -0.79394264,
    ].forEach((z, i) => {
      expect(rates.z[i]).toBeCloseTo(z, 6);
    });
    [
      0.0206853, 0.0354797, 0.0498126, 0.0062072, 0.0089189, 0.0204164, 0.029019, 0.0558345, 0.0070411,
    ].forEach((smoothed, i) => {
      expect(rates.smoothed[i]).toBeCloseTo(smoothed, 7);
    });
    expect(globalStatistic(rates.z, rook, 'moran').value).toBeCloseTo(-0.14690916, 8);
  });

  it('carry local Moran by permutation', () => {
    const { z } = empiricalBayesRates(events, population);
    const places = localMoranPlaces(z, rook, {
      inference: 'permutation',
      permutation: { seed: 5, draws: 999 },
    });
    expect(places.tested).toBe(9);
    expect([...places.p].every((p) => p > 0 && p <= 1)).toBe(true);
  });

  it('leave out places without population and count their events', () => {
    const rates = empiricalBayesRates([...events, 7], [...population, 0]);
    expect([rates.withoutPopulation, rates.eventsWithoutPopulation]).toEqual([1, 7]);
    expect(rates.z[9]).toBeNaN();
    expect(rates.smoothed[9]).toBeNaN();
    expect(rates.z.slice(0, 9)).toEqual(empiricalBayesRates(events, population).z);
  });

  it('go on to local and global Moran without the places that have no rate', () => {
    const rates = empiricalBayesRates([...events, 7], [...population, 0]);
    const wider = neighboursOf(10, (i) =>
      i < 9 ? [...rook.indices.subarray(rook.offsets[i], rook.offsets[i + 1])] : [0],
    );
    const include = Uint8Array.from(rates.z, (z) => (Number.isNaN(z) ? 0 : 1));
    const permutation = { seed: 5, draws: 99 };
    const local = localMoranPlaces(rates.z, wider, { inference: 'permutation', permutation, include });
    const without = localMoranPlaces(rates.z.slice(0, 9), rook, { inference: 'permutation', permutation });
    expect(local.p.slice(0, 9)).toEqual(without.p);
    expect(local.cluster[9]).toBe('');
    const inference = 'permutation';
    expect(globalStatistic(rates.z, wider, 'moran', { include, inference, permutation })).toEqual(
      globalStatistic(rates.z.slice(0, 9), rook, 'moran', { inference, permutation }),
    );
    expect(() => localMoranPlaces(rates.z, wider, { inference: 'analytic' })).toThrow(RangeError);
  });

  it('are all equal where the rates differ no more than by chance', () => {
    const rates = empiricalBayesRates([10, 11, 9, 10], [1000, 1000, 1000, 1000]);
    expect(rates.variance).toBeLessThan(0);
    expect([...rates.smoothed]).toEqual([0.01, 0.01, 0.01, 0.01]);
  });

  it('without events have no z; bad values are refused', () => {
    const rates = empiricalBayesRates([0, 0], [10, 20]);
    expect([...rates.raw]).toEqual([0, 0]);
    expect([...rates.smoothed]).toEqual([0, 0]);
    expect([...rates.z].every(Number.isNaN)).toBe(true);
    expect(empiricalBayesRates([], []).z).toHaveLength(0);
    expect(() => empiricalBayesRates([-1], [10])).toThrow(RangeError);
    expect(() => empiricalBayesRates([1], [Number.NaN])).toThrow(RangeError);
    expect(() => empiricalBayesRates([1], [1, 2])).toThrow(RangeError);
  });
});
