import { expect, it } from 'vitest';
import { measure } from '../../../../../test/support/measure.ts';
import { plantedField, rectangleOfHexagons } from '../../../../../test/support/planted-field.ts';
import { randomStream } from '../../random/stream.ts';
import { hotPlaces } from '../hot-places.ts';
import { findProblemPlaces } from './find-problem-places.ts';

/** Regions over an unequal city, five years of it. */
function city(width: number, height: number): () => void {
  const places = rectangleOfHexagons(width, height);
  const random = randomStream(1);
  const regions = Array.from({ length: 25 }, (_, i) => ({ factor: 3 + (i % 6), places: 7 }));
  const { counts: levels } = plantedField(places, 'gamma-2', 5, regions, random);
  const byYear = Array.from({ length: 5 }, () =>
    Uint32Array.from(levels, (level) => random.poisson(level / 5)),
  );
  const counts = Uint32Array.from(levels, (_, i) => byYear.reduce((sum, year) => sum + year[i], 0));
  const hot = hotPlaces(counts, places.neighbours, { statistic: 'gi-star', inference: 'exact' });
  process.stdout.write(`${places.count} places\n`);
  return () => {
    findProblemPlaces(places, counts, hot, { maxCells: 4, byYear });
  };
}

it('answers a click on 6,500 places under 300 ms', () => {
  expect(measure('problem places, 6,500 places, 5 years', 7, city(0.42, 0.25)).median).toBeLessThan(300);
});

it('takes under 3 s for 100,000 places', { timeout: 120_000 }, () => {
  expect(measure('problem places, 100,000 places, 5 years', 3, city(1.72, 1)).median).toBeLessThan(3000);
});
