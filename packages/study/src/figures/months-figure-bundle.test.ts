import { daysFromDate, type OrynError, randomStream } from '@oryn/core';
import { memoryFile } from '@oryn/ingest';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { bundle } from '../bundle/bundle.ts';
import { drawnOfBundle } from '../bundle/drawn-of-bundle.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { reportSource } from '../documents/report-source.ts';
import { evaluate, type Findings } from '../evaluate/evaluate.ts';
import { readStudy } from '../evaluate/read.ts';
import { type FigureChoices, type FigureName, figureNames } from './figure-names.ts';
import { drawFigures } from './figures.tsx';

const CHARTS: readonly FigureName[] = ['months', 'week', 'rank-flow', 'k-function'];
const EVERY_FIGURE: readonly FigureName[] = figureNames.filter((name) => !name.startsWith('offences'));
const choices: FigureChoices = { figures: CHARTS, draws: 19 };

const AREA = [
  [70.29, 46.32],
  [70.41, 46.32],
  [70.41, 46.42],
  [70.29, 46.42],
  [70.29, 46.32],
];

interface Town {
  readonly incidents: number;
  readonly days?: number;
  readonly hasDates?: boolean;
  readonly hasBoundary?: boolean;
}

/** An invented town with two busy quarters, three in four hours known. */
async function townOf({
  incidents,
  days = 1461,
  hasDates = true,
  hasBoundary = true,
}: Town): Promise<Findings> {
  const random = randomStream(21);
  const rows = Array.from({ length: incidents }, (_, i) => {
    const [lon, lat, spread] = [
      [70.32, 46.36, 0.004],
      [70.37, 46.39, 0.004],
      [70.35, 46.37, 0.012],
    ][i % 3];
    const at = [lon + spread * random.normal(), lat + spread * random.normal()];
    const date = new Date((daysFromDate(2020, 1, 1) + random.integer(0, days - 1)) * 86_400_000);
    const hour = String(random.integer(1, 23)).padStart(2, '0');
    const time = `${date.toISOString().slice(0, 10)}${i % 4 === 0 ? '' : `T${hour}:${10 + random.integer(0, 49)}`}`;
    return `S-${i},true,${hasDates ? time : ''},1880,${at.map((degrees) => degrees.toFixed(6)).join(',')}`;
  });
  const file = (name: string, content: string) =>
    [name, memoryFile(name, new TextEncoder().encode(content))] as const;
  const files = new Map([
    file('simulated.csv', `objectid,simulated,date,crime_code,lon,lat\n${rows.join('\n')}\n`),
    file('area.geojson', JSON.stringify({ type: 'Polygon', coordinates: [AREA] })),
  ]);
  const boundary = hasBoundary ? { boundary: 'area.geojson' } : {};
  return evaluate(await readStudy(parseStudy({ files: ['simulated.csv'], ...boundary }, 'test'), files));
}

const reasonsOf = (findings: Findings) =>
  Object.fromEntries(
    drawFigures(findings, 'en', {}, choices).leftOut.map(({ figure, reason }) => [figure, reason]),
  );

