import content from './content/place-types.json' with { type: 'json' };
import type { Names } from './names.ts';

export interface PlaceType {
  /** `fe1r29p1_id` of the official layer, three digits. */
  readonly code: string;
  /** Absent for codes that carry no label in the source. */
  readonly name?: Names;
  /** Group suggested by this catalogue: street, commerce, transport, residential … */
  readonly group?: string;
  /** The published spelling where it was a slip or stood in for a missing Kazakh name. */
  readonly asPublished?: { readonly kk?: string; readonly ru?: string };
}

/** The place codes of the official layer. */
export const placeTypes: readonly PlaceType[] = content.rows;

export const placeTypesSource: string = content.source;

const byCode = new Map(placeTypes.map((type) => [type.code, type]));

/** The place type of a code, with or without its leading zeros. */
export function placeTypeOf(code: string): PlaceType | undefined {
  return byCode.get(code.trim().padStart(3, '0'));
}
