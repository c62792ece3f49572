/**
 * The least values of classes of least squares (Fisher 1958): of all ways to part ascending values into so many classes,
 * the one whose values lie nearest to the means of their classes. Exact: every class ends where the sum of squares up
 * to there is least, and that end moves one way only, so that it is looked for by halves (Wang and Song 2011). Equal
 * values are one value with a weight: the cost is that of the distinct ones.
 *
 * @param sorted ascending, one or more, repeats allowed
 * @param classes 1 or more; of fewer distinct values each is a class
 */
export function naturalBreaks(sorted: Float64Array, classes: number): number[] {
  const { value, weights, sums, squares } = distinctOf(sorted);
  const squaresWithin = (first: number, last: number): number => {
    const sum = sums[last + 1]! - sums[first]!;
    return squares[last + 1]! - squares[first]! - (sum * sum) / (weights[last + 1]! - weights[first]!);
  };
  // Of the values up to each: their least squares in so many classes, and where the last of these begins.
  let least = Float64Array.from(value, (_, last) => squaresWithin(0, last));
  const begins = [new Uint32Array(value.length)];
  while (begins.length < Math.min(classes, value.length)) {
    const next = withOneMore(least, begins.length, squaresWithin);
    least = next.least;
    begins.push(next.begin);
  }
  const limits: number[] = [];
  let last = value.length - 1;
  for (const begin of begins.reverse()) {
    limits.unshift(value[begin[last]!]!);
    last = begin[last]! - 1;
  }
  return limits;
}

/** The same with one class more than `classes`. */
function withOneMore(
  before: Float64Array,
  classes: number,
  squaresWithin: (first: number, last: number) => number,
): { least: Float64Array<ArrayBuffer>; begin: Uint32Array<ArrayBuffer> } {
  const least = new Float64Array(before.length);
  const begin = new Uint32Array(before.length);
  fill(classes, before.length - 1, classes, before.length - 1);
  return { least, begin };

  function fill(from: number, to: number, low: number, high: number): void {
    if (from > to) return;
    const last = (from + to) >> 1;
    least[last] = Number.POSITIVE_INFINITY;
    for (let first = low; first <= Math.min(high, last); first++) {
      const sum = before[first - 1]! + squaresWithin(first, last);
      if (sum >= least[last]!) continue;
      least[last] = sum;
      begin[last] = first;
    }
    fill(from, last - 1, low, begin[last]!);
    fill(last + 1, to, begin[last]!, high);
  }
}

/** The distinct values, and from 0 on what all before each weigh: their number, sum and squares about the middle one. */
function distinctOf(sorted: Float64Array) {
  const value: number[] = [];
  const [weights, sums, squares] = [[0], [0], [0]];
  const middle = sorted[sorted.length >> 1]!;
  for (let i = 0; i < sorted.length; ) {
    let next = i + 1;
    while (next < sorted.length && sorted[next] === sorted[i]) next++;
    const at = value.push(sorted[i]!) - 1;
    const away = sorted[i]! - middle;
    weights.push(weights[at]! + next - i);
    sums.push(sums[at]! + (next - i) * away);
    squares.push(squares[at]! + (next - i) * away * away);
    i = next;
  }
  return { value, weights, sums, squares };
}
