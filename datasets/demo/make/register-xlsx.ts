import { placeTypeOf } from '@oryn/datasets';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { RegisterRow } from './register-rows.ts';
import { REGISTER_COLUMNS, REGISTER_TITLES, registerCells } from './register-table.ts';

const TIME_FORMAT = 'dd.mm.yyyy hh:mm';
const WIDTHS = [7, 12, 17, 13, 22, 20, 20, 6, 5, 11, 11, 11, 9, 10];
/** Place codes explained on the second sheet. */
const EXPLAINED = ['001', '002', '007', '012', '018', '021', '022', '053'];

/** The register as a workbook, with a second sheet that no reader should take for the records. */
export async function registerXlsx(rows: readonly RegisterRow[]): Promise<Uint8Array> {
  const data: SheetData = [
    ...REGISTER_TITLES.map((title) => [{ value: title, fontWeight: 'bold' as const }]),
    REGISTER_COLUMNS.map((name) => ({ value: name, fontWeight: 'bold' as const })),
    ...rows.map(sheetCells),
  ];
  const codes: SheetData = [
    ['Код', 'Место совершения'],
    ...EXPLAINED.map((code) => [code, placeTypeOf(code)!.name!.ru]),
  ];
  const workbook = await writeXlsxFile([
    { data, sheet: 'Реестр', columns: WIDTHS.map((width) => ({ width })) },
    { data: codes, sheet: 'Справочник', columns: [{ width: 7 }, { width: 40 }] },
  ]).toBuffer();
  return withoutZipTimes(workbook);
}

/** A record as Excel holds it: dates and numbers are such, but for those that somebody has typed or pasted. */
function sheetCells(row: RegisterRow, index: number): Cell[] {
  const texts = registerCells(row, index);
  const numbers: Record<string, string> = {
    '№ п/п': String(index + 1),
    'Место совершения': typeof row.place === 'number' ? String(row.place) : '',
    Дом: row.house,
    'Кв.': row.flat,
    ...(row.numbersAreText ? {} : { Долгота: row.lon, Широта: row.lat }),
    Источник: row.source,
  };
  return REGISTER_COLUMNS.map((name, column) => {
    if (name === 'Дата и время совершения' && !row.timeIsText)
      return { value: dateOf(row.time), type: Date, format: TIME_FORMAT };
    const number = numbers[name] ?? '';
    if (/^\d+(\.\d+)?$/.test(number)) return Number(number);
    return texts[column] === '' ? null : texts[column]!;
  });
}

/** A workbook has no zone: its writer takes the clock of UTC. */
function dateOf(time: string): Date {
  return new Date(`${time.slice(6, 10)}-${time.slice(3, 5)}-${time.slice(0, 2)}T${time.slice(11)}:00Z`);
}

/** Signature of a header in a ZIP archive, and where its time of change stands. */
const LOCAL = { signature: 0x04034b50, time: 10, length: 30, names: [26, 28] };
const CENTRAL = { signature: 0x02014b50, time: 12, length: 46, names: [28, 30, 32] };
const END = { signature: 0x06054b50, length: 22, entries: 10, start: 16 };
/** 1 January 1980, 00:00, the first moment of a ZIP archive. */
const FIRST_MOMENT = 0x00210000;

/** The writer stamps the time of the run on every entry; the same rows shall give the same bytes. */
function withoutZipTimes(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END.length;
  if (view.getUint32(end, true) !== END.signature) throw new Error('the archive has no end');
  let at = view.getUint32(end + END.start, true);
  for (let entry = 0; entry < view.getUint16(end + END.entries, true); entry++) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL.signature || view.getUint32(local, true) !== LOCAL.signature)
      throw new Error('an entry of the archive has no header');
    view.setUint32(at + CENTRAL.time, FIRST_MOMENT, true);
    view.setUint32(local + LOCAL.time, FIRST_MOMENT, true);
    at += CENTRAL.names.reduce((sum, field) => sum + view.getUint16(at + field, true), CENTRAL.length);
  }
  return bytes;
}
