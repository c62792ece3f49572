import { isoDateTime } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { parseWallClock } from './wall-clock.ts';

describe('wall-clock time', () => {
  it('reads the forms of registers, the clock as written', () => {
    const forms: [string, string, boolean][] = [
      ['2019-01-06T23:10', '2019-01-06T23:10:00', true],
      ['2019-01-06 23:10:59', '2019-01-06T23:10:59', true],
      ['2019-01-06T23:10:59Z', '2019-01-06T23:10:59', true],
      ['2019-01-06T23:10:59+06:00', '2019-01-06T23:10:59', true],
      ['06.01.2019 23:10', '2019-01-06T23:10:00', true],
      ['6.1.2019', '2019-01-06T00:00:00', false],
      ['2019-01-06T00:00:00', '2019-01-06T00:00:00', false],
      ['1581193800000', '2020-02-08T20:30:00', true],
    ];
    for (const [given, expected, hourKnown] of forms) {
      const clock = parseWallClock(given);
      expect(isoDateTime(clock?.seconds ?? Number.NaN), given).toBe(expected);
      expect(clock?.hourKnown, given).toBe(hourKnown);
    }
  });

  it('refuses what is no date of the calendar', () => {
    for (const given of [
      '2019-02-29',
      '31.04.2020',
      '2019-01-06T25:00',
      '01/06/2019',
      'yesterday',
      '44000',
    ]) {
      expect(parseWallClock(given), given).toBeUndefined();
    }
  });
});
