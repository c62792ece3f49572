/** Kernels of planar density, all of unit mass and the same in every direction. */
export const KERNELS = [
  'quartic',
  'gaussian',
  'epanechnikov',
  'triangular',
  'uniform',
  'negative-exponential',
] as const;
export type Kernel = (typeof KERNELS)[number];

/**
 * Standard deviations after which the Gaussian kernel is cut: what lies beyond is under 1.3e-14 of its height, so
 * that ratios of two densities stand far from their points too.
 */
const GAUSSIAN_CUT = 8;
/** Exponent of the negative exponential kernel at its radius (CrimeStat's K = 3: it has fallen to 5 %). */
const DECAY = 3;
/** Mass of exp(-3u) over the unit disc: 2 pi / 9 (1 - 4 exp(-3)). */
const DECAY_MASS = ((2 * Math.PI) / (DECAY * DECAY)) * (1 - (1 + DECAY) * Math.exp(-DECAY));

/**
 * Where a kernel ends, metres from its centre: at the bandwidth, which is the radius of its support; for
 * `gaussian`, whose bandwidth is the standard deviation, at 8 of them.
 */
export function kernelRadius(kernel: Kernel, bandwidth: number): number {
  return kernel === 'gaussian' ? GAUSSIAN_CUT * bandwidth : bandwidth;
}

/**
 * Height of a kernel of unit mass at its centre, per square metre. With u = d / h:
 *
 * - quartic 3/(pi h²) (1 - u²)² (Silverman 1986, eq. 4.5)
 * - epanechnikov 2/(pi h²) (1 - u²) (Silverman 1986, eq. 4.4)
 * - triangular (cone) 3/(pi h²) (1 - u)
 * - uniform 1/(pi h²)
 * - gaussian 1/(2 pi h²) exp(-u²/2), h the standard deviation
 * - negative-exponential 9 / (2 pi h² (1 - 4 exp(-3))) exp(-3u), u <= 1: the form of CrimeStat (Levine 2013,
 *   ch. 10) with its exponent K = 3 at the radius, scaled to unit mass over its support
 */
export function kernelPeak(kernel: Kernel, bandwidth: number): number {
  return PEAKS[kernel] / (bandwidth * bandwidth);
}

const PEAKS: Readonly<Record<Kernel, number>> = {
  quartic: 3 / Math.PI,
  gaussian: 1 / (2 * Math.PI),
  epanechnikov: 2 / Math.PI,
  triangular: 3 / Math.PI,
  uniform: 1 / Math.PI,
  'negative-exponential': 1 / DECAY_MASS,
};

/** A kernel's height as a share of its peak, by the square of u = d / bandwidth; to be called within its radius. */
export const kernelShapes: Readonly<Record<Kernel, (uSquared: number) => number>> = {
  quartic: (u2) => (u2 < 1 ? (1 - u2) * (1 - u2) : 0),
  gaussian: (u2) => (u2 <= GAUSSIAN_CUT * GAUSSIAN_CUT ? Math.exp(-u2 / 2) : 0),
  epanechnikov: (u2) => (u2 < 1 ? 1 - u2 : 0),
  triangular: (u2) => (u2 < 1 ? 1 - Math.sqrt(u2) : 0),
  uniform: (u2) => (u2 <= 1 ? 1 : 0),
  'negative-exponential': (u2) => (u2 <= 1 ? Math.exp(-DECAY * Math.sqrt(u2)) : 0),
};

/** Mass of a kernel within u bandwidths of its centre, 0 to 1; the integral of 2 pi t k(t) from 0. */
export const kernelMassWithin: Readonly<Record<Kernel, (u: number) => number>> = {
  quartic: (u) => (u < 1 ? 1 - (1 - u * u) ** 3 : 1),
  gaussian: (u) => -Math.expm1((-u * u) / 2),
  epanechnikov: (u) => (u < 1 ? u * u * (2 - u * u) : 1),
  triangular: (u) => (u < 1 ? u * u * (3 - 2 * u) : 1),
  uniform: (u) => (u < 1 ? u * u : 1),
  'negative-exponential': (u) =>
    u < 1 ? (1 - (1 + DECAY * u) * Math.exp(-DECAY * u)) / (1 - (1 + DECAY) * Math.exp(-DECAY)) : 1,
};

/** Variance along one axis of exp(-3u) over the unit disc: half the integral of u³ exp(-3u) over that of u exp(-3u). */
const decayVariance = (): number => {
  const tail = Math.exp(-DECAY);
  const third = (6 - tail * (DECAY ** 3 + 3 * DECAY ** 2 + 6 * DECAY + 6)) / DECAY ** 4;
  const first = (1 - tail * (DECAY + 1)) / DECAY ** 2;
  return third / first / 2;
};

/**
 * Bandwidth of a kernel as a multiple of its standard deviation along one axis: sqrt(8) for quartic, sqrt(6)
 * for epanechnikov, sqrt(20/3) for triangular, 2 for uniform, 1 for gaussian, about 2.61 for
 * negative-exponential. Rules that choose a standard deviation are carried over to the other kernels by it, so
 * that surfaces of different kernels are equally smooth.
 */
export const BANDWIDTH_PER_SIGMA: Readonly<Record<Kernel, number>> = {
  quartic: Math.sqrt(8),
  gaussian: 1,
  epanechnikov: Math.sqrt(6),
  triangular: Math.sqrt(20 / 3),
  uniform: 2,
  'negative-exponential': 1 / Math.sqrt(decayVariance()),
};
