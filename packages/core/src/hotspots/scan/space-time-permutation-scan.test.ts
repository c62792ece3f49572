import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/stream.ts';
import { replicaStream } from './replica-stream.ts';
import { type SpaceTimeIncidents, spaceTimePermutationScan } from './space-time-permutation-scan.ts';

function smallCity(seed: number, incidents = 40, periods = 12): SpaceTimeIncidents {
  const random = randomStream(seed);
  const places = 10;
  return {
    x: Float64Array.from({ length: places }, () => 100 * random.integer(0, 4)),
    y: Float64Array.from({ length: places }, () => 100 * random.integer(0, 4)),
    place: Uint32Array.from({ length: incidents }, () => random.integer(0, places - 1)),
    period: Uint32Array.from({ length: incidents }, () => random.integer(0, periods - 1)),
    periods,
  };
}

interface Cylinder {
  members: number[];
  from: number;
  to: number;
  c: number;
  e: number;
  llr: number;
}

/** Every circle with every interval of periods, the margins summed cell by cell as in the paper. */
function everyCylinder(
  { x, y, place, period, periods }: SpaceTimeIncidents,
  maxPeriods: number,
  limits: { maxShare: number; maxRadius: number; maxPlaces: number },
  isProspective: boolean,
): Cylinder[] {
  const total = place.length;
  const cases = Array.from(place, (z, i) => ({ z, d: period[i] }));
  const ofPlace = (z: number): number => cases.filter((one) => one.z === z).length;
  const ofPeriod = (d: number): number => cases.filter((one) => one.d === d).length;
  const byPlace = Array.from(x, (_, z) => ofPlace(z));
  const byPeriod = Array.from({ length: periods }, (_, d) => ofPeriod(d));
  const used = [...x.keys()].filter((z) => byPlace[z] > 0);
  const cylinders: Cylinder[] = [];
  for (const centre of used) {
    const apart = (z: number): number => Math.hypot(x[z] - x[centre], y[z] - y[centre]);
    for (const radius of new Set(used.map(apart))) {
      const members = used.filter((z) => apart(z) <= radius).sort((a, b) => a - b);
      const inCircle = members.reduce((sum, z) => sum + byPlace[z], 0);
      if (
        inCircle / total > limits.maxShare ||
        radius > limits.maxRadius ||
        members.length > limits.maxPlaces
      )
        continue;
      for (let from = 0; from < periods; from++) {
        for (let to = from; to < Math.min(periods, from + maxPeriods); to++) {
          if (isProspective && to !== periods - 1) continue;
          let e = 0;
          for (const z of members) for (let d = from; d <= to; d++) e += (byPlace[z] * byPeriod[d]) / total;
          const c = cases.filter(({ z, d }) => members.includes(z) && d >= from && d <= to).length;
          const log = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));
          cylinders.push({ members, from, to, c, e, llr: c > e ? log(c, e) + log(total - c, total - e) : 0 });
        }
      }
    }
  }
  return cylinders;
}

