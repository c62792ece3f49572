import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson } from '../../../../test/support/shared.ts';
import { randomStream } from '../random/stream.ts';
import { concentrationOver, concentrationOverOccupied } from './concentration.ts';
import { generalisedShare } from './generalised-share.ts';
import { giniCoefficients } from './gini.ts';
import { lorenzCurve } from './lorenz.ts';
import { poissonNull } from './poisson-null.ts';
import { shareOfPlaces } from './share-of-places.ts';

const zeros = (count: number): number[] => new Array(count).fill(0);
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

describe('share of places', () => {
  it('equals the printed case and tells the tie at the boundary (methods B1)', () => {
    const half = shareOfPlaces([5, 3, 3, 3, 2, 1, 1, 1, 1, 0, 0, 0], 50);
    expect(half).toMatchObject({ k: 3, share: 0.25, boundaryCount: 3, placesAtBoundary: 3 });
    expect(half.interpolatedShare * 12).toBeCloseTo(2.6667, 4);
  });

  it('counts in whole numbers where a product of fractions fails', () => {
    expect(shareOfPlaces([1, ...new Array(9).fill(1)], 80).k).toBe(8);
    expect(shareOfPlaces(new Array(100).fill(7), 25).k).toBe(25);
  });

  it('is not known without incidents', () => {
    expect(shareOfPlaces([0, 0], 50).share).toBeNaN();
  });

  it('equals adding places one by one, for few and many incidents and stacks beyond the counted ones', () => {
    const random = randomStream(4);
    for (const [places, incidents, stack] of [
      [1, 1, 0],
      [12, 5, 0],
      [300, 40, 0],
      [50, 2000, 0],
      [40, 500, 70_000],
    ]) {
      const counts = new Uint32Array(places);
      for (let i = 0; i < incidents; i++) counts[Math.floor(places * random.uniform() ** 2)]++;
      counts[0] += stack;
      const descending = [...counts].sort((a, b) => b - a);
      for (let percent = 1; percent <= 100; percent++) {
        let k = 0;
        for (let held = 0; 100 * held < percent * (incidents + stack); k++) held += descending[k];
        const found = shareOfPlaces(counts, percent);
        expect([percent, found.k, found.boundaryCount]).toEqual([percent, k, descending[k - 1]]);
        expect(found.placesAtBoundary).toBe(descending.filter((count) => count === descending[k - 1]).length);
      }
    }
  });
});

describe('generalised share', () => {
  it('equals the printed case of Vancouver vehicle theft, and nearly so does chance (methods B2)', () => {
    expect(rounded(generalisedShare(0.019, 13_102, 626), 3)).toBe(0.398);
    expect(rounded(poissonNull(626 / 13_102).shareOfPlaces(0.5), 4)).toBe(0.0228);
  });

  it('is the plain share where incidents are no fewer than places, and keeps observed and expected on one scale', () => {
    const many = concentrationOver([9, 5, 1, 0], 'mask').shares[1];
    expect(many.generalisedShare).toBe(many.share);
    expect(many.expectedGeneralisedShare).toBe(many.expectedShare);
    const few = concentrationOver([2, 1, 1, ...zeros(97)], 'mask').shares[1];
    expect(few.generalisedShare).toBe(1 / 4);
    expect(few.expectedGeneralisedShare).toBeCloseTo((few.expectedShare * 100) / 4, 12);
  });
});

describe('share of incidents in the top places', () => {
  it('rounds the number of places up in whole numbers and tells the tie', () => {
    const counts = [9, 4, 4, 4, 2, ...zeros(15)];
    const [one, five, ten] = concentrationOver(counts, 'mask').top;
    expect(one).toMatchObject({ percent: 1, k: 1, share: 9 / 23, boundaryCount: 9, placesAtBoundary: 1 });
    expect(five).toMatchObject({ percent: 5, k: 1 });
    expect(ten).toMatchObject({ percent: 10, k: 2, share: 13 / 23, boundaryCount: 4, placesAtBoundary: 3 });
    // .05 × 20,020 is 1001.0000000000001 in fractions.
    expect(concentrationOver(new Array(20_020).fill(1), 'mask').top[1].k).toBe(1001);
  });

  it('is the inverse of the share of places under chance', () => {
    for (const mean of [0.05, 1, 12.5]) {
      const chance = poissonNull(mean);
      expect(chance.shareOfIncidents(chance.shareOfPlaces(0.5))).toBeCloseTo(0.5, 12);
    }
    const even = concentrationOver([1, ...zeros(99)], 'mask').top;
    // One incident: chance too has it in the busiest place, all but the hundredth part of two in one.
    expect(even[0].share).toBe(1);
    expect(even[0].expectedShare).toBeGreaterThan(0.99);
  });
});

