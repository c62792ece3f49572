import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { randomStream } from '../random/stream.ts';
import { type PlanarSegments, segmentIndex, segmentsOfLines } from './segment-index.ts';
import { snapToSegments } from './snap.ts';

const segmentsOf = (rows: readonly (readonly [number, number, number, number])[]): PlanarSegments => ({
  x0: Float64Array.from(rows, (row) => row[0]),
  y0: Float64Array.from(rows, (row) => row[1]),
  x1: Float64Array.from(rows, (row) => row[2]),
  y1: Float64Array.from(rows, (row) => row[3]),
});

const points = (...rows: readonly (readonly [number, number])[]): { x: Float64Array; y: Float64Array } => ({
  x: Float64Array.from(rows, (row) => row[0]),
  y: Float64Array.from(rows, (row) => row[1]),
});

describe('snapping to the nearest segment', () => {
  it('gives the place, the distance and the share from the first end', () => {
    const snapped = snapToSegments(points([3, 4], [-3, -4], [14, 3]), segmentsOf([[0, 0, 10, 0]]));
    expect([...snapped.segment]).toEqual([0, 0, 0]);
    expect([...snapped.distance]).toEqual([4, 5, 5]);
    expect([...snapped.x]).toEqual([3, 0, 10]);
    expect([...snapped.fraction]).toEqual([0.3, 0, 1]);
  });

  it('takes the lowest index of segments equally near', () => {
    const star = segmentsOf([
      [5, 5, 9, 9],
      [0, 0, 5, 5],
      [5, 5, 9, 0],
    ]);
    expect(snapToSegments(points([4.7, 5.9]), star).segment[0]).toBe(0);
    const corner = segmentsOf([
      [0.1, 0.7, 0, 0],
      [0.1, 0.7, 3, 0.1],
    ]);
    expect(snapToSegments(points([0.2, 9.3]), corner).segment[0]).toBe(0);
  });

  it('counts points too far and points without coordinates', () => {
    const line = segmentsOf([[0, 0, 10, 0]]);
    const snapped = snapToSegments(points([5, 3], [5, 3.1], [NaN, 0], [0, Infinity]), line, {
      maxDistance: 3,
    });
    expect([...snapped.segment]).toEqual([0, -1, -1, -1]);
    expect(snapped.tooFar).toBe(1);
    expect(snapped.withoutCoordinates).toBe(2);
    expect(snapped.distance[1]).toBeNaN();
  });

  it('knows no segments, and segments without length', () => {
    expect(snapToSegments(points([1, 1]), segmentsOf([])).tooFar).toBe(1);
    const dot = snapToSegments(points([3, 4]), segmentsOf([[0, 0, 0, 0]]));
    expect([dot.segment[0], dot.distance[0], dot.fraction[0]]).toEqual([0, 5, 0]);
  });

  it('equals the search through every segment, inside and far outside', () => {
    const random = randomStream(3);
    const rows = Array.from({ length: 400 }, (_, i) => {
      const [x, y] = [5000 * random.uniform(), 3000 * random.uniform()];
      const reach = i % 40 === 0 ? 4000 : 150;
      return [x, y, x + reach * random.normal(), i % 7 === 0 ? y : y + reach * random.normal()] as const;
    });
    const segments = segmentsOf(rows);
    const index = segmentIndex(segments);
    const at = points(
      ...Array.from({ length: 500 }, (_, i) => {
        const spread = i % 5 === 0 ? 40_000 : 6000;
        return [spread * (random.uniform() - 0.2), spread * (random.uniform() - 0.2)] as const;
      }),
    );
    const snapped = snapToSegments(at, index);
    for (let i = 0; i < at.x.length; i++) {
      let [best, least] = [-1, Infinity];
      rows.forEach(([ax, ay, bx, by], segment) => {
        const [dx, dy] = [bx - ax, by - ay];
        const t = Math.max(0, Math.min(1, ((at.x[i] - ax) * dx + (at.y[i] - ay) * dy) / (dx * dx + dy * dy)));
        const distance = Math.hypot(at.x[i] - ax - t * dx, at.y[i] - ay - t * dy);
        if (distance < least) [best, least] = [segment, distance];
      });
      expect(snapped.segment[i]).toBe(best);
      expect(snapped.distance[i]).toBeCloseTo(least, 8);
    }
  });

  it('cuts polylines into segments and says the line of each', () => {
    const { segments, line } = segmentsOfLines({
      offsets: Uint32Array.of(0, 3, 4, 6),
      x: Float64Array.of(0, 1, 2, 9, 5, 6),
      y: Float64Array.of(0, 0, 1, 9, 5, 5),
    });
    expect([...line]).toEqual([0, 0, 2]);
    expect([...segments.x1]).toEqual([1, 2, 6]);
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

  it('snaps within 1e-9, counts exactly', () => {
    const given = table('inputs/chicago_segments');
    const segments = { x0: given.x0, y0: given.y0, x1: given.x1, y1: given.y1 };
    const expected = table('network/chicago_snap');
    const snapped = snapToSegments({ x: expected.x, y: expected.y }, segments);
    let elsewhere = 0;
    for (let i = 0; i < expected.x.length; i++) {
      // The coordinates given are rounded to 11 digits after the point, so a distance of centimetres is sure to 1e-9 feet.
      expect(Math.abs(snapped.distance[i] - expected.distance[i])).toBeLessThan(
        1e-9 * Math.max(1, expected.distance[i]),
      );
      expect(Math.abs(snapped.x[i] / expected.snap_x[i] - 1)).toBeLessThan(1e-9);
      expect(Math.abs(snapped.y[i] / expected.snap_y[i] - 1)).toBeLessThan(1e-9);
      if (snapped.segment[i] + 1 !== expected.segment[i]) {
        elsewhere++;
        expect([0, 1]).toContain(snapped.fraction[i]);
      } else expect(Math.abs(snapped.fraction[i] - expected.fraction[i])).toBeLessThan(1e-9);
    }
    expect(elsewhere).toBeLessThan(expected.x.length / 5);

    const counted = table('network/chicago_segment_counts');
    const counts = new Float64Array(given.x0.length);
    for (const segment of snapped.segment) counts[segment]++;
    // Points snapped onto a shared vertex may go to either segment; the rest are counted alike.
    const moved = counts.reduce((sum, count, i) => sum + Math.abs(count - counted.count_snapped[i]), 0);
    expect(moved).toBeLessThanOrEqual(2 * elsewhere);
  });
});
