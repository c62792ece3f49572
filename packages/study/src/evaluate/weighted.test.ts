import { randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../bundle/column.ts';
import { concentrationTable, placesTable } from '../bundle/tables.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { clustersData } from './clusters-data.ts';
import { densityData } from './density-data.ts';
import { countPlaces, evaluatePlaces, testPlaces } from './evaluate.ts';
import { CLUSTER_METHODS, findClusters } from './find-clusters.ts';
import { readStudy } from './read.ts';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));
const random = randomStream(8);
const rows = Array.from({ length: 900 }, (_, i) => {
  const kind = ['theft', 'robbery', 'arson'][i % 3];
  const spread = i % 2 === 0 ? 0.003 : 0.03;
  return `2023-05-11,${(70.3 + spread * random.normal()).toFixed(6)},${(46.3 + spread * random.normal()).toFixed(6)},${kind}`;
});
const sources = new Map([
  ['incidents.csv', file('incidents.csv', `date,lon,lat,category\n${rows.join('\n')}\n`)],
  ['weights.csv', file('weights.csv', 'category,weight\ntheft,10\nrobbery,100\n')],
  ['w.csv', file('w.csv', 'place,neighbour,weight\n')],
]);
const study = (keys: object = {}) =>
  parseStudy(
    {
      files: ['incidents.csv'],
      weights: 'weights.csv',
      columns: { category: 'category' },
      permutations: 99,
      ...keys,
    },
    'test',
  );
const read = (keys: object = {}) => readStudy(study(keys), sources);

describe('incidents some of which have no weight', () => {
  it('stay in every count and are left out of every sum', async () => {
    const found = countPlaces(await read());
    expect(found.n.reduce((a, b) => a + b, 0)).toBe(900);
    expect(found.weighted?.w.reduce((a, b) => a + b, 0)).toBe(300 * 10 + 300 * 100);
  });

  it('are counted among those analysed, whatever else was read', async () => {
    const choiceOf = async (keys: object): Promise<unknown> =>
      countPlaces(await read(keys)).choices.find(({ name }) => name === 'withoutWeight')?.value;
    expect(await choiceOf({})).toBe(300);
    expect(await choiceOf({ category: ['theft', 'robbery'] })).toBe(0);
  });

  it('have their concentration beside that of counts, with what is not known left empty', async () => {
    const { concentration, weightedConcentration } = evaluatePlaces(await read());
    const table = recordsOf(concentrationTable(concentration, weightedConcentration));
    const weighed = table.filter(({ measure }) => measure === 'weight');
    expect(table.length - weighed.length).toBe(6);
    for (const row of weighed) {
      expect(row).toMatchObject({ incidents: 600, without_weight: 300, weight: 33_000, gini_unbiased: null });
      expect(row.null).toBe('even-throw-of-weighted-incidents');
      expect(Number(row.expected_share_of_places)).toBeGreaterThan(Number(row.share_of_places));
    }
    expect(concentrationTable(concentration).map(({ name }) => name)).not.toContain('measure');
  });

  it('are tested by permutation, beside the counts', async () => {
    const gi = testPlaces(await read());
    expect(gi.hotOfWeight).toMatchObject({ inference: 'permutation', statistic: 'gi-star' });
    expect(placesTable(gi).map(({ name }) => name)).toContain('gi_w_q');
    const moran = testPlaces(await read({ statistic: 'moran' }));
    expect([moran.hot, moran.hotOfWeight]).toEqual([undefined, undefined]);
    expect(placesTable(moran).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['moran_i', 'moran_w_i', 'moran_w_class']),
    );
  });

  it('do not stop a density, which says how many it leaves out', async () => {
    const data = await densityData(study(), sources);
    expect(data.x.length).toBe(600);
    expect(data.weights?.some(Number.isNaN)).toBe(false);
    expect(data.choices).toContainEqual(expect.objectContaining({ name: 'notSmoothed', value: 300 }));
  });

  it('are in clusters like any other incident', async () => {
    const data = await clustersData(study(), sources);
    expect(data.x.length).toBe(900);
    for (const method of CLUSTER_METHODS) {
      const { orders, choices } = findClusters(data, study(), { method, simulations: 0 });
      expect(orders[0].labels.length).toBe(900);
      const left = choices.find(({ name }) => name === 'notSmoothed');
      expect(left?.value).toBe(method === 'density' ? 300 : undefined);
    }
  });
});

describe('counting without testing', () => {
  const neighbours = async (text: string) =>
    readStudy(
      study({ weights: undefined, neighbours: 'w.csv' }),
      new Map([...sources, ['w.csv', file('w.csv', text)]]),
    );

  it('works where exact tests cannot', async () => {
    const { places } = countPlaces(await read());
    const [a, b, c] = places.ids;
    const data = await neighbours(`place,neighbour,weight\n${a},${b},1\n${a},${c},0.5\n`);
    expect(countPlaces(data).concentration).toHaveLength(2);
    expect(() => testPlaces(data)).toThrow(expect.objectContaining({ code: 'inference.exact-weights' }));
  });

  it('gives the same tests with and without problem places', async () => {
    const data = await read();
    const [all, tests] = [evaluatePlaces(data), testPlaces(data)];
    expect(all.hot).toEqual(tests.hot);
    expect(all.hotOfWeight).toEqual(tests.hotOfWeight);
  });
});

describe('problem places', () => {
  it('hang together whatever the neighbours of the statistic are', async () => {
    const first = countPlaces(await read()).places.neighbours;
    const touches = (a: number, b: number): boolean =>
      first.indices.subarray(first.offsets[a], first.offsets[a + 1]).includes(b);
    for (const neighbours of ['ring:3', 'band:1500', 'nearest:20']) {
      const { problems } = evaluatePlaces(await read({ neighbours, maxCells: 12 }));
      const groups = [...problems.listed, ...problems.notConfirmed];
      expect(groups.some(({ members }) => members.length > 1)).toBe(true);
      for (const { members } of groups) {
        const reached = new Set([members[0]]);
        for (const place of reached)
          for (const other of members) if (touches(place, other)) reached.add(other);
        expect(reached.size).toBe(members.length);
      }
    }
  });

  it('report their progress', async () => {
    const stages = new Set<string>();
    let calls = 0;
    evaluatePlaces(await read(), (stage, done, total) => {
      stages.add(stage);
      expect(done).toBeLessThanOrEqual(total);
      calls++;
    });
    expect([...stages]).toEqual(['placing', 'testing']);
    expect(calls).toBeGreaterThan(20);
  });
});
