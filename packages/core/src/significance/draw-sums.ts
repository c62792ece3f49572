/**
 * The exact distribution of the sum of values drawn without replacement.
 *
 * With m_v items of value v, the number of ways to draw j items of sum s is the coefficient of t^j z^s in
 * the product over v of (1 + t z^v)^m_v. The product is built one distinct value at a time, in ascending
 * order so that the range of sums stays small while most values are multiplied in. All terms are positive:
 * no cancellation, so even tails of 1e-30 keep about 12 digits.
 *
 * Cost: distinct values x draws² / 2 x largest sum.
 */
export class DrawSums {
  /** ways[j][s]: ways to draw j items of sum s, for sums 0 to the largest possible with j items. */
  private readonly ways: Float64Array[];

  private constructor(ways: Float64Array[]) {
    this.ways = ways;
  }

  static empty(mostDraws: number): DrawSums {
    const ways = Array.from({ length: mostDraws + 1 }, () => new Float64Array(0));
    ways[0] = Float64Array.of(1);
    return new DrawSums(ways);
  }

  /** The product with `multiplicity` more items of one value (a whole number >= 0). */
  times(value: number, multiplicity: number): DrawSums {
    if (multiplicity === 0) return this;
    const mostDraws = this.ways.length - 1;
    const choose = binomials(multiplicity, mostDraws);
    const ways = this.ways.map((_, draws) => {
      let length = 0;
      for (let taken = 0; taken <= Math.min(draws, multiplicity); taken++) {
        const before = this.ways[draws - taken].length;
        if (before > 0) length = Math.max(length, before + taken * value);
      }
      const sums = new Float64Array(length);
      for (let taken = 0; taken <= Math.min(draws, multiplicity); taken++) {
        const before = this.ways[draws - taken];
        const factor = choose[taken];
        const shift = taken * value;
        for (let s = 0; s < before.length; s++) sums[s + shift] += factor * before[s];
      }
      return sums;
    });
    return new DrawSums(ways);
  }

  /** The two tails of the sum of `draws` items, by its value. */
  tails(draws: number): SumTails {
    const ways = this.ways[draws];
    const atMost = new Float64Array(ways.length);
    const atLeast = new Float64Array(ways.length);
    let total = 0;
    for (let s = 0; s < ways.length; s++) {
      total += ways[s];
      atMost[s] = total;
    }
    let fromTop = 0;
    for (let s = ways.length - 1; s >= 0; s--) {
      fromTop += ways[s];
      atLeast[s] = fromTop / total;
      atMost[s] /= total;
    }
    return {
      upper: (sum) => (sum < 0 ? 1 : sum >= atLeast.length ? 0 : atLeast[sum]),
      lower: (sum) => (sum < 0 ? 0 : sum >= atMost.length ? 1 : atMost[sum]),
    };
  }
}

/** P(S >= sum) and P(S <= sum): both count the sum itself. */
export interface SumTails {
  upper(sum: number): number;
  lower(sum: number): number;
}

function binomials(n: number, most: number): Float64Array {
  const values = new Float64Array(most + 1);
  values[0] = 1;
  for (let k = 1; k <= most; k++) values[k] = k > n ? 0 : (values[k - 1] * (n - k + 1)) / k;
  return values;
}
