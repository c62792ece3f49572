import type { NetworkPoints } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import { uniformOnNetwork } from '../network/uniform-points.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { type NetworkK, networkK } from './network-k.ts';

/** K along streets against events spread evenly over them. */
export interface NetworkKEnvelope extends NetworkK {
  /** Least and greatest simulated K at each radius, metres: pointwise, not a test of all radii together. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Largest distance of K from the mean of all curves, over radii, in standard deviations of the curves. */
  readonly deviation: number;
  /** Share of all curves, the observed one among them, that deviate at least as much: (r + 1) / (n + 1). */
  readonly p: number;
  readonly alternative: 'two-sided';
  readonly null: 'uniform-on-network';
  /** One test of all radii together, so there is nothing to correct. */
  readonly correction: 'none';
  readonly tested: 1;
  readonly simulations: number;
  readonly seed: number;
}

/**
 * K along streets with its simulation envelope and one test of all radii: the studentised maximum deviation (MAD
 * test; Myllymäki et al. 2015), centre and spread at each radius taken over all curves with the observed one among
 * them, so that p is exact under the null. Simulation i draws from its own stream, whatever the order.
 *
 * The null is an even spread by length: it is rejected where busy streets are busy. See `networkK`.
 *
 * @param options.simulations at least 1; p is at least 1 / (simulations + 1)
 */
export function networkKEnvelope(
  network: StreetNetwork,
  events: NetworkPoints,
  radii: Float64Array,
  options: { simulations: number; seed: number; onProgress?: OnProgress | undefined },
): NetworkKEnvelope {
  const { simulations, seed, onProgress } = options;
  if (!(Number.isInteger(simulations) && simulations >= 1))
    throw new RangeError(`${simulations} simulations`);
  const total = simulations + 1;
  const within =
    (done: number): OnProgress =>
    (part, all) =>
      onProgress?.(done + (all > 0 ? part / all : 0), total);
  const observed = networkK(network, events, radii, { onProgress: within(0) });
  const curves = [observed.k];
  const count = network.edges > 0 ? events.edge.length : 0;
  for (let i = 0; i < simulations; i++) {
    const random = randomStream(drawGenerator(seed, i).below(0x7fffffff));
    const simulated = uniformOnNetwork(network, count, random);
    curves.push(networkK(network, simulated, radii, { onProgress: within(i + 1) }).k);
  }
  const low = radii.map((_, at) => curves.slice(1).reduce((least, k) => Math.min(least, k[at]), Infinity));
  const high = radii.map((_, at) => curves.slice(1).reduce((most, k) => Math.max(most, k[at]), -Infinity));
  const deviations = studentisedMaxima(curves, radii.length);
  // A simulated curve equal to the observed one counts against it; rounding may not decide that.
  const limit = deviations[0] * (1 - 1e-12);
  const p = deviations.filter((deviation) => deviation >= limit).length / total;
  return {
    ...observed,
    ...{ low, high, deviation: deviations[0], p },
    ...{ alternative: 'two-sided', null: 'uniform-on-network', correction: 'none', tested: 1 },
    ...{ simulations, seed },
  };
}

/** Of each curve the largest distance from the mean of all at a radius, in their standard deviations there. */
function studentisedMaxima(curves: readonly Float64Array[], radii: number): Float64Array {
  const maxima = new Float64Array(curves.length);
  for (let at = 0; at < radii; at++) {
    const mean = curves.reduce((sum, curve) => sum + curve[at], 0) / curves.length;
    const variance = curves.reduce((sum, curve) => sum + (curve[at] - mean) ** 2, 0) / (curves.length - 1);
    const deviation = Math.sqrt(variance);
    // Where all curves agree (as at radius 0) there is nothing to compare.
    if (!(deviation > 1e-12 * Math.abs(mean))) continue;
    curves.forEach((curve, i) => {
      maxima[i] = Math.max(maxima[i], Math.abs(curve[at] - mean) / deviation);
    });
  }
  return maxima;
}
