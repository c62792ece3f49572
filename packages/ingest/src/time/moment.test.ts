import { daysFromDate, isoDateTime } from '@oryn/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDateOrder } from './date-order.ts';
import { type DateOrder, parseClock, parseMoment } from './moment.ts';

const iso = (text: string, order: DateOrder = 'dmy'): string | undefined => {
  const moment = parseMoment(text, order);
  return moment && isoDateTime(moment.seconds);
};

describe('a time in one cell', () => {
  it('reads the forms of registers in four languages', () => {
    const forms: [string, string][] = [
      ['2019-01-06T23:10', '2019-01-06T23:10:00'],
      ['2019-01-06 23:10:59', '2019-01-06T23:10:59'],
      ['2019-01-06T23:10:59.123Z', '2019-01-06T23:10:59'],
      ['2019-01-06T23:10:59+06:00', '2019-01-06T23:10:59'],
      ['06.01.2019 23:10', '2019-01-06T23:10:00'],
      ['6.1.2019', '2019-01-06T00:00:00'],
      ['06/01/2019 9:05', '2019-01-06T09:05:00'],
      ['06-01-2019', '2019-01-06T00:00:00'],
      ['06.01.19', '2019-01-06T00:00:00'],
      ['06.01.50', '1950-01-06T00:00:00'],
      ['06.01.49', '2049-01-06T00:00:00'],
      ['2019/1/6 11:10 PM', '2019-01-06T23:10:00'],
      ['2019-01-06 12:05 a.m.', '2019-01-06T00:05:00'],
      ['20190106', '2019-01-06T00:00:00'],
      ['20190106231059', '2019-01-06T23:10:59'],
      ['6 января 2019', '2019-01-06T00:00:00'],
      ['6 января 2019 г., 23:10', '2019-01-06T23:10:00'],
      ['06 мая 2019 года', '2019-05-06T00:00:00'],
      ['2019 ж. 6 қаңтар', '2019-01-06T00:00:00'],
      ['2019 жылғы 6 тамыз 23:10', '2019-08-06T23:10:00'],
      ['Jan 6 2019', '2019-01-06T00:00:00'],
      ['January 6, 2019 11:10 PM', '2019-01-06T23:10:00'],
      ['Sun Jan 06 2019 23:10:59', '2019-01-06T23:10:59'],
      ['06-JAN-19', '2019-01-06T00:00:00'],
      ['6 enero 2019', '2019-01-06T00:00:00'],
      ['6 de septiembre de 2019', '2019-09-06T00:00:00'],
      ['1581193800000', '2020-02-08T20:30:00'],
      ['1581193800', '2020-02-08T20:30:00'],
    ];
    for (const [text, expected] of forms) expect(iso(text), text).toBe(expected);
    expect(iso('01/31/2019', 'mdy')).toBe('2019-01-31T00:00:00');
    expect(iso('19-01-31', 'ymd')).toBe('2019-01-31T00:00:00');
    expect(parseMoment('06.01.19')?.twoDigitYear).toBe(true);
  });

  it('reads serial numbers of spreadsheets (44000 is 18 June 2020, .5 is noon)', () => {
    expect(iso('44000')).toBe('2020-06-18T00:00:00');
    expect(iso('44000.5')).toBe('2020-06-18T12:00:00');
    expect(iso('43471,9659722222')).toBe('2019-01-06T23:11:00');
    expect(parseMoment('44000')).toMatchObject({ dateOnly: true, hourKnown: false });
  });

  it('knows months without a day, and hours that are not known', () => {
    for (const text of ['2022-03', '03.2022', '3/2022', 'март 2022', '2022 ж. наурыз', 'Mar 2022']) {
      expect(parseMoment(text), text).toMatchObject({
        seconds: daysFromDate(2022, 3, 1) * 86_400,
        dayKnown: false,
        hourKnown: false,
      });
    }
    expect(parseMoment('28.01.2016 00:00')).toMatchObject({
      hourKnown: false,
      dateOnly: false,
      dayKnown: true,
    });
  });

  it('reads the year mark after a date, and a clock of point or hyphen', () => {
    const forms: [string, string][] = [
      ['15.03.2023 г.', '2023-03-15T00:00:00'],
      ['15.03.2023г', '2023-03-15T00:00:00'],
      ['15.03.2023 ж.', '2023-03-15T00:00:00'],
      ['2023-03-15 г', '2023-03-15T00:00:00'],
      ['15.03.2023 г. 14:30', '2023-03-15T14:30:00'],
      ['15.03.2023 г. в 14:30', '2023-03-15T14:30:00'],
      ['15.03.2023 жылы сағат 14:30', '2023-03-15T14:30:00'],
      ['15.03.2023 14.30', '2023-03-15T14:30:00'],
      ['15.03.2023 г. 14-30', '2023-03-15T14:30:00'],
      ['15 марта 2023 г. 14.30', '2023-03-15T14:30:00'],
    ];
    for (const [text, expected] of forms) expect(iso(text), text).toBe(expected);
    expect(parseMoment('03.2023 г.')).toMatchObject({ dayKnown: false });
  });

  it('keeps the date where the clock is none a day has', () => {
    const texts = ['24:00', '25:10', '13:10 PM', '14:75', '10-15', '33.10', '23:10+25:00'];
    for (const clock of texts)
      expect(parseMoment(`15.03.2023 ${clock}`), clock).toMatchObject({
        seconds: daysFromDate(2023, 3, 15) * 86_400,
        hourKnown: false,
        dayKnown: true,
      });
  });

  it('says which cells are instants', () => {
    expect(parseMoment('2019-01-06T23:10:59+06:00')?.offset).toBe(21_600);
    expect(parseMoment('2019-01-06 23:10 -0330')?.offset).toBe(-12_600);
    expect(parseMoment('2019-01-06T23:10Z')?.offset).toBe(0);
    expect(parseMoment('1581193800000')?.offset).toBe(0);
    expect(parseMoment('2019-01-06T23:10')?.offset).toBeUndefined();
  });

  it('refuses what is no date', () => {
    const texts =
      '|yesterday|2019-02-29|31.04.2020|31.02.2020 24:00|утро|24:00|01.2019 14.30|06.01.2019 - 08.01|06.01.2019 14-30-20|01/31/2019|5|2019|15000|65000|1.5811938E+12|6 martes 2019|6 января мая 2019|1799-12-31|201-01-01|12:30';
    for (const text of texts.split('|')) expect(parseMoment(text), text).toBeUndefined();
  });

  it('reads back every minute in every format', () => {
    const pad = (value: number, size = 2): string => String(value).padStart(size, '0');
    const months = 'января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря'.split(
      ',',
    );
    const kazakh = 'қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан'.split(
      ',',
    );
    const minutes = fc.integer({ min: -2_600_000, max: 40_000_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const date = new Date(minute * 60_000);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const [h, n] = [date.getUTCHours(), date.getUTCMinutes()];
        const clock = `${pad(h)}:${pad(n)}`;
        const half = `${h % 12 || 12}:${pad(n)} ${h < 12 ? 'AM' : 'PM'}`;
        const texts: [string, DateOrder][] = [
          [`${y}-${pad(m)}-${pad(d)}T${clock}`, 'dmy'],
          [`${y}/${m}/${d} ${clock}:00`, 'mdy'],
          [`${pad(d)}.${pad(m)}.${y} ${clock}`, 'dmy'],
          [`${d}/${m}/${y}, ${half}`, 'dmy'],
          [`${m}/${d}/${y} ${half}`, 'mdy'],
          [`${d} ${months[m - 1]} ${y} г. ${clock}`, 'dmy'],
          [`${y} ж. ${d} ${kazakh[m - 1]} ${clock}`, 'dmy'],
          [date.toUTCString().replace('GMT', 'UTC'), 'dmy'],
          [(minute / 1440 + 25_569).toFixed(8), 'dmy'],
        ];
        for (const [text, order] of texts) {
          if (Number(text) < 20_000 || Number(text) >= 60_000) continue;
          expect(parseMoment(text, order)?.seconds, text).toBe(minute * 60);
        }
      }),
    );
  });

  it('never throws and is linear, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('1', '20', '.', '/', '-', ':', ' ', 'T', 'Z', '+', 'мая', 'am', ','),
      }),
    );
    fc.assert(
      fc.property(text, (value) => {
        parseMoment(value);
        parseClock(value);
        decideDateOrder([value]);
      }),
      { numRuns: 1000 },
    );
    for (const unit of ['1', ' ', '1:', '1.', '1/1/', 'a ', '12:30 ', 'T', 'ж. ']) {
      for (const value of [unit.repeat(100_000), `2019-01-06 ${unit.repeat(100_000)}`]) {
        parseMoment(value);
        parseClock(value);
        decideDateOrder([value]);
      }
    }
  });
});

describe('the order of day and month', () => {
  it('is told by a part above twelve', () => {
    expect(decideDateOrder(['01/02/2019', '13/02/2019'])).toBe('dmy');
    expect(decideDateOrder(['01/02/2019', '02/13/2019 10:00'])).toBe('mdy');
    expect(decideDateOrder(['19-01-02', '62-01-31'])).toBe('ymd');
    expect(decideDateOrder(['01/02/2019', '2019-02-13', '', 'x'])).toBeUndefined();
    expect(decideDateOrder(['13/02/2019', '02/13/2019'])).toBeUndefined();
  });
});
