import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { rankBiasedOverlap } from './rank-biased-overlap.ts';

/** Counts of the places of two rankings written as groups of equals, busiest first. */
function sides(x: string, y: string): [number[], number[]] {
  const groups = (text: string): string[][] =>
    [...text.matchAll(/\(([^)]*)\)|(\S+)/g)].map(([, many, one]) => (many ?? one).split(' '));
  const names = [...new Set([x, y].flatMap(groups).flat())];
  const countsOf = (text: string): number[] =>
    names.map((name) => {
      const group = groups(text).findIndex((members) => members.includes(name));
      return group < 0 ? 0 : 100 - group;
    });
  return [countsOf(x), countsOf(y)];
}

describe('rank-biased overlap', () => {
  it('equals the extrapolated values with ties on one rank of Corsi & Urbano (2024)', () => {
    // Read me and test table of their published implementation, column "w.ext".
    const printed: [string, string, number, number][] = [
      ['red (blue green) yellow pink', '(blue red) white (yellow black purple) green', 0.95, 0.7068257],
      ['i3 (i1 i5 i7) i9', '(i1 i9) i7 i3 i4', 0.930093081332594, 0.697096710334179],
      [
        'i6 i1 i10 i21 i3 i22 (i7 i16)',
        '(i9 i16) i6 (i1 i3 i10 i13 i18 i21) (i2 i7 i8 i12 i17 i19)',
        0.950020892991299,
        0.662994173947287,
      ],
      ['(i3 i6 i10 i14 i15)', 'i6 (i3 i7 i10 i14) i8 i15 (i1 i2 i4)', 0.926466853612826, 0.826094305041388],
      [
        '(i1 i3 i6 i11 i15) i17 (i5 i8)',
        '(i1 i2 i3 i4 i5 i6 i7 i8 i9 i10 i11 i12)',
        0.966485585840186,
        0.647993254615828,
      ],
      [
        '(i5 i6 i9 i14 i16 i23) (i7 i18) (i1 i8)',
        'i2 i4 i10 i22 i15 i21 i11 i12 i1 (i3 i5 i6 i7)',
        0.904770230991349,
        0.159288529089542,
      ],
    ];
    for (const [x, y, persistence, value] of printed) {
      const [a, b] = sides(x, y);
      expect(rankBiasedOverlap(a, b, persistence).rbo).toBeCloseTo(value, value === 0.7068257 ? 7 : 13);
      expect(rankBiasedOverlap(b, a, persistence).rbo).toBeCloseTo(value, value === 0.7068257 ? 7 : 13);
    }
  });

  it('equals the sum over depths of the example of Webber, Moffat & Zobel (2010, table 1)', () => {
    // Overlaps of a b c d e f g and z c a v w x y at depths 1 to 7: 0 0 2 2 2 2 2.
    const [a, b] = sides('a b c d e f g', 'z c a v w x y');
    const p = 0.9;
    const sum = [0, 0, 2, 2, 2, 2, 2].reduce(
      (total, overlap, i) => total + (overlap / (i + 1)) * p ** (i + 1),
      0,
    );
    expect(rankBiasedOverlap(a, b, p).rbo).toBeCloseTo(((1 - p) / p) * sum + (2 / 7) * p ** 7, 14);
  });

  it('is 1 for a ranking and itself, ties or not, and 0 for nothing in common', () => {
    expect(rankBiasedOverlap([3, 1, 1, 1, 0], [9, 2, 2, 2, 0]).rbo).toBeCloseTo(1, 14);
    expect(rankBiasedOverlap([3, 1, 0, 0], [0, 0, 1, 1]).rbo).toBe(0);
  });

  it('by chance is the mean over the places of one side dealt at random', () => {
    const random = randomStream(2);
    const a = [7, 4, 4, 2, 1, 1, 0, 0, 0, 0];
    const b = [3, 3, 2, 1, 0, 0, 0, 0, 0, 0];
    let mean = 0;
    const RUNS = 20_000;
    for (let run = 0; run < RUNS; run++) {
      for (let i = b.length - 1; i > 0; i--) {
        const j = random.integer(0, i);
        [b[i], b[j]] = [b[j], b[i]];
      }
      mean += rankBiasedOverlap(a, b, 0.8).rbo / RUNS;
    }
    expect(Math.abs(mean - rankBiasedOverlap(a, b, 0.8).rboByChance)).toBeLessThan(0.004);
  });

  it('does not depend on the order of the places', () => {
    const [a, b] = sides('i9 (i1 i2 i3) i5 (i6 i8)', '(i6 i8 i9) i1 (i2 i10) i20');
    const turned = rankBiasedOverlap([...a].reverse(), [...b].reverse(), 0.9);
    expect(turned).toEqual(rankBiasedOverlap(a, b, 0.9));
    expect(turned).toMatchObject({ rankedA: 7, rankedB: 7, persistence: 0.9, ties: 'same-rank' });
  });

  it('is not known without incidents, and refuses a persistence outside (0, 1)', () => {
    expect(rankBiasedOverlap([0, 0], [1, 2]).rbo).toBeNaN();
    expect(rankBiasedOverlap([0, 0], [1, 2]).rboByChance).toBeNaN();
    expect(rankBiasedOverlap([4], [1]).rbo).toBeCloseTo(1, 14);
    expect(() => rankBiasedOverlap([1], [1], 1)).toThrow(RangeError);
    expect(() => rankBiasedOverlap([1], [1, 2])).toThrow(RangeError);
  });
});
