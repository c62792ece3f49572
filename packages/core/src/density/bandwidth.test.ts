import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { meters } from '../units/units.ts';
import { abramsonBandwidths, nearestBandwidths } from './adaptive.ts';
import { BANDWIDTH_RULES, chooseBandwidth } from './bandwidth.ts';
import { massBandwidths, scottSigmas, silvermanSigmas } from './bandwidth-rules.ts';
import { likelihoodCriterion } from './bandwidth-search.ts';
import { distinctPoints } from './distinct-points.ts';
import { kernelDensityAt } from './kernel-surface.ts';

const numbers = (values: readonly string[]): Float64Array => Float64Array.from(values, Number);

interface Golden {
  'bw.diggle': number;
  'bw.ppl': number;
  'bw.scott': [number, number];
  'bw.scott.iso': number;
  nrd0: [number, number];
  MASS_bandwidth_nrd: [number, number];
  MASS_bandwidth_nrd_mean: number;
  sparr_LIK: number;
}

const gaussian = { kernel: 'gaussian', seed: 1 } as const;

describe('bandwidths', () => {
  for (const name of ['synthA', 'chicago']) {
    const read = (): { points: PlanarPoints; golden: Golden } => {
      const { x, y } = sharedTable(`golden/inputs/${name}_points.csv`);
      return {
        points: { x: numbers(x), y: numbers(y) },
        golden: sharedJson<Golden>(`golden/kde/${name}_bandwidths.json`),
      };
    };
    it.skipIf(!hasShared)(`of closed forms equal spatstat, R and MASS on ${name}`, () => {
      const { points, golden } = read();
      const near = (value: number, expected: number): void =>
        expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9);
      const scott = scottSigmas(points);
      near(scott.x, golden['bw.scott'][0]);
      near(scott.y, golden['bw.scott'][1]);
      near(chooseBandwidth(points, 'scott', gaussian).value, golden['bw.scott.iso']);
      near(silvermanSigmas(points).x, golden.nrd0[0]);
      near(silvermanSigmas(points).y, golden.nrd0[1]);
      near(massBandwidths(points).x, golden.MASS_bandwidth_nrd[0]);
      near(massBandwidths(points).y, golden.MASS_bandwidth_nrd[1]);
      const quartic = { ...gaussian, kernel: 'quartic' } as const;
      near(chooseBandwidth(points, 'nrd', quartic).value, golden.MASS_bandwidth_nrd_mean);
      near(chooseBandwidth(points, 'scott', quartic).value, golden['bw.scott.iso'] * Math.sqrt(8));
    });

    it.skipIf(!hasShared)(`that are searched for equal spatstat and sparr within 3 % on ${name}`, () => {
      const { points, golden } = read();
      const diggle = chooseBandwidth(points, 'diggle', gaussian);
      expect(Math.abs(diggle.value / golden['bw.diggle'] - 1)).toBeLessThan(0.03);
      const likelihood = chooseBandwidth(points, 'likelihood', gaussian);
      expect(Math.abs(likelihood.value / golden.sparr_LIK - 1)).toBeLessThan(0.03);
      expect([diggle.reason, likelihood.reason]).toEqual(['diggle', 'likelihood']);
    });
  }

  it.skipIf(!hasShared)(
    'by likelihood follow the curve of bw.ppl with its edge correction on chicago',
    () => {
      const { x, y } = sharedTable('golden/inputs/chicago_points.csv');
      const places = distinctPoints({ x: numbers(x), y: numbers(y) });
      const [left, bottom, right, top] = [
        0.389352289884248, 153.103496225466, 1281.98625717162, 1276.56022345244,
      ];
      const corners = [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
        [left, bottom],
      ];
      const all = Uint32Array.from(places.x, (_, i) => i);
      const criterion = likelihoodCriterion(places, all, { window: planarWindow([[corners]]) });
      const curve = sharedTable('golden/kde/chicago_bwppl_cvl_curve.csv');
      const sigmas = numbers(curve['bw.ppl_h']);
      const golden = numbers(curve['bw.ppl_cv']);
      const ours = sigmas.map(criterion);
      // Where no point is alone within five standard deviations; below, spatstat's logarithm of 0 begins.
      let compared = 0;
      golden.forEach((value, i) => {
        if (sigmas[i] < 30 || !Number.isFinite(value)) return;
        compared++;
        expect(Math.abs(ours[i] - value)).toBeLessThan(0.01 * Math.abs(value));
      });
      expect(compared).toBeGreaterThan(4);
      expect(ours.indexOf(Math.max(...ours))).toBe(
        golden.indexOf(Math.max(...golden.filter(Number.isFinite))),
      );
    },
  );

  it('do not fall to 0 on stacked coordinates', () => {
    const random = randomStream(9);
    const spots = Array.from({ length: 60 }, () => [4000 * random.uniform(), 4000 * random.uniform()]);
    const x = Float64Array.from({ length: 3000 }, (_, i) => spots[i % 60][0]);
    const y = Float64Array.from({ length: 3000 }, (_, i) => spots[i % 60][1]);
    for (const rule of BANDWIDTH_RULES) {
      const { value, coordinates } = chooseBandwidth({ x, y }, rule, { ...gaussian, neighbours: 3 });
      expect(coordinates).toBe(60);
      expect(value, rule).toBeGreaterThan(40);
      expect(value, rule).toBeLessThan(4000);
    }
    const { bandwidths } = nearestBandwidths({ x, y }, { neighbours: 2, least: 0 });
    expect(Math.min(...bandwidths)).toBeGreaterThan(10);
  });

  it('by nearest are the mean distance to the k-th nearest other coordinate', () => {
    const points = { x: Float64Array.of(0, 0, 30, 30, 100), y: Float64Array.of(0, 40, 0, 0, 0) };
    // Different coordinates: (0,0) (0,40) (30,0) (100,0); nearest 30, 40, 30, 70.
    expect(chooseBandwidth(points, 'nearest', gaussian).value).toBeCloseTo(42.5, 9);
    const { bandwidths } = nearestBandwidths(points, { neighbours: 1, least: 35 });
    expect([...bandwidths]).toEqual([35, 40, 35, 35, 70]);
  });

  it('of rules say what they need when points are few, on one coordinate or on a line', () => {
    const one = { x: Float64Array.of(5, 5, 5), y: Float64Array.of(7, 7, 7) };
    for (const rule of BANDWIDTH_RULES) expect(() => chooseBandwidth(one, rule, gaussian)).toThrow(/too-few/);
    expect(() => nearestBandwidths(one, { neighbours: 1, least: 0 })).toThrow(/too-few/);
    const line = { x: new Float64Array(20).fill(3), y: Float64Array.from({ length: 20 }, (_, i) => 10 * i) };
    for (const rule of BANDWIDTH_RULES) {
      const { value } = chooseBandwidth(line, rule, gaussian);
      expect(value, rule).toBeGreaterThan(0);
      expect(Number.isFinite(value), rule).toBe(true);
    }
  });

  for (const name of ['synthA', 'chicago']) {
    it.skipIf(!hasShared)(`of Abramson and their density equal numpy on ${name} within 1e-9`, () => {
      const { h0, hp } = sharedJson<{ h0: number; hp: number }>(`golden/kde/${name}_direct_params.json`);
      const { x, y } = sharedTable(`golden/inputs/${name}_points.csv`);
      const points = { x: numbers(x), y: numbers(y) };
      const options = { kernel: 'gaussian', bandwidth: meters(h0) } as const;
      const { bandwidths } = abramsonBandwidths(points, { ...options, pilot: meters(hp) });
      numbers(sharedTable(`golden/kde/${name}_direct_abramson_h.csv`).h).forEach((h, i) => {
        expect(Math.abs(bandwidths[i] / h - 1)).toBeLessThan(2e-9);
      });
      const golden = sharedTable(`golden/kde/${name}_direct_adaptive.csv`);
      const at = { x: numbers(golden.x), y: numbers(golden.y) };
      const perUnit = 1e6 * x.length;
      const expectPeak = (values: Float64Array, column: string): void => {
        const expected = numbers(golden[column]);
        const peak = Math.max(...expected);
        const worst = values.reduce((most, v, i) => Math.max(most, Math.abs(v / perUnit - expected[i])), 0);
        expect(worst / peak, column).toBeLessThan(3e-9);
      };
      expectPeak(kernelDensityAt(points, at, options), 'fixed');
      expectPeak(kernelDensityAt(points, at, { ...options, bandwidths }), 'abramson');
    });
  }
});
