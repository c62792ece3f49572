import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { randomStream } from '../random/stream.ts';
import { pointPatternTest } from '../spacetime/point-pattern-test.ts';
import { rankBiasedOverlap } from '../spacetime/rank-biased-overlap.ts';
import { spearman } from '../spacetime/spearman.ts';
import { stabilityOfSets } from '../spacetime/stability.ts';
import { differenceBetweenCities, differenceOverSamePlaces } from './difference.ts';
import { rarefiedConcentration } from './rarefaction.ts';
import { reportingSensitivity } from './reporting-sensitivity.ts';

const PLACES = 20_000;
const DRAWS = { draws: 999, seed: 1 };

/** Counts of a city whose risks are uneven. */
function city(incidents: number, seed: number): Uint32Array {
  const random = randomStream(seed);
  const counts = new Uint32Array(PLACES);
  for (let i = 0; i < incidents; i++) counts[Math.floor(PLACES * random.uniform() ** 3)]++;
  return counts;
}

const whole = city(250_000, 3);
const other = city(250_000, 4);
const half = city(125_000, 5);

/**
 * In theory a thinning costs places + sqrt(places × incidents) / 2 steps: of 250,000 incidents on 20,000 places about
 * 55,000 of a few nanoseconds, 999 of them under .5 s; the shares need the largest count more.
 */
it('250,000 incidents on 20,000 places, 999 draws: under 10 s', () => {
  const times = [
    measure('rarefied to half, the costliest', 1, () =>
      rarefiedConcentration(whole, { ...DRAWS, incidents: 125_000 }),
    ),
    measure('rarefied to a tenth', 1, () => rarefiedConcentration(whole, { ...DRAWS, incidents: 25_000 })),
    measure('pairs, equal volumes', 1, () => differenceOverSamePlaces(whole, other, DRAWS)),
    measure('pairs, half the volume', 1, () => differenceOverSamePlaces(whole, half, DRAWS)),
    measure('labels, equal volumes', 1, () =>
      differenceOverSamePlaces(whole, other, { ...DRAWS, null: 'same-places-labels' }),
    ),
    measure('cities, half the volume', 1, () => differenceBetweenCities(whole, half, DRAWS)),
    measure('reporting of 20 districts', 1, () =>
      reportingSensitivity(
        whole,
        whole.map((_, i) => i % 20),
        { ...DRAWS, percent: 50, low: 0.15, high: 0.4 },
      ),
    ),
  ];
  for (const { median } of times) expect(median).toBeLessThan(10_000);
});

it('stability of 20,000 places', () => {
  measure('point pattern test, 200 draws', 1, () => pointPatternTest(whole, other, { seed: 1 }));
  measure('Jaccard of the 50 % sets and its chance', 5, () => stabilityOfSets(whole, other, 50));
  measure('rank-biased overlap', 5, () => rankBiasedOverlap(whole, other));
  measure('Spearman', 5, () => spearman(whole, other));
});

it('a stack of 100,000 on one place', () => {
  const stacked = whole.slice();
  stacked[7] = 100_000;
  measure('pairs, half the volume, a stack', 1, () => differenceOverSamePlaces(stacked, half, DRAWS));
});
