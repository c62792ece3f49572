import { getPentagons, gridDisk } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson } from '../../../../test/support/shared.ts';
import { randomStream } from '../random/stream.ts';
import {
  hexagonNeighbours,
  islandsOf,
  joinBothWays,
  NeighbourRows,
  type Neighbours,
  neighboursOf,
  restrictNeighbours,
} from './neighbours.ts';

const rowsOf = ({ offsets, indices }: Neighbours): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => [...indices.subarray(offsets[i], offsets[i + 1])]);

function randomGraph(count: number, seed: number, weighted: boolean): Neighbours {
  const random = randomStream(seed);
  const rows = new NeighbourRows(count, { weighted });
  for (let i = 0; i < count; i++) {
    const others = Array.from({ length: count }, (_, j) => j).filter(
      (j) => j !== i && random.uniform() < 0.2,
    );
    for (const j of others.reverse()) rows.add(j, i * 1000 + j);
    rows.endRow();
  }
  return rows.build();
}

describe('neighbours as compressed rows', () => {
  it('are ascending whatever order they are written in, weights beside their neighbour', () => {
    const given = randomGraph(90, 1, true);
    rowsOf(given).forEach((row, i) => {
      expect(row).toEqual([...row].sort((a, b) => a - b));
      row.forEach((j, at) => {
        expect(given.weights?.[given.offsets[i] + at]).toBe(i * 1000 + j);
      });
    });
    const long = neighboursOf(200, (i) =>
      Array.from({ length: 199 }, (_, j) => (j < i ? j : j + 1)).reverse(),
    );
    expect(rowsOf(long)[7].slice(5, 9)).toEqual([5, 6, 8, 9]);
  });

  it('restricted to some places are those among them, weights kept', () => {
    const given = randomGraph(60, 2, true);
    const members = Uint32Array.from({ length: 60 }, (_, i) => i).filter((i) => i % 3 !== 1);
    const kept = restrictNeighbours(given, members);
    const all = rowsOf(given);
    rowsOf(kept).forEach((row, position) => {
      const expected = all[members[position]].filter((j) => j % 3 !== 1);
      expect(row.map((j) => members[j])).toEqual(expected);
      row.forEach((j, at) => {
        expect(kept.weights?.[kept.offsets[position] + at]).toBe(members[position] * 1000 + members[j]);
      });
    });
    expect(restrictNeighbours(randomGraph(5, 3, false), Uint32Array.of()).indices.length).toBe(0);
    expect('weights' in restrictNeighbours(randomGraph(5, 3, false), members.subarray(0, 2))).toBe(false);
  });

  it('joined both ways hold a pair where either direction is given', () => {
    const given = randomGraph(40, 4, false);
    const before = rowsOf(given);
    rowsOf(joinBothWays(given)).forEach((row, i) => {
      const expected = before.map((_, j) => j).filter((j) => before[i].includes(j) || before[j].includes(i));
      expect(row).toEqual(expected);
    });
  });

  it('name the islands', () => {
    expect([...islandsOf(neighboursOf(4, (i) => (i === 1 ? [2] : i === 2 ? [1] : [])))]).toEqual([0, 3]);
    expect(islandsOf(neighboursOf(0, () => [])).length).toBe(0);
  });
});

describe('rings of hexagons', () => {
  it.skipIf(!hasShared)('are the disks of h3-js without the cell itself', () => {
    const golden = sharedJson<{ origin: string; disk: Record<string, string[]> }>('golden/h3/rings.json');
    const cells = [...golden.disk[3]].sort();
    for (const rings of [1, 2, 3] as const) {
      const row = rowsOf(hexagonNeighbours(cells, rings))[cells.indexOf(golden.origin)];
      expect(row.map((i) => cells[i])).toEqual(
        golden.disk[rings].filter((cell) => cell !== golden.origin).sort(),
      );
    }
  });

  it('about a pentagon hold 5, 15 and 30 cells, and are symmetric', () => {
    const [pentagon] = getPentagons(7);
    const cells = gridDisk(pentagon, 6).sort();
    for (const [rings, expected] of [
      [1, 5],
      [2, 15],
      [3, 30],
    ] as const) {
      const rows = rowsOf(hexagonNeighbours(cells, rings));
      expect(rows[cells.indexOf(pentagon)].length).toBe(expected);
      rows.forEach((row, i) => {
        for (const j of row) expect(rows[j]).toContain(i);
      });
    }
  });

  it('among some cells are the disks of h3-js among them, holes or none', () => {
    const random = randomStream(9);
    const disk = gridDisk('8920e60a183ffff', 12);
    for (const kept of [1, 0.9, 0.4]) {
      const cells = disk.filter(() => random.uniform() < kept).sort();
      for (const rings of [1, 2, 3] as const) {
        rowsOf(hexagonNeighbours(cells, rings)).forEach((row, i) => {
          const own = new Set(gridDisk(cells[i], rings));
          expect(row).toEqual(cells.map((_, j) => j).filter((j) => j !== i && own.has(cells[j])));
        });
      }
    }
  });

  it('of a cell alone are empty', () => {
    expect(islandsOf(hexagonNeighbours(['8920e60a183ffff'], 3)).length).toBe(1);
  });
});
