import { gammaQuantile, incompleteGamma } from '../significance/gamma-functions.ts';
import { negativeBinomialQuantile, upperTail } from '../significance/negative-binomial.ts';

/**
 * Share of places, riskiest first, that hold a share of the risk, where risks follow a gamma law of this shape: of the
 * risk 1 - F_{k+1}(b) lies above a bound b, of the places 1 - F_k(b) (methods B7). It rises with the shape, to the share
 * of the risk itself.
 *
 * @param shareOfRisk in (0, 1)
 */
export function latentShare(shareOfRisk: number, shape: number): number {
  if (Number.isNaN(shape)) return Number.NaN;
  if (shape === Number.POSITIVE_INFINITY) return shareOfRisk;
  return incompleteGamma(shape, gammaQuantile(1 - shareOfRisk, shape + 1)).upper;
}

/**
 * Share of places that hold a share of the incidents where counts are negative binomial, linear inside a tier: the same
 * as `negativeBinomialNull(mean, shape).shareOfPlaces`, found through one tier and not through the whole curve. The
 * incidents at places with n or more are P(Y >= n - 1), Y with shape + 1 and the same odds.
 */
export function rawShare(shareOfIncidents: number, mean: number, shape: number): number {
  const isPoisson = shape === Number.POSITIVE_INFINITY;
  const ofIncidents = isPoisson ? mean : (mean * (shape + 1)) / shape;
  const boundary = negativeBinomialQuantile(1 - shareOfIncidents, ofIncidents, shape + 1) + 1;
  const heldAbove = upperTail(boundary, ofIncidents, shape + 1);
  return upperTail(boundary + 1, mean, shape) + ((shareOfIncidents - heldAbove) * mean) / boundary;
}
