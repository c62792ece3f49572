import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { type Neighbours, neighboursOf } from '../places/neighbours.ts';
import { getisOrdScores } from './getis-ord.ts';
import { hotPlaces } from './hot-places.ts';

/** Queen neighbours on a grid of `side` × `side` squares. */
function queen(side: number): Neighbours {
  return neighboursOf(side * side, (i) => {
    const found: number[] = [];
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        const [r, c] = [Math.floor(i / side) + row, (i % side) + column];
        if ((row || column) && r >= 0 && c >= 0 && r < side && c < side) found.push(r * side + c);
      }
    }
    return found;
  });
}

const field = [0, 0, 1, 0, 0, 0, 2, 3, 1, 0, 1, 4, 12, 5, 0, 0, 1, 6, 2, 1, 0, 0, 0, 1, 8];
const printedGiStar = [
  -1.033281, -0.861978, -0.705823, -1.018134, -1.215196, -0.705823, 0.794739, 1.489441, 0.655798, -0.861978,
  -0.549667, 1.628381, 2.600963, 1.767321, -0.393512, -0.861978, 0.933679, 1.906262, 2.462023, 0.855732,
  -1.215196, -0.705823, -0.237356, 1.011888, 0.785876,
];
const printedGi = [
  -0.813189, -0.662216, -0.623391, -0.82777, -1.016486, -0.496662, 0.801001, 1.417504, 0.755416, -0.662216,
  -0.45898, 1.476118, 2.376017, 1.543489, -0.165554, -0.662216, 1.038697, 1.621351, 2.497238, 1.020718,
  -1.016486, -0.496662, 0, 1.185129, -0.222282,
];

describe('Getis-Ord scores', () => {
  it('equal spdep on the printed 5 × 5 field (methods C1, oracle 1)', () => {
    const neighbours = queen(5);
    getisOrdScores(field, neighbours, 'gi-star').forEach((z, i) => {
      expect(z).toBeCloseTo(printedGiStar[i], 5);
    });
    getisOrdScores(field, neighbours, 'gi').forEach((z, i) => {
      expect(z).toBeCloseTo(printedGi[i], 5);
    });
  });

  it('give analytic p and no place under q = .05 there', () => {
    const hot = hotPlaces(field, queen(5), { statistic: 'gi-star', inference: 'analytic' });
    expect(hot.p[12]).toBeCloseTo(0.0092962, 6);
    expect(Math.min(...hot.q)).toBeCloseTo(0.17269, 5);
    expect(hot.tested).toBe(25);
  });

  it('equal the published example of six points within a band of 15 (methods C1, oracle 3)', () => {
    const points = [
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ];
    const band = neighboursOf(6, (i) =>
      points
        .map((_, j) => j)
        .filter((j) => j !== i && Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]) <= 15),
    );
    const y = [2, 3, 3.2, 5, 8, 7];
    const gi = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941];
    const giStar = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331];
    getisOrdScores(y, band, 'gi').forEach((z, i) => {
      expect(z).toBeCloseTo(gi[i], 7);
    });
    getisOrdScores(y, band, 'gi-star').forEach((z, i) => {
      expect(z).toBeCloseTo(giStar[i], 7);
    });
  });

  it('are not defined on a constant field', () => {
    expect([...getisOrdScores(new Array(25).fill(3), queen(5), 'gi-star')].every(Number.isNaN)).toBe(true);
  });

  for (const name of ['synthA_res9', 'memphis_res8', 'columbus_CRIME_queen']) {
    it.skipIf(!hasShared)(`equal spdep 1.2-7 and esda 2.5.1 on ${name} within 1e-9`, () => {
      const input = sharedJson<{ x: number[]; neighbours0: number[][] }>(`golden/local/${name}_input.json`);
      const spdep = sharedTable(`golden/local/${name}_spdep.csv`);
      const neighbours = neighboursOf(input.x.length, (i) => [...input.neighbours0[i]]);
      for (const [statistic, column] of [
        ['gi', 'gi_B'],
        ['gi-star', 'gistar_B'],
      ] as const) {
        const z = getisOrdScores(input.x, neighbours, statistic);
        z.forEach((value, i) => {
          if (spdep.n_nb[i] === '0') return;
          const golden = Number(spdep[column][i]);
          expect(Math.abs(value - golden)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(golden)));
        });
      }
      const analytic = hotPlaces(input.x, neighbours, { statistic: 'gi-star', inference: 'analytic' });
      if (!spdep.n_nb.includes('0')) {
        analytic.q.forEach((q, i) => {
          expect(Math.abs(q - Number(spdep.gistar_B_p_BH[i]))).toBeLessThan(1e-9);
        });
      }
    });
  }
});
