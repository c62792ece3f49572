import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { linesOf } from '../../../../test/support/streets.ts';
import { lixelsOf } from '../network/lixels.ts';
import type { NetworkPoints } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import { streetNetwork } from '../network/streets-of-lines.ts';
import { randomStream } from '../random/stream.ts';
import { KERNELS } from './kernels.ts';
import { NETWORK_METHODS, type NetworkMethod, networkDensity } from './network-density.ts';
import { lineKernel } from './network-kernel.ts';

const on = (...places: readonly (readonly [number, number])[]): NetworkPoints => ({
  edge: Uint32Array.from(places, (place) => place[0]),
  along: Float64Array.from(places, (place) => place[1]),
});

/** Density per metre. */
function perMeter(
  network: StreetNetwork,
  events: NetworkPoints,
  at: NetworkPoints,
  method: NetworkMethod,
  bandwidth: number,
): number[] {
  const { values } = networkDensity(network, events, at, { method, kernel: 'quartic', bandwidth });
  return Array.from(values, (value) => value / 1000);
}

describe('the star of three arms (methods.md C8)', () => {
  const star = streetNetwork(
    linesOf([
      [0, 0, 10, 0],
      [0, 0, -5, 8],
      [0, 0, -5, -8],
    ]),
  );
  const event = on([0, 1]);

  it('has the printed values', () => {
    const at = on([0, 1], [1, 0.5], [0, 0.5], [0, 0], [1, 0]);
    const simple = perMeter(star, event, at, 'simple', 2);
    const discontinuous = perMeter(star, event, at, 'discontinuous', 2);
    const continuous = perMeter(star, event, at, 'continuous', 2);
    expect(simple[0]).toBeCloseTo(0.46875, 8);
    expect(discontinuous[0]).toBeCloseTo(0.46875, 8);
    expect(simple[1]).toBeCloseTo(0.08972168, 8);
    expect(discontinuous[1]).toBeCloseTo(0.04486084, 8);
    expect(continuous[1]).toBeCloseTo(0.05981445, 8);
    expect(continuous[2]).toBeCloseTo(0.38208008, 8);
    expect(continuous[3]).toBeCloseTo(0.17578125, 8);
    expect(continuous[4]).toBeCloseTo(0.17578125, 8);
    expect(discontinuous[3]).toBeCloseTo(0.26367188, 7);
    expect(discontinuous[4]).toBeCloseTo(0.13183594, 7);
  });

  it('has the printed total mass', () => {
    const mass = (method: NetworkMethod): number =>
      networkDensity(star, event, on(), { method, kernel: 'quartic', bandwidth: 2 }).mass;
    expect(mass('simple')).toBeCloseTo(1.1035156, 7);
    expect(mass('discontinuous')).toBeCloseTo(1, 12);
    expect(mass('continuous')).toBeCloseTo(1, 12);
  });
});

/** A town of crooked blocks with dead ends, a loop and a part of its own. */
function town(blocks: number, seed: number): StreetNetwork {
  const random = randomStream(seed);
  const corner = Array.from({ length: (blocks + 1) ** 2 }, (_, i) => [
    100 * (i % (blocks + 1)) + 40 * random.uniform(),
    100 * Math.floor(i / (blocks + 1)) + 40 * random.uniform(),
  ]);
  const lines: number[][] = [];
  for (let i = 0; i < corner.length; i++) {
    const right = i % (blocks + 1) < blocks ? corner[i + 1] : undefined;
    const up = corner[i + blocks + 1];
    for (const next of [right, up]) if (next && random.uniform() < 0.85) lines.push([...corner[i], ...next]);
  }
  lines.push([...corner[0], -60, -20, -20, -70, ...corner[0]], [5000, 0, 5100, 0]);
  return streetNetwork(linesOf(lines));
}

function somewhere(network: StreetNetwork, count: number, seed: number): NetworkPoints {
  const random = randomStream(seed);
  const edge = Uint32Array.from({ length: count }, () => random.integer(0, network.edges - 1));
  return { edge, along: Float64Array.from(edge, (e) => network.length[e] * random.uniform()) };
}

