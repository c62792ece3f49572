import { describe, expect, it } from 'vitest';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import { planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { crossK } from './cross-k.ts';
import { labellingEnvelope, randomnessEnvelope } from './envelope.ts';
import { inhomogeneousK } from './inhomogeneous-k.ts';
import { streamOfDraw, uniformPoints } from './random-points.ts';
import { besagL, ripleyK } from './ripley-k.ts';

const window = planarWindow([
  [
    [
      [0, 0],
      [100, 0],
      [100, 60],
      [60, 60],
      [60, 100],
      [0, 100],
      [0, 0],
    ],
  ],
]);
const options = { maxDistanceMeters: 20, steps: 10 };
const lOf = (points: PlanarPoints): Float64Array =>
  besagL(ripleyK(points, window, options).estimates.isotropic!);
const crossOf = (first: PlanarPoints, second: PlanarPoints): Float64Array =>
  besagL(crossK(first, second, window, options).estimates.isotropic!);

describe('envelopes', () => {
  it('reject complete randomness and random labels at their level, no more', () => {
    let [randomness, labels] = [0, 0];
    for (let field = 0; field < 80; field++) {
      const points = uniformPoints(window, 30, randomStream(field + 500));
      if (randomnessEnvelope(points, window, lOf, { draws: 19, seed: field }).test.p <= 0.05) randomness++;
      const first = { x: points.x.slice(0, 10), y: points.y.slice(0, 10) };
      const second = { x: points.x.slice(10), y: points.y.slice(10) };
      if (labellingEnvelope(first, second, crossOf, { draws: 19, seed: field }).test.p <= 0.05) labels++;
    }
    // Binomial(80, .05): 11 or more with chance .002.
    expect(randomness).toBeLessThan(11);
    expect(labels).toBeLessThan(11);
    expect(randomness + labels).toBeGreaterThan(0);
  });

  it('see clusters, and leave the global envelope exactly when p is at most its level', () => {
    const random = randomStream(3);
    let left = 0;
    for (const spread of [1, 3, 8, 20]) {
      const points = {
        x: Float64Array.from({ length: 40 }, () => Math.min(60, Math.abs(30 + spread * random.normal()))),
        y: Float64Array.from({ length: 40 }, () => Math.min(60, Math.abs(30 + spread * random.normal()))),
      };
      const { observed, globalLower, globalUpper, lower, upper, test, pointwiseLevel } = randomnessEnvelope(
        points,
        window,
        lOf,
        { draws: 39, seed: 2 },
      );
      const isOut = observed.some((value, at) => value < globalLower[at] || value > globalUpper[at]);
      expect(isOut).toBe(test.p <= 0.05);
      if (isOut) left++;
      expect(pointwiseLevel).toBe(0.05);
      expect(lower.every((value, at) => value <= upper[at])).toBe(true);
      expect(test).toMatchObject({
        null: 'complete-spatial-randomness',
        alternative: 'two-sided',
        draws: 39,
      });
    }
    expect(left).toBeGreaterThan(0);
  });

  it('are the same for the same seed, and of streams of their own', () => {
    const points = uniformPoints(window, 20, randomStream(1));
    const once = randomnessEnvelope(points, window, lOf, { draws: 19, seed: 5 });
    const again = randomnessEnvelope(points, window, lOf, { draws: 19, seed: 5 });
    expect(again).toEqual(once);
    expect(randomnessEnvelope(points, window, lOf, { draws: 19, seed: 6 })).not.toEqual(once);
    expect(streamOfDraw(5, 1).uniform()).not.toBe(streamOfDraw(5, 2).uniform());
    expect(() => randomnessEnvelope(points, window, lOf, { draws: 18, seed: 5 })).toThrow(RangeError);
  });

  it('leave out distances at which a curve is not defined', () => {
    const points = uniformPoints(window, 15, randomStream(1));
    const border = (p: PlanarPoints): Float64Array =>
      besagL(
        ripleyK(p, window, { maxDistanceMeters: 60, steps: 6, corrections: ['border'] }).estimates.border!,
      );
    const { lower, test } = randomnessEnvelope(points, window, border, { draws: 19, seed: 1 });
    expect(lower[6]).toBeNaN();
    expect(test.p).toBeGreaterThan(0);
  });
});

describe('K of an uneven density', () => {
  it('is Ripley’s K where the density is even', () => {
    const points = uniformPoints(window, 50, randomStream(7));
    const even = new Float64Array(50).fill(50 / window.areaSquareMeters);
    for (const correction of ['none', 'isotropic'] as const) {
      const k = inhomogeneousK(points, even, window, { ...options, correction });
      const plain = ripleyK(points, window, { ...options, corrections: [correction] }).estimates[correction]!;
      expect(k.fit).toBeCloseTo(1, 12);
      // Σ over n² here, over n (n-1) there.
      k.values.forEach((value, at) => {
        expect(value).toBeCloseTo((plain[at] * 49) / 50, 9);
      });
    }
  });

  it('takes an uneven density for what it is, and Ripley’s K takes it for clusters', () => {
    let [fair, plain] = [0, 0];
    for (let field = 0; field < 25; field++) {
      const thrown = uniformPoints(window, 600, randomStream(field));
      const keep = randomStream(field + 77);
      const kept = Array.from(thrown.x.keys()).filter((i) => keep.uniform() < thrown.x[i] / 100);
      const points = {
        x: Float64Array.from(kept, (i) => thrown.x[i]),
        y: Float64Array.from(kept, (i) => thrown.y[i]),
      };
      const intensity = points.x.map((x) => (600 / window.areaSquareMeters) * (x / 100));
      fair += inhomogeneousK(points, intensity, window, options).values[10] / (Math.PI * 400) / 25;
      plain += ripleyK(points, window, options).estimates.isotropic![10] / (Math.PI * 400) / 25;
    }
    expect(Math.abs(fair - 1)).toBeLessThan(0.07);
    expect(plain).toBeGreaterThan(1.15);
    const two = { x: Float64Array.of(1, 2), y: Float64Array.of(1, 2) };
    expect(() => inhomogeneousK(two, Float64Array.of(1, 0), window, options)).toThrow(RangeError);
  });
});
