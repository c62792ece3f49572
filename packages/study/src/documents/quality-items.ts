import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import { sourceOf } from '../figures/figure-words.ts';
import type { ReportSource } from './report-source.ts';

/** Reasons for which a row could not be used at all; the others are choices of the study. */
const UNUSABLE = [
  ...(['no-coordinates', 'not-a-number', 'out-of-range', 'zero-zero', 'no-date', 'bad-date'] as const),
  'bad-weight',
];

/** From here on one coordinate speaks of the register as much as of the city. */
const SUSPECT_STACK = 0.05;

/** What a bundle knows of the quality of its data, a fact each. */
export function qualityItems(source: ReportSource, lang: Language): string[] {
  const { account, analysed, incidents } = source;
  const n = (value: number): string => formatInteger(lang, value);
  const share = (part: number, of: number): string => formatPercent(lang, of > 0 ? part / of : 0, 2);
  const unusable = UNUSABLE.reduce((sum, reason) => sum + (account.dropped[reason] ?? 0), 0);
  const items = [
    text(lang, 'report.qualityUnusable', {
      n: n(unusable),
      read: n(account.read),
      share: share(unusable, account.read),
    }),
    text(lang, 'report.qualityHours', {
      n: n(account.withoutHour),
      kept: n(account.kept),
      share: share(account.withoutHour, account.kept),
    }),
  ];
  const stacks = stacksOf(incidents, analysed);
  if (stacks.total > 0) {
    const most = share(stacks.most, stacks.total);
    items.push(
      text(lang, 'statements.addresses', { n: n(stacks.total), m: n(stacks.coordinates), share: most }),
    );
    if (stacks.most >= SUSPECT_STACK * stacks.total)
      items.push(text(lang, 'statements.stacked', { share: most }));
  }
  if (account.suspicious > 0)
    items.push(`${text(lang, 'statements.rows.suspicious', { n: n(account.suspicious) })}.`);
  if (account.exactDuplicates > 0)
    items.push(`${text(lang, 'statements.rows.repeated', { n: n(account.exactDuplicates) })}.`);
  return items.map(capitalised);
}

/** Where the verdict on the quality is to be had, which a bundle does not hold. */
export function qualityVerdictNote({ manifest }: Pick<ReportSource, 'manifest'>, lang: Language): string {
  return text(lang, 'report.qualityVerdict', { files: sourceOf({ files: manifest.study.files }) });
}

/** How many analysed incidents stand on how many coordinates, and how many on the one used most. */
function stacksOf(
  { count, lon, lat, category }: ReportSource['incidents'],
  analysed: Uint8Array,
): { total: number; coordinates: number; most: number } {
  const stacks = new Map<string, number>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (analysed[category.codes[i]] !== 1) continue;
    total++;
    const key = `${lon[i]} ${lat[i]}`;
    stacks.set(key, (stacks.get(key) ?? 0) + 1);
  }
  const most = [...stacks.values()].reduce((max, n) => Math.max(max, n), 0);
  return { total, coordinates: stacks.size, most };
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
