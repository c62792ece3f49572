import { describe, expect, it } from 'vitest';
import { LEAST_IN_COLUMN } from './public-table.ts';
import { BASE } from './random-rounding.ts';

/** Chance of a published number for a true count. */
const law = (count: number, shown: number): number => Math.max(0, 1 - Math.abs(shown - count) / BASE);

const MOST = 9;
/** What an attacker thinks beforehand of a cell: most hold nothing, few hold many. */
const PRIOR = Array.from({ length: MOST + 1 }, (_, count) => 0.5 ** (count + 1));

const weightsFor = (shown: number): number[] => PRIOR.map((p, count) => p * law(count, shown));

function convolved(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      sum[i + j] += x * y;
    });
  });
  return sum;
}

/** The exact posterior of one cell, given every published number and the true total. */
function posterior(shown: number, others: readonly number[], total: number): number[] {
  const rest = others.map(weightsFor).reduce(convolved, [1]);
  const joint = weightsFor(shown).map((weight, count) => weight * (rest[total - count] ?? 0));
  const sum = joint.reduce((a, b) => a + b, 0);
  return joint.map((weight) => weight / sum);
}

function withoutTotal(shown: number): number[] {
  const weights = weightsFor(shown);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

const greatestGain = (shown: number, others: readonly number[], total: number): number =>
  Math.max(...posterior(shown, others, total).map((p, count) => p - withoutTotal(shown)[count]));

describe('a true total known from elsewhere', () => {
  it('gives a cell away where a column holds one incident, which is why such a column is refused', () => {
    const empty = new Array<number>(99).fill(0);
    expect(posterior(BASE, empty, 1)[1]).toBe(1);
    expect(withoutTotal(BASE)[1]).toBeLessThan(0.3);
  });

  it('adds little to the guess of a cell from the least column that is let through', () => {
    // As many cells as the law makes of so many incidents, and a total a standard error from the published sum.
    const cells = LEAST_IN_COLUMN;
    const fives = Math.round(LEAST_IN_COLUMN / BASE);
    const others = [...new Array<number>(fives - 1).fill(BASE), ...new Array<number>(cells - fives).fill(0)];
    for (const total of [LEAST_IN_COLUMN - 10, LEAST_IN_COLUMN, LEAST_IN_COLUMN + 10]) {
      expect(greatestGain(BASE, others, total)).toBeLessThan(0.1);
      expect(greatestGain(0, [...others.slice(1), BASE], total)).toBeLessThan(0.1);
    }
  });
});
