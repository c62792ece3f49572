import { describe, expect, it } from 'vitest';
import { givenNeighbours, type NeighbourTable } from './given-neighbours.ts';

const ids = ['a', 'b', 'c', 'd'];
const table = (rows: readonly (readonly [string, string, number?])[]): NeighbourTable => ({
  file: 'w.csv',
  place: rows.map((row) => row[0]),
  neighbour: rows.map((row) => row[1]),
  ...(rows.some((row) => row[2] !== undefined) && { weight: rows.map((row) => row[2] ?? Number.NaN) }),
  row: rows.map((_, i) => i + 2),
});

describe('neighbours given in a table', () => {
  it('are rows in ascending order, weights beside them, one-way pairs counted', () => {
    const { neighbours, oneWay } = givenNeighbours(
      ids,
      table([
        ['c', 'b', 0.5],
        ['a', 'd', 2],
        ['a', 'b', 1],
        ['b', 'a', 1],
        ['b', 'c', 0.25],
        ['d', 'c', 0],
      ]),
    );
    expect([...neighbours.offsets]).toEqual([0, 2, 4, 5, 5]);
    expect([...neighbours.indices]).toEqual([1, 3, 0, 2, 1]);
    expect([...(neighbours.weights ?? [])]).toEqual([1, 2, 1, 0.25, 0.5]);
    // a to d has no way back, and b to c weighs another in each direction.
    expect(oneWay).toBe(3);
  });

  it('count as one each without a column of weights', () => {
    const { neighbours, oneWay } = givenNeighbours(
      ids,
      table([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    );
    expect(neighbours.weights).toBeUndefined();
    expect(oneWay).toBe(0);
  });

  it('refuse what cannot be, by code, with the first bad row', () => {
    const refused = (rows: readonly (readonly [string, string, number?])[]): unknown => {
      try {
        return givenNeighbours(ids, table(rows));
      } catch (error) {
        const { code, parameters } = error as { code: string; parameters: Record<string, unknown> };
        return [code, parameters.row, parameters.count];
      }
    };
    expect(
      refused([
        ['a', 'b'],
        ['a', 'x'],
        ['y', 'b'],
      ]),
    ).toEqual(['neighbours.unknown-places', 3, 2]);
    expect(
      refused([
        ['a', 'b', 1],
        ['b', 'a', -1],
      ]),
    ).toEqual(['neighbours.weight', 3, undefined]);
    expect(
      refused([
        ['a', 'b', Number.NaN],
        ['b', 'a', 1],
      ]),
    ).toEqual(['neighbours.weight', 2, undefined]);
    expect(refused([['a', 'b', Infinity]])).toEqual(['neighbours.weight', 2, undefined]);
    expect(refused([['a', 'a']])).toEqual(['neighbours.self', 2, undefined]);
    expect(
      refused([
        ['a', 'b'],
        ['a', 'b'],
      ]),
    ).toEqual(['neighbours.twice', 3, undefined]);
    expect(refused([['a', 'b', 0]])).toEqual(['neighbours.none', undefined, undefined]);
    expect(refused([])).toEqual(['neighbours.none', undefined, undefined]);
  });
});
