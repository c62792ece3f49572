import { type Language, text } from '@oryn/language';
import { type Column, csvOf } from '../bundle/column.ts';
import { type Cell, cellText, type ReportDocument, type ReportTable } from './blocks.ts';
import { isNumberColumn, isSetRight } from './html-document.ts';
import { withoutClock } from './same-bytes.ts';

/**
 * A table as CSV: the numbers themselves under heads in the language, texts as they are read; of invented data each row
 * says so, in the column that every file of ours says it in.
 */
export function csvTable({ head, rows }: ReportTable, simulated: boolean): string {
  const columns = head.map((name, i): Column => {
    const cells = rows.map((row) => row[i]);
    return isNumberColumn(rows, i)
      ? { name, values: cells.map(cellValue) }
      : { name, values: cells.map(cellText) };
  });
  return csvOf(simulated ? [...columns, { name: 'simulated', values: rows.map(() => 'true') }] : columns);
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

/** Letters in a line of the head over numbers, unless a word is longer. */
const HEAD_LETTERS = 10;

/** A head over numbers in short lines, which LaTeX does not break by itself. */
function stacked(title: string): string {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < HEAD_LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const written = lines.map(texText);
  return lines.length > 1 ? `\\shortstack[r]{${written.join('\\\\')}}` : written.join('');
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
  const isRight = head.map((_, i) => isSetRight(rows, i));
  const kinds = isRight.map((right) => (right ? 'r' : '>{\\raggedright\\arraybackslash}X')).join('');
  const line = (cells: readonly string[]): string => `  ${cells.join(' & ')} \\\\`;
  const marked = text(lang, 'report.simulatedPage');
  const mark = simulated ? `${marked}. ` : '';
  return [
    ...(simulated ? [`% ${marked}`] : []),
    '% \\usepackage{booktabs,tabularx}',
    '\\begin{table}',
    `  \\caption{${texText(`${mark}${title}`)}}`,
    `  \\label{tab:${name}}`,
    '  \\small\\setlength{\\tabcolsep}{4pt}',
    `  \\begin{tabularx}{\\textwidth}{@{}${kinds}@{}}`,
    '  \\toprule',
    line(head.map((title, i) => (isRight[i] ? stacked(title) : texText(title)))),
    '  \\midrule',
    ...rows.map((row) => line(row.map((cell) => texText(cellText(cell))))),
    '  \\bottomrule',
    '  \\end{tabularx}',
    ...notes.map((note) => `  \\par\\footnotesize ${texText(note)}`),
    '\\end{table}',
    '',
  ].join('\n');
}
