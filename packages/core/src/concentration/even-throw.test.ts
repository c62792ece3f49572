import { describe, expect, it } from 'vitest';
import { visitThrows } from '../../../../test/support/all-throws.ts';
import { expectedGini, expectedTheilPart } from './even-throw.ts';
import { giniCoefficients } from './gini.ts';
import { poissonNull } from './poisson-null.ts';
import { theilIndex } from './theil.ts';

describe('expectations under an even throw', () => {
  it('equal the mean over every possible throw', () => {
    for (const [places, incidents] of [
      [1, 3],
      [2, 1],
      [2, 6],
      [3, 4],
      [5, 5],
      [7, 2],
    ]) {
      let gini = 0;
      let theil = 0;
      visitThrows(new Array(places).fill(1 / places), incidents, (counts, probability) => {
        gini += probability * giniCoefficients(counts).gini;
        theil += probability * theilIndex(counts);
      });
      expect(expectedGini(places, incidents)).toBeCloseTo(gini, 12);
      expect(places * expectedTheilPart(1 / places, incidents)).toBeCloseTo(theil, 12);
    }
  });

  it('come near Poisson where places are many, and stand many incidents', () => {
    for (const mean of [0.05, 1, 12.5]) {
      expect(Math.abs(expectedGini(20_000, 20_000 * mean) / poissonNull(mean).gini - 1)).toBeLessThan(1e-4);
      const theil = 20_000 * expectedTheilPart(1 / 20_000, 20_000 * mean);
      expect(Math.abs(theil / poissonNull(mean).theil - 1)).toBeLessThan(2e-4);
    }
    // Two places with 10 million: the mean distance of the walk is √(2 C / π).
    expect(expectedGini(2, 1e7)).toBeCloseTo(Math.sqrt(2e7 / Math.PI) / 2e7, 9);
  });

  it('are not known without incidents', () => {
    expect([expectedGini(3, 0), expectedGini(0, 0), expectedGini(1, 4)]).toEqual([Number.NaN, Number.NaN, 0]);
  });
});
