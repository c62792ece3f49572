import { describe, expect, it } from 'vitest';
import { formatInteger } from './numbers.ts';
import { text } from './text.ts';

describe('text', () => {
  it('returns the text of a key', () => {
    expect(text('kk', 'terms.hot_place')).toBe('ыстық нүкте');
    expect(text('en', 'errors.boundary.empty', { file: 'a.geojson' })).toContain('a.geojson');
  });

  it('chooses the plural form by the raw count and shows the formatted number', () => {
    const cells = (n: number) => text('ru', 'figures.cells', { n: formatInteger('ru', n), count: n });
    expect([1, 2, 5, 11, 21, 22, 84].map(cells)).toEqual([
      '1 ячейка',
      '2 ячейки',
      '5 ячеек',
      '11 ячеек',
      '21 ячейка',
      '22 ячейки',
      '84 ячейки',
    ]);
    expect(text('kk', 'figures.cells', { n: '84', count: 84 })).toBe('84 ұяшық');
  });

  it('states the concentration with denominator and chance in three languages', () => {
    const values = { subject: 'accidents', unit: 'cells', k: '257', share: '8.5%', expected: '23.7%' };
    expect(text('en', 'statements.half', { ...values, denominator: 'mask', n: '3,023' })).toBe(
      'Half of the road accidents lie in 8.5% of the cells where an incident is possible (257 of 3,023). If they were spread evenly over these places by chance, it would take 23.7%.',
    );
    expect(
      text('ru', 'statements.half', {
        ...values,
        denominator: 'mask',
        n: '3023',
        share: '8,5 %',
        expected: '23,7 %',
      }),
    ).toBe(
      'Половина дорожно-транспортных происшествий приходится на 8,5 % ячеек, где случай возможен (257 из 3023). При случайном равномерном распределении по этим же местам понадобилось бы 23,7 %.',
    );
    expect(
      text('kk', 'statements.half', {
        ...values,
        denominator: 'streets',
        n: '3023',
        share: '8,5 %',
        expected: '23,7 %',
      }),
    ).toBe(
      'Жол-көлік оқиғаларының жартысы көшесі бар ұяшықтардың 8,5 % бөлігіне тиесілі (3023 ішінен 257). Осы орындарға кездейсоқ біркелкі үлестірілсе, олардың 23,7 % бөлігі қажет болар еді.',
    );
  });

  it('refuses a text whose value is missing', () => {
    expect(() => text('en', 'figures.source')).toThrow();
  });
});
