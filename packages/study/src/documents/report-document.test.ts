import { type Language, languages, text } from '@oryn/language';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BUSY_TOWN, bundleOf, reportOf, sourceOf } from '../../test/fixtures/town.ts';
import type { Names } from '../naming/names.ts';
import { type Block, cellText } from './blocks.ts';
import { docxDocument } from './docx-document.ts';
import { htmlDocument } from './html-document.ts';
import { Citations } from './references.ts';
import { reportDocument } from './report-document.ts';
import { type ReportRequest, reportFiles } from './report-files.ts';
import { xlsxTable } from './table-files.ts';

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

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

/** Cells of a row of CSV; commas stand in quoted ones. */
const csvCells = (row: string): string[] =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

describe('the report of a bundle', async () => {
  const files = await bundleOf(BUSY_TOWN);
  const source = await sourceOf(files);

  it('numbers tables and figures as journals of the language do', () => {
    const captions = (lang: Language) =>
      reportOf(source, lang).blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));
    expect(captions('ru').filter((caption) => /^Таблица \d – /.test(caption))).toHaveLength(3);
    expect(captions('ru').filter((caption) => /^Рисунок \d – /.test(caption))).toHaveLength(2);
    expect(captions('kk')[0]).toMatch(/^1-кесте – /);
    expect(captions('en')[0]).toMatch(/^Table 1 – /);
  });

  it('lists every work it cites, and no other', () => {
    const { blocks } = reportOf(source, 'en');
    const cited = said(blocks, 'en').flatMap((sentence) =>
      [...sentence.matchAll(/\[([\d, ]+)\]/g)].flatMap(([, list]) => list.split(', ').map(Number)),
    );
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'References');
    const list = blocks[at + 1] as Extract<Block, { kind: 'list' }>;
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(list.items.map((_, i) => i + 1));
  });

  it('is in the bundle the same page as the one written from the bundle', async () => {
    const { lang } = source.study;
    expect(decode(files.get('report.html'))).toBe(decode((await written(lang)).get(`report.${lang}.html`)));
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

  it('holds in CSV the numbers themselves, and in a column the same decimals', async () => {
    const [head, ...rows] = decode((await written('ru')).get('tables/concentration.ru.csv'))
      .trim()
      .split('\n');
    for (const key of ['report.headShare', 'report.headChance', 'report.headP'] as const) {
      const at = csvCells(head!).indexOf(text('ru', key));
      const cells = rows.map((row) => csvCells(row)[at]!);
      expect(
        cells.some((cell) => cell !== ''),
        key,
      ).toBe(true);
      for (const cell of cells) expect(cell, key).toMatch(/^(\d+(\.\d+)?(e-\d+)?)?$/);
    }
    for (const lang of languages) {
      const { blocks } = reportOf(source, lang);
      const table = blocks.find((block) => block.kind === 'table' && block.table.name === 'concentration');
      if (table?.kind !== 'table') throw new Error('no table');
      for (const at of [4, 5]) {
        const shown = table.table.rows.map((row) => cellText(row[at]!)).filter((cell) => cell !== '–');
        expect(new Set(shown.map((cell) => cell.split(/[.,]/)[1]?.length)).size).toBe(1);
      }
    }
  });

  it('says in an article the title of a figure in its caption alone', async () => {
    for await (const { path, bytes } of reportFiles(source, 'ru', {
      ...{ formats: ['html'], tables: [], picture: () => PIXEL, article: {} },
    })) {
      if (path !== 'article.ru.html') continue;
      const figures = [
        ...decode(bytes).matchAll(/<figure>(.*?)<figcaption>Рисунок \d – (.*?)<\/figcaption>/gs),
      ];
      expect(figures.length).toBeGreaterThan(1);
      for (const [, svg, caption] of figures) {
        const title = /aria-label="([^"]*)"/.exec(svg!)![1];
        expect(caption).toBe(title);
        const shown = svg!.replaceAll(/<[^>]*>/g, ' ').replaceAll('\u00a0', ' ');
        expect(shown).not.toContain(title!.split(' ').slice(0, 3).join(' '));
      }
    }
  });

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
    const [head, ...rows] = decode(all.get('tables/problem-places.ru.csv')).trim().split('\n');
    expect(head).toMatch(/,simulated$/);
    for (const row of rows) expect(row).toMatch(/,true$/);
    expect(decode(all.get('references.bib'))).toMatch(new RegExp(`^% .*${mark}`));
    const ris = decode(all.get('references.ris'));
    expect(ris.match(/^N1 {2}- /gm)).toHaveLength(ris.match(/^ER {2}- /gm)!.length);
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
    expect(tex).toContain('Incidents,\\\\\\%');
    expect(tex).toContain('\\toprule');
    // The mark of invented data and the packages.
    expect(tex.match(/^%/gm)).toHaveLength(2);
    expect(tex.replaceAll(/^%.*$/gm, '')).not.toMatch(/(?<!\\)%/);
  });
});

describe('the report of a bundle that lacks something', () => {
  it('keeps names of any length and any sign as they are', async () => {
    const source = await sourceOf(await bundleOf(BUSY_TOWN));
    const name = `<b>${'Очень длинное название улицы '.repeat(40)}</b>`;
    const street = { kk: name, ru: name, en: name };
    const names = source.names.map(() => ({
      kind: 'street' as const,
      district: undefined,
      streets: [street] as [Names],
    }));
    const long = { ...source, names };
    const document = reportOf(long, 'ru');
    const html = htmlDocument(document, new Map());
    expect(html).toContain('&lt;b&gt;Очень');
    expect(html).not.toContain('<b>Очень');
    expect((await docxDocument(document, new Map())).length).toBeGreaterThan(1000);
  });

  it('calls places what the study called them, by streets that the bundle does not hold', async () => {
    const files = await bundleOf(BUSY_TOWN);
    const manifest = JSON.parse(decode(files.get('manifest.json')));
    const street = { kk: 'Абай көшесі', ru: 'улица Абая', en: 'Abay Street' };
    manifest.problemPlaces.names = [{ kind: 'street', streets: [street] }];
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
    const { blocks } = reportOf(await sourceOf(files), 'kk');
    expect(JSON.stringify(blocks)).toContain('1. Абай көшесі');
  });

  it('says that there is no problem place, and has no empty table', async () => {
    const source = await sourceOf(await bundleOf({ incidents: 150, busy: 0, code: '1880', boundary: true }));
    expect(source.problemPlaces).toHaveLength(0);
    const { blocks } = reportOf(source, 'ru');
    expect(said(blocks, 'ru')).toContain(text('ru', 'statements.noHotPlaces'));
    for (const block of blocks)
      if (block.kind === 'table') expect(block.table.rows.length).toBeGreaterThan(0);
  });

  it('says without a boundary that shares of the city are not known', async () => {
    const source = await sourceOf(await bundleOf({ incidents: 600, busy: 2, code: '1880', boundary: false }));
    const document = reportOf(source, 'kk');
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
