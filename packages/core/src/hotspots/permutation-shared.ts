import { drawTable } from '../significance/draw-table.ts';
import { type PermutedField, TailCounts, weightsOf } from './permutation-field.ts';
import type { PermutationTails } from './permutation-tails.ts';

/** Draws of all places with one number of neighbours, from one table. */
export function drawTogether(
  field: PermutedField,
  degree: number,
  places: readonly number[],
  { seed, draws }: { seed: number; draws: number },
  tails: PermutationTails,
  tick: (cost: number) => void,
): void {
  const { values, held } = field;
  const size = degree + 1;
  const { items } = drawTable(values.length, size, draws, { seed, stream: degree });
  const drawn = Float64Array.from(items, (item) => values[item]);
  const counting = held ? degree : size;
  const sums = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (let j = 0; j < counting; j++) sum += drawn[draw * size + j];
    sums[draw] = sum;
  }
  const sorted = sums.slice().sort();
  const ones = new Float64Array(counting).fill(1);
  const drawsWith = held ? drawsByItem(items, size, values.length) : undefined;
  for (const i of places) {
    const counts = new TailCounts(field, i);
    const weights = field.even[i] ? undefined : weightsOf(field, i);
    if (weights) {
      for (let at = 0; at < drawn.length; at += size) counts.add(weightedSum(weights, drawn, at));
    } else counts.addSorted(sorted);
    // The draws that hold the place itself: the spare stands in for it.
    drawsWith?.forEach(i, (at) => {
      const start = at - (at % size);
      counts.add(weights ? weightedSum(weights, drawn, start) : sums[start / size], -1);
      drawn[at] = drawn[start + degree];
      counts.add(weightedSum(weights ?? ones, drawn, start));
      drawn[at] = values[i];
    });
    tails.draws[i] = draws;
    tails.upper[i] = (counts.atLeast + 1) / (draws + 1);
    tails.lower[i] = (counts.atMost + 1) / (draws + 1);
    if (tails.equal) tails.equal[i] = (counts.atLeast + counts.atMost - draws + 1) / (draws + 1);
    tick(weights ? drawn.length : 100);
  }
}

function weightedSum(weights: Float64Array, drawn: Float64Array, start: number): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) sum += weights[j] * drawn[start + j];
  return sum;
}

/** For each item, where it stands in a table of draws, the spares left out. */
function drawsByItem(
  items: Uint32Array,
  size: number,
  n: number,
): { forEach(item: number, visit: (at: number) => void): void } {
  const latest = new Int32Array(n).fill(-1);
  const earlier = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++) {
    if (at % size === size - 1) continue;
    earlier[at] = latest[items[at]];
    latest[items[at]] = at;
  }
  return {
    forEach(item, visit) {
      for (let at = latest[item]; at >= 0; at = earlier[at]) visit(at);
    },
  };
}
