import { drawGenerator } from './draw-generator.ts';

/**
 * Many ordered draws without replacement from n items: draw r is
 * `items[r * size] … items[r * size + size - 1]`, every ordered choice equally likely.
 *
 * Bytes: 4 per item drawn, and 4 n while it is made.
 */
export interface DrawTable {
  count: number;
  size: number;
  items: Uint32Array;
}

/** @param size items per draw, at most n */
export function drawTable(
  n: number,
  size: number,
  count: number,
  stream: { seed: number; stream: number },
): DrawTable {
  const random = drawGenerator(stream.seed, stream.stream);
  const pool = Uint32Array.from({ length: n }, (_, i) => i);
  const items = new Uint32Array(count * size);
  for (let draw = 0, at = 0; draw < count; draw++) {
    // The head of a partial Fisher-Yates shuffle is uniform whatever order the pool was left in.
    for (let j = 0; j < size; j++, at++) {
      const other = j + random.below(n - j);
      const item = pool[other];
      pool[other] = pool[j];
      pool[j] = item;
      items[at] = item;
    }
  }
  return { count, size, items };
}
