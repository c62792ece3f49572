import { describe, expect, it } from 'vitest';
import { daysFromDate, SECONDS_PER_DAY } from '../incidents/calendar.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { randomStream } from '../random/stream.ts';
import { filterTally, monthNumber, sumByPlace, tallyIncidents, yearsOfTally } from './tally.ts';

function randomIncidents(count: number): { incidents: Incidents; placeOf: Int32Array } {
  const random = randomStream(31);
  const column = (from: number, to: number): Uint16Array =>
    Uint16Array.from({ length: count }, () => random.integer(from, to));
  const start = daysFromDate(2019, 1, 1) * SECONDS_PER_DAY;
  const incidents: Incidents = {
    count,
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    time: Float64Array.from({ length: count }, () =>
      random.uniform() < 0.05 ? Number.NaN : start + random.integer(0, 1826 * SECONDS_PER_DAY - 1),
    ),
    hourKnown: Uint8Array.from({ length: count }, () => (random.uniform() < 0.9 ? 1 : 0)),
    category: { codes: column(0, 3), labels: ['', 'a', 'b', 'c'] },
    placeType: { codes: column(0, 1), labels: ['', 'x'] },
    row: Uint32Array.from({ length: count }, (_, i) => i + 2),
  };
  return { incidents, placeOf: Int32Array.from({ length: count }, () => random.integer(-1, 40)) };
}

describe('tally', () => {
  const { incidents, placeOf } = randomIncidents(5000);
  const tally = tallyIncidents(incidents, placeOf);

  it('holds every incident inside the area once', () => {
    expect(tally.n.reduce((a, b) => a + b)).toBe(placeOf.filter((place) => place >= 0).length);
  });

  it('filters as a loop over the incidents does', () => {
    const hours = Uint8Array.from({ length: 24 }, (_, hour) => (hour >= 16 ? 1 : 0));
    const filter = {
      fromMonth: monthNumber(2020, 3),
      toMonth: monthNumber(2021, 8),
      categories: Uint8Array.of(0, 1, 0, 1),
      hours,
    };
    const expected = new Uint32Array(41);
    const from = daysFromDate(2020, 3, 1) * SECONDS_PER_DAY;
    const to = daysFromDate(2021, 9, 1) * SECONDS_PER_DAY;
    for (let i = 0; i < incidents.count; i++) {
      const time = incidents.time[i];
      if (placeOf[i] < 0 || !(time >= from && time < to) || !incidents.hourKnown[i]) continue;
      if (![1, 3].includes(incidents.category.codes[i])) continue;
      if (Math.floor((time % SECONDS_PER_DAY) / 3600) >= 16) expected[placeOf[i]]++;
    }
    expect(sumByPlace(tally, 41, filter)).toEqual(expected);
    const kept = filterTally(tally, filter);
    expect(sumByPlace(kept, 41)).toEqual(expected);
    expect(new Set(kept.category)).toEqual(new Set([1, 3]));
    expect(Math.min(...kept.hour)).toBe(16);
  });

  it('knows its years', () => {
    expect(yearsOfTally(tally)).toEqual([2019, 2020, 2021, 2022, 2023]);
  });
});
