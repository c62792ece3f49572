/** The distances at which a function of a point pattern is evaluated: 0, step, 2 step … the largest. */
export interface DistanceSteps {
  /** Metres; one more than the number of steps. */
  readonly r: Float64Array;
  readonly stepMeters: number;
}

/**
 * Added before a distance in steps is cut to a whole number, so that a distance of exactly k steps counts at
 * k (d <= r) whatever the rounding of its square root; a hundred-billionth of a step is the price.
 */
export const ALMOST_ONE = 1 - 1e-11;

/**
 * @param maxDistanceMeters greater than 0 @param steps whole number >= 1
 * @throws RangeError otherwise
 */
export function distanceSteps(maxDistanceMeters: number, steps: number): DistanceSteps {
  if (!(maxDistanceMeters > 0 && Number.isFinite(maxDistanceMeters)))
    throw new RangeError(`maxDistanceMeters ${maxDistanceMeters} is not greater than 0`);
  if (!Number.isInteger(steps) || steps < 1)
    throw new RangeError(`steps ${steps} is not a whole number >= 1`);
  const stepMeters = maxDistanceMeters / steps;
  return { r: Float64Array.from({ length: steps + 1 }, (_, k) => k * stepMeters), stepMeters };
}

/** Running totals of a histogram: what lies in each step or before it. */
export function cumulated(histogram: Float64Array, length: number): Float64Array {
  const totals = new Float64Array(length);
  let sum = 0;
  for (let k = 0; k < length; k++) {
    sum += histogram[k];
    totals[k] = sum;
  }
  return totals;
}
