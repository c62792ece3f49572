import { describe, expect, it } from 'vitest';
import { monthKey, monthOfKey, monthText } from './months.ts';

describe('a month', () => {
  it('is written in the address and read from it', () => {
    expect(monthOfKey('2021-07')).toBe(2021 * 12 + 6);
    expect(monthKey(2021 * 12 + 6)).toBe('2021-07');
    for (const wrong of [undefined, '2021-13', '2021-7', 'July']) expect(monthOfKey(wrong)).toBeUndefined();
  });

  it('is named, February of a leap year too', () => {
    expect(monthText('en', 2020 * 12 + 1)).toBe('February\u00a02020');
    expect(monthText('kk', 2021 * 12 + 6)).toBe('2021\u00a0жылғы шілде');
  });
});