describe('mass', () => {
  const network = town(4, 5);
  const events = somewhere(network, 40, 6);
  const lixels = lixelsOf(network, 0.5);
  const coarse = lixelsOf(network, 25);

  it.each(KERNELS)('sums over fine lixels to what is said, kernel %s', (kernel) => {
    for (const method of NETWORK_METHODS) {
      const bandwidth = kernel === 'gaussian' ? 30 : 120;
      const density = networkDensity(network, events, lixels, { method, kernel, bandwidth });
      const sum = lixels.length.reduce((all, meters, i) => all + (meters * density.values[i]) / 1000, 0);
      expect(Math.abs(sum / density.mass - 1)).toBeLessThan(kernel === 'uniform' ? 5e-3 : 1e-4);
      if (method === 'continuous') expect(density.mass).toBeCloseTo(40, 8);
      if (method === 'discontinuous') expect(density.mass + density.lostAtDeadEnds).toBeCloseTo(40, 8);
      expect(density.lattice).toBeUndefined();
    }
  });

  it('is proportional to weights; a weight of 0 is no event', () => {
    const weights = Float64Array.from(events.edge, (_, i) => (i % 3) * 1.5);
    for (const method of NETWORK_METHODS) {
      const options = { method, kernel: 'quartic', bandwidth: 150 } as const;
      const weighted = networkDensity(network, events, coarse, { ...options, weights });
      const expected = new Float64Array(coarse.count);
      weights.forEach((weight, i) => {
        const one = networkDensity(network, on([events.edge[i], events.along[i]]), coarse, options);
        for (let at = 0; at < coarse.count; at++) expected[at] += weight * one.values[at];
      });
      const worst = expected.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - weighted.values[i])),
        0,
      );
      expect(worst).toBeLessThan(1e-8);
    }
    const options = { method: 'simple', kernel: 'quartic', bandwidth: 150 } as const;
    expect(() =>
      networkDensity(network, on([0, 1]), on(), { ...options, weights: Float64Array.of(NaN) }),
    ).toThrow(RangeError);
    expect(() => networkDensity(network, on([0, 1]), on(), { ...options, bandwidth: 0 })).toThrow(RangeError);
  });

  it('follows on a lattice where there are too many branches, and says how far that may be off', () => {
    for (const [method, kernel] of [
      ['discontinuous', 'epanechnikov'],
      ['continuous', 'quartic'],
    ] as const) {
      const options = { kernel, bandwidth: 400, method };
      const exact = networkDensity(network, events, coarse, { ...options, mostBranches: 1e6 });
      const blurred = networkDensity(network, events, coarse, { ...options, mostBranches: 1 });
      expect(exact.lattice).toBeUndefined();
      const { part, step, error } = blurred.lattice ?? { part: 0, step: 0, error: 0 };
      expect(part).toBeGreaterThan(10);
      expect(step).toBeLessThan(0.1);
      expect(error).toBeGreaterThan(0);
      const highest = exact.values.reduce((most, value) => Math.max(most, value), 0);
      expect(error).toBeLessThan(1e-5 * highest);
      expect(blurred.mass).toBeCloseTo(exact.mass, 3);
      blurred.values.forEach((value, i) => {
        expect(Math.abs(value - exact.values[i])).toBeLessThan(2 * error);
      });
    }
  });
});

describe('a street cut at an inner point', () => {
  it.each(NETWORK_METHODS)('changes nothing, %s', (method) => {
    const ends = [
      [0, 0, 120, 10],
      [120, 10, 200, 0],
      [120, 10, 110, 90],
      [110, 90, 0, 0],
      [200, 0, 110, 90],
    ];
    const whole = streetNetwork(linesOf(ends));
    const share = 0.37;
    const parts = ends.flatMap(([ax, ay, bx, by]) => {
      const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
      return [
        [ax, ay, x, y],
        [x, y, bx, by],
      ];
    });
    const cut = streetNetwork(linesOf(parts));
    expect(cut.edges).toBe(2 * whole.edges);
    const moved = ({ edge, along }: NetworkPoints): NetworkPoints => {
      const places = Array.from(edge, (e, i): [number, number] => {
        const before = share * whole.length[e];
        return along[i] < before ? [2 * e, along[i]] : [2 * e + 1, along[i] - before];
      });
      return on(...places);
    };
    const events = somewhere(whole, 30, 7);
    const at = somewhere(whole, 200, 8);
    const options = { method, kernel: 'epanechnikov', bandwidth: 180 } as const;
    const before = networkDensity(whole, events, at, options);
    const after = networkDensity(cut, moved(events), moved(at), options);
    expect(after.mass).toBeCloseTo(before.mass, 9);
    before.values.forEach((value, i) => {
      expect(after.values[i]).toBeCloseTo(value, 7);
    });
  });
});

