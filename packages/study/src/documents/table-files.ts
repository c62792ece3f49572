import { type Language, text } from '@oryn/language';
import { type Column, csvOf } from '../bundle/column.ts';
import { type Cell, cellText, type ReportDocument, type ReportTable } from './blocks.ts';
import { isNumberColumn } from './html-document.ts';
import { withoutClock } from './same-bytes.ts';

/** A table as CSV: the numbers themselves under heads in the language, texts as they are read. */
export function csvTable({ head, rows }: ReportTable): string {
  const columns = head.map((name, i): Column => {
    const cells = rows.map((row) => row[i]);
    return isNumberColumn(rows, i)
      ? { name, values: cells.map(cellValue) }
      : { name, values: cells.map(cellText) };
  });
  return csvOf(columns);
}

/** A table as a sheet: numbers stay numbers, shown with as many decimals as in the document. */
export async function xlsxTable(
  table: ReportTable,
  caption: string,
  { lang, simulated }: Pick<ReportDocument, 'lang' | 'simulated'>,
): Promise<Uint8Array> {
  const { default: writeSheet } = await import('write-excel-file/universal');
  const { name, head, rows, notes } = table;
  const line = (value: string) => [{ value, wrap: false }];
  const data = [
    ...(simulated ? [line(text(lang, 'report.simulatedPage'))] : []),
    line(caption),
    head.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true, alignVertical: 'top' as const })),
    ...rows.map((row) => row.map((cell) => sheetCell(cell, lang))),
    ...notes.map(line),
  ];
  const columns = head.map((_, i) => ({ width: widthOf(head[i], rows, i) }));
  const blob = await writeSheet(data, { sheet: name, columns }).toBlob();
  return withoutClock(new Uint8Array(await blob.arrayBuffer()));
}

/** Characters; long texts wrap. */
function widthOf(title: string, rows: readonly (readonly Cell[])[], column: number): number {
  const longest = Math.max(
    12,
    ...rows.map((row) => cellText(row[column]).length),
    Math.ceil(title.length / 2),
  );
  return Math.min(60, longest + 2);
}

function sheetCell(cell: Cell, lang: Language) {
  if (typeof cell === 'string') return { value: cell, wrap: true, alignVertical: 'top' as const };
  if (!Number.isFinite(cell.value)) return { value: cell.text };
  return { value: cell.value, format: formatOf(cell.text, lang), alignVertical: 'top' as const };
}

/** As many decimals as the text has; a p below its last one is shown in full. */
function formatOf(shown: string, lang: Language): string {
  if (shown.startsWith('<')) return '0.0E+00';
  const decimals = shown.split(lang === 'en' ? '.' : ',')[1];
  return decimals ? `0.${'0'.repeat(decimals.length)}` : '#,##0';
}

function cellValue(cell: Cell): number {
  return typeof cell === 'string' ? Number.NaN : cell.value;
}

const TEX_CHARACTERS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  $: '\\$',
  '#': '\\#',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '≤': '$\\leq$',
  '²': '\\textsuperscript{2}',
  '\u00a0': '~',
  '\u202f': '\\,',
  '\u2212': '$-$',
};

function texText(plain: string): string {
  return plain.replaceAll(/[\\{}%&_$#~^<>≤²\u00a0\u202f\u2212]/g, (character) => TEX_CHARACTERS[character]);
}

/**
 * A table for LaTeX with booktabs and tabularx. LaTeX numbers and names the table by itself, so the title stands
 * without its number.
 */
export function texTable(
  table: ReportTable,
  { lang, simulated }: Pick<ReportDocument, 'lang' | 'simulated'>,
): string {
  const { name, title, head, rows, notes } = table;
  const kinds = head
    .map((_, i) => (isNumberColumn(rows, i) ? 'r' : '>{\\raggedright\\arraybackslash}X'))
    .join('');
  const line = (cells: readonly string[]): string => `  ${cells.map(texText).join(' & ')} \\\\`;
  const mark = simulated ? `${text(lang, 'report.simulatedPage')}. ` : '';
  return [
    '% \\usepackage{booktabs,tabularx}',
    '\\begin{table}',
    `  \\caption{${texText(`${mark}${title}`)}}`,
    `  \\label{tab:${name}}`,
    `  \\begin{tabularx}{\\textwidth}{${kinds}}`,
    '  \\toprule',
    line(head),
    '  \\midrule',
    ...rows.map((row) => line(row.map(cellText))),
    '  \\bottomrule',
    '  \\end{tabularx}',
    ...notes.map((note) => `  \\par\\footnotesize ${texText(note)}`),
    '\\end{table}',
    '',
  ].join('\n');
}
