import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { linesOf } from '../../../../test/support/streets.ts';
import type { NetworkPoints } from '../network/place-on-network.ts';
import { streetNetwork } from '../network/streets-of-lines.ts';
import { uniformOnNetwork } from '../network/uniform-points.ts';
import { randomStream } from '../random/stream.ts';
import { networkKEnvelope } from './network-envelope.ts';
import { networkK } from './network-k.ts';

const on = (...places: readonly (readonly [number, number])[]): NetworkPoints => ({
  edge: Uint32Array.from(places, (place) => place[0]),
  along: Float64Array.from(places, (place) => place[1]),
});

describe('K along streets', () => {
  const star = streetNetwork(
    linesOf([
      [0, 0, 10, 0],
      [0, 0, -6, 8],
      [0, 0, -6, -8],
    ]),
  );

  it('divides by the places at the distance of a pair', () => {
    // From 1 m out on one arm: at 3 m there are 3 places; from 2 m out on another: also at 3 m, 3.
    const { k, uncorrected, pairs } = networkK(star, on([0, 1], [1, 2]), Float64Array.of(2.9, 3, 5));
    expect([...uncorrected]).toEqual([0, 30, 30]);
    expect(k[1]).toBeCloseTo(10, 12);
    expect(pairs).toBe(2);
  });

  it('knows branches that ended: on an arm of 10 m only one place is 12 m from its middle', () => {
    const line = streetNetwork(linesOf([[0, 0, 20, 0]]));
    const { k } = networkK(line, on([0, 5], [0, 17]), Float64Array.of(12));
    // 12 m from 5 lies 17 only; 12 m from 17 lies 5 only.
    expect(k[0]).toBeCloseTo((20 / 2) * 2, 12);
  });

  it('goes around a ring both ways', () => {
    const ring = streetNetwork(linesOf([[0, 0, 10, 0, 10, 10, 0, 10, 0, 0]]));
    const { k, uncorrected } = networkK(ring, on([0, 1], [0, 38]), Float64Array.of(3, 20));
    expect(uncorrected[0]).toBeCloseTo(40, 12);
    expect(k[0]).toBeCloseTo(20, 12);
  });

  it('counts stacked events as pairs at 0', () => {
    const { k, uncorrected } = networkK(star, on([0, 5], [0, 5]), Float64Array.of(0, 1));
    expect([...uncorrected]).toEqual([30, 30]);
    expect([...k]).toEqual([15, 15]);
  });

  it('gives zeros for no event and for one', () => {
    for (const events of [on(), on([0, 1])]) {
      const { k, uncorrected, pairCorrelation } = networkK(star, events, Float64Array.of(0, 5));
      expect([...k, ...uncorrected, ...pairCorrelation.values]).toEqual([0, 0, 0, 0, 0, 0]);
    }
    expect(() => networkK(star, on(), Float64Array.of(2, 1))).toThrow(RangeError);
    expect(() => networkK(star, on(), Float64Array.of(NaN))).toThrow(RangeError);
  });

  it('crosses two kinds: every pair of one of each', () => {
    const { uncorrected, k } = networkK(star, on([0, 1]), Float64Array.of(3), {
      to: on([1, 2], [2, 2], [2, 9]),
    });
    expect(uncorrected[0]).toBeCloseTo((30 / 3) * 2, 12);
    expect(k[0]).toBeCloseTo((30 / 3) * (2 / 3), 12);
  });

  it('is r for events spread evenly', () => {
    const rows: number[][] = [];
    for (let i = 0; i <= 8; i++) rows.push(gridLine(i, true), gridLine(i, false));
    const grid = streetNetwork(linesOf(rows));
    const radii = Float64Array.of(50, 150, 300, 500);
    const events = uniformOnNetwork(grid, 1500, randomStream(11));
    const { k, pairCorrelation } = networkK(grid, events, radii);
    radii.forEach((r, i) => {
      expect(Math.abs(k[i] / r - 1)).toBeLessThan(0.06);
      expect(Math.abs(pairCorrelation.values[i] - 1)).toBeLessThan(0.1);
    });
  });
});

/** A street of 800 m with a vertex at every crossing of a grid of 100 m. */
function gridLine(i: number, across: boolean): number[] {
  return Array.from({ length: 9 }, (_, j) => (across ? [100 * j, 100 * i] : [100 * i, 100 * j])).flat();
}

describe('the envelope', () => {
  const rows: number[][] = [];
  for (let i = 0; i <= 8; i++) rows.push(gridLine(i, true), gridLine(i, false));
  const grid = streetNetwork(linesOf(rows));
  const radii = Float64Array.of(0, 50, 100, 200);

  it('finds clusters and keeps quiet about chance', () => {
    const random = randomStream(2);
    const clustered = on(
      ...Array.from({ length: 40 }, (_, i) => [(i % 4) * 9, 100 * random.uniform()] as const),
    );
    const found = networkKEnvelope(grid, clustered, radii, { simulations: 39, seed: 7 });
    expect(found.p).toBe(1 / 40);
    expect(found.k[1]).toBeGreaterThan(found.high[1]);
    const even = uniformOnNetwork(grid, 40, randomStream(3));
    const quiet = networkKEnvelope(grid, even, radii, { simulations: 39, seed: 7 });
    expect(quiet.p).toBeGreaterThan(0.05);
    expect(networkKEnvelope(grid, even, radii, { simulations: 39, seed: 7 })).toEqual(quiet);
    expect(quiet).toMatchObject({ null: 'uniform-on-network', alternative: 'two-sided', tested: 1, seed: 7 });
  });

  it('has p 1 where nothing can differ', () => {
    expect(networkKEnvelope(grid, on(), radii, { simulations: 9, seed: 1 }).p).toBe(1);
    const none = streetNetwork(linesOf([]));
    expect(networkKEnvelope(none, on(), radii, { simulations: 9, seed: 1 }).p).toBe(1);
  });
});

describe.skipIf(!hasShared)('Chicago streets against spatstat', () => {
  const table = (name: string): Record<string, Float64Array> =>
    Object.fromEntries(
      Object.entries(sharedTable(`golden/${name}.csv`)).map(([key, values]) => [
        key,
        Float64Array.from(values, Number),
      ]),
    );

  it('K within 1e-6, pair correlation within .3 % (its reference is binned)', () => {
    const given = table('inputs/chicago_segments');
    const network = streetNetwork(
      linesOf(Array.from(given.x0, (x, i) => [x, given.y0[i], given.x1[i], given.y1[i]])),
    );
    const { segment, fraction } = table('inputs/chicago_points');
    const events = {
      edge: Uint32Array.from(segment, (one) => one - 1),
      along: Float64Array.from(segment, (one, i) => fraction[i] * network.length[one - 1]),
    };
    const expected = table('network/chicago_linearK');
    const { k, uncorrected, pairCorrelation } = networkK(network, events, expected.r);
    for (let i = 0; i < expected.r.length; i++) {
      expect(Math.abs(uncorrected[i] - expected.est[i])).toBeLessThanOrEqual(1e-6 * expected.est[i]);
      expect(Math.abs(k[i] - expected.ang[i])).toBeLessThanOrEqual(1e-6 * expected.ang[i]);
      // The reference measures the part of the kernel between 0 and the last radius by 512 points, too much by half a
      // step at either end.
      const atEnd = expected.r[i] < 60 || expected.r[i] > 240;
      const off = Math.abs(pairCorrelation.values[i] / expected.pcf_ang[i] - 1);
      expect(off).toBeLessThan(atEnd ? 0.02 : 0.004);
    }
  });
});
