import {
  dateFromDays,
  daysFromDate,
  OrynError,
  randomStream,
  SECONDS_PER_DAY,
  selectIncidents,
} from '@oryn/core';
import { memoryFile } from '@oryn/ingest';
import { formatInteger } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { readStudy } from '../evaluate/read.ts';
import { windowOf } from '../evaluate/smoothing.ts';
import { changeFigure } from './change-figure.tsx';
import { changedCells } from './change-figure-cells.ts';
import { periodsOf, sameSeasons } from './change-figure-periods.ts';
import { densityFigure } from './density-figure.tsx';
import { densityOf, roundLevels } from './density-figure-surface.ts';
import type { Drawn } from './drawn.ts';
import { dualDensityFigure } from './dual-density-figure.tsx';
import { comparedCategories, LEAST_TOGETHER } from './dual-density-figure-compared.ts';
import type { FigureChoices } from './figure-names.ts';

const RISING = [70.335, 46.36];
const FALLING = [70.375, 46.385];
const YEARS = [2020, 2021, 2022];

/** An invented town in which one place rises and one falls, and robbery keeps to the east. */
function townTable(): string {
  const random = randomStream(12);
  const rows: string[] = [];
  const add = (
    year: number,
    category: string,
    [lon = 0, lat = 0]: readonly number[],
    spread: number,
  ): void => {
    const date = dateFromDays(daysFromDate(year, 1, 1) + random.integer(0, 364));
    const day = [date.year, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('-');
    const x = (lon + spread * random.normal()).toFixed(6);
    rows.push(`true,${day}T12:30,${category},${x},${(lat + spread * random.normal()).toFixed(6)}`);
  };
  YEARS.forEach((year, t) => {
    for (let i = 0; i < 600; i++) {
      const point = [70.33 + 0.05 * random.uniform(), 46.355 + 0.035 * random.uniform()];
      add(year, random.uniform() < (point[0]! > 70.355 ? 0.5 : 0.1) ? 'robbery' : 'theft', point, 0);
    }
    for (let i = 0; i < 10 + 50 * t; i++) add(year, 'theft', RISING, 0.0003);
    for (let i = 0; i < 110 - 50 * t; i++) add(year, 'theft', FALLING, 0.0003);
  });
  rows.push('true,,theft,70.35,46.36');
  return `simulated,date,category,lon,lat\n${rows.join('\n')}\n`;
}

async function townStudy(): Promise<Drawn> {
  const ring = [
    [70.3, 46.33],
    [70.4, 46.33],
    [70.4, 46.41],
    [70.3, 46.41],
    [70.3, 46.33],
  ];
  const encode = (text: string) => new TextEncoder().encode(text);
  const sources = new Map([
    ['town.csv', memoryFile('town.csv', encode(townTable()))],
    [
      'area.geojson',
      memoryFile('area.geojson', encode(JSON.stringify({ type: 'Polygon', coordinates: [ring] }))),
    ],
  ]);
  const study = parseStudy({ files: ['town.csv'], boundary: 'area.geojson', bandwidth: 400 }, 'test');
  return evaluate(await readStudy(study, sources));
}

const reasonOf = (draw: () => unknown): unknown => {
  try {
    draw();
  } catch (error) {
    if (error instanceof OrynError) return error.parameters.reason ?? error.code;
    throw error;
  }
  return undefined;
};

describe('maps of surfaces and of change', async () => {
  const drawn = await townStudy();
  const { incidents, places, plane } = drawn;
  const area = windowOf(drawn.area!, plane);
  /** The same study with some of its incidents. */
  const only = (keeps: (i: number) => boolean, change: Partial<Drawn> = {}): Drawn => ({
    ...drawn,
    incidents: selectIncidents(
      incidents,
      Uint8Array.from({ length: incidents.count }, (_, i) => Number(keeps(i))),
    ),
    ...change,
  });

  describe('density', () => {
    it('is the surface of the study, its ground parted without rest, half of the incidents in its line', () => {
      const found = densityOf(drawn);
      expect(found.surface.values).toEqual(
        (drawn as Drawn & { surface: { values: Float64Array } }).surface.values,
      );
      expect(found.incidents).toBe(incidents.count);
      let inside = 0;
      let peak = 0;
      const { surface } = found;
      surface.values.forEach((value, cell) => {
        const x = surface.left + ((cell % surface.columns) + 0.5) * surface.cellSize;
        const y = surface.bottom + (Math.floor(cell / surface.columns) + 0.5) * surface.cellSize;
        if (!area.contains(x, y)) return;
        peak = Math.max(peak, value);
        if (value >= 20) inside += surface.cellSize ** 2 / 1e6;
      });
      expect(found.peak).toBe(peak);
      expect(found.km2From(20)).toBeCloseTo(inside, 9);
      expect(found.half.pointsInside / incidents.count).toBeGreaterThanOrEqual(0.5);
      expect(found.areaKm2).toBeCloseTo(area.areaSquareMeters / 1e6, 9);
    });

    it('says what it found, in every language, with given levels where maps share them', () => {
      for (const lang of ['kk', 'ru', 'en'] as const) {
        const svg = densityFigure(drawn, lang, {}, { densityLevels: [10, 25, 1e6] });
        expect(svg.includes('data-simulated="across"')).toBe(true);
        expect(svg.includes('>10–25<')).toBe(true);
      }
      const svg = densityFigure(drawn, 'en', { widthMm: 85 }, {});
      expect(/Half of the incidents lie on [\d.]+\u00a0km²/.test(svg)).toBe(true);
      expect(svg.includes('radius 400')).toBe(true);
      expect(svg).not.toMatch(/given/);
      expect(svg.includes(`N = ${formatInteger('en', incidents.count)} incidents`)).toBe(true);
    });

    it('has round levels under the peak', () => {
      expect(roundLevels(210)).toEqual([5, 10, 20, 50, 100, 200]);
      expect(roundLevels(1)).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1]);
      expect(roundLevels(0.0999)).toEqual([0.001, 0.002, 0.005, 0.01, 0.02, 0.05]);
      expect(roundLevels(49_999)).toEqual([500, 1000, 2000, 5000, 10_000, 20_000]);
    });
  });

  describe('dual density', () => {
    it('sets a category against all others, the largest where none is named', () => {
      const { labels, codes } = incidents.category;
      const robberies = codes.filter((code) => labels[code] === 'robbery').length;
      const found = comparedCategories(drawn, 'robbery', 19);
      expect(found.compared.points).toEqual([robberies, incidents.count - robberies]);
      expect(found.compared.test).toMatchObject({
        draws: 19,
        seed: drawn.study.seed,
        null: 'random-relabelling',
      });
      expect(comparedCategories(drawn, undefined, 19).category).toBe('theft');
      expect(comparedCategories(drawn, 'robbery', 19)).toBe(found);
    });

    it('leaves blank what has fewer than five incidents within the radius, and names test and draws', () => {
      const { together, least, radiusMeters } = comparedCategories(drawn, 'robbery', 19);
      expect(radiusMeters).toBeCloseTo(400, 9);
      expect(least * Math.PI * 0.4 ** 2).toBeCloseTo(LEAST_TOGETHER, 9);
      expect(together.values.some((value) => value < least)).toBe(true);
      const svg = dualDensityFigure(drawn, 'en', {}, { against: 'robbery', draws: 19 });
      expect(svg).toContain('has another geography');
      const words = svg.replaceAll(/<[^>]+>/g, ' ');
      expect(words).toMatch(/dealt at random 19 times/);
      expect(words).toMatch(/p\u00a0=\u00a00.05/);
    });

    it('says why it is not drawn', () => {
      const robbery = incidents.category.labels.indexOf('robbery');
      const thefts = only((i) => incidents.category.codes[i] !== robbery);
      expect(reasonOf(() => dualDensityFigure(thefts, 'en', {}, { draws: 9 }))).toBe('noSecondCategory');
      expect(reasonOf(() => dualDensityFigure(drawn, 'en', {}, { against: 'arson' }))).toBe(
        'category.unknown',
      );
      const few = only((i) => incidents.category.codes[i] !== robbery || i % 200 === 0);
      expect(reasonOf(() => dualDensityFigure(few, 'en', {}, { draws: 9 }))).toBe('tooFew');
    });
  });

  describe('change', () => {
    /** Incidents of a place in a year, counted from the table of incidents. */
    const counted = (place: number, year: number): number => {
      let n = 0;
      for (let entry = 0; entry < drawn.tally.count; entry++)
        if (drawn.tally.place[entry] === place && Math.floor(drawn.tally.month[entry] / 12) === year)
          n += drawn.tally.n[entry];
      return n;
    };
    const awayFrom = (place: number, [lon = 0, lat = 0]: readonly number[]): number => {
      const [a, b] = [plane.project(lon, lat), plane.project(places.lon[place]!, places.lat[place]!)];
      return Math.hypot(a[0] - b[0], a[1] - b[1]);
    };

    it('counts as plain code does and finds the places that left their city', () => {
      const { periods, perYear, totals, neither, changes, incompleteYears } = changedCells(drawn, undefined);
      expect(periods).toEqual([
        { first: 2020 * 12, last: 2020 * 12 + 11 },
        { first: 2022 * 12, last: 2022 * 12 + 11 },
      ]);
      const inYear = (year: number) =>
        incidents.time.filter((t) => dateFromDays(Math.floor(t / SECONDS_PER_DAY)).year === year).length;
      expect(totals).toEqual([inYear(2020), inYear(2022)]);
      expect(neither).toBe(incidents.count - totals[0] - totals[1]);
      for (let i = 0; i < places.count; i++) {
        const [before, after] = [counted(i, 2020), counted(i, 2022)];
        if (before + after === 0) expect(perYear[i]).toBeNaN();
        else expect(perYear[i]).toBe(after - before);
      }
      for (const [at, sign] of [
        [RISING, 1],
        [FALLING, -1],
      ] as const) {
        const found = [...changes.direction.keys()].filter((i) => changes.direction[i] === sign);
        expect(found.length).toBeGreaterThan(0);
        for (const i of found) expect(awayFrom(i, at)).toBeLessThan(400);
      }
      expect(changes.direction.filter((value) => value !== 0).length).toBeLessThan(10);
      expect(incompleteYears).toEqual([]);
    });

    it('counts incidents a year where periods differ in length, and says so', () => {
      const periods = [
        { from: '2020-01', to: '2020-06' },
        { from: '2021-01', to: '2022-12' },
      ] as const;
      const { perYear, totals } = changedCells(drawn, periods);
      const inHalf = incidents.time.filter((t) => t < daysFromDate(2020, 7, 1) * SECONDS_PER_DAY).length;
      expect(totals[0]).toBe(inHalf);
      const sum = perYear.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0);
      expect(sum).toBeCloseTo(totals[1] / 2 - totals[0] / 0.5, 6);
      const words = changeFigure(drawn, 'en', {}, { periods }).replaceAll(/<[^>]+>/g, ' ');
      expect(words).toContain('differ in length');
      expect(words).toContain('different months of the year');
    });

    it('takes halves of the months where there are no two whole years', () => {
      const { analysed, study } = drawn;
      const tally = {
        ...drawn.tally,
        month: drawn.tally.month.map((month) => (month < 0 ? -1 : 24_240 + (month % 7))),
      };
      expect(periodsOf({ tally, analysed, study }, undefined)).toEqual([
        { first: 24_240, last: 24_242 },
        { first: 24_244, last: 24_246 },
      ]);
      const year = (y: number) => ({ first: y * 12, last: y * 12 + 11 });
      expect(sameSeasons(year(2019), { first: 2020 * 12, last: 2021 * 12 + 11 })).toBe(true);
      expect(sameSeasons(year(2019), { first: 2020 * 12, last: 2020 * 12 + 5 })).toBe(false);
    });

    it('warns of years that the data do not cover whole', () => {
      const period = drawn.report.period.map((one) =>
        one.year === 2022 ? { ...one, isWhole: false, monthSpan: [1, 9] as const } : one,
      );
      const partly = { ...drawn, report: { ...drawn.report, period } } as Drawn;
      expect(changedCells(partly, undefined).incompleteYears).toEqual([2022]);
      expect(changeFigure(partly, 'en', {}, {})).toMatch(/do not cover all of: 2022/);
      const covered = [
        { from: '2021-01', to: '2021-09' },
        { from: '2022-01', to: '2022-09' },
      ] as const;
      expect(changedCells(partly, covered).incompleteYears).toEqual([]);
    });

    it('says why it is not drawn', () => {
      const month = (value: number): Drawn => ({
        ...drawn,
        tally: { ...drawn.tally, month: drawn.tally.month.map(() => value) },
      });
      expect(reasonOf(() => changeFigure(month(-1), 'en', {}, {}))).toBe('noTime');
      expect(reasonOf(() => changeFigure(month(24_240), 'en', {}, {}))).toBe('oneMonth');
      const nowhere = { from: '1990-01', to: '1990-12' };
      const periods = [nowhere, { from: '2020-01', to: '2020-12' }] as const;
      expect(reasonOf(() => changeFigure(drawn, 'en', {}, { periods }))).toBe('emptyPeriod');
    });

    it('divides by no month that the data do not cover', () => {
      const early = [
        { from: '2018-01', to: '2020-12' },
        { from: '2021-01', to: '2022-12' },
      ] as const;
      expect(reasonOf(() => changeFigure(drawn, 'en', {}, { periods: early }))).toBe('outsideData');
      const late = [
        { from: '2020-01', to: '2020-12' },
        { from: '2022-01', to: '2023-01' },
      ] as const;
      expect(reasonOf(() => changeFigure(drawn, 'en', {}, { periods: late }))).toBe('outsideData');
    });

    it('has classes that share no value', () => {
      const words = (choices: FigureChoices): string =>
        changeFigure(drawn, 'en', {}, choices)
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('\u00a0', ' ');
      expect(words({})).not.toMatch(/[<>] [+−]/);
      const periods = [
        { from: '2020-01', to: '2020-06' },
        { from: '2021-01', to: '2022-12' },
      ] as const;
      const [first, second] = changedCells(drawn, periods).limits;
      const found = words({ periods });
      expect(found).toContain(`+${first} … < +${second}`);
      expect(found).toContain(`> −${first} … < +${first}`);
    });
  });

  it('draws no density of what has none', () => {
    const why = (study: Drawn) => reasonOf(() => densityFigure(study, 'en', {}, {}));
    expect(why(only((i) => i < 5))).toBe('tooFew');
    const lon = new Float64Array(incidents.count).fill(70.35);
    const lat = new Float64Array(incidents.count).fill(46.36);
    expect(why({ ...drawn, incidents: { ...incidents, lon, lat } })).toBe('onePoint');
    expect(why({ ...drawn, study: { ...drawn.study, bandwidth: 20_000 } })).toBe('wideBandwidth');
  });
});
