import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, fuzz, rowsOf } from '../../test/hostile.ts';
import { makeWorkbook, makeZip } from '../../test/make-zip.ts';
import { memoryFile } from '../source/source-file.ts';
import { openXlsx } from './xlsx.ts';

const file = (bytes: Uint8Array) => memoryFile('book.xlsx', bytes);
const text = (reference: string, value: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}${text('C1', 'c')}</row>`;

async function cells(
  rows: string,
  more: Partial<Parameters<typeof makeWorkbook>[0]> = {},
): Promise<string[][]> {
  const bytes = await makeWorkbook({ sheets: { S: header + rows }, ...more });
  return (await rowsOf(await openXlsx(file(bytes)))).map(({ values }) => values);
}

describe('openXlsx', () => {
  it('reads every kind of cell', async () => {
    const strings =
      '<si><t>shared &amp; &#x41;&#1049;</t></si><si><r><t>rich </t></r><r><t xml:space="preserve">text </t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>';
    const rows = [
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>A2&amp;B2</f><v>cached</v></c></row>',
      '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="d"><v>2019-01-31</v></c></row>',
      '<row r="4"><c r="A4"><v>51.127000000000002</v></c><c r="C4" s="1"><v>43831.5</v></c></row>',
      `<row r="5"><c t="inlineStr"><is><t>no_x000D_reference</t></is></c><c/><c><v>-3</v></c></row>`,
    ].join('');
    expect(await cells(rows, { strings, formats: ['dd.mm.yyyy'] })).toEqual([
      ['shared & AЙ', 'rich text ', 'cached'],
      ['true', '', '2019-01-31'],
      ['51.127', '', '2020-01-01T12:00:00'],
      ['no\rreference', '', '-3'],
    ]);
  });

  it('keeps the row numbers of the sheet, and skips blank rows', async () => {
    const bytes = await makeWorkbook({
      sheets: {
        S: `${header}<row r="4">${text('C4', 'x')}</row><row r="6"><c r="A6" s="0"/></row><row r="9">${text('A9', 'y')}</row>`,
      },
    });
    expect(await rowsOf(await openXlsx(file(bytes)))).toEqual([
      { row: 4, values: ['', '', 'x'] },
      { row: 9, values: ['y', '', ''] },
    ]);
  });

  it('finds the header under lines of a title', async () => {
    const title = `<row r="1">${text('A1', 'Отчёт за 2019')}</row>`;
    const names = `<row r="3">${text('A3', 'номер')}${text('B3', 'дата')}${text('C3', 'улица')}</row>`;
    const data = `<row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c>${text('C4', 'Абая')}</row>`;
    const table = await openXlsx(file(await makeWorkbook({ sheets: { S: title + names + data } })));
    expect(table.columns).toEqual(['номер', 'дата', 'улица']);
    expect(table.facts.headerRow).toBe(3);
    expect(await rowsOf(table)).toEqual([{ row: 4, values: ['1', '2', 'Абая'] }]);
  });

  it('reads the fullest visible sheet, or the one asked for', async () => {
    const row = (n: number) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`;
    const small = header + row(2);
    const large = header + row(2) + row(3) + row(4);
    const sheets = { Notes: small, Data: large, Draft: large + row(5), Empty: '' };
    const bytes = await makeWorkbook({ sheets, hidden: ['Draft'] });
    const table = await openXlsx(file(bytes));
    expect(table.facts).toMatchObject({ sheet: 'Data', otherSheets: ['Notes', 'Draft', 'Empty'] });
    expect((await openXlsx(file(bytes), { sheet: 'notes' })).facts.sheet).toBe('Notes');
    expect((await openXlsx(file(bytes), { sheet: '3' })).facts.sheet).toBe('Draft');
    expect(await codeOf(openXlsx(file(bytes), { sheet: '9' }))).toBe('sheet.unknown');
    expect(await codeOf(openXlsx(file(bytes), { sheet: 'Empty' }))).toBe('sheet.empty');
  });

  it('passes on what a visitor throws', async () => {
    const table = await openXlsx(
      file(await makeWorkbook({ sheets: { S: `${header}<row r="2">${text('A2', 'x')}</row>` } })),
    );
    const stop = new Error('stop');
    await expect(
      table.visit(
        () => undefined,
        () => {
          throw stop;
        },
      ),
    ).rejects.toBe(stop);
    await expect(
      table.visit(() => {
        throw stop;
      }),
    ).rejects.toBe(stop);
  });
});

describe('openXlsx refuses', () => {
  it('old and locked workbooks', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await codeOf(openXlsx(file(old)))).toBe('file.old-excel');
  });

  it('100,000 columns', async () => {
    const bytes = await makeWorkbook({
      sheets: { S: `<row r="1">${'<c><v>1</v></c>'.repeat(100_000)}</row>` },
    });
    expect(await codeOf(openXlsx(file(bytes)))).toBe('file.too-many-columns');
  });

  it('a sheet made to fill the memory', async () => {
    const bytes = await makeWorkbook({ sheets: { S: `${header}${'<!---->'.repeat(5_000_000)}` } });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await codeOf(openXlsx(file(bytes)))).toBe('file.unpacks-too-large');
  });

  it('entities that grow, missing parts and wrong references', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>';
    expect(await codeOf(openXlsx(file(await makeZip({ 'xl/workbook.xml': bomb }))))).toBe('file.damaged');
    expect(await codeOf(openXlsx(file(await makeZip({ other: 'x' }))))).toBe('file.damaged');
    const wrong = await makeWorkbook({
      sheets: { S: `${header}<row r="2"><c r="A2" t="s"><v>7</v></c></row>` },
    });
    expect(await codeOf(openXlsx(file(wrong)))).toBe('file.damaged');
  });

  it('nothing but with a clear error, whatever the bytes', async () => {
    const sound = await makeWorkbook({
      sheets: { S: `${header}<row r="2">${text('A2', 'x')}</row>`, T: header },
    });
    await fuzz((given) => openXlsx(given), sound, 60);
  });
});

const data = join(import.meta.dirname, '../../../../../shared/data');

describe.skipIf(!existsSync(data))('openXlsx on real files', () => {
  it('reads the cells that the CSV of the same rows has', async () => {
    const bytes = readFileSync(join(data, 'russia-dtp/dtp_russian_headers.xlsx'));
    const table = await openXlsx(memoryFile('dtp.xlsx', new Uint8Array(bytes)));
    const rows = await rowsOf(table);
    expect(rows).toHaveLength(2018);
    const csv = new TextDecoder('windows-1251').decode(
      readFileSync(join(data, 'russia-dtp/dtp_cp1251_semicolon.csv')),
    );
    const lines = csv
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(';'));
    expect(table.columns.slice(0, lines[0].length).length).toBe(lines[0].length);
    const plain = (value: string) =>
      value.replace(/^"|"$/g, '').replace(/^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)(:\d\d)?$/, '$3-$2-$1T$4:00');
    let differing = 0;
    rows.forEach(({ values }, i) => {
      if (values.some((value, c) => value !== lines[i + 1][c] && value !== plain(lines[i + 1][c])))
        differing++;
    });
    expect(differing).toBe(0);
  });

  it('reads the population of wards', async () => {
    const bytes = readFileSync(join(data, 'lancashire/ward_population.xlsx'));
    const table = await openXlsx(memoryFile('wards.xlsx', new Uint8Array(bytes)));
    expect(table.columns).toEqual(['gss_code', 'ward', 'population']);
    expect(await rowsOf(table)).toHaveLength(285);
  });
});
