import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import {
  accountSentences,
  concentrationStatement,
  type Findings,
  nullText,
  titleOf,
  warnings,
} from '@oryn/study';
import { printTable } from './output.ts';

/** What a study found, short: the statement, the account of rows, the first problem places. */
export function printSummary(findings: Findings, lang: Language): void {
  const lines = [
    '',
    titleOf(findings.study, lang),
    ...(findings.simulated ? [text(lang, 'statements.simulated')] : []),
    ...concentrationStatement(lang, findings).sentences,
    ...warnings(lang, findings).map((sentence) => `${text(lang, 'cli.warning')}: ${sentence}`),
    '',
    ...accountSentences(findings, lang),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (findings.problemPlaces.length === 0) {
    process.stdout.write(`${text(lang, 'statements.noHotPlaces')}\n`);
    return;
  }
  const rows = findings.problemPlaces
    .slice(0, 10)
    .map((place, i) => [
      `${place.rank}. ${findings.streetsOf[i].map((names) => names[lang]).join(' — ')}`,
      formatInteger(lang, place.n),
      formatNumber(lang, place.expected, { significant: 2 }),
      formatNumber(lang, place.areaKm2, { significant: 2 }),
    ]);
  const head = [
    'terms.problem_place',
    'cli.heading.incidents',
    'cli.heading.expected',
    'cli.heading.area',
  ] as const;
  printTable(
    head.map((key) => text(lang, key)),
    rows,
  );
  process.stdout.write(`${text(lang, 'viewer.expectedUnder', { null: nullText(lang, findings) })}\n`);
}