describe('the charts of a study', async () => {
  const findings = await townOf({ incidents: 1800 });

  it('are the same bytes from the bundle read back, in every language', async () => {
    const files = new Map<string, Uint8Array>();
    for await (const { path, bytes } of bundle(findings)) files.set(path, bytes);
    const read = reportSource(await openBundle(async (path) => files.get(path)!));
    for (const lang of languages) {
      const [made, again] = [findings, read].map((drawn) =>
        drawFigures(drawn, lang, { widthMm: 85 }, choices),
      );
      expect(made.leftOut).toEqual([]);
      expect([...made.figures.keys()]).toEqual(CHARTS);
      for (const name of CHARTS) expect(again.figures.get(name) === made.figures.get(name), name).toBe(true);
    }
  });

  it('are of the filter of a bundle, each of them', async () => {
    const files = new Map<string, Uint8Array>();
    for await (const { path, bytes } of bundle(findings)) files.set(path, bytes);
    const read = await openBundle(async (path) => files.get(path)!);
    const hours = Uint8Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 16 ? 1 : 0));
    const filter = { fromMonth: 2021 * 12, toMonth: 2022 * 12 + 11, hours };
    const drawn = drawnOfBundle(read, filter);
    const { time, hourKnown } = findings.incidents;
    const asked = [...time].filter((seconds, i) => {
      const year = new Date(seconds * 1000).getUTCFullYear();
      const hour = Math.floor((seconds % 86_400) / 3600);
      return (year === 2021 || year === 2022) && hourKnown[i] === 1 && hour >= 8 && hour < 16;
    }).length;
    expect(asked).toBeGreaterThan(100);
    expect(drawn.incidents.count).toBe(asked);
    expect(drawn.years).toEqual([2021, 2022]);
    expect(drawn.nByYear).toHaveLength(2);
    const { figures } = drawFigures(drawn, 'en', { widthMm: 400 }, { ...choices, figures: EVERY_FIGURE });
    for (const [name, svg] of figures) {
      const shown = svg.replaceAll(/<[^>]*>/g, ' ');
      expect(shown.includes('2020') || shown.includes('2023'), name).toBe(false);
    }
    const week = /data-week="([^"]*)"/.exec(figures.get('week')!)![1]!.split(' ').map(Number);
    expect(week.reduce((sum, n) => sum + n, 0)).toBe(asked);
    expect(figures.get('months')).toContain(`N = ${asked} incidents`);
  });

  it('count every incident, drawn or not', () => {
    const { figures } = drawFigures(findings, 'en', { widthMm: 400 }, choices);
    const { analysed } = findings.account;
    const week = /data-week="([^"]*)"/.exec(figures.get('week')!)![1]!.split(' ').map(Number);
    const known = week.reduce((sum, n) => sum + n, 0);
    expect(figures.get('months')).toContain(`N = ${analysed.toLocaleString('en')} incidents`);
    expect(figures.get('week')).toContain(
      `Drawn: ${known.toLocaleString('en')} incidents of ${analysed.toLocaleString('en')}.`,
    );
    expect(figures.get('week')).toContain(`not drawn: ${analysed - known} (`);
    expect(known).toBe(Math.round(analysed * 0.75));
  });

  it('say why they cannot be drawn', async () => {
    expect(reasonsOf(await townOf({ incidents: 300, days: 300 }))).toEqual({
      months: 'oneYear',
      'rank-flow': 'oneYear',
    });
    expect(reasonsOf(await townOf({ incidents: 300, hasDates: false }))).toEqual({
      months: 'noTime',
      week: 'noTime',
      'rank-flow': 'noTime',
    });
    expect(reasonsOf(await townOf({ incidents: 12, hasBoundary: false }))).toEqual({
      months: 'tooFew',
      week: 'tooFew',
      'rank-flow': 'tooFew',
      'k-function': 'noArea',
    });
  });

  it('do not call data without a date data of one year', async () => {
    const yearsOf = async (given: Parameters<typeof townOf>[0]) =>
      drawFigures(await townOf(given), 'en', {}, { figures: ['concentration-years'] }).leftOut;
    const figure = 'concentration-years';
    expect(await yearsOf({ incidents: 300, hasDates: false })).toEqual([{ figure, reason: 'noTime' }]);
    expect(await yearsOf({ incidents: 300, days: 300 })).toEqual([{ figure, reason: 'oneYear' }]);
  });

  it('take 19 draws or more', () => {
    for (const figure of ['rank-flow', 'k-function'] as const) {
      const draw = () => drawFigures(findings, 'en', {}, { figures: [figure], draws: 18 });
      expect(draw).toThrow(expect.objectContaining({ code: 'option.invalid' }) as OrynError);
    }
  });
});