describe('concentration with next to nothing', () => {
  it('is not known without incidents, nor without places', () => {
    for (const found of [
      concentrationOver([0, 0, 0], 'mask'),
      concentrationOverOccupied([0, 0]),
      concentrationOver([], 'file'),
    ]) {
      expect(found.incidents).toBe(0);
      const values = [
        ...found.shares.flatMap((share) => [
          share.share,
          share.expectedShare,
          share.generalisedShare,
          share.expectedGeneralisedShare,
        ]),
        ...found.top.flatMap((top) => [top.share, top.expectedShare]),
        ...Object.values(found.gini),
        found.theil,
        ...Object.values(found.expected),
      ];
      expect(values).toEqual(new Array(values.length).fill(Number.NaN));
      for (const { boundaryCount, placesAtBoundary } of found.top)
        expect([boundaryCount, placesAtBoundary]).toEqual([0, 0]);
    }
  });

  it('of one place is even, and of all in one place complete', () => {
    const single = concentrationOver([8], 'mask');
    expect([single.shares[1].share, single.top[0].share, single.gini.gini, single.theil]).toEqual([
      1, 1, 0, 0,
    ]);
    const stack = concentrationOver([50, ...zeros(199)], 'mask');
    expect(stack.shares.map(({ k }) => k)).toEqual([1, 1, 1]);
    expect(stack.top.map(({ share }) => share)).toEqual([1, 1, 1]);
    expect(stack.gini.gini).toBeCloseTo(0.995, 12);
    expect(stack.theil).toBeCloseTo(Math.log(200), 12);
  });
});

describe('Gini coefficients', () => {
  const printed: [number[], number, number, number, number][] = [
    [[22, 18, 17, 12, 11, 8, 6, 3, 2, 1], 0.392, 0.435556, 0.392, 0.435556],
    [[3, 1, 1, ...zeros(7)], 0.78, 0.866667, 0.56, 0.7],
    [[10, 8, 2, ...zeros(7)], 0.78, 0.866667, 0.78, 0.866667],
    [[5, 2, 1, ...zeros(7)], 0.8, 0.888889, 0.75, 0.857143],
    [[10, ...zeros(99)], 0.99, 1, 0.9, 1],
    [[3, 1, 1, ...zeros(150)], 0.985621, 0.992105, 0.56, 0.7],
  ];
  it('equal the printed table (methods B4; Bernasco & Steenbeek 2017)', () => {
    for (const [counts, gini, unbiased, generalised, generalisedUnbiased] of printed) {
      const found = giniCoefficients(counts);
      expect(rounded(found.gini, 6)).toBe(gini);
      expect(rounded(found.unbiased, 6)).toBe(unbiased);
      expect(rounded(found.generalised, 6)).toBe(generalised);
      expect(rounded(found.generalisedUnbiased, 6)).toBe(generalisedUnbiased);
    }
  });

  it('takes the least places and the least incidents', () => {
    expect(giniCoefficients([7])).toEqual({
      gini: 0,
      unbiased: Number.NaN,
      generalised: 0,
      generalisedUnbiased: Number.NaN,
    });
    expect(giniCoefficients([0, 1, 0, 0])).toEqual({
      gini: 0.75,
      unbiased: 1,
      generalised: 0,
      generalisedUnbiased: Number.NaN,
    });
  });

  const cases = [
    'bernasco_doc_a',
    'bernasco_doc_b',
    'chicago_segments',
    'synthA_res8',
    'synthA_res9',
    'synthA_res10',
    'uniform',
  ];
  for (const name of cases) {
    it.skipIf(!hasShared)(`equal R on ${name} within 1e-12, unit counts exactly`, () => {
      const golden = sharedJson<{
        counts: number[];
        R: {
          gini: number;
          gini_unbiased: number;
          gini_generalized: number;
          gini_nonzero: number;
          share: Record<string, { units: number; share_all: number; share_nonzero: number }>;
          top1pct: number;
          top5pct: number;
          top10pct: number;
          theil: number;
        };
      }>(`golden/concentration/${name}_R.json`);
      const all = concentrationOver(golden.counts, 'area');
      const any = concentrationOverOccupied(golden.counts);
      expect(Math.abs(all.gini.gini - golden.R.gini)).toBeLessThan(1e-12);
      expect(Math.abs(all.gini.unbiased - golden.R.gini_unbiased)).toBeLessThan(1e-12);
      expect(Math.abs(all.gini.generalised - golden.R.gini_generalized)).toBeLessThan(1e-12);
      expect(Math.abs(any.gini.gini - golden.R.gini_nonzero)).toBeLessThan(1e-12);
      all.shares.forEach((share, i) => {
        const { units, share_all, share_nonzero } = golden.R.share[`p${share.percent}`];
        expect(share.k).toBe(units);
        expect(Math.abs(share.share - share_all)).toBeLessThan(1e-12);
        expect(Math.abs(any.shares[i].share - share_nonzero)).toBeLessThan(1e-12);
      });
      [golden.R.top1pct, golden.R.top5pct, golden.R.top10pct].forEach((share, i) => {
        expect(Math.abs(all.top[i].share - share)).toBeLessThan(1e-12);
      });
      expect(Math.abs(all.theil - golden.R.theil)).toBeLessThan(1e-12);
    });
  }
});

