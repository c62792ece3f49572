import { describe, expect, it } from 'vitest';
import { placeInHexagons } from '../places/hexagons.ts';
import { studyArea } from '../places/study-area.ts';
import { randomStream } from '../random/stream.ts';
import { hotPlaces } from './hot-places.ts';
import { defaultMaxCells, problemPlaces } from './problem-places.ts';

const area = studyArea([
  [
    [
      [71, 51],
      [71.3, 51],
      [71.3, 51.15],
      [71, 51.15],
      [71, 51],
    ],
  ],
]);
const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9, area });

/** Two broad hills of risk on a quiet plain. */
function hills(seed: number): Uint32Array {
  const random = randomStream(seed);
  return Uint32Array.from({ length: places.count }, (_, i) => {
    const near = (lon: number, lat: number): number =>
      Math.exp(-(((places.lon[i] - lon) * 70) ** 2 + ((places.lat[i] - lat) * 111) ** 2) / 2);
    return random.poisson(0.4 + 9 * near(71.1, 51.05) + 6 * near(71.22, 51.1));
  });
}

describe('problem places', () => {
  const n = hills(2);
  const hot = hotPlaces(n, places.neighbours, { statistic: 'gi-star', inference: 'exact' });
  const expectedPerPlace = n.reduce((a, b) => a + b) / places.count;
  const found = problemPlaces(places, n, hot, { maxCells: 4, expectedPerPlace });

  it('are contiguous, at most maxCells large, disjoint, of hot places with incidents', () => {
    const taken = new Set<number>();
    expect(found.length).toBeGreaterThan(3);
    for (const place of found) {
      expect(place.members.length).toBeLessThanOrEqual(4);
      const reached = new Set([place.members[0]]);
      for (const member of place.members) {
        expect(taken.has(member)).toBe(false);
        taken.add(member);
        expect(hot.q[member]).toBeLessThanOrEqual(0.05);
        expect(n[member]).toBeGreaterThan(0);
        const { offsets, indices } = places.neighbours;
        const near = [...indices.subarray(offsets[member], offsets[member + 1])];
        if (near.some((other) => reached.has(other))) reached.add(member);
      }
      expect(reached.size).toBe(place.members.length);
    }
  });

  it('start at local maxima of the score and rank by count minus expectation', () => {
    for (const place of found) {
      const peak = place.members[0];
      const { offsets, indices } = places.neighbours;
      for (const other of indices.subarray(offsets[peak], offsets[peak + 1])) {
        if (hot.q[other] <= 0.05 && n[other] > 0 && hot.hotClass[other].startsWith('hot')) {
          expect(hot.z[other]).toBeLessThanOrEqual(hot.z[peak]);
        }
      }
      expect(place.excess).toBeCloseTo(place.n - expectedPerPlace * place.members.length, 9);
    }
    expect(found.map((place) => place.rank)).toEqual(found.map((_, i) => i + 1));
    found.slice(1).forEach((place, i) => {
      expect(place.excess).toBeLessThanOrEqual(found[i].excess);
    });
  });

  it('do not depend on the order of a tie', () => {
    expect(problemPlaces(places, n, hot, { maxCells: 4, expectedPerPlace })).toEqual(found);
  });

  it('stay about half a square kilometre at every resolution', () => {
    expect([7, 8, 9, 10].map(defaultMaxCells)).toEqual([1, 1, 4, 28]);
  });
});
