import { daysFromDate, type Incidents, randomStream, studyArea } from '@oryn/core';
import type { FileAccount } from '@oryn/ingest';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rankCorrelation } from './compare-hot-spots.ts';
import { inspectIncidents } from './inspect-incidents.ts';
import { REASON_CODES } from './verdict.ts';
import { whySentence } from './words.ts';

/** An invented town of 8 by 8 km; its market and station are real stacks, its centre a defect. */
const WEST = 71;
const SOUTH = 51;
const area = studyArea([
  [
    [
      [WEST, SOUTH],
      [WEST + 0.12, SOUTH],
      [WEST + 0.12, SOUTH + 0.08],
      [WEST, SOUTH + 0.08],
      [WEST, SOUTH],
    ],
  ],
]);
const CENTRE: [number, number] = [WEST + 0.06, SOUTH + 0.04];
const STATION: [number, number] = [71.021111, 51.0633331];

interface Row {
  lon: number;
  lat: number;
  time: number;
  category: number;
}

function town(): Row[] {
  const random = randomStream(11);
  const rows: Row[] = [];
  const moment = (): number =>
    daysFromDate(2019 + random.integer(0, 3), 1 + random.integer(0, 11), 1 + random.integer(0, 27)) * 86_400 +
    random.integer(3600, 86_399);
  const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;
  const add = (lon: number, lat: number): number =>
    rows.push({ lon: degrees(lon), lat: degrees(lat), time: moment(), category: random.integer(1, 3) });
  for (let i = 0; i < 1500; i++)
    add(WEST + 0.0001 + 0.1198 * random.uniform(), SOUTH + 0.0001 + 0.0798 * random.uniform());
  // A true hot spot: a market quarter of some 600 m. Nothing lies exactly on the boundary, where either side is right.
  for (let i = 0; i < 250; i++) add(71.095 + 0.004 * random.normal(), 51.02 + 0.0025 * random.normal());
  return rows;
}

function reading(rows: readonly Row[], change: Partial<Incidents> = {}, account: Partial<FileAccount> = {}) {
  const incidents: Incidents = {
    count: rows.length,
    lon: Float64Array.from(rows, (row) => row.lon),
    lat: Float64Array.from(rows, (row) => row.lat),
    time: Float64Array.from(rows, (row) => row.time),
    hourKnown: new Uint8Array(rows.length).fill(1),
    category: { codes: Uint16Array.from(rows, (row) => row.category), labels: ['', 'a', 'b', 'c'] },
    placeType: { codes: new Uint16Array(rows.length), labels: [''] },
    row: Uint32Array.from(rows, (_, i) => i + 2),
    ...change,
  };
  const file: FileAccount = {
    file: 'town.csv',
    read: rows.length,
    kept: rows.length,
    dropped: {},
    firstRow: {},
    mended: {},
    suspicious: 0,
    withoutDate: 0,
    withoutHour: 0,
    exactDuplicates: 0,
    years: [],
    located: [{ year: 2019, category: 'a', rows: rows.length, located: rows.length }],
    ...account,
  };
  return { incidents, accounts: [file], subject: 'incidents' as const, simulated: true };
}

const codes = (report: { verdict: { reasons: readonly { code: string }[] } }): string[] =>
  report.verdict.reasons.map(({ code }) => code);

