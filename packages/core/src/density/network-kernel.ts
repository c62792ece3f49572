import { upperNormalTail } from '../significance/normal.ts';
import type { Kernel } from './kernels.ts';

/** A kernel along a line: symmetric about its centre, of unit mass over both sides. */
export interface LineKernel {
  /** Metres from the centre to where it ends. */
  readonly reach: number;
  /** Height at a distance of 0 to `reach`, per metre. */
  at(distance: number): number;
  /** Mass on one side beyond a distance: .5 at 0, 0 at `reach` and farther. */
  beyond(distance: number): number;
}

/** Standard deviations after which the Gaussian is cut on a network, where its reach decides how far streets are walked. */
const GAUSSIAN_CUT = 4;

/**
 * A kernel along streets, by u = d / h with the bandwidth h (Silverman 1986, ch. 3, in one dimension):
 *
 * - quartic 15/(16h) (1 - u²)²
 * - epanechnikov 3/(4h) (1 - u²)
 * - triangular 1/h (1 - u)
 * - uniform 1/(2h)
 * - gaussian, h the standard deviation, cut at 4 h and scaled to unit mass again (by 1/.99994)
 * - negative-exponential 3/(2h (1 - exp(-3))) exp(-3u), u <= 1
 *
 * Constants of the plane (3/pi for the quartic) would give a density off by a factor that depends on h.
 *
 * @param bandwidth metres, greater than 0
 */
export function lineKernel(kernel: Kernel, bandwidth: number): LineKernel {
  if (!(bandwidth > 0 && bandwidth < Infinity)) throw new RangeError(`a bandwidth of ${bandwidth} m`);
  const { reach, at, beyond } = KERNELS_ALONG[kernel];
  const end = reach * bandwidth;
  return {
    reach: end,
    at: (distance) => (distance <= end ? at(distance / bandwidth) / bandwidth : 0),
    beyond: (distance) => (distance < end ? beyond(distance / bandwidth) : 0),
  };
}

const gaussianMass = 1 - 2 * upperNormalTail(GAUSSIAN_CUT);
const decayMass = 2 * (1 - Math.exp(-3));

/** The kernels for h = 1, where their centre is 0. */
const KERNELS_ALONG: Readonly<Record<Kernel, LineKernel>> = {
  quartic: {
    reach: 1,
    at: (u) => (15 / 16) * (1 - u * u) * (1 - u * u),
    // (1-u)³ (8 + 9u + 3u²) / 16: factored, since the difference of powers loses its digits near u = 1.
    beyond: (u) => ((1 - u) ** 3 * (8 + 9 * u + 3 * u * u)) / 16,
  },
  epanechnikov: {
    reach: 1,
    at: (u) => 0.75 * (1 - u * u),
    beyond: (u) => ((1 - u) ** 2 * (2 + u)) / 4,
  },
  triangular: { reach: 1, at: (u) => 1 - u, beyond: (u) => (1 - u) ** 2 / 2 },
  uniform: { reach: 1, at: () => 0.5, beyond: (u) => (1 - u) / 2 },
  gaussian: {
    reach: GAUSSIAN_CUT,
    at: (u) => Math.exp((-u * u) / 2) / (Math.sqrt(2 * Math.PI) * gaussianMass),
    beyond: (u) => (upperNormalTail(u) - upperNormalTail(GAUSSIAN_CUT)) / gaussianMass,
  },
  'negative-exponential': {
    reach: 1,
    at: (u) => (3 * Math.exp(-3 * u)) / decayMass,
    beyond: (u) => (Math.exp(-3 * u) - Math.exp(-3)) / decayMass,
  },
};
