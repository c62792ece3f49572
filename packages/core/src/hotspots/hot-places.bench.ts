import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { binToCells } from '../places/bin-to-cells.ts';
import { hexagonNeighbours, type Neighbours, type RingCount } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { exactTails } from './exact-tails.ts';
import { getisOrdScores } from './getis-ord.ts';
import { globalStatistic } from './global-statistics.ts';
import { hotPlaces } from './hot-places.ts';
import { localMoran } from './local-moran.ts';
import { permutationTails } from './permutation-tails.ts';

const PLACES = 100_000;

/** A field like that of a city: gamma-distributed risk, Poisson counts, some large stacks. */
function field(rings: RingCount = 1): { x: Uint32Array; neighbours: Neighbours } {
  const random = randomStream(2);
  const lon = Float64Array.from({ length: 400_000 }, () => 70 + 1.65 * random.uniform());
  const lat = Float64Array.from({ length: 400_000 }, () => 46 + 1.2 * random.uniform());
  const cells = binToCells(lon, lat, 9).cells.slice(0, PLACES);
  const x = Uint32Array.from(cells, (_, i) => {
    if (i % 5000 === 0) return 200 + random.integer(0, 300);
    const gamma = -Math.log(1 - random.uniform()) * -Math.log(1 - random.uniform());
    return random.poisson(2 * gamma);
  });
  return { x, neighbours: hexagonNeighbours(cells, rings) };
}

const { x, neighbours } = field();
const random = randomStream(9);
const weighted: Neighbours = {
  ...neighbours,
  weights: Float64Array.from(neighbours.indices, () => 0.5 + random.uniform()),
};
const harm = Float64Array.from(x, (count) => count * (1 + 9 * random.uniform()));

it('scores of 100,000 places', () => {
  expect(x.length).toBe(PLACES);
  const analytic = measure('Gi* analytic, 6 neighbours', 9, () => getisOrdScores(x, neighbours, 'gi-star'));
  measure('Gi* analytic, weights', 9, () => getisOrdScores(x, weighted, 'gi-star'));
  measure('Gi analytic', 9, () => getisOrdScores(x, neighbours, 'gi'));
  measure('local Moran', 5, () => localMoran(x, neighbours));
  measure('hotPlaces, Gi* analytic', 5, () =>
    hotPlaces(x, neighbours, { statistic: 'gi-star', inference: 'analytic' }),
  );
  expect(analytic.median).toBeLessThan(30);
});

it('exact tails of 100,000 places', () => {
  const exact = measure('Gi* exact, 6 neighbours', 5, () => exactTails(x, neighbours, 'gi-star'));
  measure('Gi exact (conditional), 6 neighbours', 3, () => exactTails(x, neighbours, 'gi'));
  measure('hotPlaces, Gi* exact', 5, () =>
    hotPlaces(x, neighbours, { statistic: 'gi-star', inference: 'exact' }),
  );
  expect(exact.median).toBeLessThan(1000);
  for (const rings of [2, 3] as const) {
    const wide = field(rings);
    measure(`Gi* exact, ${rings} rings`, 3, () => exactTails(wide.x, wide.neighbours, 'gi-star'));
    measure(`Gi exact, ${rings} rings`, 1, () => exactTails(wide.x, wide.neighbours, 'gi'));
    wide.x[777] = 100_000;
    measure(`Gi* exact, ${rings} rings, a stack of 100,000`, 3, () =>
      exactTails(wide.x, wide.neighbours, 'gi-star'),
    );
    measure(`Gi exact, ${rings} rings, a stack of 100,000`, 1, () =>
      exactTails(wide.x, wide.neighbours, 'gi'),
    );
  }
});

it('permutations at 100,000 places', () => {
  const shared = { seed: 1, draws: 999 };
  const conditional = measure('999 conditional, shared draws', 3, () =>
    permutationTails(x, neighbours, 'gi', shared),
  );
  measure('999 total, shared draws', 3, () => permutationTails(x, neighbours, 'gi-star', shared));
  measure('99,999 conditional, shared draws', 1, () =>
    permutationTails(x, neighbours, 'gi', { seed: 1, draws: 99_999 }),
  );
  measure('999 conditional, shared draws, weights', 1, () => permutationTails(harm, weighted, 'gi', shared));
  measure('999 conditional, independent draws', 1, () =>
    permutationTails(x, neighbours, 'gi', { ...shared, independent: true }),
  );
  const adaptive = { seed: 1, draws: 99_999, exceedances: 10 };
  measure('up to 99,999 conditional, stopped at 10', 1, () => {
    const { draws } = permutationTails(harm, weighted, 'gi', adaptive);
    const made = draws.reduce((a, b) => a + b, 0);
    process.stdout.write(`  mean draws ${(made / PLACES).toFixed(0)}\n`);
  });
  expect(conditional.median).toBeLessThan(5000);
});

it('global statistics of 100,000 places', () => {
  measure('Moran, randomisation', 3, () => globalStatistic(x, neighbours, 'moran'));
  measure('Moran, 99 permutations', 1, () =>
    globalStatistic(x, neighbours, 'moran', {
      inference: 'permutation',
      permutation: { seed: 1, draws: 99 },
    }),
  );
});
