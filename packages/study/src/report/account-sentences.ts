import { formatInteger, type Language, text } from '@oryn/language';
import type { Account } from '../evaluate/account.ts';

/** The account of rows as sentences, every reason with its number. */
export function accountSentences(account: Account, hasArea: boolean, lang: Language): string[] {
  const n = (value: number): string => formatInteger(lang, value);
  const dropped = account.read - account.kept;
  const sentences = [
    text(lang, 'statements.rows.sum', { read: n(account.read), kept: n(account.kept), dropped: n(dropped) }),
  ];
  for (const [reason, rows] of Object.entries(account.dropped)) {
    if (rows > 0) sentences.push(`${text(lang, `statements.dropped.${reason}` as never)}: ${n(rows)}`);
  }
  for (const [what, rows] of Object.entries(account.mended)) {
    if (rows > 0) sentences.push(`${text(lang, `statements.mended.${what}` as never)}: ${n(rows)}`);
  }
  if (account.suspicious > 0)
    sentences.push(text(lang, 'statements.rows.suspicious', { n: n(account.suspicious) }));
  if (account.exactDuplicates > 0) {
    sentences.push(text(lang, 'statements.rows.repeated', { n: n(account.exactDuplicates) }));
  }
  // Without a boundary nobody knows what is inside.
  if (hasArea) {
    sentences.push(text(lang, 'statements.rows.inside', { n: n(account.inside) }));
    sentences.push(text(lang, 'statements.rows.outside', { n: n(account.outside) }));
  }
  if (account.insideMask !== undefined) {
    sentences.push(text(lang, 'statements.rows.inMask', { n: n(account.insideMask) }));
    sentences.push(text(lang, 'statements.rows.outsideMask', { n: n(account.outsideMask ?? 0) }));
  }
  if (account.withoutHour > 0)
    sentences.push(text(lang, 'statements.rows.withoutHour', { n: n(account.withoutHour) }));
  if (account.withoutDate > 0)
    sentences.push(text(lang, 'statements.rows.withoutDate', { n: n(account.withoutDate) }));
  const { policeDetected, placeless } = account.apart;
  if (policeDetected > 0)
    sentences.push(text(lang, 'statements.rows.policeDetected', { n: n(policeDetected) }));
  if (placeless > 0) sentences.push(text(lang, 'statements.rows.placeless', { n: n(placeless) }));
  return sentences;
}
