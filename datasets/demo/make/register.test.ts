import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collection, inside, made, points } from './made.ts';
import { COMPRESSED, registerExports, type TruthOfDefects } from './register.ts';
import { registerDefects } from './register-defects.ts';
import { REGISTER_COLUMNS } from './register-table.ts';

const folder = new URL('../exports/', import.meta.url);
const city = made.get('demo-kenzhol')!;
const files = await registerExports(city);
const stored = (name: string): Buffer => {
  const file = new URL(name, folder);
  return existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(new URL(`${name}.gz`, folder)));
};

const csv = new TextDecoder('windows-1251').decode(stored('simulated-register-windows-1251.csv'));
const lines = csv.split('\r\n').slice(0, -1);
const truth = JSON.parse(stored('truth-defects.json').toString('utf8')) as TruthOfDefects;

/** Cells of a line of the CSV, counted from 1, by column. */
function cells(line: number): Record<string, string> {
  return Object.fromEntries(lines[line - 1]!.split(';').map((cell, at) => [REGISTER_COLUMNS[at]!, cell]));
}
const number = (text: string): number => Number(text.replace(',', '.'));
/** The lines for which something holds, the header left out. */
const linesWhere = (holds: (row: Record<string, string>) => boolean): number[] =>
  lines.flatMap((_, at) => (at > 0 && holds(cells(at + 1)) ? [at + 1] : []));
const planted = (kind: string): number[] => truth.defects[kind]!.csvLines;

/** Text of an entry of a ZIP archive, found by its name in the directory at the end. */
function entry(archive: Buffer, name: string): string {
  const at = archive.lastIndexOf(name) - 46;
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString('utf8');
}

interface SheetCell {
  readonly text: string;
  readonly isText: boolean;
}

