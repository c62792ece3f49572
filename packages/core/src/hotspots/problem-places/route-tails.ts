import { OrynError } from '../../errors/oryn-error.ts';
import type { Neighbours } from '../../places/neighbours.ts';
import { restrictNeighbours } from '../../places/neighbours.ts';
import type { OnProgress } from '../../progress/on-progress.ts';
import { benjaminiHochberg } from '../../significance/benjamini-hochberg.ts';
import { upperTail } from '../../significance/negative-binomial.ts';
import { countValues } from '../../significance/value-counts.ts';
import { exactTails } from '../exact-tails.ts';
import { type CountLaw, lawWithoutExtremes } from './count-law.ts';
import { type CountModel, valuesAt } from './count-model.ts';

/** Upper tail of every place by a route, NaN where not tested, and whether it passes q <= level over those tested. */
export interface RouteTails<Law = string> {
  tail: Float64Array;
  isHot: Uint8Array;
  law: Law;
}

/** P(X >= own count): with an even spread under the law of the ordinary places, else under the fitted exposure model. */
export function ownCountTails(
  counts: ArrayLike<number>,
  tested: Uint32Array,
  model: CountModel,
  level: number,
): RouteTails<CountLaw> {
  const tail = new Float64Array(counts.length).fill(Number.NaN);
  let law: CountLaw = model.size === Number.POSITIVE_INFINITY ? 'poisson' : 'negative-binomial';
  if (model.spread === 'even') {
    const ordinary = lawWithoutExtremes(countValues(valuesAt(counts, tested)), level);
    for (const place of tested) tail[place] = ordinary.tail(counts[place]);
    law = ordinary.name;
  } else {
    for (const place of tested) {
      tail[place] = upperTail(counts[place], model.expectedOf(place), model.size);
    }
  }
  const q = benjaminiHochberg(tail);
  return { tail, law, isHot: Uint8Array.from(q, (value) => (value <= level ? 1 : 0)) };
}

/**
 * P(sum of the place and its neighbours >= observed). With an even spread the exact tail of the total permutation of
 * the counts (that of Gi*), which holds whatever the law of the counts is; with an exposure, or where the exact tail is
 * out of reach, the tail of the fitted model, the sum taken as negative binomial by two moments. Two-sided q, as in the map; islands are not tested.
 */
export function neighbourhoodTails(
  counts: ArrayLike<number>,
  tested: Uint32Array,
  neighbours: Neighbours,
  model: CountModel,
  level: number,
  onProgress?: OnProgress,
): RouteTails<'total-permutation' | 'negative-binomial-sum'> {
  const among = restrictNeighbours({ offsets: neighbours.offsets, indices: neighbours.indices }, tested);
  const exact =
    model.spread === 'even' ? exactTailsIfPossible(valuesAt(counts, tested), among, onProgress) : undefined;
  const { upper, p } = exact ?? modelTails(counts, tested, among, model);
  const q = benjaminiHochberg(p);
  const tail = new Float64Array(counts.length).fill(Number.NaN);
  const isHot = new Uint8Array(counts.length);
  tested.forEach((place, i) => {
    if (among.offsets[i] === among.offsets[i + 1]) return;
    tail[place] = upper[i];
    isHot[place] = q[i] <= level && upper[i] < 0.5 ? 1 : 0;
  });
  return { tail, isHot, law: exact ? 'total-permutation' : 'negative-binomial-sum' };
}

function exactTailsIfPossible(
  values: Float64Array,
  among: Neighbours,
  onProgress: OnProgress | undefined,
): { upper: Float64Array; p: Float64Array } | undefined {
  try {
    return exactTails(values, among, 'gi-star', { onProgress });
  } catch (error) {
    if (error instanceof OrynError && error.code === 'inference.exact-size') return undefined;
    throw error;
  }
}

function modelTails(
  counts: ArrayLike<number>,
  tested: Uint32Array,
  { offsets, indices }: Pick<Neighbours, 'offsets' | 'indices'>,
  model: CountModel,
): { upper: Float64Array; p: Float64Array } {
  const upper = new Float64Array(tested.length).fill(Number.NaN);
  const p = new Float64Array(tested.length).fill(Number.NaN);
  for (let i = 0; i < tested.length; i++) {
    if (offsets[i] === offsets[i + 1]) continue;
    const ring = [tested[i]];
    for (let j = offsets[i]; j < offsets[i + 1]; j++) ring.push(tested[indices[j]]);
    const sum = ring.reduce((total, member) => total + counts[member], 0);
    const { mean, size } = model.sumOf(ring);
    upper[i] = upperTail(sum, mean, size);
    const lower = 1 - upperTail(sum + 1, mean, size);
    p[i] = Math.min(1, 2 * Math.min(upper[i], lower));
  }
  return { upper, p };
}
