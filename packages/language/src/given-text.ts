/** Letters of a name that are shown; of a longer text a third of them are of its end. */
const LONGEST = 120;

/** Line breaks and signs for machines, which a sentence has no use for. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Characters that are not seen but hide a word or turn the text after them round; those inside words of Persian stay. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** No letter of any language wears more marks; a pile of them covers the lines above. */
const PILE_OF_MARKS = /(\p{M}{4})\p{M}+/gu;

const IS_STRANGE =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{M}{5}/u;

/**
 * A name or a label of a person's file as it may stand among our words: on one line, in letters that are seen, and of a
 * very long one the middle left out. The text itself stays as it is wherever it is compared or counted.
 *
 * @param longest letters that are shown
 * @example
 * givenText('Abai\u202e avenue'); // 'Abai avenue'
 */
export function givenText(given: string, longest: number = LONGEST): string {
  const seen = IS_STRANGE.test(given)
    ? given.replace(CONTROLS, ' ').replace(UNSEEN, '').replace(PILE_OF_MARKS, '$1').trim()
    : given;
  if (seen.length <= longest) return seen;
  const letters = [...seen];
  if (letters.length <= longest) return seen;
  const end = Math.floor(longest / 3);
  return `${letters.slice(0, longest - end - 1).join('')}…${letters.slice(-end).join('')}`;
}
