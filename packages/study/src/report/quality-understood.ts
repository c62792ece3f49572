import type { QualityReport } from '../quality/quality-report.ts';
import { understoodFacts } from '../quality/understood.ts';
import { escapeHtml } from './html.ts';
import { paragraph, table, type Writer } from './quality-writer.ts';

const MOST_FILES = 3;

/** How the files were understood: the columns, then every choice with its reason. */
export function understood(report: QualityReport, w: Writer): string {
  const facts = understoodFacts(w.lang, report, w.say).map(({ name, value, reason, files }) => {
    const ofFiles =
      files.length > 0
        ? ` (${files.slice(0, MOST_FILES).join(', ')}${files.length > MOST_FILES ? ', …' : ''})`
        : '';
    const why = reason === '' ? '' : `<small>${withOptions(escapeHtml(reason))}</small>`;
    return `<dt>${escapeHtml(name + ofFiles)}</dt><dd>${escapeHtml(value)}${why}</dd>`;
  });
  // Files of one kind have the same columns: said once.
  const tables = new Map<string, string[]>();
  for (const { file, guesses } of report.readings) {
    const key = JSON.stringify(guesses.map(({ role, column, reason }) => [role, column, reason]));
    tables.set(key, [...(tables.get(key) ?? []), file]);
  }
  const columns = [...tables].slice(0, MOST_FILES).map(([key, files]) => {
    const rows = (JSON.parse(key) as [string, string, string][]).map(([role, column, reason]) => [
      w.t(`role.${role}`),
      escapeHtml(column),
      w.t(`guess.${reason}`),
    ]);
    const of = tables.size > 1 ? paragraph(escapeHtml(files.slice(0, MOST_FILES).join(', ')), 'muted') : '';
    const heads = [w.t('understood.role'), w.t('understood.column'), w.t('understood.how')];
    return of + table(heads, rows, [0, 1, 2]);
  });
  return `<div class="pair"><div>${columns.join('')}</div><dl>${facts.join('')}</dl></div>`;
}

/** Options of the command, told from the words and never broken. */
const withOptions = (html: string): string => html.replaceAll(/--[a-z-]+/g, '<code>$&</code>');
