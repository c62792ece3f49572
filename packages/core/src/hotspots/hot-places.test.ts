import { describe, expect, it } from 'vitest';
import { placeInHexagons } from '../places/hexagons.ts';
import { studyArea } from '../places/study-area.ts';
import { randomStream } from '../random/stream.ts';
import { hotPlaces } from './hot-places.ts';

const area = studyArea([
  [
    [
      [71, 51],
      [71.2, 51],
      [71.2, 51.12],
      [71, 51.12],
      [71, 51],
    ],
  ],
]);
const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9, area });

describe('hot places', () => {
  it('use only the included places: the rest changes nothing, and is empty, never none', () => {
    const random = randomStream(9);
    const include = Uint8Array.from({ length: places.count }, () => (random.uniform() < 0.7 ? 1 : 0));
    const n = Uint32Array.from({ length: places.count }, () => random.poisson(1));
    const louder = n.map((value, i) => (include[i] ? value : value + 50));
    const options = { statistic: 'gi-star', inference: 'exact', include } as const;
    const first = hotPlaces(n, places.neighbours, options);
    expect(hotPlaces(louder, places.neighbours, options)).toEqual(first);
    first.hotClass.forEach((name, i) => {
      if (!include[i]) expect(name).toBe('');
      if (!include[i]) expect(first.p[i]).toBeNaN();
    });
  });

  it('leave an island empty', () => {
    const include = new Uint8Array(places.count);
    include[0] = 1;
    const neighbour = places.neighbours.indices[places.neighbours.offsets[100]];
    include[100] = 1;
    include[neighbour] = 1;
    const n = new Uint32Array(places.count).fill(1);
    n[100] = 4;
    const found = hotPlaces(n, places.neighbours, { statistic: 'gi-star', inference: 'exact', include });
    expect(found.hotClass[0]).toBe('');
    expect(found.z[0]).toBeNaN();
    expect(found.tested).toBe(2);
  });

  it('under complete randomness pass q < .05 no more often than the level, at every density', () => {
    // 60 fields a density here; 2,000 in the statistics run. The bound is the 99.9 % point of a binomial at .05.
    for (const mean of [0.05, 0.5, 5]) {
      let fieldsWithAny = 0;
      for (let field = 0; field < 60; field++) {
        const random = randomStream(100 + field, 1);
        const n = Uint32Array.from({ length: places.count }, () => random.poisson(mean));
        const { q } = hotPlaces(n, places.neighbours, { statistic: 'gi-star', inference: 'exact' });
        if (q.some((value) => value <= 0.05)) fieldsWithAny++;
      }
      expect(fieldsWithAny).toBeLessThanOrEqual(10);
    }
  });
});
