import { type CountLaw, countLaw } from './count-law.ts';
import { poissonProbabilities } from './count-probabilities.ts';

/**
 * What chance alone gives: counts per place independent Poisson with the same mean (methods B5).
 *
 * @param mean incidents per place, > 0
 */
export function poissonNull(mean: number): CountLaw {
  const { first, probabilities } = poissonProbabilities(mean);
  const placeShare = [0];
  const incidentShare = [0];
  let places = 0;
  let incidents = 0;
  for (let i = probabilities.length - 1; i >= 0; i--) {
    places += probabilities[i];
    incidents += ((first + i) * probabilities[i]) / mean;
    placeShare.push(Math.min(1, places));
    incidentShare.push(Math.min(1, incidents));
  }
  placeShare[placeShare.length - 1] = 1;
  incidentShare[incidentShare.length - 1] = 1;
  return countLaw(mean, -Math.expm1(-mean), { placeShare, incidentShare });
}
