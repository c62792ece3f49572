import { describe, expect, it } from 'vitest';
import { GEOPARQUET, GEOPARQUET_MERCATOR } from '../../test/fixtures/parquet.ts';
import { bytesOfBase64, codeOf, fileOfBase64, fuzz, rowsOf } from '../../test/hostile.ts';
import { memoryFile } from '../source/source-file.ts';
import { openParquet, readParquetFeatures } from './parquet.ts';

describe('openParquet', () => {
  it('reads every kind of column over row groups', async () => {
    const table = await openParquet(fileOfBase64('a.parquet', GEOPARQUET));
    expect(table.columns).toEqual([
      'geometry.lon',
      'geometry.lat',
      'id',
      'text',
      'real',
      'single',
      'flag',
      'day',
      'moment',
      'price',
      'bytes',
    ]);
    expect(table.facts).toEqual({ format: 'parquet' });
    expect(await rowsOf(table)).toEqual([
      {
        row: 1,
        values: [
          '71.4',
          '51.1',
          '1',
          'Есиль',
          '0.1',
          '51.127',
          'true',
          '2019-01-31',
          '2019-01-31T22:10:00',
          '123.45',
          'a',
        ],
      },
      { row: 2, values: ['', '', '2', '', '', '0.5', 'false', '', '', '0.01', 'b'] },
      {
        row: 3,
        values: [
          '71.5',
          '51.2',
          '9007199254740993',
          'Нұра',
          '0.0000001',
          '3',
          'true',
          '1969-12-31',
          '1969-12-31T23:59:59',
          '-7',
          'c',
        ],
      },
    ]);
    expect(table.sample).toHaveLength(3);
  });

  it('turns a stated system into degrees', async () => {
    const table = await openParquet(fileOfBase64('a.parquet', GEOPARQUET_MERCATOR));
    expect(table.facts.crs).toBe('EPSG:3857');
    const [first, , last] = await rowsOf(table);
    // gdaltransform of GDAL 3.6.2: 71.399999840246 51.0909527063018
    expect(Number(first.values[0])).toBeCloseTo(71.399999840246, 9);
    expect(Number(first.values[1])).toBeCloseTo(51.0909527063018, 9);
    expect(last.values.slice(0, 2).map(Number)).toEqual([0, expect.closeTo(0, 9)]);
  });

  it('gives features', async () => {
    const { features } = await readParquetFeatures(fileOfBase64('a.parquet', GEOPARQUET));
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [71.4, 51.1] },
      null,
      { type: 'Point', coordinates: [71.5, 51.2] },
    ]);
    expect(features[0].properties).toMatchObject({ id: '1', text: 'Есиль' });
  });

  it('reads no more than it must', async () => {
    const sound = fileOfBase64('a.parquet', GEOPARQUET);
    let read = 0;
    const counting = {
      ...sound,
      slice: (start: number, end: number) => {
        read += end - start;
        return sound.slice(start, end);
      },
    };
    await openParquet(counting);
    expect(read).toBeLessThan(2 * sound.size + 100);
  });

  it('refuses a footer that points outside the file', async () => {
    const bytes = bytesOfBase64(GEOPARQUET);
    new DataView(bytes.buffer).setUint32(bytes.length - 8, 0x7fffffff, true);
    expect(await codeOf(openParquet(memoryFile('a.parquet', bytes)))).toBe('file.damaged');
    expect(await codeOf(openParquet(memoryFile('a.parquet', bytes.slice(0, 6))))).toBe('file.damaged');
    expect(await codeOf(openParquet(memoryFile('a.parquet', new Uint8Array())))).toBe('file.empty');
  });

  it('reads or refuses any bytes', async () => {
    await fuzz((file) => openParquet(file), bytesOfBase64(GEOPARQUET), 200);
  });
});
