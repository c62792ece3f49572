import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { type PlanarWindow, planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { crossPairCorrelation, pairCorrelation } from './pair-correlation.ts';

const box = (left: number, bottom: number, right: number, top: number): PlanarWindow =>
  planarWindow([
    [
      [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
        [left, bottom],
      ],
    ],
  ]);

const random = randomStream(8);
const points: PlanarPoints = {
  x: Float64Array.from({ length: 80 }, () => 100 * random.uniform()),
  y: Float64Array.from({ length: 80 }, () => 100 * random.uniform()),
};
const window = box(0, 0, 100, 100);

describe('pair correlation', () => {
  it('equals its definition, pair by pair, with both divisors', () => {
    const h = 7.3;
    for (const divisor of ['r', 'd'] as const) {
      const g = pairCorrelation(points, window, {
        maxDistanceMeters: 30,
        steps: 15,
        correction: 'none',
        halfWidthMeters: h,
        divisor,
      });
      g.r.forEach((r, k) => {
        let sum = 0;
        for (let i = 0; i < 80; i++) {
          for (let j = 0; j < 80; j++) {
            const d = Math.hypot(points.x[i] - points.x[j], points.y[i] - points.y[j]);
            if (i !== j && Math.abs(r - d) < h)
              sum += ((0.75 / h) * (1 - ((r - d) / h) ** 2)) / (divisor === 'r' ? r : d);
          }
        }
        expect(g.values[k]).toBeCloseTo((sum * 1e4) / (80 * 79 * 2 * Math.PI), 9);
      });
    }
  });

  it('of two halves of a pattern, weighed by their pairs, makes the whole', () => {
    const part = (from: number, to: number) => ({ x: points.x.slice(from, to), y: points.y.slice(from, to) });
    const [a, b] = [part(0, 30), part(30, 80)];
    const options = { maxDistanceMeters: 20, steps: 10, halfWidthMeters: 5 };
    const own = (p: PlanarPoints) => pairCorrelation(p, window, options).values;
    const [whole, aa, bb] = [own(points), own(a), own(b)];
    const ab = crossPairCorrelation(a, b, window, options).values;
    const ba = crossPairCorrelation(b, a, window, options).values;
    whole.forEach((value, k) => {
      const parts = 30 * 29 * aa[k] + 50 * 49 * bb[k] + 30 * 50 * (ab[k] + ba[k]);
      expect(value).toBeCloseTo(parts / (80 * 79), 9);
    });
  });

  it('leaves out stacked coordinates with divisor d only, and says so', () => {
    const stacked = { x: Float64Array.of(5, 5, 9), y: Float64Array.of(5, 5, 9) };
    const options = { maxDistanceMeters: 8, steps: 4, halfWidthMeters: 3 };
    expect(pairCorrelation(stacked, window, { ...options, divisor: 'd' }).leftOut).toBe(2);
    const g = pairCorrelation(stacked, window, options);
    expect(g.leftOut).toBe(0);
    expect(g.values.every(Number.isFinite)).toBe(true);
    expect(() => pairCorrelation(stacked, window, { ...options, halfWidthMeters: 0 })).toThrow(RangeError);
  });
});

describe.skipIf(!hasShared)('pair correlation against spatstat 3.0-3', () => {
  it.each(['synthA', 'chicago'])('%s', (name) => {
    const input = sharedTable(`golden/inputs/${name}_points.csv`);
    const pattern = { x: Float64Array.from(input.x, Number), y: Float64Array.from(input.y, Number) };
    const rect =
      name === 'chicago'
        ? sharedJson<{ window_rect: { xrange: number[]; yrange: number[] } }>(
            'golden/inputs/chicago_meta.json',
          ).window_rect
        : { xrange: [652860, 658860], yrange: [4787370, 4793370] };
    const area = box(rect.xrange[0], rect.yrange[0], rect.xrange[1], rect.yrange[1]);
    const summary = sharedJson<{ pcf_bw_default: number }>(`golden/pattern/${name}_summary.json`);
    for (const file of ['pcf', 'pcf_bw_divisor_d']) {
      const table = sharedTable(`golden/pattern/${name}_${file}.csv`);
      const steps = table.r.length - 1;
      const maxDistanceMeters = Number(table.r[steps]);
      const bandwidth = file === 'pcf' ? summary.pcf_bw_default : maxDistanceMeters / 40;
      for (const [correction, column] of [
        ['translate', 'trans'],
        ['isotropic', 'iso'],
      ] as const) {
        if (!table[column]) continue;
        const g = pairCorrelation(pattern, area, {
          ...{ maxDistanceMeters, steps, correction },
          halfWidthMeters: file === 'pcf' ? undefined : Math.sqrt(5) * bandwidth,
          divisor: file === 'pcf' ? 'r' : 'd',
        });
        expect(g.halfWidthMeters).toBeCloseTo(Math.sqrt(5) * bandwidth, 9);
        g.r.forEach((r, k) => {
          if (r <= 2 * bandwidth) return;
          const expected = Number(table[column][k + 1]);
          expect(Math.abs(g.values[k] / expected - 1), `${file} ${correction} at ${r}`).toBeLessThan(0.005);
        });
      }
    }
  });
});
