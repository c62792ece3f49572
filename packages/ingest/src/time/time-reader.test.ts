import { isoDateTime, OrynError } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../columns/column-roles.ts';
import { type TimeOptions, type TimeReader, timeReader } from './time-reader.ts';
import { offsetOfZone, zoneFromPair } from './zone.ts';

const readerOf = (
  columns: string[],
  rows: string[][],
  mapping: ColumnMapping,
  options?: TimeOptions,
): TimeReader => timeReader({ columns, sample: rows }, mapping, options);

const read = (reader: TimeReader, ...fields: string[]): string => {
  const time = reader.read(fields);
  if (time === undefined || time === 'bad-date') return String(time);
  const end = time.endSeconds === undefined ? '' : ` to ${isoDateTime(time.endSeconds)}`;
  return `${isoDateTime(time.seconds)}${time.hourKnown ? '' : ' hour?'}${time.dayKnown ? '' : ' day?'}${end}`;
};

describe('time reader', () => {
  it('reads a column, blanks and what is no date', () => {
    const reader = readerOf(['t'], [['31.01.2020 22:10']], { time: 't' });
    expect(reader.choice).toMatchObject({ order: 'dmy', orderReason: 'values', instants: false });
    expect(read(reader, '31.01.2020 22:10')).toBe('2020-01-31T22:10:00');
    expect(read(reader, '')).toBe('undefined');
    expect(read(reader, 'NA')).toBe('undefined');
    expect(read(reader, '32.01.2020')).toBe('bad-date');
  });

  it('decides the order over the sample, else day first, and says so', () => {
    const orders: [string[], TimeOptions, string, string][] = [
      [['1/2/2020', '1/31/2020'], {}, 'mdy', 'values'],
      [['1/2/2020', '3/4/2020'], {}, 'dmy', 'undecided'],
      [['1/2/2020', '3/4/2020'], { dateOrder: 'mdy' }, 'mdy', 'given'],
      [['2020-01-02'], {}, 'dmy', 'unneeded'],
    ];
    for (const [dates, options, order, orderReason] of orders) {
      const reader = readerOf(
        ['t'],
        dates.map((date) => [date]),
        { time: 't' },
        options,
      );
      expect(reader.choice).toMatchObject({ order, orderReason });
    }
    const american = readerOf(['t'], [['12/31/2019 11:05 PM']], { time: 't' });
    expect(read(american, '01/02/2020 11:05 PM')).toBe('2020-01-02T23:05:00');
  });

  it('takes a span that ends at 24:00 to the end of that day', () => {
    const span = readerOf(['from', 'to'], [], { time: 'from', timeEnd: 'to' });
    expect(read(span, '15.03.2023 20:00', '15.03.2023 24:00')).toBe(
      '2023-03-15T20:00:00 to 2023-03-15T23:59:59',
    );
  });

  it('joins a clock of its own column, an hour alone, and parts (Vancouver: 0:00 is withheld)', () => {
    const clock = readerOf(['d', 'c'], [], { time: 'd', clock: 'c' });
    expect(read(clock, '2019-01-06', '23:10')).toBe('2019-01-06T23:10:00');
    expect(read(clock, '2019-01-06', '2310')).toBe('2019-01-06T23:10:00');
    expect(read(clock, '2019-01-06', '0.5')).toBe('2019-01-06T12:00:00');
    expect(read(clock, '2019-01-06', '')).toBe('2019-01-06T00:00:00 hour?');
    for (const none of ['25:00', '24:00', 'утро', '10-15', '14-30-'])
      expect(read(clock, '2019-01-06', none)).toBe('2019-01-06T00:00:00 hour?');
    for (const written of ['14-30', '14.30', '14:30'])
      expect(read(clock, '15.03.2023 г.', written)).toBe('2023-03-15T14:30:00');
    expect(read(clock, '15.03.2023', '22-00')).toBe('2023-03-15T22:00:00');
    expect(read(clock, '32.01.2019', '10:00')).toBe('bad-date');
    expect(read(clock, '2019-01-06 09:00', '23:10')).toBe('2019-01-06T09:00:00');

    const hour = readerOf(['date_local', 'hour_local'], [], { time: 'date_local', hour: 'hour_local' });
    expect(read(hour, '1/1/2010', '0')).toBe('2010-01-01T00:00:00');
    expect(read(hour, '1/1/2010', '17')).toBe('2010-01-01T17:00:00');

    const names = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE'];
    const parts = readerOf(names, [], {
      year: 'YEAR',
      month: 'MONTH',
      day: 'DAY',
      hour: 'HOUR',
      minute: 'MINUTE',
    });
    expect(read(parts, '2018', '6', '16', '18', '5')).toBe('2018-06-16T18:05:00');
    expect(read(parts, '2018', '6', '16', '0', '0')).toBe('2018-06-16T00:00:00 hour?');
    expect(read(parts, '2018', '6', '16', '', '')).toBe('2018-06-16T00:00:00 hour?');
    expect(read(parts, '2018', 'июнь', '', '', '')).toBe('2018-06-01T00:00:00 hour? day?');
    expect(read(parts, '2018', '13', '1', '', '')).toBe('bad-date');
    expect(read(parts, '2018', '6', '16', '24', '0')).toBe('2018-06-16T00:00:00 hour?');
    expect(read(parts, '', '', '', '', '')).toBe('undefined');
  });

  it('knows a column of months (Lancashire writes the first day)', () => {
    const reader = readerOf(['month'], [['2022-01-01'], ['2022-02-01']], { time: 'month' });
    expect(reader.choice.monthOnly).toBe(true);
    expect(read(reader, '2022-03-01')).toBe('2022-03-01T00:00:00 hour? day?');
    expect(readerOf(['date'], [['2022-01-01']], { time: 'date' }).choice.monthOnly).toBe(false);
  });

  it('keeps every clock as written, and turns only instants when a zone is given', () => {
    const rows = [['1581193800000']];
    expect(read(readerOf(['t'], rows, { time: 't' }), '1581193800000')).toBe('2020-02-08T20:30:00');
    expect(readerOf(['t'], rows, { time: 't' }).choice).toMatchObject({ instants: true, offset: undefined });
    const local = readerOf(['t'], rows, { time: 't' }, { zone: '+06:00' });
    expect(read(local, '1581193800000')).toBe('2020-02-09T02:30:00');
    expect(read(local, '2020-02-08T20:30:00Z')).toBe('2020-02-09T02:30:00');
    expect(read(local, '2020-02-08T20:30:00+05:00')).toBe('2020-02-08T21:30:00');
    expect(read(local, '08.02.2020 20:30')).toBe('2020-02-08T20:30:00');
    expect(read(local, '2020-02-08')).toBe('2020-02-08T00:00:00 hour?');
    expect(read(readerOf(['t'], rows, { time: 't' }, { zone: 'local' }), '2020-02-08T20:30:00Z')).toBe(
      '2020-02-08T20:30:00',
    );
  });

  it('reads spans; an end before the start is no date, an end without a clock is the end of its day', () => {
    const reader = readerOf(['from', 'to'], [], { time: 'from', timeEnd: 'to' });
    expect(read(reader, '01.02.2020 10:00', '02.02.2020 08:00')).toBe(
      '2020-02-01T10:00:00 to 2020-02-02T08:00:00',
    );
    expect(read(reader, '01.02.2020 10:00', '01.02.2020')).toBe('2020-02-01T10:00:00 to 2020-02-01T23:59:59');
    expect(read(reader, '01.02.2020 10:00', '')).toBe('2020-02-01T10:00:00');
    expect(read(reader, '01.02.2020 10:00', '01.02.2020 09:59')).toBe('bad-date');
    expect(read(reader, '01.02.2020 10:00', 'soon')).toBe('bad-date');
  });
});

