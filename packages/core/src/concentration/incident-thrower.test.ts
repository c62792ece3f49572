import { describe, expect, it } from 'vitest';
import { visitThrows } from '../../../../test/support/all-throws.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { incidentThrower } from './incident-thrower.ts';

/** Chi-squared of drawn outcomes against their exact probabilities, with its degrees of freedom. */
function chiSquared(
  exposure: readonly number[],
  incidents: number,
  throws: number,
  given: readonly number[] | undefined,
): { statistic: number; degrees: number } {
  const throwIncidents = incidentThrower(exposure.length, incidents, given);
  const counts = new Uint32Array(exposure.length);
  const seen = new Map<string, number>();
  for (let draw = 0; draw < throws; draw++) {
    throwIncidents(counts, drawGenerator(5, draw));
    seen.set(counts.join(), (seen.get(counts.join()) ?? 0) + 1);
  }
  const total = exposure.reduce((a, b) => a + b);
  let statistic = 0;
  let outcomes = 0;
  let [rareSeen, rareExpected, found] = [0, 0, 0];
  visitThrows(
    exposure.map((value) => value / total),
    incidents,
    (outcome, probability) => {
      const expected = throws * probability;
      const observed = seen.get(outcome.join()) ?? 0;
      found += observed;
      if (expected < 5) {
        rareSeen += observed;
        rareExpected += expected;
        return;
      }
      statistic += (observed - expected) ** 2 / expected;
      outcomes++;
    },
  );
  // Every throw is one of the outcomes, so every throw has all the incidents.
  expect(found).toBe(throws);
  if (rareExpected > 0) {
    statistic += (rareSeen - rareExpected) ** 2 / rareExpected;
    outcomes++;
  }
  return { statistic, degrees: outcomes - 1 };
}

describe('throws of incidents', () => {
  const cases: [string, number[], number, boolean][] = [
    ['one by one, even', [1, 1, 1, 1], 3, false],
    ['one by one, by exposure', [5, 1, 0, 2], 3, true],
    ['Poisson rounds, even', [1, 1, 1], 12, false],
    ['Poisson rounds, by exposure', [6, 1, 0.5], 12, true],
    ['Poisson rounds, a place without exposure', [3, 0, 1], 40, true],
    ['two places, many incidents', [1, 3], 400, true],
  ];
  for (const [name, exposure, incidents, isGiven] of cases) {
    it(`have the multinomial probabilities of every outcome: ${name}`, () => {
      const { statistic, degrees } = chiSquared(exposure, incidents, 40_000, isGiven ? exposure : undefined);
      // Four standard deviations of chi-squared.
      expect(Math.abs(statistic - degrees)).toBeLessThan(4 * Math.sqrt(2 * degrees));
    });
  }

  it('have the mean, variance and covariance of a multinomial in a large city', () => {
    const PLACES = 2000;
    const INCIDENTS = 30_000;
    const THROWS = 400;
    const exposure = Float64Array.from({ length: PLACES }, (_, i) => (i % 7 === 0 ? 0 : 1 + (i % 5)));
    const total = exposure.reduce((a, b) => a + b);
    const throwIncidents = incidentThrower(PLACES, INCIDENTS, exposure);
    const counts = new Uint32Array(PLACES);
    const sums = new Float64Array(PLACES);
    const squares = new Float64Array(PLACES);
    for (let draw = 0; draw < THROWS; draw++) {
      throwIncidents(counts, drawGenerator(9, draw));
      expect(counts.reduce((a, b) => a + b)).toBe(INCIDENTS);
      for (let i = 0; i < PLACES; i++) {
        const expected = (INCIDENTS * exposure[i]) / total;
        sums[i] += counts[i];
        squares[i] += (counts[i] - expected) ** 2;
      }
    }
    let zMean = 0;
    let dispersion = 0;
    let withExposure = 0;
    for (let i = 0; i < PLACES; i++) {
      if (exposure[i] === 0) {
        expect(sums[i]).toBe(0);
        continue;
      }
      const p = exposure[i] / total;
      const variance = INCIDENTS * p * (1 - p);
      withExposure++;
      zMean += (sums[i] - THROWS * INCIDENTS * p) ** 2 / (THROWS * variance);
      dispersion += squares[i] / (THROWS * variance);
    }
    // Squared z of the means have mean 1 and standard deviation √2; the dispersions √(2 / throws).
    expect(Math.abs(zMean / withExposure - 1)).toBeLessThan(4 * Math.sqrt(2 / withExposure));
    expect(Math.abs(dispersion / withExposure - 1)).toBeLessThan(4 * Math.sqrt(2 / THROWS / withExposure));
  });

  it('spend fewer random numbers than there are incidents', () => {
    const generator = drawGenerator(1, 0);
    let calls = 0;
    const counting = {
      below: (bound: number) => {
        calls++;
        return generator.below(bound);
      },
    };
    incidentThrower(1000, 100_000)(new Uint32Array(1000), counting);
    expect(calls).toBeLessThan(10_000);
  });
});
