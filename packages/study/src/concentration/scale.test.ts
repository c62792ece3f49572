import { OrynError, randomStream } from '@oryn/core';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import type { StudyInput } from '../definition/schema.ts';
import { readStudy, type StudyData } from '../evaluate/read.ts';
import { type ScaleReport, scaleReport } from './scale.ts';
import { scaleFigure } from './scale-figure.tsx';
import { scaleTable } from './scale-table.ts';
import { shiftedData } from './shifted-data.ts';

const DRAWS = 199;
const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));

/** A box of 0.12 × 0.08 degrees, about 9.2 × 8.9 km; streets over its western half. */
const WEST = 70.3;
const SOUTH = 46.3;
const box = (width: number, height: number) => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [WEST, SOUTH],
            [WEST + width, SOUTH],
            [WEST + width, SOUTH + height],
            [WEST, SOUTH + height],
            [WEST, SOUTH],
          ],
        ],
      },
    },
  ],
});

/** @param isEven spread evenly over the box, else most of them in one corner of it */
async function town(isEven: boolean, change: Partial<StudyInput> = {}): Promise<StudyData> {
  const random = randomStream(5);
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const part = isEven || i % 3 === 0 ? 1 : 0.2;
    const lon = WEST + 0.12 * part * random.uniform();
    const lat = SOUTH + 0.08 * part * random.uniform();
    return `2023-05-0${(i % 9) + 1},${lon.toFixed(6)},${lat.toFixed(6)}`;
  });
  const sources = new Map([
    ['rows.csv', file('rows.csv', `date,lon,lat\n${rows.join('\n')}\n`)],
    ['area.geojson', file('area.geojson', JSON.stringify(box(0.12, 0.08)))],
    ['half.geojson', file('half.geojson', JSON.stringify(box(0.06, 0.08)))],
  ]);
  const study = parseStudy({ files: ['rows.csv'], boundary: 'area.geojson', ...change }, 'test');
  return readStudy(study, sources);
}

const scaled = (data: StudyData, sizes: readonly number[]): ScaleReport =>
  scaleReport(data, sizes.join(','), { draws: DRAWS });

describe('the measures at several scales', () => {
  it('an even spread: the share moves with the size of the cell as chance does (rule 6)', async () => {
    const { rows } = scaled(await town(true), [8, 9, 10]);
    expect(rows.map(({ unit, position }) => [unit.resolution, position])).toEqual(
      [8, 9, 10].flatMap((resolution) => [0, 1, 2, 3].map((position) => [resolution, position])),
    );
    const half = rows.map(({ chance }) => chance.shares.find(({ percent }) => percent === 50)!);
    const level = [0, 4, 8].map((row) => half[row].observed);
    expect(level[0]).toBeGreaterThan(level[1]);
    expect(level[1]).toBeGreaterThan(level[2]);
    // Cut cells at the edge hold fewer, so the observed lies a little below chance, most where the cells are large.
    for (const { observed, mean } of half.slice(4)) expect(Math.abs(observed - mean)).toBeLessThan(0.04);
    for (const { nested } of rows.slice(4))
      expect(Math.abs(nested.mean - nested.expected)).toBeLessThan(0.06);
  });

  it('a concentrated town is beyond chance at every size and position', async () => {
    const { rows } = scaled(await town(false, { unit: 'squares:250' }), [250, 500, 1000]);
    expect(rows.length).toBe(12);
    for (const { chance, over, unit } of rows) {
      expect(unit.kind).toBe('squares');
      expect(over.incidents).toBe(rows[0].over.incidents);
      expect(chance.shares.find(({ percent }) => percent === 50)!.p).toBe(1 / (DRAWS + 1));
    }
    const areas = rows.map(({ unit }) => unit.medianAreaKm2);
    expect(areas[0]).toBeCloseTo(0.0625, 3);
    expect(areas[8]).toBeCloseTo(1, 2);
  });

  it('masks every size by the same file, and shifts it with the city', async () => {
    const { rows, maskKind } = scaled(await town(true, { possible: 'half.geojson' }), [8, 9, 10]);
    expect(maskKind).toBe('mask');
    for (const { over } of rows) expect(over.denominator).toBe('mask');
    // Half of the box is masked, so half of the incidents are counted wherever the grid lies.
    for (const { over } of rows.slice(4)) expect(Math.abs(over.incidents / 1500 - 1)).toBeLessThan(0.12);
    for (const first of [4, 8]) {
      const places = rows.slice(first, first + 4).map(({ over }) => over.places);
      expect(Math.max(...places) / Math.min(...places)).toBeLessThan(1.15);
    }
  });

  it('a shift moves everything and leaves the incidents inside', async () => {
    const data = await town(true, { possible: 'half.geojson' });
    const shifted = shiftedData(data, [0.001, -0.002]);
    expect(shifted.incidents.lon[7]).toBeCloseTo(data.incidents.lon[7] + 0.001, 12);
    expect(shifted.incidents.lat[7]).toBeCloseTo(data.incidents.lat[7] - 0.002, 12);
    expect(shifted.area!.bounds.west).toBeCloseTo(WEST + 0.001, 12);
    expect(shifted.area!.area / data.area!.area).toBeCloseTo(1, 4);
    const geometry = shifted.possible![0].geometry;
    expect('coordinates' in geometry && geometry.coordinates.flat(2)[0]).toBeCloseTo(WEST + 0.001, 12);
    expect(data.possible![0].geometry).toEqual(box(0.06, 0.08).features[0].geometry);
  });

  it('is a table and a figure in three languages', async () => {
    const data = await town(false, { title: 'Town' });
    const report = scaled(data, [8, 9, 10]);
    const columns = scaleTable(report.rows);
    expect(columns.map(({ name }) => name)).toContain('expected_nested_gini');
    for (const { name, values } of columns) expect(values.length, name).toBe(12);
    for (const lang of languages) {
      const svg = scaleFigure(report, data.study, lang);
      expect(svg).toContain('Town');
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('refuses fewer than three sizes, sizes that cannot be, and units without a size, by code', async () => {
    const data = await town(true);
    const codeOf = (study: StudyData, sizes: readonly number[]): string => {
      try {
        scaled(study, sizes);
        return '';
      } catch (error) {
        return error instanceof OrynError ? error.code : String(error);
      }
    };
    expect(codeOf(data, [8, 9])).toBe('concentration.scale');
    expect(codeOf(data, [9, 9, 9])).toBe('concentration.scale');
    expect(codeOf(data, [8, 9, 13])).toBe('concentration.scale');
    expect(codeOf(data, [8, 9, Number.NaN])).toBe('concentration.scale');
    expect(codeOf(await town(true, { unit: 'address' }), [8, 9, 10])).toBe('option.needs');
  });
});
