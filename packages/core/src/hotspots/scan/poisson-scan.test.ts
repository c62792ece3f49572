import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/stream.ts';
import {
  leastCountAbove,
  logLikelihoodRatio,
  mostCountBelow,
  mostExpectedBelow,
} from './log-likelihood-ratio.ts';
import { Multinomial } from './multinomial.ts';
import { poissonScan, type ScanField } from './poisson-scan.ts';
import { replicaStream } from './replica-stream.ts';

/** Places on whole coordinates, many at equal distances. */
function smallField(seed: number, places = 14) {
  const random = randomStream(seed);
  return {
    x: Float64Array.from({ length: places }, () => 100 * random.integer(0, 4)),
    y: Float64Array.from({ length: places }, () => 100 * random.integer(0, 4)),
    counts: Uint32Array.from({ length: places }, () => random.poisson(3)),
    exposure: Float64Array.from({ length: places }, () => random.integer(0, 5)),
  };
}

interface Window {
  centre: number;
  members: number[];
  c: number;
  e: number;
  llr: number;
}

/** Every circle through a place around a place, written out from the definition. */
function everyWindow(
  { x, y, counts, exposure }: ScanField,
  rates: 'high' | 'low' | 'both',
  limits: { maxShare: number; maxRadius: number; maxPlaces: number },
): Window[] {
  const used = [...x.keys()].filter((i) => exposure[i] > 0);
  const sum = (places: number[], of: ArrayLike<number>): number => places.reduce((a, i) => a + of[i], 0);
  const [total, people] = [sum(used, counts), sum(used, exposure)];
  const windows: Window[] = [];
  for (const centre of used) {
    const apart = (i: number): number => Math.hypot(x[i] - x[centre], y[i] - y[centre]);
    for (const radius of new Set(used.map(apart))) {
      const members = used.filter((i) => apart(i) <= radius);
      const share = sum(members, exposure) / people;
      if (share > limits.maxShare + 1e-12 || radius > limits.maxRadius || members.length > limits.maxPlaces)
        continue;
      const c = sum(members, counts);
      const e = total * share;
      const log = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));
      const isAsked = rates === 'both' || (rates === 'high' ? c > e : c < e);
      const llr = isAsked ? log(c, e) + log(total - c, total - e) : 0;
      windows.push({ centre, members: members.sort((a, b) => a - b), c, e, llr });
    }
  }
  return windows;
}

describe('log likelihood ratio', () => {
  it('equals the printed oracles', () => {
    expect(logLikelihoodRatio(12, 4, 48)).toBeCloseTo(5.9592024, 7);
    expect(logLikelihoodRatio(20, 10, 100)).toBeCloseTo(4.4403008, 7);
    expect(logLikelihoodRatio(4, 4, 48)).toBe(0);
    expect(logLikelihoodRatio(0, 4, 48)).toBeCloseTo(48 * Math.log(48 / 44), 12);
    expect(logLikelihoodRatio(48, 4, 48)).toBeCloseTo(48 * Math.log(12), 12);
  });

  it('has bounds that part windows above a floor from the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        fc.double({ min: 1e-3, max: 30, noNaN: true }),
        (total, share, floor) => {
          const expected = total * share;
          const least = leastCountAbove(floor, expected, total);
          const most = mostCountBelow(floor, expected, total);
          for (let c = 0; c <= total; c++) {
            const passes = logLikelihoodRatio(c, expected, total) > floor;
            expect(c > expected && passes).toBe(c > expected && c >= least);
            expect(c < expected && passes).toBe(c < expected && c <= most);
            if (c > expected && passes) expect(expected).toBeLessThan(mostExpectedBelow(floor, c, total));
          }
        },
      ),
    );
  });
});

