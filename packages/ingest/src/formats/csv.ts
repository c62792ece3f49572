import { OrynError } from '@oryn/core';
import Papa from 'papaparse';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { FileDecoder, headOf, OPEN_ENCODING, textChunks } from '../source/text.ts';
import { headerRowOf } from './header-row.ts';
import {
  fitColumnNames,
  MOST_COLUMNS,
  type OpenOptions,
  type RowVisitor,
  SAMPLE_ROWS,
  type Table,
} from './table.ts';

/** A record longer than this, in characters, is a quotation mark left open or no table at all. */
const LONGEST_RECORD = 4 * 1024 * 1024;

/** How the text of a file is cut into records and fields. */
interface Cut {
  delimiter: string;
  /** Only the last character of a line's end: a carriage return before it is taken off the last field. */
  newline: '\n' | '\r';
}

/**
 * A text table, read in pieces: memory does not grow with the file.
 *
 * Delimiter (also by a first line `sep=;`), encoding and header row are found; lines of a title above the header
 * are passed over; a table without a header gets its columns named by position.
 *
 * @throws OrynError file.empty, file.header-only, file.format, file.encoding, file.too-many-columns, file.quotes
 */
export async function openCsv(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  const head = await headOf(file);
  const decoder = new FileDecoder(file.name, options.encoding);
  const text = decoder.decode(head.bytes, head.isWhole).replace(/^\uFEFF/, '');
  if (text.includes('\0')) throw new OrynError('file.format', { file: file.name });
  const cut = cutOf(text, options.delimiter);
  const records: { values: string[]; line: number }[] = [];
  const lines = new LineReader(file.name, cut);
  lines.read(text, head.isWhole, (values, line) => {
    if (records.length < SAMPLE_ROWS + HEADER_WITHIN) records.push({ values: [...values], line });
  });
  if (records.length === 0) throw new OrynError('file.empty', { file: file.name });
  const header = headerRowOf(records.map((record) => record.values));
  if (head.isWhole && header.index === records.length - 1 && header.isNamed) {
    throw new OrynError('file.header-only', { file: file.name });
  }
  const first = records[Math.max(0, header.index)];
  if (first.values.length > MOST_COLUMNS) {
    throw new OrynError('file.too-many-columns', {
      file: file.name,
      columns: first.values.length,
      limit: MOST_COLUMNS,
    });
  }
  const { columns, renamed } = fitColumnNames(header.isNamed ? first.values : first.values.map(() => ''));
  const startLine = header.isNamed ? first.line + 1 : first.line;
  let { label } = decoder;
  // What the head left open, a later piece may decide.
  const encoding = label === OPEN_ENCODING ? undefined : label;
  return {
    file: file.name,
    columns,
    sample: records
      .filter((record) => record.line >= startLine)
      .slice(0, SAMPLE_ROWS)
      .map(({ values }) => values),
    get facts() {
      return {
        format: 'csv' as const,
        encoding: label,
        delimiter: cut.delimiter,
        headerRow: header.isNamed ? first.line : 0,
        ...(renamed && header.isNamed && { renamed }),
      };
    },
    async visit(row, onProgress) {
      label = await visitRecords(file, encoding, cut, onProgress, (values, line) => {
        if (line >= startLine) row(values, line);
      });
    },
  };
}

/** A header stands within so many records. */
const HEADER_WITHIN = 20;

async function visitRecords(
  file: SourceFile,
  encoding: string | undefined,
  cut: Cut,
  onProgress: ReadProgress | undefined,
  row: RowVisitor,
): Promise<string> {
  const decoder = new FileDecoder(file.name, encoding);
  const lines = new LineReader(file.name, cut);
  let isFirst = true;
  for await (const piece of textChunks(file, decoder, onProgress)) {
    lines.read(isFirst ? piece.replace(/^\uFEFF/, '') : piece, false, row);
    isFirst = false;
  }
  lines.read('', true, row);
  return decoder.label;
}

