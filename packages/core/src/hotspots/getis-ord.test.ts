import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { type Neighbours, neighboursOf } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
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

  it('with weights equal the formula written out, and no scaling of a row changes them', () => {
    const random = randomStream(7);
    const binary = queen(5);
    const weights = Float64Array.from(binary.indices, () => random.uniform());
    const scaled = weights.slice();
    for (let i = 0; i < 25; i++)
      for (let at = binary.offsets[i]; at < binary.offsets[i + 1]; at++) scaled[at] *= i + 2;
    for (const selfWeight of [undefined, 0.4, 0]) {
      for (const statistic of ['gi', 'gi-star'] as const) {
        const z = getisOrdScores(field, { ...binary, weights }, statistic, selfWeight);
        for (let i = 0; i < 25; i++) {
          const row = new Array<number>(25).fill(0);
          for (let at = binary.offsets[i]; at < binary.offsets[i + 1]; at++)
            row[binary.indices[at]] = weights[at];
          const isStar = statistic === 'gi-star';
          if (isStar) row[i] = selfWeight ?? Math.max(...row);
          const among = field.map((_, j) => j).filter((j) => isStar || j !== i);
          const m = among.length;
          const mean = among.reduce((sum, j) => sum + field[j], 0) / m;
          const variance = among.reduce((sum, j) => sum + field[j] ** 2, 0) / m - mean * mean;
          const w = among.reduce((sum, j) => sum + row[j], 0);
          const w2 = among.reduce((sum, j) => sum + row[j] ** 2, 0);
          const lag = among.reduce((sum, j) => sum + row[j] * field[j], 0);
          const expected = (lag - mean * w) / Math.sqrt((variance * (m * w2 - w * w)) / (m - 1));
          expect(z[i]).toBeCloseTo(expected, 10);
        }
        if (selfWeight === 0.4) continue;
        getisOrdScores(field, { ...binary, weights: scaled }, statistic, selfWeight).forEach((other, i) => {
          expect(other).toBeCloseTo(z[i], 10);
        });
      }
    }
  });

  it('of a row without weight are not defined under gi; an island has its own standard score under gi-star', () => {
    const line = neighboursOf(4, (i) => (i < 3 ? [(i + 1) % 3] : []));
    const weights = Float64Array.of(0, 1, 1);
    const x = [1, 2, 3, 6];
    expect(getisOrdScores(x, { ...line, weights }, 'gi')[0]).toBeNaN();
    expect(getisOrdScores(x, line, 'gi')[3]).toBeNaN();
    expect(getisOrdScores(x, line, 'gi-star')[3]).toBeCloseTo(3 / Math.sqrt(3.5), 12);
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
          if (spdep.n_nb[i] === '0' && statistic === 'gi') return;
          const golden = Number(spdep[column][i]);
          expect(Math.abs(value - golden)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(golden)));
        });
      }
      const weights = Float64Array.from(neighbours.indices);
      neighbours.offsets.slice(0, -1).forEach((from, i) => {
        const to = neighbours.offsets[i + 1];
        weights.fill(1 / (to - from + 1), from, to);
      });
      getisOrdScores(input.x, { ...neighbours, weights }, 'gi-star').forEach((value, i) => {
        const golden = Number(spdep.gistar_W[i]);
        expect(Math.abs(value - golden)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(golden)));
      });
      const analytic = hotPlaces(input.x, neighbours, { statistic: 'gi-star', inference: 'analytic' });
      if (!spdep.n_nb.includes('0')) {
        analytic.q.forEach((q, i) => {
          expect(Math.abs(q - Number(spdep.gistar_B_p_BH[i]))).toBeLessThan(1e-9);
        });
      }
    });
  }
});
