import { gzipSync } from 'node:zlib';
import { OrynError } from '@oryn/core';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { memoryFile, type SourceFile } from '../source/source-file.ts';
import { openCsv } from './csv.ts';
import type { OpenOptions } from './table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (content: string | Uint8Array, name = 'rows.csv'): SourceFile =>
  memoryFile(name, typeof content === 'string' ? bytes(content) : content);

/** The same bytes in pieces of a few, so that records and characters are cut everywhere. */
function inPieces(content: Uint8Array, size: number): SourceFile {
  return {
    ...memoryFile('rows.csv', content),
    stream: () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < content.length; at += size) controller.enqueue(content.slice(at, at + size));
          controller.close();
        },
      }),
  };
}

async function rowsOf(source: SourceFile, options?: OpenOptions) {
  const table = await openCsv(source, options);
  const rows: { values: string[]; row: number }[] = [];
  await table.visit((values, row) => rows.push({ values: [...values], row }));
  return { table, rows };
}

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (error: unknown) => (error instanceof OrynError ? error.code : String(error)),
  );

describe('openCsv', () => {
  it('numbers rows by the line they begin on, quoted line breaks, blank lines and title lines included', async () => {
    const text = '\n\nСводка за 2023 год;;\r\nкод;текст;n\r\n1;"две\r\nстроки";5\r\n\r\n;;\r\n2;одна;6';
    const { table, rows } = await rowsOf(file(text));
    expect(table.columns).toEqual(['код', 'текст', 'n']);
    expect(table.facts).toMatchObject({ delimiter: ';', headerRow: 4, encoding: 'utf-8' });
    expect(rows).toEqual([
      { values: ['1', 'две\r\nстроки', '5'], row: 5 },
      { values: ['2', 'одна', '6'], row: 9 },
    ]);
    expect(table.sample).toEqual(rows.map(({ values }) => values));
  });

  it.each([
    [';', 'a;b\n1,5;2,25\n3,5;4,25\n'],
    [',', 'a,b\n1.5,2.25\n'],
    ['\t', 'a\tb\n1,5\t2,25\n'],
    ['|', 'a|b\n1,5|2,25\n'],
    ['!', 'sep=!\na!b\n1,5!2,25\n'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    const { table, rows } = await rowsOf(file(text));
    expect(table.facts.delimiter).toBe(delimiter);
    expect(table.columns).toEqual(['a', 'b']);
    expect(rows[0].values).toHaveLength(2);
  });

  it('takes a delimiter that is given, and names the columns of a table without a header', async () => {
    const { table, rows } = await rowsOf(file('71.4~51.1\n71.5~51.2\n'), { delimiter: '~' });
    expect(table.columns).toEqual(['column 1', 'column 2']);
    expect(table.facts.headerRow).toBe(0);
    expect(rows.map(({ row }) => row)).toEqual([1, 2]);
  });

  it('tells columns of the same name apart and says so', async () => {
    const { table } = await rowsOf(file('дата,Дата,,x\n1,2,3,4\n'));
    expect(table.columns).toEqual(['дата', 'Дата (2)', 'column 3', 'x']);
    expect(table.facts.renamed).toEqual([
      { from: 'Дата', to: 'Дата (2)', position: 2 },
      { from: '', to: 'column 3', position: 3 },
    ]);
  });

  it('gives the same rows however the bytes arrive, in every encoding, as the CSV library does at once', async () => {
    const text = 'район,"заме""тка",n\nЕсиль,"а,\nб",1\nНұра,"",2\n,Ө,3\n';
    const truth = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    const utf16 = new Uint8Array(2 + text.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++)
      new DataView(utf16.buffer).setUint16(2 + i * 2, text.charCodeAt(i), true);
    for (const content of [bytes(text), bytes(`\uFEFF${text}`), utf16]) {
      for (const size of [1, 2, 3, 7, 1000]) {
        const { table, rows } = await rowsOf(inPieces(content, size));
        expect([table.columns, ...rows.map(({ values }) => values)]).toEqual(truth);
      }
    }
  });

  it('reads gzip, and refuses one that is cut off', async () => {
    const packed = new Uint8Array(gzipSync('a,b\n1,2\n'));
    expect((await rowsOf(file(packed, 'rows.csv.gz'))).rows).toEqual([{ values: ['1', '2'], row: 2 }]);
    expect(await codeOf(rowsOf(file(packed.slice(0, -6), 'rows.csv.gz')))).toBe('file.gzip-broken');
    expect(await codeOf(rowsOf(file('a,b\n1,2\n', 'rows.csv.gz')))).toBe('file.not-gzip');
  });

  it('never swallows rows behind a quotation mark', async () => {
    expect(await codeOf(rowsOf(file('a,b\n1,"2\n3,4\n5,6\n')))).toBe('file.quotes');
    expect(await codeOf(rowsOf(file('a,b\n1,"2"x\n3,4\n5,"6"\n')))).toBe('file.quotes');
  });

  it('holds no line of a gigabyte', async () => {
    let pieces = 0;
    const endless: SourceFile = {
      name: 'line.csv',
      size: 2 ** 30,
      slice: async () => bytes('a,b\n1,'),
      stream: () => {
        let isFirst = true;
        return new ReadableStream({
          pull(controller) {
            controller.enqueue(isFirst ? bytes('a,b\n1,2\n3,') : new Uint8Array(65_536).fill(0x37));
            isFirst = false;
            if (++pieces > 16_384) controller.close();
          },
        });
      },
    };
    expect(await codeOf(rowsOf(endless))).toBe('file.record-too-long');
    expect(pieces).toBeLessThan(1000);
  });

  it('refuses a table of 100,000 columns, an empty one and a header alone', async () => {
    expect(await codeOf(rowsOf(file(`${'a,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`)))).toBe(
      'file.too-many-columns',
    );
    expect(await codeOf(rowsOf(file('')))).toBe('file.empty');
    expect(await codeOf(rowsOf(file('\n\n  \n')))).toBe('file.empty');
    expect(await codeOf(rowsOf(file('a,b\n')))).toBe('file.header-only');
  });

  it('stops when the progress throws', async () => {
    const table = await openCsv(file('a,b\n1,2\n'));
    const stop = new Error('enough');
    const visit = table.visit(
      () => undefined,
      () => {
        throw stop;
      },
    );
    await expect(visit).rejects.toBe(stop);
  });

  it('answers any bytes with a table or an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        async (content, size) => {
          const source = inPieces(content, size);
          const code = await codeOf(rowsOf({ ...source, size: content.length }));
          expect(code).toMatch(/^(no error|file\.[a-z-]+)$/);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});
