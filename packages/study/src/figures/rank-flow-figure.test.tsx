import { expect, it } from 'vitest';
import type { PlaceName } from '../naming/place-namer.ts';
import type { Drawn } from './drawn.ts';
import { rankedList } from './rank-flow-figure.tsx';

const byYear = [Uint32Array.of(5, 1, 9, 0, 4), Uint32Array.of(2, 8, 1, 0, 7)];
const places = {
  count: 5,
  lon: [71.1, 71.2, 71.3, 71.4, 71.5],
  lat: [51.1, 51.2, 51.3, 51.4, 51.5],
} as unknown as Drawn['places'];
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
  expect(list.groups[0]).toMatchObject({ name: 'problem place, 51.400° 71.400°', number: 3 });
});

it('ranks the busiest cells of the mask where problem places are too few, never an empty one', () => {
  const inMask = Uint8Array.of(1, 1, 1, 1, 0);
  const { kind, groups } = rankedList({ problemPlaces: [], names: [], places, inMask }, byYear, 'en');
  expect(kind).toBe('cells');
  // Totals 7, 9, 10, 0 and 11, the last outside the mask.
  expect(groups.map((group) => group.name)).toEqual([
    '51.300° 71.300°',
    '51.200° 71.200°',
    '51.100° 71.100°',
  ]);
});

it('tells apart places of one district that no street is near', () => {
  const problemPlaces = [problemPlace(1, [0]), problemPlace(2, [1]), problemPlace(3, [2])];
  const district = { kk: 'Сарыарқа', ru: 'Сарыарка', en: 'Saryarka' };
  const names = problemPlaces.map((): PlaceName => ({ kind: 'none', streets: [], district }));
  const { groups } = rankedList({ problemPlaces, names, places, inMask: undefined }, byYear, 'kk');
  expect(new Set(groups.map((group) => group.name)).size).toBe(3);
  expect(groups[0]!.name).toBe('Сарыарқа, 51,300° 71,300°');
});
