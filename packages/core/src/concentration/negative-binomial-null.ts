import { negativeBinomialQuantile, upperTail } from '../significance/negative-binomial.ts';
import { type CountLaw, countLaw } from './count-law.ts';
import { poissonNull } from './poisson-null.ts';

/** Up to this count every corner is kept; above it they lie a 512th apart, and the curve bends less than that. */
const EVERY_COUNT = 4096;

/** Share of the incidents beyond the last corner. */
const BEYOND = 1e-12;

/**
 * What a negative binomial law of counts gives (Mohler et al. 2019; methods B7): places whose true rates follow a gamma
 * distribution, seen through chance. It is what a fit implies for the raw shares, to be laid beside the observed ones;
 * it is no null of "no concentration".
 *
 * The incidents at places with n or more are P(Y >= n - 1) of the law with size + 1 and the same odds, so both shares of
 * a corner are tails of the incomplete beta and no sum over counts is made, however heavy the tail.
 *
 * @param mean incidents per place, > 0
 * @param size shape of the rates, > 0; Infinity is Poisson
 */
export function negativeBinomialNull(mean: number, size: number): CountLaw {
  if (size === Number.POSITIVE_INFINITY) return poissonNull(mean);
  const ofIncidents = { mean: (mean * (size + 1)) / size, size: size + 1 };
  const last = negativeBinomialQuantile(1 - BEYOND, ofIncidents.mean, ofIncidents.size) + 1;
  const counts: number[] = [];
  for (let n = 1; n <= last; n = n < EVERY_COUNT ? n + 1 : Math.ceil(n * (1 + 1 / 512))) counts.push(n);
  const placeShare = [0];
  const incidentShare = [0];
  for (const n of counts.reverse()) {
    placeShare.push(upperTail(n, mean, size));
    incidentShare.push(upperTail(n - 1, ofIncidents.mean, ofIncidents.size));
  }
  placeShare.push(1);
  incidentShare.push(1);
  return countLaw(mean, upperTail(1, mean, size), { placeShare, incidentShare });
}
