/** What a distribution of sums is built for. */
export interface DrawSumsOptions {
  /** Most items drawn. */
  draws: number;
  /** Number of items there are to draw from; only scales the numbers so that they stay in range. */
  items: number;
  /** Largest sum that will be asked for; everything above it is kept as one number. Default: no limit. */
  largestSum?: number;
}

/** Products added to build a distribution, and sums kept at its end (8 bytes each): at most so many. */
export interface DrawWork {
  terms: number;
  sums: number;
}

/** Ways to reach the sums `start`, `start + 1`, …; the sums between two stretches cannot be reached. */
interface Stretch {
  start: number;
  ways: Float64Array;
}

/**
 * The exact distribution of the sum of values drawn without replacement.
 *
 * With m_v items of value v, the number of ways to draw j items of sum s is the coefficient of t^j z^s in
 * the product over v of (1 + t z^v)^m_v. The product is built one distinct value at a time, in ascending
 * order so that the range of sums stays small while most values are multiplied in. All terms are positive:
 * no cancellation, so even tails of 1e-30 keep about 12 digits. Sums that cannot be reached take no memory, and
 * those above `largestSum` are gathered in one number per j, again a sum of positive terms: a stack of a million
 * on one place costs neither memory nor digits.
 *
 * Cost: over the distinct values, min(multiplicity, draws) x draws / 2 x sums reached so far;
 * bytes: 2 x 8 x draws / 2 x sums reached while it is built.
 */
export class DrawSums {
  /** By number of items j: ways to reach each sum, scaled by scale^j, stretches ascending and apart. */
  private readonly ways: Stretch[][];
  /** By number of items: the same for all sums above the largest. */
  private readonly above: Float64Array;
  private readonly scale: number;
  private readonly options: DrawSumsOptions;

  private constructor(ways: Stretch[][], above: Float64Array, scale: number, options: DrawSumsOptions) {
    this.ways = ways;
    this.above = above;
    this.scale = scale;
    this.options = options;
  }

  /** @throws RangeError where more than `MOST_DRAWS` are drawn: the numbers would leave the range of a double */
  static empty(options: DrawSumsOptions): DrawSums {
    const { draws, items } = options;
    if (draws > MOST_DRAWS) throw new RangeError(`${draws} draws; exact sums go up to ${MOST_DRAWS}`);
    const ways: Stretch[][] = Array.from({ length: draws + 1 }, () => []);
    ways[0] = [{ start: 0, ways: Float64Array.of(1) }];
    // (items choose j) scaled by (draws / (e items))^j is at most e^(draws / e). A power of two rounds nothing.
    const ratio = Math.max(draws, 1) / (Math.E * Math.max(items, 1));
    const scale = 2 ** Math.round(Math.log2(Math.min(1, ratio)));
    return new DrawSums(ways, new Float64Array(draws + 1), scale, options);
  }

  /** The product with `multiplicity` more items of one value (a whole number >= 0). */
  times(value: number, multiplicity: number): DrawSums {
    if (multiplicity === 0) return this;
    const most = this.ways.length - 1;
    const choose = binomials(multiplicity, most, this.scale);
    const above = new Float64Array(most + 1);
    const ways = this.ways.map((_, draws) => {
      const takenMost = Math.min(draws, multiplicity);
      const reached = this.reachedAfter(value, draws, takenMost);
      for (let taken = 0; taken <= takenMost; taken++) {
        above[draws] += choose[taken] * this.above[draws - taken];
        for (const before of this.ways[draws - taken]) {
          above[draws] += add(reached, before, taken * value, choose[taken]);
        }
      }
      return reached;
    });
    return new DrawSums(ways, above, this.scale, this.options);
  }

  /** The two tails of the sum of `draws` items, by its value (at most the largest sum). */
  tails(draws: number): SumTails {
    return new SumTails(this.ways[draws], this.above[draws]);
  }

  /** The stretches of sums that `draws` items can reach, each still without ways. */
  private reachedAfter(value: number, draws: number, takenMost: number): Stretch[] {
    const largest = this.options.largestSum ?? Number.POSITIVE_INFINITY;
    const spans: [number, number][] = [];
    for (let taken = 0; taken <= takenMost; taken++) {
      for (const { start, ways } of this.ways[draws - taken]) {
        const from = start + taken * value;
        if (from <= largest) spans.push([from, Math.min(from + ways.length, largest + 1)]);
      }
    }
    spans.sort((a, b) => a[0] - b[0]);
    const joined: [number, number][] = [];
    for (const span of spans) {
      const last = joined.at(-1);
      if (last && span[0] <= last[1] + GAP) last[1] = Math.max(last[1], span[1]);
      else joined.push(span);
    }
    return joined.map(([from, to]) => ({ start: from, ways: new Float64Array(to - from) }));
  }
}

