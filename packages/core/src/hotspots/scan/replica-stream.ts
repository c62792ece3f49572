import { type RandomStream, randomStream } from '../../random/stream.ts';

/** First outputs of a generator whose state was just set from a short seed are thrown away. */
const WARM_UP = 16;

/** The finaliser of MurmurHash3 (Appleby 2011): every 32-bit number to another one. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * The stream of one replica. It depends on the seed and the number of the replica only, so replicas may be drawn
 * in any order; no two replicas of a seed share a starting state. Unlike `randomStream(seed, index)` it costs the
 * same for every index.
 */
export function replicaStream(seed: number, replica: number): RandomStream {
  const stream = randomStream(mixed(mixed(seed) + Math.imul(replica + 1, 0x9e3779b9)));
  for (let i = 0; i < WARM_UP; i++) stream.uniform();
  return stream;
}