describe('Poisson scan', () => {
  it('finds the clusters of the listing of every window', () => {
    for (let seed = 0; seed < 60; seed++) {
      const field = smallField(seed);
      for (const rates of ['high', 'low', 'both'] as const) {
        const limits = { maxShare: 0.5, maxRadius: seed % 3 ? 250 : Infinity, maxPlaces: seed % 2 ? 5 : 14 };
        const windows = everyWindow(field, rates, limits).sort((a, b) => b.llr - a.llr);
        const scan = poissonScan(field, { rates, limits, permutations: 19, seed, highestP: 1 });
        const distinctRuns = new Set(
          windows.map(({ centre, members }) => `${field.x[centre]} ${field.y[centre]} ${members.join()}`),
        );
        expect(scan.inference.windows).toBe(distinctRuns.size);
        // Greedy choice by ratio, each sharing no place with one before.
        const taken = new Set<number>();
        const expected: Window[] = [];
        for (const window of windows) {
          if (window.llr < 1e-12 || window.members.some((i) => taken.has(i))) continue;
          for (const i of window.members) taken.add(i);
          expected.push(window);
        }
        if (expected.length === 0) expect(scan.clusters).toEqual([]);
        else {
          const [best] = scan.clusters;
          expect(best.llr).toBeCloseTo(expected[0].llr, 10);
          const twins = windows.filter((w) => Math.abs(w.llr - best.llr) < 1e-9).map((w) => w.members.join());
          expect(twins).toContain([...best.members].sort((a, b) => a - b).join());
        }
        const places = scan.clusters.flatMap(({ members }) => [...members]);
        expect(new Set(places).size).toBe(places.length);
        const hasTies = windows.some(
          (w, i) =>
            i > 0 &&
            w.llr > 0 &&
            Math.abs(w.llr - windows[i - 1].llr) < 1e-9 &&
            w.members.join() !== windows[i - 1].members.join(),
        );
        if (!hasTies) {
          const all = scan.clusters.map(({ members, llr }) => [
            [...members].sort((a, b) => a - b).join(),
            llr.toFixed(8),
          ]);
          expect(all).toEqual(expected.map(({ members, llr }) => [members.join(), llr.toFixed(8)]));
        }
        for (const { count, expected: e, ratio, members } of scan.clusters) {
          expect(count).toBe(members.reduce((sum, i) => sum + field.counts[i], 0));
          expect(ratio).toBeCloseTo(count / e, 12);
        }
      }
    }
  });

  it('takes p from the maxima of replicas, scanned as the data are', () => {
    for (const rates of ['high', 'low', 'both'] as const) {
      const field = { ...smallField(7), exposure: new Float64Array(14).fill(2) };
      const limits = { maxShare: 0.5, maxRadius: Infinity, maxPlaces: 14 };
      const total = field.counts.reduce<number>((a, b) => a + b, 0);
      const maxima = Array.from({ length: 99 }, (_, replica) => {
        const counts = new Int32Array(14);
        new Multinomial(field.exposure).draw(total, counts, replicaStream(3, replica));
        return Math.max(...everyWindow({ ...field, counts }, rates, limits).map(({ llr }) => llr));
      });
      const { clusters } = poissonScan(field, { rates, limits, permutations: 99, seed: 3, highestP: 1 });
      for (const { llr, p } of clusters) {
        expect(p).toBeCloseTo((1 + maxima.filter((maximum) => maximum >= llr - 1e-7).length) / 100, 12);
      }
    }
  });

  it('has the exact p of a small map: all throws of three incidents on four places', () => {
    const field = {
      x: Float64Array.of(0, 1, 10, 14),
      y: new Float64Array(4),
      counts: Uint32Array.of(3, 0, 0, 0),
      exposure: Float64Array.of(1, 2, 3, 4),
    };
    const limits = { maxShare: 0.5, maxRadius: Infinity, maxPlaces: 4 };
    const observed = Math.max(...everyWindow(field, 'high', limits).map(({ llr }) => llr));
    let exact = 0;
    for (let code = 0; code < 64; code++) {
      const thrown = [code & 3, (code >> 2) & 3, code >> 4];
      const counts = new Uint32Array(4);
      for (const place of thrown) counts[place]++;
      const highest = Math.max(...everyWindow({ ...field, counts }, 'high', limits).map(({ llr }) => llr));
      const chance = thrown.reduce((product, place) => (product * field.exposure[place]) / 10, 1);
      if (highest >= observed - 1e-9) exact += chance;
    }
    const { p } = poissonScan(field, { limits, permutations: 19_999, seed: 5 }).clusters[0];
    expect(exact).toBeCloseTo(0.001, 10);
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt(exact / 20_000));
  });

  it('finds a planted cluster and says where it is', () => {
    const side = 30;
    const x = Float64Array.from({ length: side * side }, (_, i) => 200 * (i % side));
    const y = Float64Array.from({ length: side * side }, (_, i) => 200 * Math.floor(i / side));
    const random = randomStream(11);
    const exposure = Float64Array.from({ length: side * side }, () => random.integer(20, 400));
    const isHot = (i: number): boolean => Math.hypot(x[i] - 2000, y[i] - 4000) <= 400;
    const counts = Uint32Array.from(exposure, (people, i) =>
      random.poisson(people * 0.005 * (isHot(i) ? 5 : 1)),
    );
    const { clusters } = poissonScan(
      { x, y, counts, exposure },
      { limits: { maxShare: 0.05 }, permutations: 99, seed: 1 },
    );
    expect(clusters[0].p).toBe(0.01);
    expect(Math.hypot(x[clusters[0].centre] - 2000, y[clusters[0].centre] - 4000)).toBeLessThanOrEqual(200);
    const found = [...clusters[0].members].filter(isHot).length;
    expect(found).toBeGreaterThanOrEqual(10);
    expect(clusters.length).toBe(1);
  });

  it('does not depend on the order of the places', () => {
    for (let seed = 0; seed < 20; seed++) {
      const field = smallField(seed);
      const order = [...field.x.keys()].reverse();
      const at = (of: ArrayLike<number>): Float64Array => Float64Array.from(order, (i) => of[i]);
      const turned = {
        x: at(field.x),
        y: at(field.y),
        counts: at(field.counts),
        exposure: at(field.exposure),
      };
      const [a, b] = [field, turned].map((f) =>
        poissonScan(f, { permutations: 19, seed, highestP: 1 }).clusters.map(({ llr, count }) => [
          llr.toFixed(9),
          count,
        ]),
      );
      expect(a[0]).toEqual(b[0]);
    }
  });

  it('leaves out places without exposure and counts their incidents', () => {
    const field = {
      ...smallField(2),
      exposure: Float64Array.from({ length: 14 }, (_, i) => (i < 3 ? 0 : 1)),
    };
    const scan = poissonScan(field, { permutations: 19, seed: 1 });
    const without = [0, 1, 2].filter((i) => field.counts[i] > 0);
    expect(scan.withoutExposure).toEqual({
      places: without.length,
      incidents: without.reduce((sum, i) => sum + field.counts[i], 0),
    });
    expect(scan.incidents + scan.withoutExposure.incidents).toBe(
      field.counts.reduce<number>((a, b) => a + b, 0),
    );
    for (const { members } of scan.clusters) expect(Math.min(...members)).toBeGreaterThanOrEqual(3);
  });

  it('has defined answers where there is nothing to compare', () => {
    const options = { permutations: 19, seed: 1 };
    const one = { x: Float64Array.of(5), y: Float64Array.of(5), counts: [4], exposure: [10] };
    expect(poissonScan(one, options)).toMatchObject({ clusters: [], tooLarge: { places: 1, incidents: 4 } });
    const field = smallField(4);
    expect(poissonScan({ ...field, counts: new Uint32Array(14) }, options).clusters).toEqual([]);
    const stacked = { ...field, x: new Float64Array(14), y: new Float64Array(14) };
    expect(poissonScan(stacked, options)).toMatchObject({ clusters: [], inference: { windows: 0 } });
    const empty = new Float64Array(0);
    const none = { x: empty, y: empty, counts: empty, exposure: empty };
    expect(() => poissonScan(none, options)).toThrow('scan.no-exposure');
    expect(() => poissonScan({ ...field, exposure: new Float64Array(14) }, options)).toThrow(
      'scan.no-exposure',
    );
    expect(() => poissonScan({ ...field, exposure: new Float64Array(14).fill(-1) }, options)).toThrow(
      RangeError,
    );
    expect(() => poissonScan({ ...field, exposure: new Float64Array(14).fill(Number.NaN) }, options)).toThrow(
      RangeError,
    );
    expect(() => poissonScan(field, { ...options, permutations: 18 })).toThrow('scan.replicas');
    expect(() => poissonScan(field, { ...options, limits: { maxShare: 0.6 } })).toThrow('scan.max-share');
    expect(() => poissonScan(field, { ...options, limits: { maxRadius: 0 } })).toThrow('scan.max-radius');
    expect(() => poissonScan(field, { ...options, limits: { maxPlaces: 0.5 } })).toThrow('scan.max-places');
  });

  it('finds all incidents in one place, and can be stopped', () => {
    const field = {
      ...smallField(4),
      counts: Uint32Array.from({ length: 14 }, (_, i) => (i === 6 ? 50 : 0)),
      exposure: new Float64Array(14).fill(1),
    };
    const [cluster] = poissonScan(field, { permutations: 99, seed: 1 }).clusters;
    expect(cluster).toMatchObject({ count: 50, p: 0.01 });
    const told: number[] = [];
    poissonScan(field, { permutations: 19, seed: 1, onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(19);
    const stop = (): void => {
      throw new Error('stopped');
    };
    expect(() => poissonScan(field, { permutations: 19, seed: 1, onProgress: stop })).toThrow('stopped');
  });
});
