import type { RandomStream } from '../random/stream.ts';
import type { NetworkPoints } from './place-on-network.ts';
import type { StreetNetwork } from './street-network.ts';

/** Independent places, uniform by length over all streets. @param network at least one edge unless `count` is 0 */
export function uniformOnNetwork(network: StreetNetwork, count: number, random: RandomStream): NetworkPoints {
  const { edges, length } = network;
  if (edges === 0 && count > 0) throw new RangeError('a network without streets');
  const before = new Float64Array(edges + 1);
  for (let e = 0; e < edges; e++) before[e + 1] = before[e] + length[e];
  const edge = new Uint32Array(count);
  const along = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = random.uniform() * before[edges];
    let [low, high] = [0, edges - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (before[middle] <= at) low = middle;
      else high = middle - 1;
    }
    edge[i] = low;
    along[i] = Math.min(length[low], at - before[low]);
  }
  return { edge, along };
}