/** Cuts text that comes in pieces into records, and numbers them by the line they begin on. */
class LineReader {
  private held = '';
  private line = 1;
  private readonly parser: Papa.Parser;
  private readonly file: string;
  private readonly newline: string;

  constructor(file: string, cut: Cut) {
    this.file = file;
    this.newline = cut.newline;
    this.parser = new Papa.Parser(cut);
  }

  /** A gigabyte of empty lines costs no records. */
  private skipBlank(text: string, isEnd: boolean): void {
    const end = text.lastIndexOf(this.newline) + 1;
    for (let at = text.indexOf(this.newline); at >= 0; at = text.indexOf(this.newline, at + 1)) this.line++;
    this.held = isEnd ? '' : text.slice(end);
  }

  /** Visits the records that are whole; the rest waits for the next piece. */
  read(piece: string, isEnd: boolean, row: RowVisitor): void {
    const text = this.held + piece;
    if (text === '') return;
    if (text.trim() === '') {
      this.skipBlank(text, isEnd);
      return;
    }
    const { data, errors, meta } = this.parser.parse(text, 0, !isEnd) as Papa.ParseResult<string[]>;
    const hasQuotes = text.includes('"');
    const quoteError = errors.find((error) => error.type === 'Quotes');
    const badRecord = quoteError ? (quoteError.row ?? 0) : -1;
    for (let i = 0; i < data.length; i++) {
      const values = data[i];
      const start = this.line++;
      if (hasQuotes) this.line += newlinesWithin(values);
      // An unclosed quote swallows every row after it; none of them may vanish unseen.
      if (i === badRecord) throw new OrynError('file.quotes', { file: this.file, row: start });
      const last = values.length - 1;
      if (values[last].endsWith('\r')) values[last] = values[last].slice(0, -1);
      if (isBlank(values)) continue;
      row(values, start);
    }
    this.held = isEnd ? '' : text.slice(meta.cursor);
    // A closing quote may still follow in the next piece; at the end, or after so much text, none will.
    const isOpen = isEnd && badRecord >= data.length;
    if (isOpen || (this.held.length > LONGEST_RECORD && this.held.includes('"'))) {
      throw new OrynError('file.quotes', { file: this.file, row: this.line });
    }
    if (this.held.length > LONGEST_RECORD) {
      throw new OrynError('file.record-too-long', { file: this.file, row: this.line, limit: LONGEST_RECORD });
    }
  }
}

/** A blank line, or the empty cells a spreadsheet leaves behind, is no row. */
function isBlank(values: readonly string[]): boolean {
  for (const value of values) if (value !== '' && value.trim() !== '') return false;
  return true;
}

function newlinesWithin(values: readonly string[]): number {
  let count = 0;
  for (const value of values) {
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count++;
  }
  return count;
}

/** Delimiters that exports use; a person may name any other. */
const DELIMITERS = [';', '\t', ',', '|'];

function cutOf(text: string, given: string | undefined): Cut {
  const newline = text.includes('\n') ? '\n' : text.includes('\r') ? '\r' : '\n';
  if (given !== undefined) return { delimiter: given === '\\t' ? '\t' : given, newline };
  const announced = /^sep=(.)\r?\n/i.exec(text);
  if (announced) return { delimiter: announced[1], newline };
  return { delimiter: delimiterOf(text, newline), newline };
}

/** The delimiter that cuts the most records of the head into one same number of fields, more than one. */
function delimiterOf(text: string, newline: '\n' | '\r'): string {
  const head = text.slice(0, 65_536);
  const isCut = head.length < text.length;
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const parser = new Papa.Parser({ delimiter, newline, preview: 200 });
    const { data, errors } = parser.parse(head, 0, isCut) as Papa.ParseResult<string[]>;
    if (errors.some((error) => error.type === 'Quotes')) continue;
    const widths = new Map<number, number>();
    for (const values of data) widths.set(values.length, (widths.get(values.length) ?? 0) + 1);
    widths.delete(1);
    const [width, records] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    // Agreement first; among equals the delimiter that finds more fields.
    const score = (records / data.length) * 100 + Math.min(width, 50) / 10;
    if (records > 0 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
