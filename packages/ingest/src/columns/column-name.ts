/** Units and remarks in brackets say nothing about the meaning: `Долгота (град.)`. */
const BRACKETS = /\([^()]{0,40}\)|\[[^[\]]{0,40}\]/g;

/** A unit after a comma: `Координата X, м`. */
const UNIT = /,\s{0,3}(?:м|m|метр\p{L}{0,4}|град\p{L}{0,5}|deg\p{L}{0,5}|°)\.?\s{0,3}$/iu;

const LONGEST_NAME = 200;

/** Words of a name in lower case, ё as е: `DateOccured` and `Date_Occured` give the same two. */
export function wordsOfName(name: string): string[] {
  const spaced = name
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .replace(BRACKETS, ' ')
    .replace(UNIT, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ё', 'е');
  return spaced.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name by which columns are compared: its letters and figures only. */
export function normaliseName(name: string): string {
  return wordsOfName(name).join('');
}
