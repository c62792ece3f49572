import { drawGenerator } from '../significance/draw-generator.ts';
import { type PermutedField, TailCounts, weightsOf } from './permutation-field.ts';
import type { PermutationTails } from './permutation-tails.ts';

/**
 * Draws of one place only, from its own stream.
 *
 * @param pool the values in the order of the places; shuffled and put back
 */
export function drawAlone(
  field: PermutedField,
  i: number,
  pool: Float64Array,
  { seed, draws, exceedances }: { seed: number; draws: number; exceedances: number | undefined },
  tails: PermutationTails,
): void {
  const random = drawGenerator(seed, i);
  const weights = field.even[i] ? undefined : weightsOf(field, i);
  const counting = field.degree(i) + (field.held ? 0 : 1);
  const last = pool.length - 1;
  const from = field.held ? last : pool.length;
  const swapped = new Uint32Array(counting);
  const counts = new TailCounts(field, i);
  const most = exceedances ?? Number.POSITIVE_INFINITY;
  let upper = Number.NaN;
  let lower = Number.NaN;
  if (field.held) swap(pool, i, last);
  let made = 0;
  while (made < draws && !(counts.atLeast >= most && counts.atMost >= most)) {
    made++;
    let sum = 0;
    for (let j = 0; j < counting; j++) {
      const other = j + random.below(from - j);
      swap(pool, j, other);
      swapped[j] = other;
      sum += weights ? weights[j] * pool[j] : pool[j];
    }
    for (let j = counting - 1; j >= 0; j--) swap(pool, j, swapped[j]);
    counts.add(sum);
    if (Number.isNaN(upper) && counts.atLeast >= most) upper = most / made;
    if (Number.isNaN(lower) && counts.atMost >= most) lower = most / made;
  }
  if (field.held) swap(pool, i, last);
  tails.draws[i] = made;
  tails.upper[i] = Number.isNaN(upper) ? (counts.atLeast + 1) / (draws + 1) : upper;
  tails.lower[i] = Number.isNaN(lower) ? (counts.atMost + 1) / (draws + 1) : lower;
  if (tails.equal) tails.equal[i] = (counts.atLeast + counts.atMost - draws + 1) / (draws + 1);
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a];
  values[a] = values[b];
  values[b] = value;
}
