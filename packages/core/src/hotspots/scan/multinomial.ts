import type { RandomStream } from '../../random/stream.ts';

/**
 * Draws from a fixed set of probabilities in constant time (Walker 1977, set up as in Vose 1991): a column is
 * chosen, and in it either its own place or its alias.
 */
export class Multinomial {
  private readonly cut: Float64Array;
  private readonly alias: Uint32Array;

  /** @param weights at least one; finite and not negative, not all 0 */
  constructor(weights: ArrayLike<number>) {
    const count = weights.length;
    let total = 0;
    for (let i = 0; i < count; i++) total += weights[i];
    this.cut = Float64Array.from(weights, (weight) => (weight / total) * count);
    this.alias = Uint32Array.from({ length: count }, (_, i) => i);
    const small: number[] = [];
    const large: number[] = [];
    this.cut.forEach((share, i) => {
      (share < 1 ? small : large).push(i);
    });
    while (small.length > 0 && large.length > 0) {
      const low = small.pop()!;
      const high = large[large.length - 1];
      this.alias[low] = high;
      this.cut[high] -= 1 - this.cut[low];
      if (this.cut[high] < 1) small.push(large.pop()!);
    }
    // What is left over differs from 1 by rounding only.
    for (const i of [...small, ...large]) this.cut[i] = 1;
  }

  /** Throw so many incidents over the places; `counts` is overwritten. Time: one uniform number per incident. */
  draw(incidents: number, counts: Int32Array, random: RandomStream): void {
    const { cut, alias } = this;
    const places = cut.length;
    counts.fill(0);
    for (let i = 0; i < incidents; i++) {
      const at = random.uniform() * places;
      const column = Math.floor(at);
      counts[at - column < cut[column] ? column : alias[column]]++;
    }
  }
}
