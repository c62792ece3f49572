import { formatInteger, formatNumber, formatPeriod, type Language, text } from '@oryn/language';
import {
  categoryName,
  type QualityReport,
  reasonSentence,
  restrictedSentence,
  understoodFacts,
  verdictSentence,
} from '@oryn/study';
import type { Understood } from './commands/inspect.ts';
import { printTable } from './output.ts';

const MOST_CATEGORIES = 12;
const MOST_COORDINATES = 5;

/** What was understood of files and whether they can be used, short; the page says it in full. */
export function printInspection(inspection: Understood & { quality: QualityReport }, lang: Language): void {
  const { quality, categories, dates, outside, columns } = inspection;
  const n = (value: number): string => formatInteger(lang, value);
  for (const { file, guesses } of columns) {
    printTable(
      [file, text(lang, 'cli.heading.column'), text(lang, 'cli.heading.reason')],
      guesses.map(({ role, column, reason }) => [role, column, text(lang, `quality.guess.${reason}`)]),
    );
    say('');
  }
  for (const account of inspection.files) {
    const reasons = Object.entries(account.dropped).map(([reason, rows]) => [
      `${text(lang, `statements.dropped.${reason}` as never)} (${text(lang, 'statements.rows.first', {
        row: String(account.firstRow[reason as keyof typeof account.firstRow] ?? ''),
      })})`,
      n(rows),
    ]);
    printTable(
      [account.file, text(lang, 'cli.heading.rows')],
      [
        [text(lang, 'terms.read'), n(account.read)],
        [text(lang, 'terms.kept'), n(account.kept)],
        ...reasons,
        ...kept(account, lang).map(([what, rows]) => [what, n(rows)]),
        [label(text(lang, 'statements.rows.withoutDate', { n: '' })), n(account.withoutDate)],
        [label(text(lang, 'statements.rows.withoutHour', { n: '' })), n(account.withoutHour)],
      ],
    );
    say('');
  }
  const byDistrict = restrictedSentence(lang, inspection.files);
  if (byDistrict !== undefined) say(`${byDistrict}\n`);
  for (const { name, value, reason, files } of understoodFacts(lang, quality)) {
    const ofFiles = files.length > 0 ? ` (${files.join(', ')})` : '';
    say(`${name}${ofFiles}: ${value}${value.endsWith('.') ? '' : '.'}${reason === '' ? '' : ` ${reason}`}`);
  }
  say('');
  if (outside !== undefined) say(text(lang, 'statements.rows.outside', { n: n(outside) }));
  if (dates) say(formatPeriod(lang, dates.first, dates.last));
  printTable(
    [text(lang, 'cli.heading.category'), text(lang, 'cli.heading.rows')],
    categories
      .slice(0, MOST_CATEGORIES)
      .map((category) => [namedCategory(lang, category.label), n(category.n)]),
  );
  say('');
  printSuspects(quality, lang);
  say(verdictSentence(lang, quality));
  for (const reason of quality.verdict.reasons) say(`– ${reasonSentence(lang, reason)}`);
  if (quality.verdict.reasons.length === 0) say(text(lang, 'quality.noReasons'));
}

/** What was found in rows that were kept, where there is any. */
function kept(account: Understood['files'][number], lang: Language): [string, number][] {
  const found: [string, number][] = Object.entries(account.mended).map(([what, rows]) => [
    text(lang, `statements.mended.${what}` as never),
    rows,
  ]);
  found.push(
    [label(text(lang, 'quality.suspicious', { n: '' }).replace(/\.$/, '')), account.suspicious],
    [label(text(lang, 'statements.rows.repeated', { n: '' })), account.exactDuplicates],
  );
  return found.filter(([, rows]) => rows > 0);
}

function printSuspects({ coordinates }: QualityReport, lang: Language): void {
  const suspects = coordinates.top.filter(
    ({ judgement }) => judgement !== 'ordinary' && judgement !== 'facility',
  );
  if (suspects.length === 0) return;
  const degree = (value: number): string => formatNumber(lang, value, { decimals: 5 });
  printTable(
    [text(lang, 'quality.place'), text(lang, 'quality.rows'), text(lang, 'quality.judgement')],
    suspects
      .slice(0, MOST_COORDINATES)
      .map(({ lon, lat, n, judgement }) => [
        `${degree(lat)} ${degree(lon)}`,
        formatInteger(lang, n),
        text(lang, `quality.judged.${judgement}`),
      ]),
  );
  say('');
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The name of an offence group with the label that `--category` takes. */
function namedCategory(lang: Language, label: string): string {
  const name = categoryName(lang, label);
  return label === '' || name === label ? name : `${name} (${label})`;
}

/** The words of "date not known: 3" without the number. */
const label = (sentence: string): string => sentence.replace(/:\s*$/, '');
