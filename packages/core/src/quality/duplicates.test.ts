import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { type EventColumns, exactDuplicates, nearDuplicates } from './duplicates.ts';

function town(rows: number, seed: number): EventColumns {
  const random = randomStream(seed);
  const x = Float64Array.from({ length: rows }, () => random.integer(0, 40) * 17);
  const y = Float64Array.from({ length: rows }, () => random.integer(0, 40) * 17);
  const hourKnown = Uint8Array.from({ length: rows }, () => random.integer(0, 1));
  return {
    lon: x.map((value) => value / 1e5),
    lat: y.map((value) => value / 1e5),
    x,
    y,
    time: Float64Array.from(hourKnown, (known) =>
      random.integer(0, 20) === 0
        ? Number.NaN
        : random.integer(0, 3) * 86_400 + (known ? random.integer(0, 200) : 0),
    ),
    hourKnown,
    category: Uint16Array.from({ length: rows }, () => random.integer(0, 2)),
  };
}

/** Pairs of rows, then the groups that the pairs join: quadratic, and plain. */
function bruteForce(rows: number, isSame: (a: number, b: number) => boolean): { groups: number[][] } {
  const groupOf = Array.from({ length: rows }, (_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (let a = 0; a < rows; a++)
      for (let b = a + 1; b < rows; b++)
        if (groupOf[a] !== groupOf[b] && isSame(a, b)) {
          groupOf[a] = groupOf[b] = Math.min(groupOf[a], groupOf[b]);
          changed = true;
        }
  }
  const groups = new Map<number, number[]>();
  groupOf.forEach((group, row) => {
    groups.set(group, [...(groups.get(group) ?? []), row]);
  });
  return { groups: [...groups.values()].filter((group) => group.length > 1) };
}

describe('duplicates', () => {
  it('finds the exact ones that comparing all pairs finds', () => {
    const events = town(900, 2);
    const { lon, lat, time, category, hourKnown } = events;
    const { groups } = bruteForce(
      900,
      (a, b) => lon[a] === lon[b] && lat[a] === lat[b] && time[a] === time[b] && category[a] === category[b],
    );
    const found = exactDuplicates(events);
    const repeats = groups.flatMap((group) => group.slice(1)).sort((a, b) => a - b);
    expect(repeats.length).toBeGreaterThan(3);
    expect(found.groups).toBe(groups.length);
    expect(found.rows).toBe(repeats.length);
    expect(found.rowsWithoutHour).toBe(repeats.filter((row) => !hourKnown[row]).length);
    expect([...found.isRepeat.keys()].filter((row) => found.isRepeat[row])).toEqual(repeats);
    expect(found.largest[0].n).toBe(Math.max(...groups.map((group) => group.length)));
  });

  it('finds the near ones that comparing all pairs finds', () => {
    for (const seed of [3, 4, 5]) {
      const events = town(500, seed);
      const { lon, lat, x, y, time, category, hourKnown } = events;
      const isExact = (a: number, b: number): boolean =>
        lon[a] === lon[b] && lat[a] === lat[b] && time[a] === time[b] && category[a] === category[b];
      const isRepeat = (row: number): boolean =>
        Array.from({ length: row }, (_, before) => before).some((before) => isExact(before, row));
      const distinct = Array.from({ length: 500 }, (_, row) => row).filter((row) => !isRepeat(row));
      const sameMoment = (a: number, b: number): boolean =>
        hourKnown[a] !== hourKnown[b]
          ? false
          : hourKnown[a]
            ? Math.floor(time[a] / 60) === Math.floor(time[b] / 60)
            : Math.floor(time[a] / 86_400) === Math.floor(time[b] / 86_400);
      const { groups } = bruteForce(distinct.length, (i, j) => {
        const [a, b] = [distinct[i], distinct[j]];
        return category[a] === category[b] && sameMoment(a, b) && Math.hypot(x[a] - x[b], y[a] - y[b]) <= 50;
      });
      const found = nearDuplicates(events);
      const repeats = groups.flatMap((group) => group.slice(1).map((i) => distinct[i]));
      expect(found.groups).toBe(groups.length);
      expect(repeats.length).toBeGreaterThan(5);
      expect([...found.isRepeat.keys()].filter((row) => found.isRepeat[row])).toEqual(
        repeats.sort((a, b) => a - b),
      );
    }
  });
});
