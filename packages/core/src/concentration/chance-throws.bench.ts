import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { randomStream } from '../random/stream.ts';
import { chanceThrows } from './chance-throws.ts';

const DRAWS = 999;

/** Counts of a city whose risks are uneven, and lengths of its streets. */
function city(places: number, incidents: number): { counts: Uint32Array; exposure: Float64Array } {
  const random = randomStream(3);
  const counts = new Uint32Array(places);
  for (let i = 0; i < incidents; i++) counts[Math.floor(places * random.uniform() ** 3)]++;
  return { counts, exposure: Float64Array.from(counts, () => Math.exp(random.normal())) };
}

/**
 * In theory a throw costs places + √(places × incidents) steps of the Poisson walks and 2 √incidents single throws: of
 * 250,000 incidents on 20,000 segments about 20,000 + 71,000 + 1,000, where one by one they are 250,000.
 */
it('250,000 incidents on 20,000 places, 999 throws: under 10 s', () => {
  const { counts, exposure } = city(20_000, 250_000);
  const even = measure('20,000 places, 250,000 incidents, even, 999 throws', 3, () =>
    chanceThrows(counts, { draws: DRAWS, seed: 1 }),
  );
  const byLength = measure('the same, in proportion to length', 3, () =>
    chanceThrows(counts, { draws: DRAWS, seed: 1, exposure }),
  );
  expect(even.median).toBeLessThan(10_000);
  expect(byLength.median).toBeLessThan(10_000);
});

it('other volumes', () => {
  const sparse = city(100_000, 20_000);
  measure('100,000 places, 20,000 incidents, even, 999 throws', 1, () =>
    chanceThrows(sparse.counts, { draws: DRAWS, seed: 1 }),
  );
  const { counts } = city(20_000, 250_000);
  const mostInOne = new Float64Array(20_000).fill(1).fill(180_000, 0, 1);
  measure('20,000 places, 250,000 incidents, 90 % of the exposure in one place, 999 throws', 1, () =>
    chanceThrows(counts, { draws: DRAWS, seed: 1, exposure: mostInOne }),
  );
  const large = city(20_000, 1_000_000);
  measure('20,000 places, 1 M incidents, in proportion to length, 999 throws', 1, () =>
    chanceThrows(large.counts, { draws: DRAWS, seed: 1, exposure: large.exposure }),
  );
});
