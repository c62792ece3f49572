import type { DrawGenerator } from '../significance/draw-generator.ts';
import { uniform } from './incident-thrower.ts';

/** Binomial counts of one chance by the million: where the walk of the inversion starts is kept for each n. */
export class BinomialTable {
  private readonly chance: number;
  /** By n: P(X = mode) and P(X <= mode); NaN until it is asked for. */
  private readonly likeliest: Float64Array;
  private readonly upTo: Float64Array;

  /**
   * @param chance in [0, 1]
   * @param most largest n that will be asked for
   */
  constructor(chance: number, most: number) {
    this.chance = chance;
    this.likeliest = new Float64Array(most + 1).fill(Number.NaN);
    this.upTo = new Float64Array(most + 1);
  }

  /** A binomial(n, chance) count, by inversion from the likeliest one: about sqrt(n chance (1 - chance)) steps. */
  draw(n: number, random: DrawGenerator): number {
    const { chance, likeliest, upTo } = this;
    if (n === 0 || chance <= 0) return 0;
    if (chance >= 1) return n;
    if (Number.isNaN(likeliest[n])) this.prepare(n);
    const odds = chance / (1 - chance);
    const u = uniform(random);
    let k = this.mode(n);
    let probability = likeliest[n];
    let atMost = upTo[n];
    if (u < atMost) {
      for (atMost -= probability; u < atMost && k > 0; atMost -= probability) {
        probability *= k / ((n - k + 1) * odds);
        k--;
      }
    } else {
      // The last digits of a sum of probabilities may stay under 1: the walk ends where they add nothing.
      while (u >= atMost && k < n && probability > 1e-18) {
        probability *= ((n - k) / (k + 1)) * odds;
        k++;
        atMost += probability;
      }
    }
    return k;
  }

  private mode(n: number): number {
    return Math.min(n, Math.floor((n + 1) * this.chance));
  }

  /** Both ways from the mode by the ratio of neighbours, then made to sum to 1. */
  private prepare(n: number): void {
    const odds = this.chance / (1 - this.chance);
    const mode = this.mode(n);
    let below = 0;
    for (let k = mode, term = 1; k > 0 && term > 1e-18; k--) {
      term *= k / ((n - k + 1) * odds);
      below += term;
    }
    let above = 0;
    for (let k = mode, term = 1; k < n && term > 1e-18; k++) {
      term *= ((n - k) / (k + 1)) * odds;
      above += term;
    }
    const total = below + 1 + above;
    this.likeliest[n] = 1 / total;
    this.upTo[n] = (below + 1) / total;
  }
}
