import { type CountLaw, countLaw } from '../../packages/core/src/concentration/count-law.ts';
import type { RandomStream } from '../../packages/core/src/random/stream.ts';
import { logProbability } from '../../packages/core/src/significance/poisson-lognormal.ts';

/** Counts of places whose risks are independent draws of a gamma law of this shape; Infinity: Poisson. */
export function poissonGammaCounts(
  places: number,
  mean: number,
  shape: number,
  random: RandomStream,
): Uint32Array {
  return Uint32Array.from({ length: places }, () =>
    random.poisson(shape === Number.POSITIVE_INFINITY ? mean : (mean * gammaDraw(shape, random)) / shape),
  );
}

/** Counts of places whose risks are log-normal with this standard deviation of the logarithm: e^(sigma z). */
export function poissonLognormalCounts(
  z: Float64Array,
  mean: number,
  sigma: number,
  random: RandomStream,
): Uint32Array {
  return Uint32Array.from(z, (value) => random.poisson(mean * Math.exp(sigma * value - (sigma * sigma) / 2)));
}

/** What such counts tend to. */
export function poissonLognormalLaw(mean: number, sigma: number): CountLaw {
  const probabilities: number[] = [];
  for (let x = 0, p = 1; x < 20 || p * x > 1e-12; x++) {
    p = Math.exp(logProbability(x, mean, sigma));
    probabilities.push(p);
  }
  const placeShare = [0];
  const incidentShare = [0];
  for (let x = probabilities.length - 1; x >= 0; x--) {
    placeShare.push(placeShare[placeShare.length - 1] + probabilities[x]);
    incidentShare.push(incidentShare[incidentShare.length - 1] + (x * probabilities[x]) / mean);
  }
  return countLaw(mean, 1 - probabilities[0], { placeShare, incidentShare });
}

/**
 * A square field of standard normal values: white noise under a moving average over a square of reach + 1 places a
 * side. The correlation falls evenly to 0 at reach + 1 steps in x or y.
 *
 * @param reach 0 for white noise
 */
export function correlatedField(side: number, reach: number, random: RandomStream): Float64Array {
  const window = reach + 1;
  const wide = side + reach;
  const noise = Float64Array.from({ length: wide * wide }, () => random.normal());
  const field = new Float64Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      let sum = 0;
      for (let dy = 0; dy < window; dy++) {
        for (let dx = 0; dx < window; dx++) sum += noise[(row + dy) * wide + column + dx];
      }
      field[row * side + column] = sum / window;
    }
  }
  return field;
}

/** Marsaglia & Tsang (2000), scale 1. */
function gammaDraw(shape: number, random: RandomStream): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = random.normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}
