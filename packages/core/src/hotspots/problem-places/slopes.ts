import type { Neighbours } from '../../places/neighbours.ts';

/**
 * Join seeds into groups and split what is too large.
 *
 * Each seed looks to its highest seed neighbour: following these looks uphill ends at a local maximum, and all that
 * end there are its slope. A group is the maximum and the highest seeds of its slope that touch it, `maxCells` at
 * most; what is left of a longer slope belongs to none. A seed alone is a group of one.
 *
 * @param seedsByHeight positions of the seeds, the highest first; the order settles every tie
 * @returns groups, the peak first, by the height of their peaks
 */
export function groupsOfSlopes(
  seedsByHeight: readonly number[],
  neighbours: Pick<Neighbours, 'offsets' | 'indices'>,
  maxCells: number,
): number[][] {
  const { offsets, indices } = neighbours;
  const places = offsets.length - 1;
  const height = new Int32Array(places).fill(-1);
  seedsByHeight.forEach((place, order) => {
    height[place] = seedsByHeight.length - order;
  });
  const peakOf = new Int32Array(places).fill(-1);
  const peaks: number[] = [];
  for (const place of seedsByHeight) {
    let highest = place;
    for (let j = offsets[place]; j < offsets[place + 1]; j++) {
      if (height[indices[j]] > height[highest]) highest = indices[j];
    }
    if (highest === place) peaks.push(place);
    peakOf[place] = highest === place ? place : peakOf[highest];
  }
  return peaks.map((peak) => growFromPeak(peak, peakOf, maxCells, neighbours, height));
}

function growFromPeak(
  peak: number,
  peakOf: Int32Array,
  maxCells: number,
  { offsets, indices }: Pick<Neighbours, 'offsets' | 'indices'>,
  height: Int32Array,
): number[] {
  const members = [peak];
  const edge = new Set<number>();
  const open = (place: number): void => {
    for (let j = offsets[place]; j < offsets[place + 1]; j++) {
      const next = indices[j];
      if (peakOf[next] === peak && !members.includes(next)) edge.add(next);
    }
  };
  open(peak);
  while (members.length < maxCells && edge.size > 0) {
    let highest = -1;
    for (const place of edge) if (highest < 0 || height[place] > height[highest]) highest = place;
    edge.delete(highest);
    members.push(highest);
    open(highest);
  }
  return members;
}