describe('Poisson expectation', () => {
  it('equals the printed table to its last digit (methods B5)', () => {
    const printed = [
      [0.05, 0.0113, 0.0238, 0.9524, 0.0488],
      [0.1, 0.0202, 0.0452, 0.9092, 0.0952],
      [0.2, 0.0313, 0.0813, 0.8342, 0.1813],
      [0.5, 0.0543, 0.1435, 0.6737, 0.3935],
      [1, 0.0756, 0.1982, 0.5238, 0.6321],
      [2, 0.1062, 0.2607, 0.3858, 0.8647],
      [5, 0.1421, 0.3345, 0.2491, 0.9933],
      [10, 0.1675, 0.3787, 0.1773, 1],
      [20, 0.188, 0.4126, 0.1258, 1],
      [50, 0.2087, 0.444, 0.0797, 1],
    ];
    const found = printed.map(([mean]) => {
      const chance = poissonNull(mean);
      const { gini, occupied } = chance;
      const values = [chance.shareOfPlaces(0.25), chance.shareOfPlaces(0.5), gini, occupied];
      return [mean, ...values.map((value) => rounded(value, 4))];
    });
    expect(found).toEqual(printed);
  });

  it('has the closed form exp(-2m)(I0(2m) + I1(2m)) as its Gini', () => {
    for (const mean of [0.05, 1, 7.56, 40]) {
      expect(Math.abs(poissonNull(mean).gini - closedGini(mean))).toBeLessThan(1e-10);
    }
  });

  it('agrees with the published values for New York, and has the Theil index of its own probabilities', () => {
    const [all, some] = [poissonNull(9.86), poissonNull(7.56)];
    expect([rounded(all.shareOfPlaces(0.5), 4), rounded(all.gini, 3)]).toEqual([0.3775, 0.179]);
    expect([rounded(some.shareOfPlaces(0.5), 4), rounded(some.gini, 3)]).toEqual([0.3613, 0.203]);
    // Rule 2: the interquartile range of the published "law" is what chance gives at these incidents per place.
    const published = [0.069, 0.13].map((mean) => rounded(poissonNull(mean).shareOfPlaces(0.5), 3));
    expect(published).toEqual([0.032, 0.057]);
    for (const mean of [0.05, 1, 7.56]) {
      let theil = 0;
      let probability = Math.exp(-mean);
      for (let n = 1; n < 100; n++) {
        probability *= mean / n;
        theil += probability * (n / mean) * Math.log(n / mean);
      }
      expect(Math.abs(poissonNull(mean).theil - theil)).toBeLessThan(1e-11);
    }
  });

  it('is the mean of simulated even throws', () => {
    const random = randomStream(17);
    const [half, gini] = [0, 0].map(() => [] as number[]);
    for (let run = 0; run < 200; run++) {
      const counts = new Uint32Array(1000);
      for (let i = 0; i < 1000; i++) counts[random.integer(0, 999)]++;
      half.push(shareOfPlaces(counts, 50).interpolatedShare);
      gini.push(giniCoefficients(counts).gini);
    }
    const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
    // The simulated mean has a standard error near .0004; printed Monte Carlo values are .1986 and .5231.
    expect(mean(half)).toBeCloseTo(poissonNull(1).shareOfPlaces(0.5), 2);
    expect(mean(gini)).toBeCloseTo(poissonNull(1).gini, 2);
  });

  it('does not underflow where a place has thousands of incidents', () => {
    const chance = poissonNull(5000);
    expect(chance.gini).toBeCloseTo(1 / Math.sqrt(Math.PI * 5000), 4);
    expect(chance.shareOfPlaces(0.5)).toBeGreaterThan(0.49);
  });

  it('gives the generalised Gini of rule 3', () => {
    const counts = [...zeros(9_500), ...new Array(500).fill(1)];
    const found = concentrationOver(counts, 'area');
    expect(found.gini.generalised).toBeCloseTo(0, 12);
    expect(found.expected.generalisedGini).toBeCloseTo(0.048, 3);
  });
});

describe('Lorenz curve', () => {
  it('has one corner per distinct count and the area of the Gini coefficient', () => {
    const counts = [7, 3, 3, 1, 0, 0];
    const { placeShare, incidentShare } = lorenzCurve(counts);
    expect(placeShare).toHaveLength(5);
    let area = 0;
    for (let i = 1; i < placeShare.length; i++) {
      area += ((incidentShare[i] + incidentShare[i - 1]) / 2) * (placeShare[i] - placeShare[i - 1]);
    }
    expect(2 * area - 1).toBeCloseTo(giniCoefficients(counts).gini, 12);
  });
});

/** Modified Bessel functions by their series, as an independent twin. */
function closedGini(mean: number): number {
  let term = 1;
  let i0 = 0;
  let i1 = 0;
  for (let k = 0; k < 400; k++) {
    i0 += term;
    i1 += (term * mean) / (k + 1);
    term *= (mean * mean) / ((k + 1) * (k + 1));
  }
  return Math.exp(-2 * mean) * (i0 + i1);
}
