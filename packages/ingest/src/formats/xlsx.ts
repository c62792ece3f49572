import { OrynError } from '@oryn/core';
import { LARGEST_WHOLE_BYTES, type ReadProgress, type SourceFile } from '../source/source-file.ts';
import { damaged, guarded } from './damaged.ts';
import { headerRowOf } from './header-row.ts';
import { fitColumnNames, type OpenOptions, type RowVisitor, SAMPLE_ROWS, type Table } from './table.ts';
import { SharedStringReader, SheetReader, type WorkbookParts } from './xlsx-sheet.ts';
import { StyleReader } from './xlsx-styles.ts';
import { attribute, XmlScanner } from './xlsx-xml.ts';
import { openZip, unpacksTooLarge, type ZipEntry } from './zip.ts';

/**
 * A sheet of an Excel workbook as a table. The sheet's XML is unpacked and read in pieces; only the texts that
 * cells share are held. Dates become `yyyy-mm-dd` or `yyyy-mm-ddThh:mm:ss`, times alone `hh:mm:ss`, numbers
 * their shortest decimal text. Without `options.sheet` the visible sheet with most rows × columns is read.
 * Values right of the last named column are left away.
 *
 * @throws OrynError file.old-excel, file.encrypted, file.damaged, file.unpacks-too-large, file.too-many-entries,
 *   file.too-many-columns, file.header-only, sheet.unknown, sheet.empty
 */
export async function openXlsx(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  const magic = await file.slice(0, 4);
  if (magic[0] === 0xd0 && magic[1] === 0xcf && magic[2] === 0x11 && magic[3] === 0xe0) {
    throw new OrynError('file.old-excel', { file: file.name });
  }
  return guarded(file.name, 'XLSX', async () => {
    const book = await openWorkbook(file);
    const sheet = await chooseSheet(book, options.sheet);
    return sheetTable(book, sheet);
  });
}

interface Sheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly entry: ZipEntry;
}

interface Workbook {
  readonly file: SourceFile;
  readonly sheets: readonly Sheet[];
  readonly parts: WorkbookParts;
}

