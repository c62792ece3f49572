import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { binToCells } from '../places/bin-to-cells.ts';
import { hexagonNeighbours } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { exactTails } from './exact-tails.ts';
import { getisOrdScores } from './getis-ord.ts';

const PLACES = 100_000;

/** A field like that of a city: gamma-distributed risk, Poisson counts, some large stacks. */
function field(): { x: Uint32Array; neighbours: ReturnType<typeof hexagonNeighbours> } {
  const random = randomStream(2);
  const lon = Float64Array.from({ length: 400_000 }, () => 70 + 1.65 * random.uniform());
  const lat = Float64Array.from({ length: 400_000 }, () => 46 + 1.2 * random.uniform());
  const cells = binToCells(lon, lat, 9).cells.slice(0, PLACES);
  const x = Uint32Array.from(cells, (_, i) => {
    if (i % 5000 === 0) return 200 + random.integer(0, 300);
    const gamma = -Math.log(1 - random.uniform()) * -Math.log(1 - random.uniform());
    return random.poisson(2 * gamma);
  });
  return { x, neighbours: hexagonNeighbours(cells) };
}

it('Gi* on 100,000 places: analytic under 30 ms, exact under 1 s', () => {
  const { x, neighbours } = field();
  expect(x.length).toBe(PLACES);
  const analytic = measure('Gi* analytic, 100,000 places', 9, () => getisOrdScores(x, neighbours, 'gi-star'));
  const exact = measure('Gi* exact tails, 100,000 places', 5, () => exactTails(x, neighbours, 'gi-star'));
  measure('Gi exact tails, 100,000 places', 3, () => exactTails(x, neighbours, 'gi'));
  expect(analytic.median).toBeLessThan(30);
  expect(exact.median).toBeLessThan(1000);
});
