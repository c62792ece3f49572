import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { lineWriter } from './feature-lines.ts';

const point = { lon: 71.8, lat: 46.75 };

describe('lines of features', () => {
  it('keep texts, numbers and empty values, and give a formula an apostrophe', () => {
    const { head, line } = lineWriter('csv', ['a', 'lat', '=b']);
    expect(head).toBe("lon,lat,a,lat (2),'=b\n");
    expect(line({ ...point, values: ['=1+1', 1546300800000, null] })).toBe(
      "71.8,46.75,'=1+1,1546300800000,\n",
    );
    expect(line({ lon: Number.NaN, lat: Number.NaN, values: ['-5', '+7 701', '-5,3'] })).toBe(
      ',,-5,\'+7 701,"\'-5,3"\n',
    );
    expect(line({ ...point, values: ['@a', '\tb', '\rc'] })).toBe("71.8,46.75,'@a,'\tb,\"'\rc\"\n");
  });

  it('read back as what was written, by another reader, whatever the texts are', () => {
    const { line } = lineWriter('csv', ['a', 'b']);
    const nasty = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\'a5.eЖ') });
    const texts = fc.oneof(fc.string(), nasty);
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [row] = Papa.parse<string[]>(line({ ...point, values: [a, b] }), {
          newline: '\n',
          delimiter: ',',
        }).data;
        for (const [given, read] of [
          [a, row[2]],
          [b, row[3]],
        ]) {
          expect(read.replace(/^'/, '')).toBe(given.replace(/^'/, ''));
          if (Number.isNaN(Number(read))) expect(read).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });

  it('are GeoJSON features, one a line', () => {
    const { head, line } = lineWriter('ndjson', ['a', '__proto__']);
    expect(head).toBe('');
    const text = line({ ...point, values: ['=x\n', null] });
    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(text).toBe(
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[71.8,46.75]},"properties":{"a":"=x\\n","__proto__":null}}\n',
    );
    expect(JSON.parse(line({ lon: Number.NaN, lat: Number.NaN, values: [1, 2] })).geometry).toBeNull();
  });
});