async function openWorkbook(file: SourceFile): Promise<Workbook> {
  const entries = new Map<string, ZipEntry>();
  // Some programs write backslashes or capitals.
  for (const entry of await openZip(file)) entries.set(partName(entry.name), entry);
  const book = entries.get('xl/workbook.xml');
  if (!book) throw damaged(file.name, 'XLSX');
  const targets = new Map<string, string>();
  await readXml(file.name, entries.get('xl/_rels/workbook.xml.rels'), (name, tag) => {
    if (name !== 'Relationship') return;
    const target = partName(attribute(tag, 'Target') ?? '');
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(file.name, book, (name, tag) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const id = /\s\w+:id=["']([^"']*)/.exec(tag)?.[1] ?? '';
    const path = targets.get(id) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
    const entry = entries.get(path);
    // A sheet that holds a chart has no cells.
    if (!entry || path.includes('chartsheets/')) return;
    const isVisible = (attribute(tag, 'state') ?? 'visible') === 'visible';
    sheets.push({ name: attribute(tag, 'name') ?? '', isVisible, entry });
  });
  const strings = new SharedStringReader();
  await readPart(file.name, entries.get('xl/sharedstrings.xml'), (piece) => strings.read(piece));
  const styles = new StyleReader();
  await readPart(file.name, entries.get('xl/styles.xml'), (piece) => styles.read(piece));
  return { file, sheets, parts: { strings: strings.strings, shows: styles.shows, from1904 } };
}

function partName(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

async function readXml(
  file: string,
  entry: ZipEntry | undefined,
  open: (name: string, tag: string) => void,
): Promise<void> {
  const scanner = new XmlScanner({ open, close: () => undefined, text: () => undefined });
  await readPart(file, entry, (piece) => scanner.read(piece));
}

/** Reads a part that is held in memory; a missing one is empty. */
async function readPart(
  file: string,
  entry: ZipEntry | undefined,
  read: (piece: string) => void,
): Promise<void> {
  if (!entry) return;
  let length = 0;
  for await (const piece of textOfEntry(entry)) {
    length += piece.length;
    if (length > LARGEST_WHOLE_BYTES) throw unpacksTooLarge(file);
    read(piece);
  }
}

/** The text of a part: UTF-8, or UTF-16 by its byte order mark. */
async function* textOfEntry(entry: ZipEntry): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of entry.chunks()) {
    decoder ??= new TextDecoder(
      chunk[0] === 0xff && chunk[1] === 0xfe
        ? 'utf-16le'
        : chunk[0] === 0xfe && chunk[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    );
    yield decoder.decode(chunk, { stream: true });
  }
}

async function chooseSheet(book: Workbook, given: string | undefined): Promise<Sheet> {
  const { file, sheets } = book;
  if (given !== undefined) {
    const byName = sheets.find((sheet) => sheet.name.trim().toLowerCase() === given.trim().toLowerCase());
    const chosen = byName ?? sheets[Number(given) - 1];
    if (chosen) return chosen;
    const known = sheets.map((sheet) => sheet.name).join(', ');
    throw new OrynError('sheet.unknown', { file: file.name, given, known });
  }
  const visible = sheets.filter((sheet) => sheet.isVisible);
  if (visible.length === 1) return visible[0];
  let best: { sheet: Sheet; cells: number } | undefined;
  for (const sheet of visible) {
    let [rows, columns] = [0, 0];
    await visitSheet(book, sheet, (values) => {
      rows++;
      columns = Math.max(columns, values.length);
    });
    if (!best || rows * columns > best.cells) best = { sheet, cells: rows * columns };
  }
  if (!best) throw new OrynError('sheet.empty', { file: file.name, sheet: sheets[0]?.name ?? '1' });
  return best.sheet;
}

/** Thrown by a visitor that has seen enough. */
const ENOUGH = Symbol('enough');

async function visitSheet(
  book: Workbook,
  sheet: Sheet,
  row: RowVisitor,
  onProgress?: ReadProgress,
): Promise<void> {
  const { file } = book;
  const reader = new SheetReader(file.name, book.parts, row as (values: string[], row: number) => void);
  const claimed = Math.max(1, sheet.entry.size);
  let done = 0;
  for await (const piece of textOfEntry(sheet.entry)) {
    reader.read(piece);
    done += piece.length;
    onProgress?.(Math.min(file.size, Math.round((done / claimed) * file.size)), file.size);
  }
  onProgress?.(file.size, file.size);
}

async function sheetTable(book: Workbook, sheet: Sheet): Promise<Table> {
  const { file } = book;
  const rows: { values: string[]; row: number }[] = [];
  await visitSheet(book, sheet, (values, row) => {
    rows.push({ values: [...values], row });
    if (rows.length >= SAMPLE_ROWS + HEADER_WITHIN) throw ENOUGH;
  }).catch((reason: unknown) => {
    if (reason !== ENOUGH) throw reason;
  });
  if (rows.length === 0) throw new OrynError('sheet.empty', { file: file.name, sheet: sheet.name });
  const header = headerRowOf(rows.map(({ values }) => values));
  if (header.isNamed && header.index === rows.length - 1) {
    throw new OrynError('file.header-only', { file: file.name });
  }
  const startRow = rows[header.index].row + (header.isNamed ? 1 : 0);
  const data = rows.filter(({ row }) => row >= startRow).slice(0, SAMPLE_ROWS);
  const names = header.isNamed ? rows[header.index].values : [];
  const width = Math.max(names.length, ...data.map(({ values }) => values.length));
  const { columns, renamed } = fitColumnNames(Array.from({ length: width }, (_, i) => names[i] ?? ''));
  const widened = (values: readonly string[]): string[] => Array.from(columns, (_, i) => values[i] ?? '');
  const otherSheets = book.sheets.filter((other) => other !== sheet).map(({ name }) => name);
  return {
    file: file.name,
    columns,
    sample: data.map(({ values }) => widened(values)),
    facts: {
      format: 'xlsx',
      sheet: sheet.name,
      ...(otherSheets.length > 0 && { otherSheets }),
      headerRow: header.isNamed ? rows[header.index].row : 0,
      ...(renamed && header.isNamed && { renamed }),
    },
    visit: (visitor, onProgress) => visitTable(book, sheet, startRow, width, visitor, onProgress),
  };
}

/** A header stands within so many rows. */
const HEADER_WITHIN = 20;

async function visitTable(
  book: Workbook,
  sheet: Sheet,
  startRow: number,
  width: number,
  visitor: RowVisitor,
  onProgress?: ReadProgress,
): Promise<void> {
  // What the visitor or its progress throws is not a fault of the file.
  let stopped: { reason: unknown } | undefined;
  const outside = (run: () => void): void => {
    try {
      run();
    } catch (reason) {
      stopped = { reason };
      throw reason;
    }
  };
  const row: RowVisitor = (values, number) => {
    if (number < startRow) return;
    const cells = values as string[];
    while (cells.length < width) cells.push('');
    cells.length = width;
    outside(() => visitor(cells, number));
  };
  const progress: ReadProgress = (done, total) => outside(() => onProgress?.(done, total));
  try {
    await guarded(book.file.name, 'XLSX', () => visitSheet(book, sheet, row, progress));
  } catch (error) {
    throw stopped ? stopped.reason : error;
  }
}