describe('inspection of incidents', () => {
  it('has nothing to say against a clean town', () => {
    const report = inspectIncidents(reading(town()), { area });
    expect(report.verdict).toEqual({ use: 'usable', reasons: [] });
    expect(report.hotSpots).toMatchObject({ impossible: null, jaccard: 1, extent: 'area' });
    expect(report.hotSpots.problemPlaces.with).toBeGreaterThan(0);
    // Points around the market may fall over the boundary of the town; the plain comparison counts them.
    const over = town().filter(
      ({ lon, lat }) => lon < WEST || lon > WEST + 0.12 || lat < SOUTH || lat > SOUTH + 0.08,
    );
    expect(report.outside?.n).toBe(over.length);
  });

  it('finds a stack at the centre, which no longer hides the true hot spot', () => {
    const rows = town();
    const random = randomStream(3);
    for (let i = 0; i < 300; i++)
      rows.push({ lon: CENTRE[0], lat: CENTRE[1], time: rows[i].time + 60, category: random.integer(1, 3) });
    const report = inspectIncidents(reading(rows), { area });
    expect(report.coordinates.top[0]).toMatchObject({ n: 300, judgement: 'centroid', name: 'area' });
    expect(report.coordinates.suspectRows).toBe(300);
    expect(codes(report)).toContain('suspect-stacks');
    expect(report.hotSpots.incidents).toEqual({ with: 2050, without: 1750 });
    // The stack comes in by its own count and is set aside: the market beside it is tested among what is left.
    const market = report.hotSpots.places.find(
      (place) => Math.hypot(place.lon - 71.095, place.lat - 51.02) < 0.006,
    );
    expect(market?.fate).toBe('stays');
  });

  it('does not condemn a file for a few suspect rows that make its only hot spot', () => {
    const rows = town().slice(0, 1500);
    const random = randomStream(5);
    for (let i = 0; i < 15; i++) {
      const row = { ...rows[i], lon: 71.03 + 0.002 * random.normal(), lat: 51.06 + 0.0015 * random.normal() };
      for (let k = 0; k < 5; k++) rows.push(row);
    }
    const { hotSpots, verdict } = inspectIncidents(reading(rows), { area });
    expect(hotSpots.jaccard).toBeLessThan(0.5);
    // 60 of 1575 rows are 3.8 %.
    expect(verdict.use).toBe('with-care');
    expect(verdict.reasons).toContainEqual({
      code: 'hot-spots-few',
      weight: 'care',
      share: hotSpots.jaccard,
      n: 60,
    });
  });

  it('takes of a list only the points where records end up', () => {
    const rows = town();
    for (let i = 0; i < 8; i++) rows.push({ ...rows[i], lon: STATION[0], lat: STATION[1] });
    const point = (properties: Record<string, string>): Feature => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: STATION },
    });
    const judged = (facilities: Feature[]): string | undefined =>
      inspectIncidents(reading(rows), { area, facilities }).coordinates.top.find(
        ({ lon }) => lon === STATION[0],
      )?.judgement;
    expect(judged([point({ amenity: 'pub' })])).toBe('ordinary');
    expect(judged([point({ amenity: 'police' })])).toBe('station');
    const { coordinates } = inspectIncidents(reading(rows), {
      area,
      facilities: [point({ amenity: 'pub' }), point({ amenity: 'police' })],
    });
    expect(coordinates.facilities).toEqual({ listed: 2, counted: 1 });
    const named = inspectIncidents(reading(rows), {
      area,
      facilities: [point({ kind: 'police', name_ru: 'Отдел', name_kk: 'Бөлім' })],
    });
    const [stack] = named.coordinates.top.filter(({ judgement }) => judgement === 'station');
    expect(whySentence('kk', stack)).toBe('Бөлім');
    expect(whySentence('en', { ...stack, distanceMeters: 12.4 })).toBe('Отдел, 12 m away');
  });

  it('finds a false hot spot made of repeats and says that it vanishes', () => {
    const rows = town();
    const random = randomStream(5);
    for (let i = 0; i < 20; i++) {
      const row = { ...rows[i], lon: 71.03 + 0.002 * random.normal(), lat: 51.06 + 0.0015 * random.normal() };
      for (let k = 0; k < 8; k++) rows.push(row);
    }
    const report = inspectIncidents(reading(rows), { area });
    expect(report.duplicates?.exact).toMatchObject({ groups: 20, rows: 140 });
    const fates = report.hotSpots.places.map(({ lon, lat, fate }) => [
      Math.hypot(lon - 71.03, lat - 51.06) < 0.01,
      fate,
    ]);
    expect(fates).toContainEqual([true, 'vanishes']);
    expect(fates).toContainEqual([false, 'stays']);
    expect(report.hotSpots.incidents.with - report.hotSpots.incidents.without).toBe(140);
    expect(codes(report)).toContain('exact-duplicates');
  });

  it('knows the station of a list, a district centre, and repeats', () => {
    const rows = town();
    for (let i = 0; i < 30; i++)
      rows.push({ lon: STATION[0], lat: STATION[1], time: rows[i].time + 1, category: 1 });
    for (let i = 0; i < 20; i++)
      rows.push({ lon: 71.03, lat: 51.022222, time: rows[i].time + 2, category: 2 });
    rows.push(...rows.slice(0, 40));
    const facilities: Feature[] = [
      {
        type: 'Feature',
        properties: { name: 'Station <1>' },
        geometry: { type: 'Point', coordinates: [STATION[0] + 0.0003, STATION[1]] },
      },
    ];
    const districts: Feature[] = [
      {
        type: 'Feature',
        properties: { name: 'West' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [71.02, 51.012222],
              [71.04, 51.012222],
              [71.04, 51.032222],
              [71.02, 51.032222],
              [71.02, 51.012222],
            ],
          ],
        },
      },
    ];
    const report = inspectIncidents(reading(rows), { area, facilities, districts });
    const [station, centre] = report.coordinates.top;
    expect(station).toMatchObject({ n: 30, judgement: 'station', name: 'Station <1>' });
    // 0.0003 degrees of longitude at 51° north are 21 m.
    expect(station.distanceMeters).toBeCloseTo(0.0003 * 111_320 * Math.cos((51.06 * Math.PI) / 180), 0);
    expect(centre).toMatchObject({ n: 20, judgement: 'centroid', name: 'West' });
    expect(report.duplicates?.exact.rows).toBe(40);
    expect(report.duplicates?.exact.largest[0]).toEqual({ row: 2, n: 2 });
    expect(codes(report)).toContain('exact-duplicates');
  });

  it('refuses data whose rows mostly have no coordinates, or lie elsewhere', () => {
    const rows = town();
    const lost = inspectIncidents(
      reading(
        rows,
        {},
        {
          read: rows.length * 3,
          dropped: { 'no-coordinates': rows.length * 2 },
          located: [{ year: null, category: '', rows: rows.length * 3, located: rows.length }],
        },
      ),
      { area },
    );
    expect(lost.verdict.use).toBe('not-usable');
    expect(codes(lost)).toEqual(expect.arrayContaining(['hit-rate', 'rows-lost']));
    const away = inspectIncidents(reading(rows.map((row) => ({ ...row, lon: row.lon + 5 }))), { area });
    expect(codes(away)).toContain('mostly-outside');
    // Five degrees of longitude are some 350 km here: beyond the last band.
    expect(away.outside?.bands[4].n).toBe(rows.length);
  });

  it('never fails: no rows, few rows, a plane without degrees, months alone, no dates', () => {
    expect(inspectIncidents(reading([])).verdict.use).toBe('not-usable');
    const few = inspectIncidents(reading(town().slice(0, 5)), { area });
    expect(few.hotSpots.impossible).toBe('too-few');
    expect(codes(few)).toContain('few');
    const rows = town();
    const planar = inspectIncidents(
      reading(rows, {
        lon: new Float64Array(rows.length).fill(Number.NaN),
        lat: new Float64Array(rows.length).fill(Number.NaN),
        projected: {
          crs: 'planar',
          x: Float64Array.from(rows, (row) => Math.round((row.lon - WEST) * 700) * 100),
          y: Float64Array.from(rows, (row) => Math.round((row.lat - SOUTH) * 1100) * 100),
        },
      }),
    );
    expect(planar.hotSpots.impossible).toBe('planar');
    expect(planar.coordinates.grid).toEqual({ step: 100, unit: 'metre', meters: 100, share: 1 });
    const monthly = inspectIncidents(
      reading(rows.map((row, i) => ({ ...row, time: daysFromDate(2022, (i % 12) + 1, 1) * 86_400 }))),
    );
    expect(monthly.duplicates).toBeNull();
    expect(codes(monthly)).toContain('month-only');
    const undated = inspectIncidents(reading(rows.map((row) => ({ ...row, time: Number.NaN }))));
    expect(undated.time).toMatchObject({ resolution: 'none', months: [] });
    expect(JSON.parse(JSON.stringify(undated)).verdict.use).toBe(undated.verdict.use);
  });

  it('counts struck-off records by district, kept and dropped ones', () => {
    const rows = town().slice(0, 100);
    const report = inspectIncidents(
      reading(
        rows,
        {
          discontinued: Uint8Array.from(rows, (_, i) => (i < 10 ? 1 : 0)),
          district: {
            codes: Uint16Array.from(rows, (_, i) => (i < 50 ? 1 : 2)),
            labels: ['', 'North', 'South'],
          },
        },
        { read: 130, dropped: { 'struck-off': 10, 'no-coordinates': 20 } },
      ),
    );
    expect(report.struckOff).toEqual({
      rows: 20,
      share: 20 / 110,
      districts: [
        { district: 'North', rows: 10, of: 50 },
        { district: 'South', rows: 0, of: 50 },
      ],
    });
  });

  it('has no two reasons of one code', () => {
    expect(new Set(REASON_CODES).size).toBe(REASON_CODES.length);
  });
});

it('has the rank correlation of R: cor(c(1,2,2,4,9), c(2,1,3,4,8), method = "spearman")', () => {
  // Ranks 1, 2.5, 2.5, 4, 5 and 2, 1, 3, 4, 5: covariance 8, sums of squares 9.5 and 10.
  expect(rankCorrelation([1, 2, 2, 4, 9], [2, 1, 3, 4, 8])).toBeCloseTo(8 / Math.sqrt(95), 12);
  expect(rankCorrelation([1, 2], [1, 2])).toBeNull();
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
});
