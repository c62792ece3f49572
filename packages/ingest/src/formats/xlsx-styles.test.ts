import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, serialText, shownBy } from './xlsx-styles.ts';

describe('serialText', () => {
  // Values that Excel and LibreOffice Calc show for these serial numbers.
  it.each([
    [1, 'date', '1900-01-01'],
    [59, 'date', '1900-02-28'],
    [60, 'date', '1900-02-29'],
    [61, 'date', '1900-03-01'],
    [25_569, 'date', '1970-01-01'],
    [43_831, 'date', '2020-01-01'],
    [43_831, 'clock', '2020-01-01T00:00:00'],
    [43_831.75, 'date', '2020-01-01T18:00:00'],
    [43_496.916_666_666_664, 'clock', '2019-01-31T22:00:00'],
    [43_831.999_999_99, 'clock', '2020-01-02T00:00:00'],
    [0.5, 'clock', '12:00:00'],
    [0, 'clock', '00:00:00'],
    [2_958_465, 'date', '9999-12-31'],
    [-1, 'date', '-1'],
    [1e9, 'date', '1000000000'],
  ] as const)('%d shown as %s is %s', (serial, shown, text) => {
    expect(serialText(serial, shown, false)).toBe(text);
  });

  it('counts from 1 January 1904 where the workbook says so', () => {
    expect(serialText(0, 'date', true)).toBe('1904-01-01');
    expect(serialText(42_369, 'date', true)).toBe('2020-01-01');
  });
});

describe('shownBy', () => {
  it.each([
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0 "days"', 'number'],
    ['0\\d', 'number'],
    ['[Red]0.0', 'number'],
    ['dd.mm.yyyy', 'date'],
    ['[$-419]d mmmm yyyy"г."', 'date'],
    ['dd/mm/yyyy\\ hh:mm', 'clock'],
    ['[h]:mm', 'clock'],
    ['mm:ss.0', 'clock'],
    ['0;d', 'number'],
  ] as const)('%s shows a %s', (format, shown) => {
    expect(shownBy(format)).toBe(shown);
  });
});

describe('numberText', () => {
  it.each([
    ['51.127000000000002', '51.127'],
    ['1E-7', '0.0000001'],
    ['1.5e+21', '1500000000000000000000'],
    ['-1.25E-9', '-0.00000000125'],
    ['980101300123', '980101300123'],
    ['12345678901234567890', '12345678901234567890'],
    ['7.0', '7'],
    ['', ''],
    ['abc', 'abc'],
  ])('%s is %s', (given, text) => {
    expect(numberText(given)).toBe(text);
  });

  it('reads back as the same number, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(String(value));
        return Number(text) === value && !text.includes('e');
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
