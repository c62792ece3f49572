import { describe, expect, it } from 'vitest';
import { errorText } from './error-text.ts';

describe('errorText', () => {
  const swapped = {
    code: 'coordinates.swapped',
    parameters: { file: 'a.csv', row: 12345, lon: 51.1, lat: 71.43, count: 21 },
  };

  it('says what, how many, which row first and what to do', () => {
    expect(errorText('ru', swapped)).toBe(
      'В файле a.csv долгота и широта, похоже, переставлены в 21 строке; первая из них — строка 12\u202f345 (долгота 51.1, широта 71.43). Поменяйте столбцы местами в --columns.',
    );
    expect(errorText('kk', swapped)).toContain('21 жолында');
  });

  it('keeps ports and versions as they are', () => {
    expect(errorText('en', { code: 'port.in-use', parameters: { port: 5173 } })).toContain('Port 5173 ');
  });

  it('shows lists, survives missing values and unknown codes', () => {
    expect(
      errorText('en', { code: 'columns.unknown', parameters: { name: 'x', columns: ['a', 'b'] } }),
    ).toContain('a, b');
    expect(errorText('kk', { code: 'coordinates.swapped' })).toContain('–');
    expect(errorText('en', { code: 'never.heard', parameters: { n: 1 } })).toContain('never.heard (n=1)');
  });
});
