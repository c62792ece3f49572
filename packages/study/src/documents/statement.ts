import { type Language, text } from '@oryn/language';
import { cellText } from './blocks.ts';
import { methodsParagraph } from './methods-paragraph.ts';
import { Citations, referenceText } from './references.ts';
import { askedItems, inputLines, limits } from './report-document.ts';
import type { ReportSource } from './report-source.ts';
import { accountTable } from './report-tables.ts';

/** What a journal asks for beside an article: data, their account and hashes, methods, limits, literature; plain text. */
export function dataAndMethods(source: ReportSource, lang: Language): string {
  const citations = new Citations();
  const say = (key: Parameters<typeof text>[1]): string => text(lang, key);
  const account = accountTable(source, lang);
  const methods = methodsParagraph(source, lang, citations);
  const parts = [
    [say('report.statement'), ...(source.simulated ? [say('statements.simulated')] : [])],
    [say('report.data'), ...askedItems(source, lang)],
    account.rows.map((row) => row.map(cellText).join(': ')),
    [say('report.appendixInputs'), inputLines(source), say('report.statementShare')],
    [say('report.method'), methods],
    [say('report.limits'), ...limits(source, lang)],
    [
      say('report.references'),
      ...citations.works().map((work, i) => `${i + 1}. ${referenceText(lang, work)}`),
    ],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
