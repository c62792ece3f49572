import { randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import { evaluate, type Findings } from '../evaluate/evaluate.ts';
import { readStudy } from '../evaluate/read.ts';
import { drawFigures } from './figures.tsx';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));

const ring = [
  [70.3, 46.33],
  [70.4, 46.33],
  [70.4, 46.41],
  [70.3, 46.41],
  [70.3, 46.33],
];

/** A town of incidents, one part of them at one point, with streets in its southern half. */
async function town(incidents: number): Promise<Findings> {
  const random = randomStream(3);
  const rows = Array.from({ length: incidents }, (_, i) => {
    const at =
      i % 4 === 0 ? [70.345, 46.352] : [70.302 + 0.096 * random.uniform(), 46.332 + 0.076 * random.uniform()];
    return `${i},2021-0${1 + (i % 9)}-11,theft,${at[0]!.toFixed(5)},${at[1]!.toFixed(5)}`;
  });
  const streets = Array.from({ length: 8 }, (_, i) => ({
    type: 'Feature',
    properties: { name: `Street ${i}` },
    geometry: {
      type: 'LineString',
      coordinates: [
        [70.3, 46.332 + i * 0.005],
        [70.4, 46.332 + i * 0.005],
      ],
    },
  }));
  const sources = new Map([
    ['a.csv', file('a.csv', `id,date,category,lon,lat\n${rows.join('\n')}\n`)],
    ['b.geojson', file('b.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }))],
    ['s.geojson', file('s.geojson', JSON.stringify({ type: 'FeatureCollection', features: streets }))],
  ]);
  const study = parseStudy(
    {
      ...{ files: ['a.csv'], boundary: 'b.geojson', possible: 's.geojson', context: ['s.geojson'] },
      ...{ resolution: 8, seed: 1 },
    },
    'test',
  );
  return evaluate(await readStudy(study, sources));
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words!);
const after = (texts: readonly string[], words: string) =>
  Number(texts[texts.indexOf(words) + 1]!.replace(',', ''));

describe('maps of counts', async () => {
  const found = await town(600);
  const { figures } = drawFigures(
    found,
    'en',
    {},
    { figures: ['counts', 'concentration-set'], breaks: { method: 'own', limits: [2, 10] } },
  );

  it('counts every place and incident in the legend once', () => {
    const texts = textsOf(figures.get('counts')!);
    const n = Array.from(found.n);
    expect(after(texts, '1–2')).toBe(n.filter((count) => count > 0 && count <= 2).length);
    expect(after(texts, '3–10')).toBe(n.filter((count) => count > 2 && count <= 10).length);
    expect(after(texts, '11 and more')).toBe(n.filter((count) => count > 10).length);
    expect(after(texts, 'no incident')).toBe(
      n.filter((count, i) => count === 0 && found.inMask![i] === 1).length,
    );
    const total = n.reduce((sum, count) => sum + count, 0);
    const outside = n.filter((_, i) => found.inMask![i] === 0).reduce((sum, count) => sum + count, 0);
    expect(outside).toBeGreaterThan(0);
    expect(texts).toContain(`N = ${total} incidents`);
    expect(texts.join(' ')).toContain(`outside such cells: ${outside} (cells:`);
    expect(texts[0]).toContain(`up to ${Math.max(...n)} in one cell`);
  });

  it('says of the concentration set what the report says, and what is not in it', () => {
    const svg = figures.get('concentration-set')!;
    const texts = textsOf(svg);
    const { over, chance } = found.report.denominators[0]!;
    const half = over.shares.find(({ percent }) => percent === 50)!;
    expect(after(texts, 'half of the incidents')).toBe(half.k);
    const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;
    expect(texts.join(' ')).toContain(
      `${percent(half.share)} (cells with streets), by chance ${percent(chance!.shares.find((s) => s.percent === 50)!.mean)}`,
    );
    expect(texts.join(' ')).toContain(
      `Half of the incidents lie in ${percent(half.share)} of the cells with streets`,
    );
    expect(texts).toContain(`N = ${over.incidents} incidents`);
  });

  it('says so where there is one incident, and draws no set where there is none', async () => {
    const one = await town(1);
    const { figures } = drawFigures(one, 'ru', {}, { figures: ['counts', 'concentration-set'] });
    expect(textsOf(figures.get('counts')!)).toContain('N = 1 случай');
    expect(figures.get('counts')).not.toMatch(/NaN|undefined|Infinity/);
    expect(figures.get('concentration-set')).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has degrees along the frame and the country of real data', () => {
    expect(figures.get('counts')).toContain('>Kazakhstan<');
    expect(figures.get('counts')).toContain('° N<');
    const { figures: invented } = drawFigures(
      { ...found, simulated: true },
      'en',
      {},
      { figures: ['counts'] },
    );
    expect(invented.get('counts')).not.toContain('>Kazakhstan<');
  });
});
