import { cellText, type ReportTable } from './blocks.ts';

/** Width of a letter of Times, and of a bold one of the head, as parts of their size; margins of a cell. */
const LETTER = 0.55;
const BOLD_LETTER = 0.63;
const MM_PER_POINT = 25.4 / 72;
const CELL_MARGINS_MM = 2.4;

/** Letters; a longer word, such as a list of columns, is broken. */
const LONGEST_WORD = 16;

/**
 * Widths of the columns of a table on paper, mm: a column of numbers as wide as it needs, texts share what is left.
 *
 * @param totalMm what they add up to
 * @param letterPoints size of the letters
 */
export function columnWidths(
  { head, rows }: Pick<ReportTable, 'head' | 'rows'>,
  totalMm: number,
  letterPoints: number,
): number[] {
  const letterMm = LETTER * letterPoints * MM_PER_POINT;
  const boldMm = BOLD_LETTER * letterPoints * MM_PER_POINT;
  const wordLength = (content: string): number => Math.max(...content.split(/ /).map((word) => word.length));
  const needed = head.map((_, i) => Math.max(0, ...rows.map((row) => wordLength(cellText(row[i])))));
  const whole = rows.map((row) => row.map((cell) => cellText(cell).length));
  const extra = head.map((_, i) => Math.max(0, Math.max(0, ...whole.map((row) => row[i])) - needed[i]));
  const least = needed.map((letters, i) => {
    const words = Math.min(letters, LONGEST_WORD) * letterMm;
    return Math.max(words, Math.min(wordLength(head[i]), LONGEST_WORD) * boldMm) + CELL_MARGINS_MM;
  });
  const left = totalMm - least.reduce((a, b) => a + b, 0);
  const wish = extra.reduce((a, b) => a + b, 0);
  const widths = least.map((mm, i) => (wish > 0 ? mm + Math.max(0, left) * (extra[i] / wish) : mm));
  const scale = left > 0 && wish > 0 ? 1 : totalMm / widths.reduce((a, b) => a + b, 0);
  return widths.map((mm) => mm * scale);
}
