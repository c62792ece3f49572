import type { WindowAccount } from '@oryn/ingest';
import { formatInteger, type Language, text } from '@oryn/language';
import { say } from './progress.ts';

/** What became of the records that the service counts. */
export interface FetchAccount {
  counted: number;
  rows: number;
  withoutPlace: number;
  withoutDate: number;
  /** Records of the period when the run began. */
  atStart: number;
  grewBy: number;
  discrepancies: { from: string; to: string; counted: number; rows: number }[];
}

export function accountOf(
  windows: readonly WindowAccount[],
  atStart: number,
  withoutDate: number,
): FetchAccount {
  const sum = (of: (window: WindowAccount) => number): number =>
    windows.reduce((total, window) => total + of(window), 0);
  return {
    counted: sum(({ counted }) => counted),
    rows: sum(({ rows }) => rows),
    withoutPlace: sum(({ withoutPlace }) => withoutPlace),
    withoutDate,
    atStart,
    grewBy: sum(({ grewBy }) => grewBy),
    discrepancies: windows
      .filter(({ counted, rows }) => counted !== rows)
      .map(({ from, to, counted, rows }) => ({ from, to, counted, rows })),
  };
}

/** Say on standard error what a reader of the file must know. */
export function sayAccount(lang: Language, account: FetchAccount, out: string): void {
  const n = (value: number): string => formatInteger(lang, value);
  for (const { from, to, counted, rows } of account.discrepancies) {
    const window = `${from} – ${to}`;
    say(text(lang, 'cli.fetch.discrepancy', { window, total: n(counted), n: n(rows) }));
  }
  if (account.grewBy > 0) say(text(lang, 'cli.fetch.grew', { n: n(account.grewBy) }));
  if (account.withoutDate > 0) say(text(lang, 'cli.fetch.withoutDate', { n: n(account.withoutDate) }));
  if (account.withoutPlace > 0) say(text(lang, 'cli.fetch.withoutPlace', { n: n(account.withoutPlace) }));
  say(text(lang, 'cli.fetch.done', { n: n(account.rows), path: out }));
}
