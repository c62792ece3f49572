import { type Incidents, pointTally } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { placeSheets } from './place-sheet.ts';

const DAY = 86_400;
/** 5 January 1970 was a Monday. */
const MONDAY = 4 * DAY;

interface Row {
  place: number;
  time?: number;
  hourKnown?: boolean;
  category?: number;
  lon?: number;
}

function sheetOf(rows: Row[], members = [0]) {
  const incidents: Incidents = {
    count: rows.length,
    lon: Float64Array.from(rows, ({ lon = 70 }) => lon),
    lat: new Float64Array(rows.length).fill(50),
    time: Float64Array.from(rows, ({ time = Number.NaN }) => time),
    hourKnown: Uint8Array.from(rows, ({ hourKnown = true }) => (hourKnown ? 1 : 0)),
    category: {
      codes: Uint16Array.from(rows, ({ category = 1 }) => category),
      labels: ['', 'theft', 'police-detected:drugs', 'robbery'],
    },
    placeType: { codes: new Uint16Array(rows.length), labels: [''] },
    row: new Uint32Array(rows.length),
  };
  const points = pointTally(
    incidents,
    Int32Array.from(rows, ({ place }) => place),
  );
  return placeSheets(incidents, points, { categories: Uint8Array.of(1, 1, 0, 0) }, [members])[0];
}

describe('the sheet of a problem place', () => {
  it('tells hours, weekdays and the busiest eight hours, past midnight too', () => {
    const at = (day: number, hour: number): Row => ({ place: 0, time: MONDAY + day * DAY + hour * 3600 });
    const { hours, week, shift, hourUnknown } = sheetOf([
      at(0, 23),
      at(5, 23),
      at(6, 2),
      at(6, 12),
      { place: 0, time: MONDAY, hourKnown: false },
      { place: 1, time: MONDAY + 12 * 3600 },
    ]);
    expect(hours[23]).toBe(2);
    expect([week[23], week[5 * 24 + 23], week[6 * 24 + 2], week[6 * 24 + 12]]).toEqual([1, 1, 1, 1]);
    expect(week.reduce((a, b) => a + b)).toBe(4);
    expect(shift).toEqual({ from: 19, hours: 8, n: 3 });
    expect(hourUnknown).toBe(1);
  });

  it('keeps offences of other layers apart', () => {
    const { incidents, categories, apart } = sheetOf([
      { place: 0 },
      { place: 0, category: 2 },
      { place: 0, category: 2 },
      // Of the same layer, but not asked for: neither here nor apart.
      { place: 0, category: 3 },
    ]);
    expect(incidents).toBe(1);
    expect(categories).toEqual([{ label: 'theft', n: 1 }]);
    expect(apart).toEqual([{ label: 'police-detected:drugs', n: 2 }]);
  });

  it('flags one coordinate, few incidents, unknown hours and a single year', () => {
    const many = Array.from(
      { length: 12 },
      (_, i): Row => ({ place: 0, lon: i < 6 ? 70 : 71 + i, time: MONDAY }),
    );
    expect(sheetOf(many).flags).toEqual(['stacked']);
    expect(sheetOf(many).addresses[0]).toEqual({ lon: 70, lat: 50, n: 6 });
    expect(sheetOf(many).distinctCoordinates).toBe(7);
    const spread = many.map((row, i): Row => ({ ...row, lon: i, hourKnown: i % 2 === 0 }));
    expect(sheetOf(spread).flags).toEqual(['hours-unknown']);
    const years = spread.map(
      (row, i): Row => ({ ...row, hourKnown: true, time: i < 10 ? MONDAY : 400 * DAY }),
    );
    expect(sheetOf(years).flags).toEqual(['one-year']);
    expect(sheetOf([{ place: 0, time: MONDAY }]).flags).toEqual(['few']);
  });

  it('of no incident at all is empty', () => {
    const empty = sheetOf([{ place: 1 }]);
    expect(empty.incidents).toBe(0);
    expect(empty.shift).toBe(undefined);
  });
});
