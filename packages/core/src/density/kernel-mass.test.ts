import { describe, expect, it } from 'vitest';
import { type PlanarWindow, planarWindow } from '../geometry/planar-window.ts';
import { randomStream } from '../random/stream.ts';
import { kernelMass } from './kernel-mass.ts';
import { KERNELS, kernelMassWithin, kernelPeak, kernelRadius, kernelShapes } from './kernels.ts';

const star = Array.from({ length: 15 }, (_, i): [number, number] => {
  const angle = (2 * Math.PI * (i % 14)) / 14;
  const radius = i % 2 === 0 ? 1000 : 450;
  return [5000 + radius * Math.cos(angle), 9000 + radius * Math.sin(angle)];
});
// The outline runs clockwise and the hole counter-clockwise: either way round must do.
const hole: [number, number][] = [
  [5200, 8900],
  [5370, 8937],
  [5341, 9100],
  [5160, 9110],
  [5200, 8900],
];
const window = planarWindow([[star.toReversed(), hole]]);

const box = (width: number, height: number): PlanarWindow =>
  planarWindow([
    [
      [
        [0, 0],
        [width, 0],
        [width, height],
        [0, height],
        [0, 0],
      ],
    ],
  ]);

describe('kernels', () => {
  for (const kernel of KERNELS) {
    it(`${kernel} has unit mass, and its mass within a radius is the integral of its shape`, () => {
      const radius = kernelRadius(kernel, 1);
      let sum = 0;
      const steps = 200_000;
      for (let i = 0; i < steps; i++) {
        const u = ((i + 0.5) / steps) * radius;
        sum += 2 * Math.PI * u * kernelShapes[kernel](u * u) * kernelPeak(kernel, 1) * (radius / steps);
        if (i === steps / 4) expect(kernelMassWithin[kernel](u + radius / steps / 2)).toBeCloseTo(sum, 8);
      }
      expect(sum).toBeCloseTo(1, 8);
    });

    it(`${kernel}: its mass in a window is what a fine grid sums, inside, outside and on the edge`, () => {
      const bandwidth = kernel === 'gaussian' ? 90 : 300;
      const massAt = kernelMass(window, kernel, bandwidth);
      const random = randomStream(5);
      const centres: [number, number][] = [
        [5400, 9000],
        star[3],
        star[4],
        [5180, 9005],
        [5000, 9000],
        [9000, 9000],
      ];
      for (let i = 0; i < 4; i++)
        centres.push([4000 + 2000 * random.uniform(), 8000 + 2000 * random.uniform()]);
      const radius = Math.min(kernelRadius(kernel, bandwidth), 5 * bandwidth);
      const steps = 500;
      for (const [x, y] of centres) {
        let brute = 0;
        const cell = (2 * radius) / steps;
        for (let i = 0; i < steps * steps; i++) {
          const dx = ((i % steps) + 0.5) * cell - radius;
          const dy = (Math.floor(i / steps) + 0.5) * cell - radius;
          const squared = (dx * dx + dy * dy) / (bandwidth * bandwidth);
          const height = kernelShapes[kernel](squared);
          if (height > 0 && window.contains(x + dx, y + dy))
            brute += height * kernelPeak(kernel, bandwidth) * cell * cell;
        }
        expect(Math.abs(massAt(x, y) - brute)).toBeLessThan(kernel === 'uniform' ? 5e-4 : 2e-4);
      }
    });

    it(`${kernel}: half of its mass lies beyond a straight edge, a quarter beyond a corner`, () => {
      const square = box(1e4, 1e4);
      const massAt = kernelMass(square, kernel, 300);
      expect(massAt(5000, 0)).toBeCloseTo(0.5, 6);
      expect(massAt(0, 0)).toBeCloseTo(0.25, 6);
      expect(massAt(5000, 5000)).toBe(1);
      expect(massAt(5000, 5000, 100)).toBe(1);
      expect(massAt(0, 5000, 77)).toBeCloseTo(0.5, 6);
      expect(massAt(20_000, 5000)).toBe(0);
    });
  }

  it('gaussian: the mass in a rectangle is a product of normal probabilities', () => {
    const massAt = kernelMass(box(400, 250), 'gaussian', 100);
    // Phi(1) - Phi(-3) along x, Phi(1.5) - Phi(-1) along y at (300, 100).
    const expected = (0.8413447460685429 - 0.0013498980316301) * (0.9331927987311419 - 0.1586552539314571);
    expect(Math.abs(massAt(300, 100) - expected)).toBeLessThan(1e-9);
  });
});