describe('zones', () => {
  it('are offsets, utc or local', () => {
    expect(['+05:00', '-0330', '+5', 'UTC', 'local'].map(offsetOfZone)).toEqual([
      18_000,
      -12_600,
      18_000,
      0,
      undefined,
    ]);
    for (const zone of ['Asia/Almaty', '+25', '', '5'])
      expect(() => offsetOfZone(zone), zone).toThrow(OrynError);
  });

  it('are found from the two times of the official layer', () => {
    const layer = (rows: string[][]) => ({ columns: ['DAT_SOVER', 'DAT_SOVER_STR'], sample: rows });
    // Old service: the epoch is the local clock (the record of Taraz in the notes on the layer).
    expect(zoneFromPair(layer([['1581193800000', '08.02.2020 20:30']]))).toEqual({
      hours: 0,
      rows: 1,
      agreeing: 1,
    });
    // True UTC at +06: local 20:30 is 14:30 UTC.
    const utc = Array.from({ length: 10 }, (_, i) => [
      String(1581172200000 + i * 86_400_000),
      `${pad(8 + i)}.02.2020 20:30`,
    ]);
    expect(zoneFromPair(layer(utc))).toEqual({ hours: 6, rows: 10, agreeing: 10 });
    expect(zoneFromPair(layer([utc[0], ['1581193800000', '08.02.2020 20:30']]))).toBeUndefined();
    expect(zoneFromPair({ columns: ['dat_sover'], sample: [] })).toBeUndefined();
  });
});

const pad = (value: number): string => String(value).padStart(2, '0');
