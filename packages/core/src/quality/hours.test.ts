import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { hoursOfData, placeholderMinutes } from './hours.ts';

/** A day of rows: `odd` at every minute, `full` more at every full hour. */
function day(odd: number, full: number, more: Record<number, number> = {}): Float64Array {
  const time: number[] = [];
  for (let minute = 0; minute < 1440; minute++) {
    const n = odd + (minute % 60 === 0 ? full : 0) + (more[minute] ?? 0);
    for (let k = 0; k < n; k++) time.push((18_000 + k) * 86_400 + minute * 60 + (k % 60));
  }
  return Float64Array.from(time);
}

describe('minutes that stand for an unknown hour', () => {
  it('are midnight alone where full hours are alike', () => {
    expect(placeholderMinutes(day(2, 100))).toEqual([{ minute: 0, n: 102, expected: 102 }]);
  });

  it('are noon and 00:01 too where they heap, with what was expected', () => {
    expect(placeholderMinutes(day(2, 100, { 0: 900, 1: 60, 720: 300 }))).toEqual([
      { minute: 0, n: 1002, expected: 102 },
      { minute: 1, n: 62, expected: 2 },
      { minute: 720, n: 402, expected: 102 },
    ]);
  });

  it('leave a busy noon alone, and 00:01 where minutes are even', () => {
    expect(placeholderMinutes(day(2, 100, { 720: 150 })).map(({ minute }) => minute)).toEqual([0]);
  });

  it('are none in even minutes without midnight, nor in an empty file', () => {
    const time = day(3, 0).filter((seconds) => seconds % 86_400 >= 60);
    expect(placeholderMinutes(time)).toEqual([]);
    expect(placeholderMinutes(new Float64Array(0))).toEqual([]);
  });

  it('give no false alarm on random minutes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = randomStream(seed);
      const time = Float64Array.from({ length: 3000 }, () => random.integer(60, 86_399));
      expect(placeholderMinutes(time)).toEqual([]);
    }
  });
});

describe('hours of data', () => {
  it('counts known hours and minutes, as plain code does', () => {
    const random = randomStream(4);
    const time = Float64Array.from({ length: 2000 }, () =>
      random.integer(0, 9) ? random.integer(-1e9, 1e9) : Number.NaN,
    );
    const hourKnown = Uint8Array.from(time, () => (random.integer(0, 3) ? 1 : 0));
    const found = hoursOfData(time, hourKnown);
    const known = [...time.keys()].filter((i) => !Number.isNaN(time[i]) && hourKnown[i]);
    const clock = known.map((i) => new Date(time[i] * 1000));
    expect(found.known).toBe(known.length);
    expect(found.unknown).toBe(
      [...time.keys()].filter((i) => !Number.isNaN(time[i]) && !hourKnown[i]).length,
    );
    for (let hour = 0; hour < 24; hour++)
      expect(found.hours[hour]).toBe(clock.filter((date) => date.getUTCHours() === hour).length);
    for (let minute = 0; minute < 60; minute++)
      expect(found.minutes[minute]).toBe(clock.filter((date) => date.getUTCMinutes() === minute).length);
    expect(found.fullHourShare).toBe(found.minutes[0] / known.length);
  });
});
