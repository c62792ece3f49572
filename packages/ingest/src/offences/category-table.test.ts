import { describe, expect, it } from 'vitest';
import { parseCategoryTable } from './category-table.ts';
import { offenceOf } from './offence.ts';

describe('a table of categories', () => {
  const columns = ['Category', 'group', 'layer', 'gravity', 'iccs', 'name_ru'];
  const parse = (...rows: string[][]) =>
    parseCategoryTable({ file: 't.csv', columns, rows: rows.map((values, i) => ({ values, row: i + 2 })) });

  it('decides label, layer, gravity and section', () => {
    const table = parse(
      ['Кража из авто', 'theft_from_car', 'place', '2', '0502', 'Кражи из автомобилей'],
      ['Обман', 'fraud', 'placeless', '', '', ''],
      ['', '', '', '', '', ''],
      ['Child care burglary', 'burglary', 'place', '', '0501', ''],
      ['1200', 'other', 'place', '', '', ''],
    );
    expect(table.size).toBe(4);
    expect(table.get('кража из авто')?.name).toEqual({ ru: 'Кражи из автомобилей' });
    expect(offenceOf({ category: ' КРАЖА  из авто' }, table)).toEqual({
      label: 'theft_from_car',
      restricted: false,
      gravity: '2',
      iccs: '0502',
      known: true,
      rule: 'table',
    });
    expect(offenceOf({ category: 'Обман' }, table).label).toBe('placeless:fraud');
    expect(offenceOf({ category: 'child care burglary' }, table).restricted).toBe(false);
    expect(offenceOf({ category: '1200' }, table).restricted, 'an article is never lifted').toBe(true);
    expect(offenceOf({ category: 'Угон' }, table)).toMatchObject({ label: 'Угон', known: false });
  });

  it.each([
    ['categories.layer', [['a', 'b', 'street']], { row: 2, given: 'street' }],
    ['categories.empty-cell', [['a', '', 'place']], { row: 2, name: 'group' }],
    ['categories.gravity', [['a', 'b', 'place', '5']], { row: 2, given: '5' }],
    ['categories.iccs', [['a', 'b', 'place', '', 'theft']], { row: 2, given: 'theft' }],
    [
      'categories.repeated',
      [
        ['Ёж', 'b', 'place'],
        ['еж ', 'c', 'place'],
      ],
      { row: 3, first: 2 },
    ],
  ])('refuses: %s', (code, rows, parameters) => {
    expect(() => parse(...rows)).toThrow(
      expect.objectContaining({ code, parameters: expect.objectContaining(parameters) }),
    );
  });

  it('names the column that is missing', () => {
    expect(() => parseCategoryTable({ file: 't.csv', columns: ['category', 'group'], rows: [] })).toThrow(
      expect.objectContaining({
        code: 'categories.columns',
        parameters: expect.objectContaining({ missing: 'layer' }),
      }),
    );
  });
});
