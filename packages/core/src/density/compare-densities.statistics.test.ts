import { expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { compareDensities } from './compare-densities.ts';

const FIELDS = 400;

it('relabelling keeps its level on clustered fields without a difference: whole map and single cells', () => {
  let found = 0;
  let cells = 0;
  let passed = 0;
  for (let field = 0; field < FIELDS; field++) {
    const random = randomStream(10_000 + field);
    const side = (count: number) => {
      const x = new Float64Array(count);
      const y = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const isClustered = random.uniform() < 0.5;
        x[i] = isClustered ? 1000 + 150 * random.normal() : 3000 * random.uniform();
        y[i] = isClustered ? 1000 + 150 * random.normal() : 2000 * random.uniform();
      }
      return { x, y };
    };
    const { test } = compareDensities(
      side(80),
      side(120),
      { left: 0, bottom: 0, right: 3000, top: 2000 },
      {
        ...{ kernel: 'quartic', bandwidth: meters(400), cellSize: meters(200), comparison: 'log-ratio' },
        permutations: { draws: 99, seed: field },
      },
    );
    if (test!.wholeMapP <= 0.05) found++;
    cells += test!.p.length;
    passed += test!.p.filter((p) => p <= 0.05).length;
  }
  process.stdout.write(
    `whole map p <= .05 in ${((100 * found) / FIELDS).toFixed(1)} % of ${FIELDS} fields; single cells ${((100 * passed) / cells).toFixed(1)} %\n`,
  );
  // Three standard errors of a binomial share of .05 over 400 fields: .033.
  expect(found / FIELDS).toBeLessThan(0.083);
  expect(passed / cells).toBeLessThan(0.06);
});