/**
 * What building a distribution will take, without building it: after each value, the sums of j items are at most
 * those of the range and those of every way to add its items.
 */
export function drawSumsWork(
  { values, multiplicities }: { values: readonly number[]; multiplicities: readonly number[] },
  { draws, largestSum = Number.POSITIVE_INFINITY }: Pick<DrawSumsOptions, 'draws' | 'largestSum'>,
): DrawWork {
  let reached = new Float64Array(draws + 1);
  reached[0] = 1;
  let terms = 0;
  for (let v = 0; v < values.length && terms < MORE_THAN_ANYONE_WAITS; v++) {
    const value = values[v];
    const after = new Float64Array(draws + 1);
    for (let items = 0; items <= draws; items++) {
      const takenMost = Math.min(items, multiplicities[v]);
      for (let taken = 0; taken <= takenMost; taken++) after[items] += reached[items - taken];
      terms += after[items];
      after[items] = Math.min(after[items] + GAP * takenMost, Math.min(largestSum, items * value) + 1);
    }
    reached = after;
  }
  return { terms, sums: reached.reduce((all, sums) => all + sums, 0) };
}

/** Hours: the estimate need not go on. */
const MORE_THAN_ANYONE_WAITS = 1e13;

/** Beyond this even the scaled numbers of ways leave the range of a double. */
export const MOST_DRAWS = 1500;

/** Stretches nearer than this are one: a few zeros cost less than another stretch. */
const GAP = 64;

/** Add a shifted stretch to the one of `reached` that holds it; returns the ways that lie above them all. */
function add(reached: readonly Stretch[], before: Stretch, shift: number, factor: number): number {
  const from = before.start + shift;
  const into = reached[lastStartingBy(reached, from)];
  let within = 0;
  if (into) {
    const { ways } = into;
    const offset = from - into.start;
    within = Math.max(0, Math.min(before.ways.length, ways.length - offset));
    for (let s = 0; s < within; s++) ways[s + offset] += factor * before.ways[s];
  }
  let beyond = 0;
  for (let s = within; s < before.ways.length; s++) beyond += before.ways[s];
  return factor * beyond;
}

/** Position of the last stretch that starts at or before a sum, -1 where none does. */
function lastStartingBy(stretches: readonly { start: number }[], sum: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle].start <= sum) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** P(S >= sum), P(S <= sum), which both count the sum itself, and P(S = sum), for whole sums. */
export class SumTails {
  private readonly parts: {
    start: number;
    ways: Float64Array;
    atMost: Float64Array;
    atLeast: Float64Array;
  }[];
  private readonly beyond: number;

  constructor(stretches: readonly Stretch[], above: number) {
    let total = 0;
    for (const { ways } of stretches) for (const way of ways) total += way;
    total += above;
    let fromBottom = 0;
    let fromTop = above;
    this.parts = stretches.map(({ start, ways }) => ({
      start,
      ways: ways.map((way) => way / total),
      atMost: ways.map((way) => {
        fromBottom += way;
        return fromBottom / total;
      }),
      atLeast: new Float64Array(ways.length),
    }));
    for (let part = stretches.length - 1; part >= 0; part--) {
      const { ways } = stretches[part];
      for (let s = ways.length - 1; s >= 0; s--) {
        fromTop += ways[s];
        this.parts[part].atLeast[s] = Math.min(1, fromTop / total);
      }
    }
    this.beyond = above / total;
  }

  upper(sum: number): number {
    const at = lastStartingBy(this.parts, sum);
    if (at >= 0) {
      const { start, atLeast } = this.parts[at];
      if (sum - start < atLeast.length) return atLeast[sum - start];
    }
    const next = this.parts[at + 1];
    return next ? next.atLeast[0] : this.beyond;
  }

  lower(sum: number): number {
    const at = lastStartingBy(this.parts, sum);
    if (at < 0) return 0;
    const { start, atMost } = this.parts[at];
    return atMost[Math.min(sum - start, atMost.length - 1)];
  }

  equal(sum: number): number {
    const at = lastStartingBy(this.parts, sum);
    if (at < 0) return 0;
    const { start, ways } = this.parts[at];
    return sum - start < ways.length ? ways[sum - start] : 0;
  }
}

/** (n choose k) scale^k for k up to `most`. */
function binomials(n: number, most: number, scale: number): Float64Array {
  const values = new Float64Array(most + 1);
  values[0] = 1;
  for (let k = 1; k <= most; k++) values[k] = k > n ? 0 : (values[k - 1] * (n - k + 1) * scale) / k;
  return values;
}
