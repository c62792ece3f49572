import { expect, it } from 'vitest';
import { categoryColumn, isBareCode, sheetCategoryName } from './category-codes.ts';

const found = (file: string, columns: string) => ({
  ...{ name: 'columns', value: columns, unit: '', rule: file, reason: 'columnsFound' },
});

it('a bare number is called a code, a word of the register is left as it is', () => {
  expect(['05', '1', '0512', 'police-detected:105'].every(isBareCode)).toBe(true);
  expect(['', 'theft', '188-1', '05 collision', '2019-05'].some(isBareCode)).toBe(false);
  expect(sheetCategoryName('ru', '05')).toBe('Код 05');
  expect(sheetCategoryName('en', 'theft')).toBe('Theft');
});

it('the column of the categories is the one said, else the one that all files have', () => {
  const one = found('a.csv', 'lon=lon,lat=lat,category=crash_type_code,district=area');
  const other = found('b.csv', 'category=kind,lon=x');
  expect(categoryColumn({ study: {}, choices: [one] })).toBe('crash_type_code');
  expect(categoryColumn({ study: {}, choices: [one, other] })).toBeUndefined();
  expect(categoryColumn({ study: {}, choices: [found('c.csv', 'lon=lon,lat=lat')] })).toBeUndefined();
  expect(categoryColumn({ study: { columns: { category: 'type' } }, choices: [one] })).toBe('type');
});
