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

const DWELLINGS: ReadonlySet<string> = new Set(['021', '022']);

/** What tells one name from another: letters and figures in lower case, ё as е. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Undefined for a name of two codes: the published Kazakh list calls both 034 and 043 "қойма". */
const byName = new Map<string, PlaceType | undefined>();
for (const type of placeTypes) {
  const { name, asPublished } = type;
  for (const text of [name?.kk, name?.ru, name?.en, asPublished?.kk, asPublished?.ru]) {
    if (text === undefined) continue;
    const key = keyOf(text);
    byName.set(key, !byName.has(key) || byName.get(key) === type ? type : undefined);
  }
}

/** The place type of a name in any language, also as published; case, ё, spaces and punctuation are ignored. */
export function placeTypeOfName(name: string): PlaceType | undefined {
  return byName.get(keyOf(name));
}

/** Whether a place type, by its code or its name in any language, is a flat or a house. */
export function isDwelling(placeType: string): boolean {
  const code = (placeTypeOf(placeType) ?? placeTypeOfName(placeType))?.code;
  return code !== undefined && DWELLINGS.has(code);
}
