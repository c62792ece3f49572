import { describe, expect, it } from 'vitest';
import { parseWeightTable, weightKey } from './weight-table.ts';

const table = (columns: string[], ...rows: string[][]) =>
  parseWeightTable({ file: 'w.csv', columns, rows: rows.map((values, i) => ({ values, row: i + 2 })) });

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a table of weights', () => {
  it('is named by category, article, ICCS or gravity; a comma is a decimal sign', () => {
    const { by, weights } = table(
      ['Category', 'note', 'Weight'],
      ['Кража', 'x', '12,5'],
      ['Разбой', '', '0'],
    );
    expect(by).toBe('category');
    expect([...weights]).toEqual([
      ['кража', 12.5],
      ['разбой', 0],
    ]);
  });

  it('takes the ways an article is written for one', () => {
    expect(weightKey('article', 'ст. 188 ч. 3')).toBe('188/3');
    expect(weightKey('article', '188/3')).toBe('188/3');
    expect(weightKey('article', '192-1')).toBe('192-1');
    expect(weightKey('article', '188')).toBe('188');
  });

  it('refuses what would make a wrong sum', () => {
    expect(codeOf(() => table(['category', 'days'], ['a', '1']))).toBe('weights.columns');
    expect(codeOf(() => table(['category', 'weight'], ['a', '-1']))).toBe('weights.invalid');
    expect(codeOf(() => table(['category', 'weight'], ['a', '1e308']))).toBe('weights.invalid');
    expect(codeOf(() => table(['category', 'weight'], ['a', '']))).toBe('weights.invalid');
    expect(codeOf(() => table(['category', 'weight'], ['a', '1'], ['A ', '2']))).toBe('weights.repeated');
  });
});
