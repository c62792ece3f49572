import { afterEach, describe, expect, it, vi } from 'vitest';
import { decimalsOf, formatInteger, formatNumber, formatP, formatPercent } from './numbers.ts';

afterEach(() => vi.restoreAllMocks());

describe('numbers', () => {
  it('groups thousands from 10 000 in Kazakh and Russian, from 1,000 in English', () => {
    expect(formatInteger('ru', 3081)).toBe('3081');
    expect(formatInteger('ru', 30812)).toBe('30\u202f812');
    expect(formatInteger('kk', 1234567)).toBe('1\u202f234\u202f567');
    expect(formatInteger('en', 3081)).toBe('3,081');
    expect(formatInteger('en', 999)).toBe('999');
  });

  it('keeps whole digits and three significant ones', () => {
    expect(formatNumber('en', 2.13847)).toBe('2.14');
    expect(formatNumber('kk', 2.13847, { significant: 2 })).toBe('2,1');
    expect(formatNumber('en', 12345.678)).toBe('12,346');
    expect(formatNumber('en', 9.996)).toBe('10');
    expect(formatNumber('en', 0.00012345)).toBe('0.000123');
    expect(formatNumber('en', 5)).toBe('5');
    expect(formatNumber('ru', 1.5, { decimals: 2 })).toBe('1,50');
    expect(formatNumber('en', 1e22)).toBe('10,000,000,000,000,000,000,000');
  });

  it('gives numbers under one another the same decimals', () => {
    expect(decimalsOf([3.68, 2.8, 3.2])).toBe(2);
    expect(decimalsOf([30.4, 28])).toBe(1);
    expect(decimalsOf([5, 12345])).toBe(0);
    expect(decimalsOf([0.0123, 0.5, Number.NaN])).toBe(3);
    expect(decimalsOf([0.0123, 25])).toBe(2);
    expect(decimalsOf([0.0123, 0.04])).toBe(4);
    expect(decimalsOf([0.41, 0.056], 2)).toBe(2);
    expect(decimalsOf([])).toBe(0);
    expect(formatPercent('ru', 0.28, { decimals: 1 })).toBe('28,0\u00a0%');
  });

  it('never writes minus zero, and NaN is not a number', () => {
    expect(formatNumber('en', -0)).toBe('0');
    expect(formatNumber('ru', -0.0001, { decimals: 2 })).toBe('0,00');
    expect(formatNumber('en', -2.5)).toBe('\u22122.5');
    expect(formatNumber('kk', Number.NaN)).toBe('–');
    expect(formatPercent('kk', Number.NaN)).toBe('–');
    expect(formatP('kk', Number.NaN)).toBe('–');
  });

  it('writes percentages and p-values as the language does', () => {
    expect(formatPercent('ru', 0.085)).toBe('8,5\u00a0%');
    expect(formatPercent('kk', 0.237)).toBe('23,7\u00a0%');
    expect(formatPercent('en', 0.085)).toBe('8.5%');
    expect(formatP('ru', 0.0002)).toBe('<\u00a00,001');
    expect(formatP('en', 0.0493)).toBe('0.049');
  });

  it('does not ask Intl, whose Kazakh differs between machines', () => {
    const fail = () => {
      throw new Error('Intl was used');
    };
    vi.spyOn(Intl, 'NumberFormat').mockImplementation(fail);
    vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(fail);
    expect(formatNumber('kk', 12345.5, { decimals: 1 })).toBe('12\u202f345,5');
    expect(formatPercent('kk', 0.5)).toBe('50\u00a0%');
  });
});
