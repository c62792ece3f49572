import { placeTypeOf, placeTypeOfName } from '@oryn/datasets';

const CODE = /^0*(\d{1,3})(?:[.,]0)?$/;
const CODE_AND_NAME = /^0*(\d{1,3})\s?[-–—.,:;)]?\s{0,3}(\p{L}.*)$/u;

const LONGEST_NAME = 100;

/** Registers repeat a few hundred texts; a column of other texts must not fill the memory. */
const MOST_KNOWN = 4096;
const known = new Map<string, string>();

/**
 * One spelling of a place type of the official layer: its code of three digits for `1`, `001`, `улица (площадь)`,
 * `көше (алаң)`, `street or square` and `001 улица (площадь)`. Any other text stays as it is.
 */
export function placeTypeText(text: string): string {
  if (text === '') return text;
  let found = known.get(text);
  if (found === undefined) {
    found = codeOf(text.trim()) ?? text;
    if (known.size < MOST_KNOWN) known.set(text, found);
  }
  return found;
}

function codeOf(text: string): string | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const code = CODE.exec(text);
  if (code) return placeTypeOf(code[1])?.code;
  const named = placeTypeOfName(text);
  if (named) return named.code;
  const both = CODE_AND_NAME.exec(text);
  const type = both ? placeTypeOfName(both[2]) : undefined;
  return both && type && placeTypeOf(both[1]) === type ? type.code : undefined;
}
