import { daysFromDate, randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { type Language, languages, text } from '@oryn/language';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bundle } from '../bundle/bundle.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import { parseStudy } from '../definition/parse-study.ts';
import type { StudyInput } from '../definition/schema.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { readStudy } from '../evaluate/read.ts';
import type { Block, NumberCell } from './blocks.ts';
import { docxDocument } from './docx-document.ts';
import { Citations } from './references.ts';
import { reportDocument } from './report-document.ts';
import { type ReportRequest, reportFiles } from './report-files.ts';
import { type ReportSource, reportSource } from './report-source.ts';
import { reportTables } from './report-tables.ts';
import { xlsxTable } from './table-files.ts';

const file = (name: string, content: string): SourceFile =>
  memoryFile(name, new TextEncoder().encode(content));
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

interface Town {
  incidents: number;
  /** How many of three incidents stand at the busy corner. */
  busy: number;
  code: string;
  boundary: boolean;
}

const AREA = [
  [70.29, 46.32],
  [70.35, 46.32],
  [70.35, 46.37],
  [70.29, 46.37],
  [70.29, 46.32],
];

/** The files of the bundle of an invented town. */
async function bundleOf({ incidents, busy, code, boundary }: Town): Promise<Map<string, Uint8Array>> {
  const random = randomStream(5);
  const rows = Array.from({ length: incidents }, (_, i) => {
    const isBusy = i % 3 < busy;
    const lon = isBusy ? 70.32 + 0.001 * random.normal() : 70.295 + 0.05 * random.uniform();
    const lat = isBusy ? 46.345 + 0.001 * random.normal() : 46.325 + 0.04 * random.uniform();
    const day = daysFromDate(2021, 1, 1) + random.integer(0, 1090);
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    return `S-${i},true,${date}T12:30,${code},${lon.toFixed(6)},${lat.toFixed(6)}`;
  });
  const files = new Map([
    [
      'simulated.csv',
      file('simulated.csv', `objectid,simulated,date,crime_code,lon,lat\n${rows.join('\n')}\n`),
    ],
    ['area.geojson', file('area.geojson', JSON.stringify({ type: 'Polygon', coordinates: [AREA] }))],
  ]);
  const input: StudyInput = { files: ['simulated.csv'], ...(boundary && { boundary: 'area.geojson' }) };
  const findings = evaluate(await readStudy(parseStudy(input, 'test'), files));
  const written = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bundle(findings)) written.set(path, bytes);
  return written;
}

async function sourceOf(files: ReadonlyMap<string, Uint8Array>): Promise<ReportSource> {
  return reportSource(await openBundle(async (path) => files.get(path)!));
}

/** Saying a number as a reader of the language takes it. */
function parsed(lang: Language, written: string): number {
  const plain =
    lang === 'en' ? written.replaceAll(',', '') : written.replaceAll('\u202f', '').replace(',', '.');
  return Number(plain);
}

/** By how much a written number may miss what it stands for: half of its last digit. */
function rounding(lang: Language, written: string): number {
  const mark = lang === 'en' ? '.' : ',';
  const decimals = written.includes(mark) ? written.length - written.indexOf(mark) - 1 : 0;
  return 0.5 * 10 ** -decimals * (1 + 1e-9);
}

function numbersIn(lang: Language, sentence: string): string[] {
  const pattern = lang === 'en' ? /\d+(?:,\d{3})*(?:\.\d+)?/g : /\d+(?:\u202f\d{3})*(?:,\d+)?/g;
  return sentence.replaceAll(/\[[\d, ]+\]/g, '').match(pattern) ?? [];
}

/** Every number of a document of JSON. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

/** Levels and names that sentences have by themselves: H3, q of 0.05, 95 of 100, one percent, half. */
const OF_THE_SENTENCES = [3, 0.05, 95, 100, 50, 25, 1, 5, 0.001];

const documentOf = (source: ReportSource, lang: Language) =>
  reportDocument(source, lang, { figures: new Set(['hot-places', 'lorenz']), citations: new Citations() });

/** What a document says before its literature and its appendix. */
function said(blocks: readonly Block[], lang: Language): string[] {
  const end = blocks.findIndex(
    (block) => block.kind === 'heading' && block.text === text(lang, 'report.references'),
  );
  return blocks
    .slice(0, end)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
    );
}

