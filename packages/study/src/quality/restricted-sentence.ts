import type { FileAccount } from '@oryn/ingest';
import { compareText, formatInteger, givenText, type Language, text } from '@oryn/language';

/**
 * Offences that are shown by district only, by their district: all that is ever said of where they happened. Undefined
 * where there are none, or where no column names the district.
 */
export function restrictedSentence(
  lang: Language,
  accounts: readonly Pick<FileAccount, 'restrictedByDistrict'>[],
): string | undefined {
  const rows = new Map<string, number>();
  for (const one of accounts.flatMap(({ restrictedByDistrict = [] }) => restrictedByDistrict)) {
    rows.set(one.district, (rows.get(one.district) ?? 0) + one.rows);
  }
  if (rows.size === 0) return undefined;
  const order = compareText(lang);
  const list = [...rows]
    .sort(([a], [b]) => order(a, b))
    .map(([name, n]) => `${givenText(name) || text(lang, 'terms.not_known')} ${formatInteger(lang, n)}`)
    .join(', ');
  return text(lang, 'publicTable.restrictedByDistrict', { list });
}
