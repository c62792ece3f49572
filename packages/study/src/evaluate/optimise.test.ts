import { randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import { testPlaces } from './evaluate.ts';
import { globalTable, globalTests } from './global-tests.ts';
import { type OptimisedStudy, optimisedChoices, optimiseStudy } from './optimise.ts';
import { readStudy, type StudyData } from './read.ts';
import type { YearSpan } from './split-years.ts';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));

/** An invented town over five years with some busy corners; a tenth of the rows have no date. */
function town(): Map<string, SourceFile> {
  const random = randomStream(5);
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const busy = i % 3 === 0;
    const [x, y] = busy
      ? [70.32 + 0.01 * (i % 2) + 0.002 * random.normal(), 46.32 + 0.002 * random.normal()]
      : [70.3 + 0.04 * random.uniform(), 46.3 + 0.04 * random.uniform()];
    const date = i % 10 === 7 ? '' : `${2019 + (i % 5)}-05-11`;
    return `${date},${x.toFixed(6)},${y.toFixed(6)}`;
  });
  const ring = [
    [70.29, 46.29],
    [70.34, 46.29],
    [70.34, 46.34],
    [70.29, 46.34],
    [70.29, 46.29],
  ];
  return new Map([
    ['incidents.csv', file('incidents.csv', `date,lon,lat\n${rows.join('\n')}\n`)],
    ['area.geojson', file('area.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }))],
  ]);
}

const sources = town();
const read = (keys: object = {}): Promise<StudyData> =>
  readStudy(parseStudy({ files: ['incidents.csv'], boundary: 'area.geojson', ...keys }, 'test'), sources);
const optimised = async (years?: YearSpan): Promise<OptimisedStudy> => optimiseStudy(await read(), years);
const years = ({ data }: OptimisedStudy): number[] => [
  ...new Set([...data.incidents.time].map((time) => new Date(time * 1000).getUTCFullYear())),
];

describe('an optimised study', () => {
  it('chooses the same unit and band each time, says every candidate and is exploratory', async () => {
    const first = await optimised();
    expect({ ...(await optimised()), data: undefined }).toEqual({ ...first, data: undefined });
    expect(first.isExploratory).toBe(true);
    expect(first.units.map(({ resolution }) => resolution)).toEqual([11, 10, 9, 8, 7]);
    expect(first.units.filter(({ verdict }) => verdict === 'chosen')).toHaveLength(1);
    expect(first.bands.map(({ rings }) => rings)).toEqual([1, 2, 3]);
    const { study } = first.data;
    expect(study.resolution).toBe(first.units.find(({ verdict }) => verdict === 'chosen')?.resolution);
    const choices = optimisedChoices(testPlaces(first.data).choices, first);
    const of = (name: string) => choices.filter((choice) => choice.name === name);
    expect(of('neighbours')).toHaveLength(1);
    expect(of('neighbours')[0]).toMatchObject({ value: study.neighbours });
    expect(of('optimised')[0]).toMatchObject({ value: 'exploratory', reason: 'optimisedSame' });
  });

  it('on other years leaves these out of the statistics, and counts them', async () => {
    const found = await optimised({ from: 2019, to: 2020 });
    expect(found.isExploratory).toBe(false);
    expect(years(found).sort()).toEqual([2021, 2022, 2023]);
    const { account, n } = testPlaces(found.data);
    const counted = n.reduce((a, b) => a + b, 0);
    expect(account.dropped['chosen-on']).toBe(found.chosenOn?.incidents);
    expect(account.dropped['no-date']).toBe(300);
    expect(counted).toBe(account.analysed);
    expect(account.read).toBe(account.kept + (account.dropped['chosen-on'] ?? 0) + 300);
    expect(account.kept).toBe(found.data.incidents.count);
    const alone = optimiseStudy(await read({ from: '2019-01-01', to: '2020-12-31' }), undefined);
    expect([found.units, found.bands]).toEqual([alone.units, alone.bands]);
    expect((await read()).accounts[0].kept).toBe(3000);
  });

  it('needs incidents to choose on and others to test, by code', async () => {
    await expect(optimised({ from: 2030, to: 2031 })).rejects.toMatchObject({ code: 'optimised.no-years' });
    await expect(optimised({ from: 2000, to: 2030 })).rejects.toMatchObject({ code: 'optimised.no-rest' });
  });

  it('may be stopped', async () => {
    const data = await read();
    const stop = (): never => {
      throw new Error('stop');
    };
    expect(() => optimiseStudy(data, undefined, stop)).toThrow('stop');
  });
});

describe('global statistics of a study', () => {
  it('are of counts by every inference that exists; G has no normality', async () => {
    const counts = testPlaces(await read({ permutations: 99 }));
    const found = globalTests(counts, true);
    expect(found.map(({ test }) => `${test.statistic} ${test.null}`)).toEqual([
      'moran randomisation',
      'moran normality',
      'moran total-permutation',
      'geary randomisation',
      'geary normality',
      'geary total-permutation',
      'getis-ord-g randomisation',
      'getis-ord-g total-permutation',
    ]);
    expect(globalTests(counts, true)).toEqual(found);
    expect(new Set(found.map(({ test }) => test.places))).toEqual(new Set([counts.places.count]));
    expect(globalTable(found).map(({ values }) => values.length)).toEqual(new Array(17).fill(8));
  });

  it('of rates are by permutation only, among the places with an exposure', async () => {
    const data = await read({ exposure: 'area', permutations: 99 });
    const counts = testPlaces(data);
    const rates = globalTests(counts, false).filter(({ measure }) => measure === 'rate_eb');
    expect(rates.map(({ test }) => test.statistic)).toEqual(['moran', 'geary']);
    for (const { test } of rates) {
      expect(test).toMatchObject({ null: 'total-permutation', permutation: { seed: 1, draws: 99 } });
    }
    // Of equal areas the standardised rates are the counts moved and scaled.
    const [moran] = rates;
    const ofCounts = globalTests(counts, false)[0];
    expect(Math.abs(moran.test.value - ofCounts.test.value)).toBeLessThan(0.01);
  });
});