describe('the report of a bundle', async () => {
  const files = await bundleOf({ incidents: 1500, busy: 2, code: '1880', boundary: true });
  const source = await sourceOf(files);
  const manifest = JSON.parse(decode(files.get('manifest.json')));
  const report = JSON.parse(decode(files.get('concentration-report.json')));
  const areas = source.places.areaKm2;
  const meanArea = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  // The one number the sentences divide themselves: how much of the inequality lies between larger places.
  const { theil } = report.nested;
  const parts = [theil.between / theil.total, theil.expected.between / theil.expected.total];
  const known = [
    ...parts,
    ...numbersOf(manifest),
    ...numbersOf(report),
    areas.length,
    meanArea,
    ...OF_THE_SENTENCES,
  ];

  for (const lang of languages) {
    it(`says no number in ${lang} that the bundle does not hold`, () => {
      const sentences = said(documentOf(source, lang).blocks, lang);
      expect(sentences.join(' ').length).toBeGreaterThan(2000);
      for (const sentence of sentences) {
        for (const written of numbersIn(lang, sentence)) {
          const number = parsed(lang, written);
          const near = rounding(lang, written);
          const isKnown = known.some(
            (value) => Math.abs(value - number) <= near || Math.abs(100 * value - number) <= near,
          );
          expect(isKnown, `${written} in: ${sentence}`).toBe(true);
        }
      }
    });

    it(`writes in the tables in ${lang} what the bundle holds, cell by cell`, () => {
      const [account, found, shares] = reportTables(source, lang);
      const values = (table: typeof account, column: number) =>
        table.rows.map((row) => (row[column] as NumberCell).value);
      expect(values(account, 1).slice(0, 2)).toEqual([manifest.account.read, manifest.account.kept]);
      const [head, ...lines] = decode(files.get('problem-places.csv')).trim().split('\n');
      const column = (name: string) =>
        lines.map((line) => Number(line.split(',')[head.split(',').indexOf(name)]));
      expect(lines.length).toBeGreaterThan(0);
      expect(values(found, 0)).toEqual(column('rank'));
      expect(values(found, 2)).toEqual(column('n'));
      expect(values(found, 3)).toEqual(column('expected'));
      expect(values(found, 7)).toEqual(column('area_km2'));
      const rows = report.denominators.flatMap((one: typeof report) =>
        one.over.shares.map((share: typeof report) => ({
          k: share.k,
          share: 100 * share.share,
          // Places with any incident get no throws: their cell is a dash, not a number.
          mean:
            one.chance &&
            100 * one.chance.shares.find((thrown: typeof report) => thrown.percent === share.percent).mean,
        })),
      );
      expect(values(shares, 2)).toEqual(rows.map(({ k }: { k: number }) => k));
      expect(values(shares, 4)).toEqual(rows.map(({ share }: { share: number }) => share));
      expect(values(shares, 5)).toEqual(rows.map(({ mean }: { mean: number | undefined }) => mean));
    });

    it(`shows every number of the tables in ${lang} as it is, rounded`, () => {
      let checked = 0;
      for (const { rows } of reportTables(source, lang)) {
        for (const cell of rows.flat()) {
          if (typeof cell === 'string' || cell.text.startsWith('<')) continue;
          expect(Math.abs(parsed(lang, cell.text) - cell.value), cell.text).toBeLessThanOrEqual(
            rounding(lang, cell.text),
          );
          checked++;
        }
      }
      expect(checked).toBeGreaterThan(40);
    });
  }

  it('numbers tables and figures as journals of the language do', () => {
    const captions = (lang: Language) =>
      documentOf(source, lang).blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));
    expect(captions('ru').filter((caption) => /^Таблица \d – /.test(caption))).toHaveLength(3);
    expect(captions('ru').filter((caption) => /^Рисунок \d – /.test(caption))).toHaveLength(2);
    expect(captions('kk')[0]).toMatch(/^1-кесте – /);
    expect(captions('en')[0]).toMatch(/^Table 1 – /);
  });

  it('lists every work it cites, and no other', () => {
    const { blocks } = documentOf(source, 'en');
    const cited = said(blocks, 'en').flatMap((sentence) =>
      [...sentence.matchAll(/\[([\d, ]+)\]/g)].flatMap(([, list]) => list.split(', ').map(Number)),
    );
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'References');
    const list = blocks[at + 1] as Extract<Block, { kind: 'list' }>;
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(list.items.map((_, i) => i + 1));
  });

  const request: ReportRequest = {
    formats: ['docx', 'html'],
    tables: ['csv', 'xlsx', 'docx', 'tex'],
    picture: () => PIXEL,
  };
  const written = async (lang: Language) => {
    const all = new Map<string, Uint8Array>();
    for await (const { path, bytes } of reportFiles(source, lang, request)) all.set(path, bytes);
    return all;
  };

  it('is the same bytes twice, in every format', async () => {
    const [first, second] = [await written('kk'), await written('kk')];
    expect(first.size).toBe(2 + 4 * 4 + 4);
    for (const [path, bytes] of first) expect(Buffer.compare(bytes, second.get(path)!), path).toBe(0);
  });

  it('says in the head of every page, and in every table file, that data are simulated', async () => {
    const all = await written('ru');
    const mark = text('ru', 'report.simulatedPage');
    const parts = unzipSync(all.get('report.ru.docx')!);
    const header = Object.keys(parts).find((name) => name.startsWith('word/header'))!;
    expect(strFromU8(parts[header])).toContain(mark);
    expect(strFromU8(parts['word/document.xml'])).toContain('<w:headerReference');
    expect(decode(all.get('report.ru.html'))).toContain(mark);
    expect(decode(all.get('tables/problem-places.ru.tex'))).toContain(mark);
    const sheet = unzipSync(all.get('tables/problem-places.ru.xlsx')!);
    expect(Object.values(sheet).some((part) => strFromU8(part).includes(mark))).toBe(true);
  });

  it('holds a picture for every figure it names', async () => {
    const parts = unzipSync((await written('en')).get('report.en.docx')!);
    const names = Object.keys(parts);
    expect(names.filter((name) => name.startsWith('word/media/')).length).toBeGreaterThan(0);
    const drawings = strFromU8(parts['word/document.xml']).match(/<wp:docPr [^>]*id="(\d+)"/g) ?? [];
    expect(new Set(drawings).size).toBe(drawings.length);
    expect(drawings.length).toBeGreaterThanOrEqual(2);
  });

  it('shows a number of a sheet with the decimals of the document, a comma being what the language takes it for', async () => {
    const formatIn = async (lang: Language, value: number, shown: string) => {
      const table = { name: 't', title: 't', head: ['t'], rows: [[{ value, text: shown }]], notes: [] };
      const sheet = unzipSync(await xlsxTable(table, 't', { lang, simulated: false }));
      expect(strFromU8(sheet['xl/worksheets/sheet1.xml'])).toContain(`<v>${value}</v>`);
      return /formatCode="([^"]+)"/.exec(strFromU8(sheet['xl/styles.xml']))?.[1];
    };
    expect(await formatIn('ru', 0.0045, '0,004')).toBe('0.000');
    expect(await formatIn('en', 1234, '1,234')).toBe('#,##0');
    expect(await formatIn('kk', 12_345, '12\u202f345')).toBe('#,##0');
    expect(await formatIn('en', 0.0000123, '<\u00a00.001')).toBe('0.0E+00');
  });

  it('keeps special signs of LaTeX from being commands', async () => {
    const tex = decode((await written('en')).get('tables/concentration.en.tex'));
    expect(tex).toContain('Incidents, \\%');
    expect(tex).toContain('\\toprule');
    expect(tex.match(/(?<!\\)%/g)).toHaveLength(1);
  });
});

