import { type Incidents, randomStream, studyArea } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { compareHotSpots } from './compare-hot-spots.ts';

/** An invented town of 8 by 8 km with incidents anywhere, and many at one address. */
const [WEST, SOUTH] = [71, 51];
const area = studyArea([
  [
    [
      [WEST, SOUTH],
      [WEST + 0.12, SOUTH],
      [WEST + 0.12, SOUTH + 0.08],
      [WEST, SOUTH + 0.08],
      [WEST, SOUTH],
    ],
  ],
]);
const STACK = 150;

function town(): Incidents {
  const random = randomStream(12);
  const count = 1500 + STACK;
  const lon = Float64Array.from({ length: count }, (_, i) =>
    i < STACK ? WEST + 0.031 : WEST + 0.12 * random.uniform(),
  );
  const lat = Float64Array.from({ length: count }, (_, i) =>
    i < STACK ? SOUTH + 0.022 : SOUTH + 0.08 * random.uniform(),
  );
  return {
    count,
    lon,
    lat,
    time: new Float64Array(count),
    hourKnown: new Uint8Array(count),
    category: { codes: new Uint16Array(count), labels: ['a'] },
    placeType: { codes: new Uint16Array(count), labels: [''] },
    row: Uint32Array.from({ length: count }, (_, i) => i + 2),
  };
}

describe('hot spots with and without suspect rows', () => {
  const incidents = town();
  const suspects = (first: number, last: number): Uint8Array =>
    Uint8Array.from(incidents.lon, (_, i) => (i >= first && i < last ? 1 : 0));
  const fatesWithout = (first: number, last: number): unknown[] =>
    compareHotSpots(incidents, suspects(first, last), { area, resolution: 9 }).places.map(
      ({ n, nWithout, cells, hotWithout, fate }) => ({ taken: n - nWithout, cells, hotWithout, fate }),
    );

  it('keep a place that came by its own count and has no hot cell', () => {
    const { hotCells, places } = compareHotSpots(incidents, suspects(STACK, STACK + 100), {
      area,
      resolution: 9,
    });
    expect(hotCells).toEqual({ with: 0, without: 0, both: 0 });
    expect(places).toMatchObject([{ cells: 1, hotWithout: 1, fate: 'stays' }]);
  });

  it('shrink it where half of it is gone, and let it vanish with its incidents', () => {
    expect(fatesWithout(0, 90)).toEqual([{ taken: 90, cells: 1, hotWithout: 1, fate: 'shrinks' }]);
    expect(fatesWithout(0, STACK)).toEqual([{ taken: STACK, cells: 1, hotWithout: 0, fate: 'vanishes' }]);
  });
});
