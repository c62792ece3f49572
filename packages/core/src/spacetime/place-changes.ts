import { benjaminiHochberg } from '../significance/benjamini-hochberg.ts';
import { logGamma } from '../significance/gamma-functions.ts';
import { tailP } from '../significance/tails.ts';
import { twoSidedStudentP } from './poisson-trend.ts';

/** Places whose incidents moved from one period to another otherwise than those of their city. */
export interface PlaceChanges {
  /** By place: p, and q after the correction; NaN where nothing was tested. */
  p: Float64Array;
  q: Float64Array;
  /** By place: 1 more and -1 fewer in the second period than the change of the city would give, 0 neither shown. */
  direction: Int8Array;
  test: {
    alternative: 'two-sided';
    null: 'incidents-of-the-place-are-drawn-from-those-of-the-city';
    correction: 'benjamini-hochberg';
    level: number;
    tested: number;
    /** Fewer incidents than this in both periods together could not show any change at the level; Infinity for none. */
    leastIncidents: number;
    /** Correlation within places: the variance of a place with n incidents is 1 + correlation (n - 1) times that of draws. */
    correlation: number;
  };
}

/**
 * Change of each place between two periods against the change of its city: of all incidents of both periods those of
 * the place are a draw without replacement, so that, given its total and those of the city, the count of the second
 * period is hypergeometric (Fisher's exact test). Lengths of the periods and the city's own rise or fall are in the
 * totals. Tested are places whose total could show a change at all at the level (Tarone 1990): a choice by
 * the totals, on which the test is conditioned.
 *
 * Counts of places swing more than draws do (one offender, one week), the more the larger they are. A second p therefore
 * takes the variance of a beta-binomial count, 1 + ρ (n - 1) times that of draws (Student's t), and the larger of
 * the two counts. ρ is common to all places and set by the median one, as genomic control does (Devlin & Roeder 1999): a
 * few true changes hardly move it. Where most places change otherwise than their city, they pass for swings and
 * little is shown.
 *
 * It misleads where the recording of one place changed, and says nothing of why, nor of what comes next.
 *
 * Cost: the incidents of the places tested.
 *
 * @param first incidents of each place of the city in the first period, whole numbers >= 0
 * @param second of the same places in the second
 * @throws RangeError where the lengths differ
 */
export function placeChanges(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.05 }: { level?: number } = {},
): PlaceChanges {
  const places = first.length;
  if (second.length !== places) throw new RangeError(`${places} and ${second.length} places`);
  let [before, after] = [0, 0];
  for (let i = 0; i < places; i++) {
    before += first[i];
    after += second[i];
  }
  const all = before + after;
  const leastIncidents = leastToShow(before, after, level);
  const p = new Float64Array(places).fill(Number.NaN);
  const scores = new Float64Array(places);
  let tested = 0;
  for (let i = 0; i < places; i++) {
    const n = first[i] + second[i];
    if (n < leastIncidents || n >= all) continue;
    const mean = (n * after) / all;
    const variance = (mean * before * (all - n)) / (all * (all - 1));
    scores[i] = (second[i] - mean) / Math.sqrt(variance);
    tested++;
    p[i] = drawP(second[i], n, before, after);
  }
  const correlation = correlationWithin(
    Float64Array.from(scores, (score, i) => (Number.isNaN(p[i]) ? Number.NaN : score * score)),
    (i) => first[i] + second[i],
  );
  if (correlation > 0) {
    for (let i = 0; i < places; i++) {
      if (Number.isNaN(p[i])) continue;
      const swing = Math.sqrt(1 + correlation * (first[i] + second[i] - 1));
      p[i] = Math.max(p[i], twoSidedStudentP(scores[i] / swing, tested - 1));
    }
  }
  const q = benjaminiHochberg(p);
  return {
    p,
    q,
    direction: Int8Array.from(q, (value, i) => (value <= level ? Math.sign(scores[i]) : 0)),
    test: {
      alternative: 'two-sided',
      null: 'incidents-of-the-place-are-drawn-from-those-of-the-city',
      correction: 'benjamini-hochberg',
      level,
      tested,
      leastIncidents,
      correlation,
    },
  };
}

/** Median of chi-squared with one degree of freedom: the square of the normal quantile of .75. */
const MEDIAN_SQUARED_NORMAL = 0.454936423119572;

/**
 * The correlation within places with which the median squared score is that of a normal one; 0 where draws alone
 * swing as much, or where fewer than two places were tested.
 *
 * @param squares by place, NaN where not tested
 */
function correlationWithin(squares: Float64Array, incidentsOf: (place: number) => number): number {
  const tested = Array.from(squares.keys()).filter((place) => !Number.isNaN(squares[place]));
  if (tested.length < 2) return 0;
  const medianWith = (correlation: number): number =>
    medianOf(tested.map((place) => squares[place] / (1 + correlation * (incidentsOf(place) - 1))));
  let [low, high] = [0, 1];
  if (medianWith(low) <= MEDIAN_SQUARED_NORMAL) return 0;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (medianWith(middle) > MEDIAN_SQUARED_NORMAL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest total whose most uneven split has a two-sided p at or under the level. */
function leastToShow(before: number, after: number, level: number): number {
  const all = before + after;
  for (let n = 1, [noneBefore, noneAfter] = [1, 1]; n < all; n++) {
    noneBefore *= Math.max(0, after - n + 1) / (all - n + 1);
    noneAfter *= Math.max(0, before - n + 1) / (all - n + 1);
    const rarest = Math.min(
      noneBefore > 0 ? noneBefore : Number.POSITIVE_INFINITY,
      noneAfter > 0 ? noneAfter : Number.POSITIVE_INFINITY,
    );
    if (2 * rarest <= level) return n;
  }
  return Number.POSITIVE_INFINITY;
}

/** Two-sided p of `k` of `n` draws from `before` and `after` being of the second kind: twice the lesser tail. */
function drawP(k: number, n: number, before: number, after: number): number {
  const logChoose = (of: number, some: number): number =>
    logGamma(of + 1) - logGamma(some + 1) - logGamma(of - some + 1);
  const here = Math.exp(logChoose(after, k) + logChoose(before, n - k) - logChoose(before + after, n));
  const isAbove = k >= (n * after) / (before + after);
  // Summed away from the mean, where the terms only fall.
  let tail = here;
  for (let j = k, term = here; term > tail * 1e-17; ) {
    term *= isAbove
      ? ((n - j) * (after - j)) / ((j + 1) * (before - n + j + 1))
      : (j * (before - n + j)) / ((n - j + 1) * (after - j + 1));
    j += isAbove ? 1 : -1;
    tail += term;
  }
  const other = 1 - tail + here;
  return tailP(tail, other, 'two-sided');
}
