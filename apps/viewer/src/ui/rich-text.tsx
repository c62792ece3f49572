import { type Language, type TextKey, type TextValues, text } from '@oryn/language';
import { Fragment, type ReactNode } from 'react';

// A character no catalogue holds: it marks where an element stands in the sentence.
const MARK = '\u0000';

/**
 * A sentence with elements in it. Every language puts them where its own word order wants them.
 *
 * @param parts elements by the name of their placeholder
 * @param values raw values: texts, `count`, words for selections
 */
export function RichText(props: {
  lang: Language;
  of: TextKey;
  parts: Readonly<Record<string, ReactNode>>;
  values?: TextValues;
}): ReactNode {
  const { lang, of, parts, values } = props;
  const marks = Object.fromEntries(Object.keys(parts).map((name) => [name, `${MARK}${name}${MARK}`]));
  const pieces = text(lang, of, { ...values, ...marks }).split(MARK);
  return pieces.map((piece, i) => (
    // The pieces of a sentence never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={i}>{i % 2 === 1 ? parts[piece] : piece}</Fragment>
  ));
}
