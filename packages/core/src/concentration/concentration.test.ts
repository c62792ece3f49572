import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson } from '../../../../test/support/shared.ts';
import { randomStream } from '../random/stream.ts';
import { concentrationOver, concentrationOverOccupied } from './concentration.ts';
import { giniCoefficients } from './gini.ts';
import { lorenzCurve } from './lorenz.ts';
import { poissonNull } from './poisson-null.ts';
import { shareOfPlaces } from './share-of-places.ts';

const zeros = (count: number): number[] => new Array(count).fill(0);

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
});

describe('Gini coefficients', () => {
  const printed: [number[], number, number, number][] = [
    [[22, 18, 17, 12, 11, 8, 6, 3, 2, 1], 0.392, 0.435556, 0.392],
    [[3, 1, 1, ...zeros(7)], 0.78, 0.866667, 0.56],
    [[10, 8, 2, ...zeros(7)], 0.78, 0.866667, 0.78],
    [[5, 2, 1, ...zeros(7)], 0.8, 0.888889, 0.75],
    [[10, ...zeros(99)], 0.99, 1, 0.9],
    [[3, 1, 1, ...zeros(150)], 0.985621, 0.992105, 0.56],
  ];
  it('equal the printed table (methods B4; Bernasco & Steenbeek 2017)', () => {
    for (const [counts, gini, unbiased, generalised] of printed) {
      const found = giniCoefficients(counts);
      expect(found.gini).toBeCloseTo(gini, 6);
      expect(found.unbiased).toBeCloseTo(unbiased, 6);
      expect(found.generalised).toBeCloseTo(generalised, 6);
    }
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
    });
  }
});

describe('Poisson expectation', () => {
  it('equals the printed table (methods B5)', () => {
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
    for (const [mean, quarter, half, gini, occupied] of printed) {
      const chance = poissonNull(mean);
      expect(chance.shareOfPlaces(0.25)).toBeCloseTo(quarter, 3);
      expect(chance.shareOfPlaces(0.5)).toBeCloseTo(half, 3);
      expect(chance.gini).toBeCloseTo(gini, 4);
      expect(chance.occupied).toBeCloseTo(occupied, 4);
    }
  });

  it('has the closed form exp(-2m)(I0(2m) + I1(2m)) as its Gini', () => {
    for (const mean of [0.05, 1, 7.56, 40]) {
      expect(Math.abs(poissonNull(mean).gini - closedGini(mean))).toBeLessThan(1e-10);
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
