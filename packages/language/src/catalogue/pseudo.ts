import type { Catalogue } from './catalogues.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'åƀçďéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÅɃÇĎÉƑĜĤÎĴĶĻⱮÑÔÞǪŔŠŢÛṼŴẊÝŽ';
const DISGUISE = new Map([...PLAIN].map((letter, i) => [letter, MARKED[i]!]));
const VOWEL = /[aeiouy]/i;

/** A placeholder, or the head of a choice up to its first branch. */
const ARGUMENT = /\{\s*\w+\s*(?:\}|,\s*\w+\s*,)/y;

/**
 * A message as the pseudo-language says it: between ⟦ and ⟧, no plain letter left, vowels doubled so that it is about a
 * third longer, as a translation may be. Placeholders and choices stay.
 *
 * @example
 * pseudoMessage('Take {n}'); // '⟦Ţååķéé {n}⟧'
 */
export function pseudoMessage(message: string): string {
  const inside: ('words' | 'choice')[] = ['words'];
  let said = '';
  for (let i = 0; i < message.length; ) {
    const sign = message[i]!;
    const isWords = inside.at(-1) === 'words';
    ARGUMENT.lastIndex = i;
    const [argument] = (isWords && ARGUMENT.exec(message)) || [];
    if (argument !== undefined) {
      if (!argument.endsWith('}')) inside.push('choice');
      said += argument;
      i += argument.length;
      continue;
    }
    if (sign === '}') inside.pop();
    if (sign === '{') inside.push('words');
    const letter = (isWords && DISGUISE.get(sign)) || sign;
    said += isWords && VOWEL.test(sign) ? letter + letter.toLowerCase() : letter;
    i++;
  }
  return `⟦${said}⟧`;
}

/** A catalogue in the pseudo-language: what a page shows in plain letters did not come from a catalogue. */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  const sections = Object.entries(catalogue).map(([section, texts]) => [
    section,
    Object.fromEntries(Object.entries(texts).map(([key, message]) => [key, pseudoMessage(message)])),
  ]);
  return Object.fromEntries(sections) as Catalogue;
}
