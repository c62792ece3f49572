import type { Language, TextValues } from '@oryn/language';
import type { Say } from '../quality/understood.ts';

/** Words and numbers of one language, escaped where they become HTML. */
export interface Writer {
  lang: Language;
  say: Say;
  /** Text of the quality section. */
  t: (key: string, values?: TextValues) => string;
  n: (value: number) => string;
  percent: (share: number) => string;
}

export const section = (w: Writer, title: string, content: string): string =>
  `<section><h2>${w.t(title)}</h2>${content}</section>`;
export const paragraph = (content: string, kind = ''): string =>
  `<p${kind ? ` class="${kind}"` : ''}>${content}</p>`;
export const list = (items: readonly string[]): string =>
  items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';

/** A table; cells are HTML already. The columns named in `words` hold text and stand left. */
export function table(
  head: readonly string[],
  rows: readonly string[][],
  words: readonly number[] = [0],
): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell, i) => `<${tag}${words.includes(i) ? ' class="word"' : ''}>${cell}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll"><table><thead>${line('th', head)}</thead><tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table></div>`;
}

/** A word of the glossary as the head of a column. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
