/**
 * Spearman's rank correlation of two counts of the same places: Pearson's correlation of mid-ranks, equal counts
 * sharing the mean of their ranks (the short formula with squared differences of ranks is wrong with ties).
 *
 * It is carried by the many places with none or one: two years of a city of quiet places agree or disagree on who had
 * the one incident. For the busy places use `rankBiasedOverlap` or `stabilityOfSets`.
 *
 * Cost: places × log places.
 *
 * @returns rho NaN where all counts of a year are equal; `ties` where any two are
 * @throws RangeError where the lengths differ
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): { rho: number; ties: boolean } {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} places`);
  const [x, y] = [midRanks(a), midRanks(b)];
  const mean = (a.length + 1) / 2;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < a.length; i++) {
    const [dx, dy] = [x.ranks[i] - mean, y.ranks[i] - mean];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const isKnown = xx > 0 && yy > 0;
  return { rho: isKnown ? xy / Math.sqrt(xx * yy) : Number.NaN, ties: x.hasTies || y.hasTies };
}

/** Ranks of values, 1 for the smallest; equal ones share the mean of their ranks. */
export function midRanks(values: ArrayLike<number>): { ranks: Float64Array; hasTies: boolean } {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => values[i] - values[j]);
  const ranks = new Float64Array(values.length);
  let hasTies = false;
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2;
    hasTies ||= end - start > 1;
  }
  return { ranks, hasTies };
}
