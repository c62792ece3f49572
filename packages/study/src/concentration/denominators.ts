import type { DenominatorName } from '@oryn/core';
import type { CountedPlaces } from './counted-places.ts';

/** A set of places under the line of a share. */
export interface PlaceSet {
  denominator: DenominatorName;
  /** Numbers of its places, ascending; undefined for all. */
  members: Uint32Array | undefined;
}

/** The sets that are known, the mask first; of addresses only those with an incident. */
export function placeSets({ n, inMask, extent }: Pick<CountedPlaces, 'n' | 'inMask' | 'extent'>): PlaceSet[] {
  const sets: PlaceSet[] = [];
  if (inMask) sets.push({ denominator: 'mask', members: membersWhere(n.length, (i) => inMask[i] === 1) });
  if (extent !== 'occupied') sets.push({ denominator: extent, members: undefined });
  sets.push({ denominator: 'any', members: membersWhere(n.length, (i) => n[i] > 0) });
  return sets;
}

/** The values of the places of a set, in their order. */
export function valuesIn(values: ArrayLike<number>, { members }: PlaceSet): Float64Array {
  return members ? Float64Array.from(members, (place) => values[place]) : Float64Array.from(values);
}

function membersWhere(count: number, isIn: (place: number) => boolean): Uint32Array {
  return Uint32Array.from({ length: count }, (_, place) => place).filter(isIn);
}
