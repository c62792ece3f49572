import { expect, it } from 'vitest';
import { poissonTails } from './poisson-tails.ts';

it('equals ppois of R 4.2', () => {
  const printed: [number, number, number, number][] = [
    // n, mean, ppois(n, mean), ppois(n - 1, mean, lower = FALSE)
    [0, 3, 0.0497870683678639, 1],
    [2, 3, 0.42319008112684353, 0.8008517265285442],
    [10, 3, 0.9997076630493528, 0.0011024881301155],
  ];
  for (const [n, mean, lower, upper] of printed) {
    const tails = poissonTails(n, mean);
    expect(tails.lower).toBeCloseTo(lower, 12);
    expect(tails.upper).toBeCloseTo(upper, 12);
  }
});

it('equals the plain sum of its terms, far out in both tails too', () => {
  for (const mean of [0.5, 7, 40, 300]) {
    const terms = [Math.exp(-mean)];
    for (let k = 1; k < 900; k++) terms.push((terms[k - 1] * mean) / k);
    const sum = (part: number[]): number => part.reduceRight((total, term) => total + term, 0);
    for (const n of [0, 1, 5, 20, 39, 40, 41, 120, 300, 420]) {
      const { lower, upper } = poissonTails(n, mean);
      expect(Math.abs(lower - sum(terms.slice(0, n + 1)))).toBeLessThan(1e-9);
      const tail = [...terms.slice(n)].sort((a, b) => b - a).reduceRight((total, term) => total + term, 0);
      if (tail > 1e-250) expect(Math.abs(upper / tail - 1)).toBeLessThan(1e-7);
    }
  }
});

it('knows a mean of zero and of a city', () => {
  expect(poissonTails(0, 0)).toEqual({ lower: 1, upper: 1 });
  expect(poissonTails(3, 0).upper).toBe(0);
  expect(poissonTails(0, 1e5).lower).toBe(0);
  expect(poissonTails(2e5, 1e5).upper).toBe(0);
  expect(poissonTails(1e5, 1e5).upper).toBeCloseTo(0.5, 2);
});
