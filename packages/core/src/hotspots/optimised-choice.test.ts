import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { hexagonNeighbours, type RingCount } from '../places/neighbours.ts';
import { randomStream } from '../random/stream.ts';
import { chooseBand, chooseUnit } from './optimised-choice.ts';

describe('the unit of an optimised run', () => {
  it('is the finest whose rings hold an incident on average', () => {
    const candidates = chooseUnit([
      { resolution: 8, places: 1000, incidents: 3000, z: 5 },
      { resolution: 9, places: 6000, incidents: 3000, z: 5 },
      { resolution: 10, places: 40_000, incidents: 3000, z: 5 },
      { resolution: 11, places: 280_000, incidents: 3000, z: 5 },
    ]);
    expect(candidates.map(({ resolution, verdict }) => `${resolution} ${verdict}`)).toEqual([
      '11 too-many-places',
      '10 too-sparse',
      '9 chosen',
      '8 coarser',
    ]);
  });

  it('is the coarsest of sparse ones, the finest of small ones', () => {
    const verdicts = (fields: Parameters<typeof chooseUnit>[0]) =>
      chooseUnit(fields).find(({ verdict }) => verdict === 'chosen')?.resolution;
    expect(
      verdicts([
        { resolution: 9, places: 6000, incidents: 20, z: 5 },
        { resolution: 8, places: 900, incidents: 20, z: 5 },
      ]),
    ).toBe(8);
    expect(
      verdicts([
        { resolution: 7, places: 3, incidents: 50, z: 5 },
        { resolution: 8, places: 20, incidents: 50, z: 5 },
      ]),
    ).toBe(8);
    expect(verdicts([])).toBe(undefined);
  });

  it('is not finer than the coordinates: where neighbours are less alike than by chance it goes coarser', () => {
    const verdicts = (zs: readonly number[]) =>
      chooseUnit(zs.map((z, i) => ({ resolution: 11 - i, places: 1000, incidents: 5000, z }))).map(
        ({ verdict }) => verdict,
      );
    expect(verdicts([-12, -3, 4])).toEqual(['finer-than-coordinates', 'finer-than-coordinates', 'chosen']);
    expect(verdicts([-1, 9])).toEqual(['chosen', 'coarser']);
    expect(verdicts([Number.NaN, 9])).toEqual(['chosen', 'coarser']);
    expect(verdicts([-9, -9])).toEqual(['finer-than-coordinates', 'chosen']);
  });

  it('says whether it is within the limits, and leaves what was not counted', () => {
    const [finest, chosen] = chooseUnit([
      { resolution: 8, places: 1000, incidents: 20, z: 5 },
      { resolution: 9, places: Number.POSITIVE_INFINITY, incidents: 0, z: 5 },
    ]);
    expect(finest).toMatchObject({ verdict: 'too-many-places', fits: false });
    expect(chosen).toMatchObject({ resolution: 8, verdict: 'chosen', fits: false });
    const [fit] = chooseUnit([{ resolution: 8, places: 1000, incidents: 1000, z: 5 }]);
    expect(fit).toMatchObject({ verdict: 'chosen', fits: true });
  });
});

describe('the band of an optimised run', () => {
  const centre = latLngToCell(43.24, 76.9, 9);
  const cells = gridDisk(centre, 12).sort();
  const neighboursOf = (rings: RingCount) => hexagonNeighbours(cells, rings);

  it('is one ring where counts are thrown at random', () => {
    const random = randomStream(3);
    const { rings, reason } = chooseBand(
      cells.map(() => random.poisson(1)),
      neighboursOf,
    );
    expect([rings, reason]).toEqual([1, 'none']);
  });

  it('grows with the size of the clusters', () => {
    const random = randomStream(4);
    const wide = new Set(gridDisk(centre, 5));
    const single = cells.filter((_, i) => i % 19 === 0);
    const narrow = new Set(single.flatMap((cell) => gridDisk(cell, 1)));
    const field = (hot: ReadonlySet<string>) => cells.map((cell) => random.poisson(hot.has(cell) ? 6 : 1));
    const large = chooseBand(field(wide), neighboursOf);
    expect(large.rings).toBeGreaterThan(1);
    expect(large.candidates[0].z).toBeGreaterThan(10);
    expect(chooseBand(field(narrow), neighboursOf)).toMatchObject({ rings: 1, reason: 'first-peak' });
  });

  it('of a constant field is one ring, with no z', () => {
    const { rings, reason, candidates } = chooseBand(new Float64Array(cells.length).fill(2), neighboursOf);
    expect([rings, reason]).toEqual([1, 'none']);
    expect(candidates.every(({ z }) => Number.isNaN(z))).toBe(true);
  });
});
