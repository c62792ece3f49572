import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAngle } from './angle.ts';
import { isMissing, parseNumber } from './coordinate-number.ts';
import { parsePointText } from './point-text.ts';

describe('numbers of tables', () => {
  it('reads every double as the language does, with point or comma', () => {
    const decimal = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.stringMatching(/^\d{1,18}$/));
    fc.assert(
      fc.property(decimal, fc.constantFrom('.', ','), ([whole, fraction], mark) => {
        const text = `${whole}.${fraction}`;
        expect(Object.is(parseNumber(text.replace('.', mark)), Number(text))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(parseNumber(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  it('reads spaces of all kinds and thousands where they are certain', () => {
    const forms: [string, number][] = [
      ['\u00a071,43\u202f', 71.43],
      ['−71.43', -71.43],
      ['+5.5', 5.5],
      ['5 459 092,43', 5459092.43],
      ['5\u00a0459\u00a0092.43', 5459092.43],
      ["5'459'092", 5459092],
      ['5\u2009459\u2009092', 5459092],
      ['1,234,567.8', 1234567.8],
      ['1.234.567,8', 1234567.8],
      ['1.234.567', 1234567],
      ['12,345', 12.345],
      ['6,25722555000', 6.25722555],
      ['39.1431856100598123', Number('39.1431856100598123')],
      ['1.5e3', 1500],
    ];
    for (const [text, value] of forms) expect(parseNumber(text), text).toBe(value);
    for (const text of [
      '',
      ' ',
      '-',
      'NA',
      '0x10',
      'Infinity',
      '1 2',
      '12 34 567',
      '1,2,3',
      '1.2.3',
      '5..1',
      '1e999',
    ]) {
      expect(parseNumber(text), text).toBeNaN();
    }
  });

  it('knows the words for nothing', () => {
    for (const text of ['', '  ', 'NA', 'null', 'н/д', 'Жоқ', 'нет данных', '-', '#N/A'])
      expect(isMissing(text), text).toBe(true);
    for (const text of ['0', '71.4', 'x', 'north']) expect(isMissing(text), text).toBe(false);
  });
});

describe('angles', () => {
  it('reads degrees, minutes and seconds in the letters of four languages', () => {
    const north = 51 + 10 / 60 + 11.5 / 3600;
    const forms: [string, number, string | undefined][] = [
      [`51°10'11.5"N`, north, 'lat'],
      ['51° 10′ 11,5″ с.ш.', north, 'lat'],
      ['51 10 11.5', north, undefined],
      ['N 51°10.5’', 51.175, 'lat'],
      ['71°24′ в.д.', 71.4, 'lon'],
      ['71,4° ш.б.', 71.4, 'lon'],
      ['51,17 с.е.', 51.17, 'lat'],
      ['75.57 O', -75.57, 'lon'],
      ["6°15'S", -6.25, 'lat'],
      ["-51°30'", -51.5, undefined],
      ['51.17°', 51.17, undefined],
      ['58º W', -58, 'lon'],
    ];
    for (const [text, degrees, axis] of forms) {
      expect(parseAngle(text)?.degrees, text).toBeCloseTo(degrees, 12);
      expect(parseAngle(text)?.axis, text).toBe(axis);
    }
    for (const text of [
      "51°61'",
      '51 10 60',
      '51.5 10',
      'N 51 E',
      '51 N N',
      '1 2 3 4',
      'abc',
      '51 xyz',
      '',
    ]) {
      expect(parseAngle(text), text).toBeUndefined();
    }
  });

  it('reads back what is written in degrees, minutes and seconds', () => {
    const part = fc.tuple(
      fc.nat(179),
      fc.nat(59),
      fc.nat(59_999),
      fc.constantFrom('N', 'S', 'E', 'W', 'с.ш.', 'з.д.'),
    );
    const marks = fc.constantFrom(['°', "'", '"'], ['° ', '′ ', '″ '], [' ', ' ', ' '], ['º', '’', '”']);
    fc.assert(
      fc.property(part, marks, ([degrees, minutes, millis, letter], [d, m, s]) => {
        const text = `${degrees}${d}${minutes}${m}${(millis / 1000).toFixed(3)}${s}${letter}`;
        const sign = ['S', 'W', 'з.д.'].includes(letter) ? -1 : 1;
        expect(parseAngle(text)?.degrees, text).toBeCloseTo(
          sign * (degrees + minutes / 60 + millis / 3_600_000),
          10,
        );
      }),
    );
  });
});

describe('two coordinates in one cell', () => {
  it('reads pairs, WKT and hemispheres', () => {
    const forms: [string, number, number, string | undefined][] = [
      ['51.1694, 71.4491', 51.1694, 71.4491, undefined],
      ['51.1694,71.4491', 51.1694, 71.4491, undefined],
      ['51,1694 71,4491', 51.1694, 71.4491, undefined],
      ['51,1694; 71,4491', 51.1694, 71.4491, undefined],
      ['51,1694, 71,4491', 51.1694, 71.4491, undefined],
      ['51,1694,71,4491', 51.1694, 71.4491, undefined],
      ['(71.4491 51.1694)', 71.4491, 51.1694, undefined],
      ['[71.4491, 51.1694]', 71.4491, 51.1694, undefined],
      ['POINT(71.4491 51.1694)', 71.4491, 51.1694, 'lon-lat'],
      ['POINT Z (71.4491 51.1694 340)', 71.4491, 51.1694, 'lon-lat'],
      ['point (-71.5 -5e1)', -71.5, -50, 'lon-lat'],
      [`51°30'N 71°30'E`, 51.5, 71.5, 'lat-lon'],
      [`51°30'0" с.ш., 71°30'0" в.д.`, 51.5, 71.5, 'lat-lon'],
      ['E71.5 N51.5', 71.5, 51.5, 'lon-lat'],
      ['51 30 0, 71 30 0', 51.5, 71.5, undefined],
    ];
    for (const [text, first, second, order] of forms) {
      expect(parsePointText(text), text).toEqual({ first, second, order, srid: undefined });
    }
    expect(parsePointText('SRID=32642;POINT(687592 4743963)')?.srid).toBe('EPSG:32642');
    for (const text of [
      '',
      '51',
      'POINT EMPTY',
      'POINT(71)',
      'LINESTRING(0 0,1 1)',
      'Есіл 5, 71',
      '51 N, 71 N',
      'a, b',
    ]) {
      expect(parsePointText(text), text).toBeUndefined();
    }
  });
});

describe('readers of coordinates', () => {
  it('never throw and are linear, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('5', '.', ',', ' ', '°', "'", '"', 'N', 'POINT(', ')', ';', '-', 'е'),
      }),
    );
    fc.assert(
      fc.property(text, (value) => {
        parseNumber(value);
        parseAngle(value);
        parsePointText(value);
        isMissing(value);
      }),
      { numRuns: 1000 },
    );
    for (const unit of ['1', ' ', ',', '1,', '1 ', ' 111', '°', "1'", '(', 'POINT(1 ', '\u00a0', ';']) {
      const long = unit.repeat(100_000);
      for (const value of [long, `${long}x`, `1${long}`, ` ${long}`]) {
        parseNumber(value);
        parseAngle(value);
        parsePointText(value);
        isMissing(value);
      }
    }
  });
});
