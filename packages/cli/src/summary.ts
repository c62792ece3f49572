import { type Language, text } from '@oryn/language';
import {
  accountSentences,
  concentrationStatement,
  expectedNullText,
  type Findings,
  problemPlacesHead,
  problemPlacesRows,
  restrictedSentence,
  titleOf,
  warnings,
} from '@oryn/study';
import { printTable } from './output.ts';

/** What a study found, short: the statement, the account of rows, the first problem places. */
export function printSummary(findings: Findings, lang: Language): void {
  const byDistrict = restrictedSentence(lang, findings.account.files);
  const lines = [
    '',
    titleOf(findings.study, lang),
    ...(findings.simulated ? [text(lang, 'statements.simulated')] : []),
    ...concentrationStatement(lang, findings).sentences,
    ...warnings(lang, findings).map((sentence) => `${text(lang, 'cli.warning')}: ${sentence}`),
    '',
    ...accountSentences(findings.account, findings.area !== undefined, lang),
    ...(byDistrict === undefined ? [] : [byDistrict]),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (findings.problemPlaces.length === 0) {
    process.stdout.write(`${text(lang, 'statements.noHotPlaces')}\n`);
    return;
  }
  printTable(problemPlacesHead(lang), problemPlacesRows(findings, lang, 10));
  process.stdout.write(`${text(lang, 'viewer.expectedUnder', { null: expectedNullText(lang, findings) })}\n`);
}
