import type { Incidents } from '@oryn/core';
import { placeTypeOf, placeTypes } from '@oryn/datasets';

/** Incidents by the type of place. */
export interface PlaceTypeCounts {
  /** Codes of the official list, in its order, or texts of the file, ascending. */
  readonly ids: readonly string[];
  readonly counts: Uint32Array;
  /** True where every incident with a type has a code of the official list, which is then the denominator. */
  readonly isOfficial: boolean;
  /** Incidents whose type is not known; they are in no count. */
  readonly withoutType: number;
}

/**
 * Incidents counted by the type of their place. The denominator is the official list of types, with those that hold
 * none, where all of the file's types are of it; else only the types that occur, for nobody knows the others.
 *
 * A type is no place: that half of the incidents are in streets and flats says where to look, and is no test of the
 * law of crime concentration, whose units are many and of one size.
 *
 * @param analysed 1 for every category that is counted
 */
export function countByPlaceType(
  { count, placeType, category }: Pick<Incidents, 'count' | 'placeType' | 'category'>,
  analysed: Uint8Array,
): PlaceTypeCounts {
  const byCode = new Uint32Array(placeType.labels.length);
  for (let i = 0; i < count; i++) if (analysed[category.codes[i]]) byCode[placeType.codes[i]]++;
  const found = placeType.labels.flatMap((label, code) =>
    label !== '' && byCode[code] > 0 ? [{ label, n: byCode[code] }] : [],
  );
  const isOfficial = found.length > 0 && found.every(({ label }) => placeTypeOf(label)?.code === label);
  const ids = isOfficial ? placeTypes.map(({ code }) => code) : found.map(({ label }) => label).sort();
  const n = new Map(found.map((type) => [type.label, type.n]));
  return {
    ids,
    counts: Uint32Array.from(ids, (id) => n.get(id) ?? 0),
    isOfficial,
    withoutType: byCode[placeType.labels.indexOf('')] ?? 0,
  };
}
