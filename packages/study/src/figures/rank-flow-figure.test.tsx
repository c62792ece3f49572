import { expect, it } from 'vitest';
import type { PlaceName } from '../naming/place-namer.ts';
import type { Drawn } from './drawn.ts';
import { rankedList } from './rank-flow-figure.tsx';

const byYear = [Uint32Array.of(5, 1, 9, 0, 4), Uint32Array.of(2, 8, 1, 0, 7)];
const places = { count: 5, ids: ['a', 'b', 'c', 'd', 'e'] } as unknown as Drawn['places'];
const name: PlaceName = { kind: 'none', streets: [], district: undefined };
const problemPlace = (rank: number, members: number[]) =>
  ({ rank, members }) as unknown as Drawn['problemPlaces'][number];

it('ranks the problem places by all years together, with their numbers on the map', () => {
  const problemPlaces = [problemPlace(1, [0]), problemPlace(2, [1, 3]), problemPlace(3, [2, 4])];
  const list = rankedList(
    { problemPlaces, names: [name, name, name], places, inMask: undefined },
    byYear,
    'en',
  );
  expect(list.kind).toBe('problem-places');
  expect(list.groups.map((group) => group.members)).toEqual([[2, 4], [1, 3], [0]]);
  expect(list.groups[0]).toMatchObject({ name: 'problem place', number: 3 });
});

it('ranks the busiest cells of the mask where problem places are too few, never an empty one', () => {
  const inMask = Uint8Array.of(1, 1, 1, 1, 0);
  const { kind, groups } = rankedList({ problemPlaces: [], names: [], places, inMask }, byYear, 'en');
  expect(kind).toBe('cells');
  // Totals 7, 9, 10, 0 and 11, the last outside the mask.
  expect(groups.map((group) => group.name)).toEqual(['c', 'b', 'a']);
});