describe('space-time permutation scan', () => {
  it('finds the clusters of the listing of every cylinder', () => {
    for (let seed = 0; seed < 40; seed++) {
      const city = smallCity(seed, 15 + seed, 8 + (seed % 5));
      const limits = { maxShare: 0.5, maxRadius: seed % 3 ? 220 : Infinity, maxPlaces: seed % 2 ? 4 : 10 };
      const maxPeriods = 1 + (seed % 4);
      for (const mode of ['retrospective', 'prospective'] as const) {
        const scan = spaceTimePermutationScan(city, {
          limits,
          maxPeriods,
          mode,
          permutations: 19,
          seed,
          highestP: 1,
        });
        const all = everyCylinder(city, maxPeriods, limits, mode === 'prospective');
        const sorted = all.filter(({ llr }) => llr > 1e-12).sort((a, b) => b.llr - a.llr);
        // Greedy choice by ratio, each sharing no place with one before; ratios are unique or it is not compared.
        const taken = new Set<number>();
        const ratios: number[] = [];
        for (const { members, llr } of sorted) {
          if (members.some((z) => taken.has(z))) continue;
          for (const z of members) taken.add(z);
          ratios.push(llr);
        }
        expect(scan.clusters.length > 0).toBe(sorted.length > 0);
        if (scan.clusters.length > 0) expect(scan.clusters[0].llr).toBeCloseTo(ratios[0], 10);
        const hasTies = sorted.some(
          (one, i) =>
            i > 0 &&
            Math.abs(one.llr - sorted[i - 1].llr) < 1e-9 &&
            one.members.join() !== sorted[i - 1].members.join(),
        );
        if (!hasTies) {
          expect(scan.clusters.map(({ llr }) => llr.toFixed(8))).toEqual(ratios.map((llr) => llr.toFixed(8)));
        }
        for (const { members, from, to, count, expected } of scan.clusters) {
          const key = [...members].sort((a, b) => a - b).join();
          const twin = all.find((one) => one.members.join() === key && one.from === from && one.to === to);
          expect(twin?.c).toBe(count);
          expect(twin?.e).toBeCloseTo(expected, 10);
        }
      }
    }
  });

  it('takes p from the maxima of permuted times, scanned as the data are', () => {
    const city = smallCity(3);
    const limits = { maxShare: 0.5, maxRadius: Infinity, maxPlaces: 10 };
    const options = { limits, maxPeriods: 3, permutations: 59, seed: 9, highestP: 1 };
    const bySpace = [...Array.from(city.place).keys()].sort((a, b) => city.place[a] - city.place[b]);
    const place = Uint32Array.from(bySpace, (i) => city.place[i]);
    const sorted = { ...city, place, period: Uint32Array.from(bySpace, (i) => city.period[i]) };
    const maxima = Array.from({ length: 59 }, (_, replica) => {
      const random = replicaStream(9, replica);
      const period = Uint32Array.from(sorted.period);
      for (let i = period.length - 1; i > 0; i--) {
        const j = Math.floor(random.uniform() * (i + 1));
        [period[i], period[j]] = [period[j], period[i]];
      }
      return Math.max(...everyCylinder({ ...sorted, period }, 3, limits, false).map(({ llr }) => llr));
    });
    for (const { llr, p } of spaceTimePermutationScan(sorted, options).clusters) {
      expect(p).toBeCloseTo((1 + maxima.filter((maximum) => maximum >= llr - 1e-7).length) / 60, 12);
    }
  });

  it('finds a planted outbreak, and no busy place or season', () => {
    const random = randomStream(21);
    const side = 14;
    const x = Float64Array.from({ length: side * side }, (_, i) => 250 * (i % side));
    const y = Float64Array.from({ length: side * side }, (_, i) => 250 * Math.floor(i / side));
    const place: number[] = [];
    const period: number[] = [];
    for (let z = 0; z < side * side; z++) {
      for (let d = 0; d < 52; d++) {
        // A place always ten times as busy, and ten weeks three times as busy everywhere.
        const mean = 0.05 * (z === 45 ? 10 : 1) * (d >= 20 && d < 30 ? 3 : 1);
        for (let n = random.poisson(mean); n > 0; n--) {
          place.push(z);
          period.push(d);
        }
      }
    }
    const options = { limits: { maxRadius: 600 }, maxPeriods: 4, permutations: 19, seed: 2 };
    const quiet = spaceTimePermutationScan({ x, y, place, period, periods: 52 }, options);
    expect(quiet.clusters[0].p).toBeGreaterThan(0.05);
    for (let n = 0; n < 14; n++) {
      place.push(100 + (n % 2));
      period.push(40 + (n % 3));
    }
    const [found] = spaceTimePermutationScan({ x, y, place, period, periods: 52 }, options).clusters;
    expect(found.p).toBe(0.05);
    expect([...found.members]).toEqual(expect.arrayContaining([100, 101]));
    expect([found.from, found.to]).toEqual([40, 42]);
    // As it would have been seen in its last week.
    const known = period.flatMap((d, i) => (d <= 42 ? [i] : []));
    const then = {
      x,
      y,
      place: known.map((i) => place[i]),
      period: known.map((i) => period[i]),
      periods: 43,
    };
    const [alive] = spaceTimePermutationScan(then, { ...options, mode: 'prospective' }).clusters;
    expect(alive).toMatchObject({ p: found.p, from: 40, to: 42 });
  });

  it('has defined answers where there is nothing to compare', () => {
    const options = { maxPeriods: 2, permutations: 19, seed: 1 };
    const city = smallCity(1);
    const none = new Uint32Array(0);
    expect(spaceTimePermutationScan({ ...city, place: none, period: none }, options).clusters).toEqual([]);
    const onePlace = spaceTimePermutationScan({ ...city, place: new Uint32Array(40) }, options);
    expect(onePlace).toMatchObject({ clusters: [], tooLarge: { places: 1, incidents: 40 } });
    // All at one time: every cylinder that holds it holds what its circle holds.
    expect(spaceTimePermutationScan({ ...city, period: new Uint32Array(40) }, options).clusters).toEqual([]);
    const stacked = { ...city, x: new Float64Array(10), y: new Float64Array(10) };
    expect(spaceTimePermutationScan(stacked, options).clusters).toEqual([]);
    expect(() => spaceTimePermutationScan(city, { ...options, maxPeriods: 7 })).toThrow('scan.max-time');
    expect(() => spaceTimePermutationScan(city, { ...options, maxPeriods: 0 })).toThrow('scan.max-time');
    expect(() => spaceTimePermutationScan(city, { ...options, permutations: 5 })).toThrow('scan.replicas');
    expect(() =>
      spaceTimePermutationScan({ ...city, period: new Uint32Array(40).fill(99) }, options),
    ).toThrow(RangeError);
    expect(() => spaceTimePermutationScan({ ...city, place: new Uint32Array(40).fill(99) }, options)).toThrow(
      RangeError,
    );
  });
});
