import type { Feature, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { randomStream } from '../random/stream.ts';
import { islandsOf, type Neighbours } from './neighbours.ts';
import { polygonNeighbours, segmentNeighbours } from './shared-vertices.ts';

const rowsOf = ({ offsets, indices }: Neighbours): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => [...indices.subarray(offsets[i], offsets[i + 1])]);

const square = (x: number, y: number, size = 1): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('polygons that touch', () => {
  it('are the eight and the four of a chessboard', () => {
    const board = Array.from({ length: 25 }, (_, i) => [square(i % 5, Math.floor(i / 5))]);
    for (const [rule, reach] of [
      ['queen', 2],
      ['rook', 1],
    ] as const) {
      rowsOf(polygonNeighbours(board, rule)).forEach((row, i) => {
        const expected = board
          .map((_, j) => j)
          .filter((j) => {
            const [dx, dy] = [Math.abs((i % 5) - (j % 5)), Math.abs(Math.floor(i / 5) - Math.floor(j / 5))];
            return j !== i && Math.max(dx, dy) === 1 && dx + dy <= reach;
          });
        expect(row).toEqual(expected);
      });
    }
  });

  it('leave an island without neighbours, and see through holes and several parts', () => {
    const ring = square(0, 0, 9);
    const hole = square(3, 3, 3).reverse();
    const places = [[ring, hole], [square(3, 3, 3)], [square(20, 20), square(9, 0, 9)], [square(50, 50)]];
    const found = polygonNeighbours(places, 'rook');
    expect(rowsOf(found)).toEqual([[1, 2], [0], [0], []]);
    expect([...islandsOf(found)]).toEqual([3]);
  });

  it('meet within a tolerance where their makers did not', () => {
    const places = [[square(0, 0)], [square(1 + 4e-7, 3e-7)]];
    expect(rowsOf(polygonNeighbours(places, 'queen'))).toEqual([[], []]);
    expect(rowsOf(polygonNeighbours(places, 'rook', { tolerance: 1e-6 }))).toEqual([[1], [0]]);
    expect(rowsOf(polygonNeighbours(places, 'queen', { tolerance: 4e-7 }))).toEqual([[], []]);
  });

  it('do not change with the order of places', () => {
    const random = randomStream(6);
    const cells = Array.from({ length: 80 }, () => [square(random.integer(0, 9), random.integer(0, 9))]);
    const order = cells.map((_, i) => (i * 37) % 80);
    const before = rowsOf(polygonNeighbours(cells, 'queen'));
    rowsOf(
      polygonNeighbours(
        order.map((i) => cells[i]),
        'queen',
      ),
    ).forEach((row, position) => {
      expect(row.map((j) => order[j]).sort((a, b) => a - b)).toEqual(before[order[position]]);
    });
  });

  it('are none where there are no polygons', () => {
    expect(polygonNeighbours([], 'queen').offsets.length).toBe(1);
    expect(rowsOf(polygonNeighbours([[square(0, 0)]], 'rook'))).toEqual([[]]);
  });

  for (const rule of ['queen', 'rook'] as const) {
    it.skipIf(!hasShared)(`are those of spdep on the 49 areas of Columbus: ${rule}`, () => {
      const { features } = sharedJson<{ features: Feature<Polygon>[] }>('golden/inputs/columbus.geojson');
      const golden = sharedJson<number[][]>(`golden/inputs/columbus_${rule}.json`);
      const polygons = features.map((feature) => feature.geometry.coordinates);
      const expected = golden.map((row) => row.filter((number) => number > 0).map((number) => number - 1));
      expect(rowsOf(polygonNeighbours(polygons, rule))).toEqual(expected);
    });
  }
});

describe('segments that share an end', () => {
  it('are neighbours at a crossing, not at a bridge', () => {
    const lines = [
      [
        [0, 0],
        [5, 5],
      ],
      [
        [5, 5],
        [9, 9],
      ],
      [
        [5, 5],
        [4, 7],
        [0, 9],
      ],
      [
        [0, 7],
        [9, 0],
      ],
    ];
    expect(rowsOf(segmentNeighbours(lines))).toEqual([[1, 2], [0, 2], [0, 1], []]);
  });

  it('know rings, twins and ends that nearly meet', () => {
    const ring = [
      [0, 0],
      [1, 1],
      [2, 0],
      [0, 0],
    ];
    const twin = [
      [0, 0],
      [7, 7],
    ];
    const near = [
      [7.0001, 7],
      [9, 9],
    ];
    expect(rowsOf(segmentNeighbours([ring, twin, twin, near]))).toEqual([[1, 2], [0, 2], [0, 1], []]);
    const joined = segmentNeighbours([ring, twin, twin, near], { tolerance: 0.001 });
    expect(rowsOf(joined)).toEqual([
      [1, 2],
      [0, 2, 3],
      [0, 1, 3],
      [1, 2],
    ]);
  });

  it.skipIf(!hasShared)('are those of the vertex numbers of the Chicago network', () => {
    const { from, to, x0, y0, x1, y1 } = sharedTable('golden/inputs/chicago_segments.csv');
    const lines = x0.map((_, i) => [
      [Number(x0[i]), Number(y0[i])],
      [Number(x1[i]), Number(y1[i])],
    ]);
    const share = (i: number, j: number): boolean =>
      [from[i], to[i]].some((vertex) => vertex === from[j] || vertex === to[j]);
    const expected = lines.map((_, i) => lines.map((_, j) => j).filter((j) => j !== i && share(i, j)));
    expect(rowsOf(segmentNeighbours(lines))).toEqual(expected);
  });
});
