import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { planeOfCrs } from '../geometry/crs.ts';
import { type Noding, nodeSegments } from './noded-segments.ts';
import { placeOnSegments } from './segment-places.ts';

const utm = planeOfCrs('EPSG:32642');
const flat = planeOfCrs('planar');
const at = (x: number, y: number): [number, number] => utm.unproject(560_000 + x, 5_660_000 + y);
const noded = (lines: Record<string, Position[]>, noding: Noding = 'vertices') =>
  nodeSegments({ ids: Object.keys(lines), lines: Object.values(lines) }, { plane: flat, noding });

describe('street segments of lines', () => {
  it('reach from one intersection to the next: lines are cut and joined, ids say how', () => {
    const { ids, lines, crossings, account } = noded({
      main: [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      side: [
        [100, 0],
        [100, 50],
      ],
      far: [
        [300, 0],
        [200, 0],
      ],
    });
    expect(ids).toEqual(['main/1', 'main/2+far', 'side']);
    expect(lines[1]).toEqual([
      [100, 0],
      [200, 0],
      [300, 0],
    ]);
    expect([[...crossings.lon], [...crossings.lat]]).toEqual([[100], [0]]);
    expect(account).toMatchObject({ lines: 3, segments: 3, cut: 1, joined: 1, uncut: 0 });
  });

  it('never have an id twice, whatever the lines are called', () => {
    const { ids } = noded({
      5: [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      '5/1': [
        [100, 0],
        [100, 50],
      ],
      '5/2': [
        [100, -50],
        [100, 0],
      ],
    });
    expect(ids).toEqual(['5/3', '5/4', '5/1', '5/2']);
  });

  it('number the parts of a line along it, though a part may follow an earlier line', () => {
    const { ids } = noded({
      a: [
        [200, 0],
        [300, 0],
      ],
      b: [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      c: [
        [100, 0],
        [100, 50],
      ],
    });
    expect(ids).toEqual(['b/2+a', 'b/1', 'c']);
  });

  it('count what is drawn twice once, and say how much it was', () => {
    const line: Position[] = [
      [0, 0],
      [100, 0],
    ];
    const lines = { a: line, b: [...line].reverse(), dot: [line[0], line[0]], c: [...line, [100, 90]] };
    const { ids, account } = noded(lines);
    expect(ids).toEqual(['a+c']);
    expect(account).toMatchObject({ duplicates: 1, duplicateMeters: 200, withoutLength: 1 });
    const kept = noded(lines, 'none');
    expect(kept.ids).toEqual(['a', 'b', 'dot', 'c']);
    expect(kept.account).toMatchObject({ segments: 4, duplicates: 1, withoutLength: 1, cut: 0, joined: 0 });
  });

  it('of a street that crosses itself: cut at a vertex it passes twice, else counted as uncut', () => {
    const eight: Position[] = [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ];
    const bare = noded({ eight });
    expect(bare.ids).toEqual(['eight']);
    expect(bare.account.uncut).toBe(1);
    const crossed = noded({ eight }, 'crossings');
    expect(crossed.ids).toEqual(['eight/1', 'eight/2', 'eight/3']);
    expect([...crossed.crossings.lon, ...crossed.crossings.lat]).toEqual([50, 50]);
    const [a, b, c, d] = eight;
    const vertex: Position = [50, 50];
    expect(noded({ eight: [a, vertex, b, c, vertex, d] }).ids).toEqual(['eight/1', 'eight/2', 'eight/3']);
  });

  it('keep their degrees to the last digit, so that they still share ends', () => {
    const [a, b, c] = [at(0, 0), at(100, 30), at(200, 0)];
    const given = {
      ids: ['1', '2', '3'],
      lines: [
        [a, b, c],
        [b, at(90, 99)],
        [c, at(222, 5)],
      ],
    };
    const { ids, lines } = nodeSegments(given, { plane: utm, noding: 'vertices' });
    expect(ids).toEqual(['1/1', '1/2+3', '2']);
    expect(lines[0]).toEqual([a, b]);
    expect(lines[1].slice(0, 2)).toEqual([b, c]);
  });

  it('know no lines at all', () => {
    const none = nodeSegments({ ids: [], lines: [] }, { plane: flat, noding: 'vertices' });
    expect([none.ids.length, none.crossings.lon.length, none.account.uncut]).toEqual([0, 0, 0]);
  });

  it.skipIf(!hasShared)(
    'of Chicago: the recorded segment of every point, on the network that was cut',
    () => {
      const segments = sharedTable('golden/inputs/chicago_segments.csv');
      const points = sharedTable('golden/inputs/chicago_points.csv');
      const golden = sharedTable('golden/network/chicago_segment_counts.csv');
      const numbers = (column: string[]): Float64Array => Float64Array.from(column, Number);
      const given = {
        ids: segments.segment,
        lines: segments.x0.map((_, i) => [
          [Number(segments.x0[i]), Number(segments.y0[i])],
          [Number(segments.x1[i]), Number(segments.y1[i])],
        ]),
      };
      const { account, ...own } = nodeSegments(given, { plane: flat, noding: 'vertices' });
      // Nothing is cut: spatstat's pieces meet at their ends. Bends are joined, so a segment may be several of them.
      expect(account).toMatchObject({ lines: 503, cut: 0, duplicates: 0 });
      expect(account.segments).toBe(503 - account.joined);
      const { placeOf, counts, places } = placeOnSegments(numbers(points.x), numbers(points.y), own, {
        plane: flat,
      });
      placeOf.forEach((place, i) => {
        expect(places.ids[place].split('+')).toContain(points.segment[i]);
      });
      const at = new Map(segments.segment.map((id, i) => [id, i]));
      counts.forEach((count, place) => {
        const pieces = places.ids[place].split('+').map((id) => at.get(id)!);
        expect(count).toBe(pieces.reduce((sum, i) => sum + Number(golden.count[i]), 0));
        const length = pieces.reduce((sum, i) => sum + Number(golden.length[i]), 0);
        expect(Math.abs(places.lengthMeters[place] - length)).toBeLessThan(1e-9 * length);
      });
    },
  );
});