describe('kernels along a line', () => {
  it.each(KERNELS)('%s has unit mass, its tail is its integral', (name) => {
    const kernel = lineKernel(name, 3);
    expect(kernel.beyond(0)).toBeCloseTo(0.5, 12);
    expect(kernel.beyond(kernel.reach)).toBe(0);
    for (const start of [0, 0.3, 1.7]) {
      const steps = 20_000;
      const step = (kernel.reach - start) / steps;
      let sum = 0;
      for (let i = 0; i < steps; i++) sum += step * kernel.at(start + (i + 0.5) * step);
      expect(sum).toBeCloseTo(kernel.beyond(start), 8);
    }
  });
});

describe('odd input', () => {
  const options = { method: 'continuous', kernel: 'quartic', bandwidth: 50 } as const;

  it('gives zeros without events and nothing without streets', () => {
    const street = streetNetwork(linesOf([[0, 0, 10, 0]]));
    expect([...networkDensity(street, on(), on([0, 5]), options).values]).toEqual([0]);
    const none = streetNetwork(linesOf([]));
    expect(networkDensity(none, on(), on(), options).values.length).toBe(0);
  });

  it('keeps all mass on one short street, sent back at both ends', () => {
    const street = streetNetwork(linesOf([[0, 0, 10, 0]]));
    const lixels = lixelsOf(street, 0.1);
    const { values, mass } = networkDensity(street, on([0, 3]), lixels, options);
    expect(mass).toBeCloseTo(1, 12);
    expect(lixels.length.reduce((sum, meters, i) => sum + meters * values[i], 0) / 1000).toBeCloseTo(1, 5);
    const stopped = networkDensity(street, on([0, 3]), lixels, { ...options, method: 'discontinuous' });
    expect(stopped.mass + stopped.lostAtDeadEnds).toBeCloseTo(1, 12);
    expect(stopped.lostAtDeadEnds).toBeGreaterThan(0.5);
  });

  it('goes around a loop', () => {
    const ring = streetNetwork(linesOf([[0, 0, 10, 0, 10, 10, 0, 10, 0, 0]]));
    expect([ring.nodes, ring.edges]).toEqual([1, 1]);
    const lixels = lixelsOf(ring, 0.1);
    for (const method of ['discontinuous', 'continuous'] as const) {
      const { values, mass } = networkDensity(ring, on([0, 3]), lixels, { ...options, method });
      expect(mass).toBeCloseTo(1, 12);
      expect(lixels.length.reduce((sum, meters, i) => sum + meters * values[i], 0) / 1000).toBeCloseTo(1, 5);
    }
    // The shortest path around 40 m is 20 m at most.
    const [far] = perMeter(ring, on([0, 3]), on([0, 33]), 'simple', 50);
    expect(far).toBeCloseTo(lineKernel('quartic', 50).at(10), 12);
  });
});

describe.skipIf(!hasShared)('Chicago streets', () => {
  const table = (name: string): Record<string, Float64Array> =>
    Object.fromEntries(
      Object.entries(sharedTable(`golden/${name}.csv`)).map(([key, values]) => [
        key,
        Float64Array.from(values, Number),
      ]),
    );

  it.each([
    ['epanechnikov', 'discontinuous', 'epanechnikov_esd', Math.sqrt(5)],
    ['epanechnikov', 'continuous', 'epanechnikov_esc', Math.sqrt(5)],
    ['quartic', 'discontinuous', 'biweight_esd', Math.sqrt(7)],
    ['quartic', 'continuous', 'biweight_esc', Math.sqrt(7)],
  ] as const)('%s, %s equals the exact sums within 1e-6', (kernel, method, column, deviations) => {
    const given = table('inputs/chicago_segments');
    const network = streetNetwork(
      linesOf(Array.from(given.x0, (x, i) => [x, given.y0[i], given.x1[i], given.y1[i]])),
    );
    const place = ({ segment, fraction }: Record<string, Float64Array>): NetworkPoints => ({
      edge: Uint32Array.from(segment, (one) => one - 1),
      along: Float64Array.from(segment, (one, i) => fraction[i] * network.length[one - 1]),
    });
    const expected = table('network/chicago_equal_split_exact');
    const { values } = networkDensity(network, place(table('inputs/chicago_points')), place(expected), {
      ...{ method, kernel, bandwidth: 60 * deviations },
    });
    for (let i = 0; i < values.length; i++) {
      const wanted = expected[column][i];
      expect(Math.abs(values[i] / 1000 - wanted)).toBeLessThanOrEqual(1e-6 * Math.abs(wanted) + 1e-12);
    }
  });
});
