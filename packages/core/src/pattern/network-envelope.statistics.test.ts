import { expect, it } from 'vitest';
import { linesOf } from '../../../../test/support/streets.ts';
import { streetNetwork } from '../network/streets-of-lines.ts';
import { uniformOnNetwork } from '../network/uniform-points.ts';
import { randomStream } from '../random/stream.ts';
import { networkKEnvelope } from './network-envelope.ts';

/** A street of 600 m with a vertex at every crossing of a grid of 100 m. */
const gridLine = (i: number, across: boolean): number[] =>
  Array.from({ length: 7 }, (_, j) => (across ? [100 * j, 100 * i] : [100 * i, 100 * j])).flat();

it('p of the network K is uniform under an even spread', () => {
  const rows = Array.from({ length: 7 }, (_, i) => [gridLine(i, true), gridLine(i, false)]).flat();
  const grid = streetNetwork(linesOf(rows));
  const radii = Float64Array.of(0, 25, 50, 100, 150, 200);
  const runs = 1000;
  const random = randomStream(17);
  const below = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const events = uniformOnNetwork(grid, 25, random);
    const { p } = networkKEnvelope(grid, events, radii, { simulations: 19, seed: 1000 + run });
    [0.05, 0.1, 0.5].forEach((level, i) => {
      if (p <= level + 1e-12) below[i]++;
    });
  }
  process.stdout.write(
    `share of p <= .05, .10, .50 in ${runs} even spreads: ${below.map((n) => n / runs)}\n`,
  );
  [0.05, 0.1, 0.5].forEach((level, i) => {
    const error = Math.sqrt((level * (1 - level)) / runs);
    expect(Math.abs(below[i] / runs - level)).toBeLessThan(4 * error);
  });
});
