import { describe, expect, it } from 'vitest';
import { connectedStreets, streetDistances } from './street-distances.ts';
import { pathsAlong, streetsWithin } from './street-paths.ts';

const lines = (...given: [number, number][][]) => ({
  offsets: Uint32Array.from([0, ...given.map((_, i) => given.slice(0, i + 1).flat().length)]),
  x: Float64Array.from(given.flat(), ([x]) => x),
  y: Float64Array.from(given.flat(), ([, y]) => y),
});
const points = (...given: [number, number][]) => ({
  x: Float64Array.from(given, ([x]) => x),
  y: Float64Array.from(given, ([, y]) => y),
});

describe('distances along the streets', () => {
  // A street that turns a corner, and a short one that nothing joins to it.
  const streets = connectedStreets(
    lines(
      [
        [0, 0],
        [1000, 0],
        [1000, 1000],
      ],
      [
        [5000, 0],
        [5100, 0],
      ],
    ),
  )!;

  it('use the longest connected part and say what is left out', () => {
    expect(streets.network.components).toBe(1);
    expect(streets.network.totalLength).toBe(2000);
    expect(streets.leftOutMeters).toBe(100);
    expect(connectedStreets(lines())).toBeUndefined();
  });

  it('go straight to the street, along it, and straight from it', () => {
    const sites = points([0, 30], [1000, 500], [5000, 0]);
    const demand = points([1010, 900], [0, 30]);
    const distances = streetDistances(streets, sites, demand);
    expect([...distances.rowOf(0)]).toEqual([30 + 1000 + 900 + 10, 0]);
    expect([...distances.rowOf(1)]).toEqual([400 + 10, 500 + 1000 + 30]);
    // From the part left out it is 4 km to the nearest street that is used.
    expect([...distances.rowOf(2)]).toEqual([4000 + 900 + 10, 4000 + 1000 + 30]);
    expect(distances.farthestAccessMeters).toBe(4000);
  });

  it('are the same whichever side is searched from', () => {
    const [few, many] = [points([200, 5], [1000, 800]), points([0, 0], [700, 0], [990, 300])];
    const there = streetDistances(streets, few, many);
    const back = streetDistances(streets, many, few);
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 3; j++) expect(there.rowOf(i)[j]).toBeCloseTo(back.rowOf(j)[i], 9);
    }
  });
});

describe('ways and reach along the streets', () => {
  const metersOf = (line: readonly [number, number][]): number =>
    line.reduce(
      (sum, [x, y], i) => (i === 0 ? 0 : sum + Math.hypot(x - line[i - 1][0], y - line[i - 1][1])),
      0,
    );
  /** Blocks of 100 m, 6 × 6 of them, with one street missing. */
  const blocks = Array.from({ length: 7 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: 6 }, (_, j): [number, number][][] => [
      [
        [100 * j, 100 * i],
        [100 * (j + 1), 100 * i],
      ],
      [
        [100 * i, 100 * j],
        [100 * i, 100 * (j + 1)],
      ],
    ]).flat(),
  );
  const grid = connectedStreets(lines(...blocks.slice(1)))!;

  it('are as long as the distance says and hang together', () => {
    const stops = points([10, 40], [530, 260], [333, 590], [340, 610], [590, 5]);
    const distances = streetDistances(grid, stops, stops);
    pathsAlong(grid, stops).forEach((line, i) => {
      expect(metersOf(line), `way ${i}`).toBeCloseTo(distances.rowOf(i)[i + 1], 8);
      expect(line[0]).toEqual([stops.x[i], stops.y[i]]);
      // No step is longer than a block, so the way follows the streets.
      for (let at = 1; at < line.length; at++) {
        expect(metersOf(line.slice(at - 1, at + 1))).toBeLessThanOrEqual(100 + 1e-9);
      }
    });
  });

  it('reach every street within the radius and none beyond it', () => {
    // From a crossing inside: four arms of 150 m, and 50 m aside from each crossing on them.
    const parts = streetsWithin(grid, points([300, 300]), 150);
    const sum = parts.reduce((meters, line) => meters + metersOf(line), 0);
    // The part of the point's own edge is there twice.
    expect(sum - metersOf(parts[0])).toBeCloseTo(4 * 150 + 8 * 50, 8);
    for (const [x, y] of parts.flat())
      expect(Math.abs(x - 300) + Math.abs(y - 300)).toBeLessThanOrEqual(150 + 1e-9);
    expect(streetsWithin(grid, points([300, 1000]), 150)).toEqual([]);
  });
});
