import { expect, it } from 'vitest';
import { exceedance } from '../../../../test/support/calibration.ts';
import { placeInHexagons } from '../places/hexagons.ts';
import { neighboursOf } from '../places/neighbours.ts';
import { studyArea } from '../places/study-area.ts';
import { randomStream } from '../random/stream.ts';
import { benjaminiHochberg } from '../significance/benjamini-hochberg.ts';
import { twoSidedNormalP } from '../significance/normal.ts';
import { randomisedP, tailPs } from '../significance/tails.ts';
import { exactTails } from './exact-tails.ts';
import { type GetisOrdStatistic, getisOrdScores } from './getis-ord.ts';
import { hotPlaces } from './hot-places.ts';
import type { Inference } from './local-tests.ts';
import { permutationTails } from './permutation-tails.ts';

const FIELDS = 2000;
const LEVEL = 0.05;
const area = studyArea([
  [
    [
      [71, 51],
      [71.42, 51],
      [71.42, 51.24],
      [71, 51.24],
      [71, 51],
    ],
  ],
]);
const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9, area });

/** Share of completely random fields in which any place passes q <= .05. */
function familyError(mean: number, statistic: GetisOrdStatistic, inference: Inference): number {
  let fields = 0;
  for (let field = 0; field < FIELDS; field++) {
    const random = randomStream(field, 3);
    const n = Uint32Array.from({ length: places.count }, () => random.poisson(mean));
    const { q } = hotPlaces(n, places.neighbours, { statistic, inference });
    if (q.some((value) => value <= LEVEL)) fields++;
  }
  return fields / FIELDS;
}

it('under complete randomness the default stays at its level; the analytic score does not', () => {
  process.stdout.write(
    `${places.count} cells, ${FIELDS} fields per line: share of fields with any q <= ${LEVEL}\n`,
  );
  process.stdout.write('  mean  gi-star exact  gi exact  gi-star analytic\n');
  for (const mean of [0.05, 0.1, 0.25, 0.5, 1, 2, 5]) {
    const exact = familyError(mean, 'gi-star', 'exact');
    const conditional = familyError(mean, 'gi', 'exact');
    const analytic = familyError(mean, 'gi-star', 'analytic');
    const cell = (value: number): string => value.toFixed(3).padStart(13);
    process.stdout.write(`${String(mean).padStart(6)}${cell(exact)}${cell(conditional)}${cell(analytic)}\n`);
    // Three standard errors of a share of .05 over 2,000 fields are .0146.
    expect(exact).toBeLessThanOrEqual(LEVEL + 0.0146);
    expect(conditional).toBeLessThanOrEqual(LEVEL + 0.0146);
  }
});

/** Queen neighbours on a grid of 20 × 20 squares. */
const SIDE = 20;
const grid = neighboursOf(SIDE * SIDE, (i, row) => {
  for (let j = 0; j < SIDE * SIDE; j++) {
    const apart = Math.max(
      Math.abs((i % SIDE) - (j % SIDE)),
      Math.abs(Math.floor(i / SIDE) - Math.floor(j / SIDE)),
    );
    if (apart === 1) row.push(j);
  }
  return row;
});

it('under complete randomness single p keep their levels and, ties divided at random, meet them', () => {
  process.stdout.write(
    `${SIDE * SIDE} squares, queen, ${FIELDS} fields per line: share of p <= .01, .05, .1; any q <= ${LEVEL}\n`,
  );
  for (const statistic of ['gi-star', 'gi'] as const) {
    for (const mean of [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10]) {
      const p: Record<string, Float64Array[]> = {
        exact: [],
        'exact randomised': [],
        '199 draws': [],
        '199 draws randomised': [],
        analytic: [],
      };
      for (let field = 0; field < FIELDS; field++) {
        const random = randomStream(field, 4);
        const n = Uint32Array.from({ length: SIDE * SIDE }, () => random.poisson(mean));
        const exact = exactTails(n, grid, statistic);
        const drawn = permutationTails(n, grid, statistic, { seed: field, draws: 199 });
        p.exact.push(exact.p);
        p['exact randomised'].push(randomisedP(exact, 'two-sided', random));
        p['199 draws'].push(tailPs(drawn, 'two-sided'));
        p['199 draws randomised'].push(randomisedP(drawn, 'two-sided', random));
        p.analytic.push(getisOrdScores(n, grid, statistic).map(twoSidedNormalP));
      }
      for (const [name, fields] of Object.entries(p)) {
        const shares = [0.01, 0.05, 0.1].map((level) => {
          const { share, standardError } = exceedance(fields, level);
          if (name !== 'analytic') expect(share).toBeLessThanOrEqual(level + 4 * standardError);
          if (name.endsWith('randomised')) expect(share).toBeGreaterThanOrEqual(level - 4 * standardError);
          return share.toFixed(4);
        });
        const any =
          fields.filter((values) => benjaminiHochberg(values).some((q) => q <= LEVEL)).length / FIELDS;
        if (name !== 'analytic') expect(any).toBeLessThanOrEqual(LEVEL + 0.0146);
        process.stdout.write(
          `${statistic.padEnd(8)}${String(mean).padStart(5)}  ${name.padEnd(22)}${shares.join('  ')}  ${any.toFixed(3)}\n`,
        );
      }
    }
  }
});