describe('the report of a bundle that lacks something', () => {
  it('says that there is no problem place, and has no empty table', async () => {
    const source = await sourceOf(await bundleOf({ incidents: 150, busy: 0, code: '1880', boundary: true }));
    expect(source.problemPlaces).toHaveLength(0);
    const { blocks } = documentOf(source, 'ru');
    expect(said(blocks, 'ru')).toContain(text('ru', 'statements.noHotPlaces'));
    for (const block of blocks)
      if (block.kind === 'table') expect(block.table.rows.length).toBeGreaterThan(0);
  });

  it('says without a boundary that shares of the city are not known', async () => {
    const source = await sourceOf(await bundleOf({ incidents: 600, busy: 2, code: '1880', boundary: false }));
    const document = documentOf(source, 'kk');
    expect(said(document.blocks, 'kk').join(' ')).toContain(text('kk', 'statements.occupiedWarning'));
    const account = document.blocks.find((block) => block.kind === 'table')!;
    expect(JSON.stringify(account)).not.toContain(text('kk', 'report.accountOutside'));
  });

  it('says of a bundle whose offences have no place that nothing was counted', async () => {
    const source = await sourceOf(await bundleOf({ incidents: 60, busy: 2, code: '2960', boundary: true }));
    expect(source.account.analysed).toBe(0);
    for (const lang of languages) {
      const document = reportDocument(source, lang, { figures: new Set(), citations: new Citations() });
      expect(said(document.blocks, lang).join(' ')).not.toMatch(/NaN|undefined|∞/);
      expect((await docxDocument(document, new Map())).length).toBeGreaterThan(1000);
    }
  });
});

/** The smallest PNG: one white pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
);