/** Cells of a sheet by row and column, as they stand in the XML. */
function sheet(archive: Buffer, name: string): SheetCell[][] {
  const strings = [
    ...entry(archive, 'xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs),
  ];
  return [...entry(archive, name).matchAll(/<row .*?<\/row>/gs)].map(([row]) => {
    const cells: SheetCell[] = REGISTER_COLUMNS.map(() => ({ text: '', isText: true }));
    for (const [, letter, type, value] of row.matchAll(/<c r="([A-Z])\d+"([^>]*)><v>(.*?)<\/v>/g)) {
      const isText = type!.includes('t="s"');
      cells[letter!.charCodeAt(0) - 65] = { text: isText ? strings[Number(value)]![1]! : value!, isText };
    }
    return cells;
  });
}

describe('the committed exports', () => {
  it('are what the generator makes, and nothing else', async () => {
    const names = [...files.keys()].map((name) => (name === COMPRESSED ? `${name}.gz` : name));
    expect(readdirSync(folder).sort()).toEqual(names.sort());
    for (const [name, bytes] of files) expect(stored(name).equals(bytes), name).toBe(true);
  });

  it('have the same bytes when they are made at another time', async () => {
    const again = await registerExports(city);
    for (const [name, bytes] of files) expect(Buffer.from(again.get(name)!).equals(bytes), name).toBe(true);
  });

  it('stay under 400 kB', () => {
    const bytes = readdirSync(folder).reduce(
      (sum, name) => sum + readFileSync(new URL(name, folder)).length,
      0,
    );
    expect(bytes).toBeLessThan(400_000);
  });

  it('say on every row that they are invented', () => {
    expect(lines[0]).toBe(REGISTER_COLUMNS.join(';'));
    expect(lines.length).toBe(truth.rows + 1);
    expect(linesWhere((row) => row.Вымышлено !== 'да')).toEqual([]);
  });
});

describe('the workbook', () => {
  const workbook = stored('simulated-register.xlsx');
  const rows = sheet(workbook, 'xl/worksheets/sheet1.xml');
  const TIME = REGISTER_COLUMNS.indexOf('Дата и время совершения');
  /** Excel counts days from the last day of 1899, which it takes for a day of 1900 that never was. */
  const clock = (serial: string): string => {
    const [date, time] = new Date(Date.UTC(1899, 11, 30) + Math.round(Number(serial) * 1440) * 60_000)
      .toISOString()
      .split('T') as [string, string];
    return `${date.split('-').reverse().join('.')} ${time.slice(0, 5)}`;
  };

  it('holds the rows of the CSV below two lines of title and the header', () => {
    expect(rows[0]![0]!.text).toContain('Вымышленный город Кенжол');
    expect(rows[1]![0]!.text).toContain('данные вымышлены');
    expect(rows[2]!.map(({ text }) => text)).toEqual([...REGISTER_COLUMNS]);
    expect(rows.length).toBe(truth.rows + 3);
    for (const [at, row] of rows.slice(3).entries()) {
      const plain = row.map(({ text, isText }, column) =>
        column === TIME && !isText ? clock(text) : isText ? text : text.replace('.', ','),
      );
      if (plain.join(';') !== lines[at + 1])
        throw new Error(`row ${at + 4}: ${plain} is not ${lines[at + 1]}`);
    }
  });

  it('has dates and coordinates that somebody typed, beside the real ones', () => {
    const texts = (name: (typeof REGISTER_COLUMNS)[number]): number =>
      rows.slice(3).filter((row) => {
        const { text, isText } = row[REGISTER_COLUMNS.indexOf(name)]!;
        return isText && /\d/.test(text);
      }).length / truth.rows;
    expect(Math.abs(texts('Дата и время совершения') - 0.08)).toBeLessThan(0.02);
    expect(Math.abs(texts('Долгота') - 0.1)).toBeLessThan(0.02);
  });

  it('has a second sheet that holds no records', () => {
    expect(entry(workbook, 'xl/workbook.xml')).toMatch(/name="Реестр".*name="Справочник"/s);
    expect(sheet(workbook, 'xl/worksheets/sheet2.xml').length).toBeLessThan(12);
  });
});

describe('the planted defects', () => {
  it('are as many as stated, and each row of the sheet stands two below its line of the CSV', () => {
    for (const [kind, count] of Object.entries(registerDefects))
      expect(planted(kind), kind).toHaveLength(count);
    for (const { count, sheetRows, csvLines } of Object.values(truth.defects)) {
      expect(csvLines).toHaveLength(count);
      expect(sheetRows).toEqual(csvLines.map((line) => line + 2));
    }
  });

  it('are all that is wrong with the places', () => {
    const ring = points(collection('demo-kenzhol', 'boundary.geojson').features[0]!.geometry.coordinates);
    const lon = (row: Record<string, string>): number => number(row.Долгота!);
    const lat = (row: Record<string, string>): number => number(row.Широта!);
    const missing = (row: Record<string, string>): boolean =>
      !/\d/.test(row.Долгота!) || !/\d/.test(row.Широта!);
    expect(linesWhere(missing)).toEqual(planted('missing-coordinates'));
    expect(linesWhere((row) => row.Долгота === '0')).toEqual(planted('zero-coordinates'));
    expect(linesWhere((row) => !missing(row) && lon(row) < lat(row))).toEqual(planted('exchanged-axes'));
    expect(
      linesWhere((row) => !missing(row) && lon(row) > lat(row) && !inside(lon(row), lat(row), ring)),
    ).toEqual(planted('outside-boundary'));
    const at = (line: number): string => `${cells(line).Долгота} ${cells(line).Широта}`;
    for (const kind of ['police-station', 'district-centroid']) {
      const [first] = planted(kind);
      expect(linesWhere((row) => `${row.Долгота} ${row.Широта}` === at(first!))).toEqual(planted(kind));
    }
    const stations = collection('demo-kenzhol', 'facilities.geojson')
      .features.filter(({ properties }) => properties.kind === 'police_station')
      .map(({ geometry }) => points(geometry.coordinates)[0]!.join(' ').replaceAll('.', ','));
    expect(stations).toContain(at(planted('police-station')[0]!));
  });

  it('are all that is wrong with the dates', () => {
    const exists = (text: string): boolean => {
      const [day, month, year] = text.slice(0, 10).split('.').map(Number) as [number, number, number];
      return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
    };
    const time = 'Дата и время совершения';
    expect(linesWhere((row) => !exists(row[time]!))).toEqual(planted('impossible-date'));
    expect(linesWhere((row) => row[time]!.endsWith(' 00:00'))).toEqual(planted('unknown-hour'));
    for (const line of planted('heaped-noon')) expect(cells(line)[time]).toMatch(/ 12:00$/);
  });

  it('repeat a row that stands above, all but its running number', () => {
    const rest = (line: number): string => lines[line - 1]!.replace(/^\d+;/, '');
    const seen = new Set<string>();
    const repeated = lines.flatMap((_, at) => {
      if (seen.has(rest(at + 1))) return [at + 1];
      seen.add(rest(at + 1));
      return [];
    });
    expect(repeated).toEqual(planted('repeated-row'));
  });
});
