import { binomialProbabilities } from './count-probabilities.ts';

/**
 * The exact expectation of the Gini coefficient where a fixed number of incidents falls evenly on a fixed number of
 * places (a multinomial law): (N - 1) E|X_1 - X_2| / (2 C). Of the T ~ binomial(C, 2 / N) incidents of two places each
 * is a step to one side or the other, and the mean end of such a walk is known (de Moivre 1738).
 *
 * Cost: proportional to the incidents.
 *
 * @returns 0 for one place, NaN without incidents or places
 */
export function expectedGini(places: number, incidents: number): number {
  if (incidents === 0 || places === 0) return Number.NaN;
  if (places === 1) return 0;
  const { first, probabilities } = binomialProbabilities(incidents, 2 / places);
  let distance = 0;
  // E|S| after 1 and 2 steps is 1, after 3 and 4 steps 3/2, after 5 and 6 steps 3/2 × 5/4, …
  let walk = 1;
  for (let steps = 1; steps < first + probabilities.length; steps++) {
    if (steps > 1 && steps % 2 === 1) walk *= steps / (steps - 1);
    if (steps >= first) distance += probabilities[steps - first] * walk;
  }
  return ((places - 1) * distance) / (2 * incidents);
}

/**
 * The exact expectation of (X / C) ln(X / (C share)) where each of C incidents falls with probability `share` on a set
 * of places: the part of that set in a Theil index.
 *
 * @param share in (0, 1]
 */
export function expectedTheilPart(share: number, incidents: number): number {
  const { first, probabilities } = binomialProbabilities(incidents, share);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const part = (first + i) / incidents;
    if (part > 0) sum += probabilities[i] * part * Math.log(part / share);
  }
  return sum;
}
