import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { parseStudy, parseStudyFile } from './parse-study.ts';
import { neighbourRuleOf, neighboursText, placeFilesOf, segmentRulesOf, unitOf } from './place-keys.ts';
import { studySchema } from './schema.ts';

describe('a study', () => {
  it('fills in every default', () => {
    expect(parseStudy({ files: ['a.csv'] }, 'test')).toEqual({
      files: ['a.csv'],
      resolution: 9,
      containment: 'centre',
      statistic: 'gi-star',
      inference: 'exact',
      bandwidth: 300,
      kernel: 'quartic',
      edge: 'none',
      correction: 'bh',
      rankBy: 'count',
      cellSize: 50,
      dropDuplicates: false,
      seed: 1,
      lang: 'en',
    });
  });

  it('reads YAML and JSON alike', () => {
    const yaml = parseStudyFile(
      'files: [a.csv]\nfrom: 2019-01-01\ntitle: {kk: а, ru: б, en: c}\n',
      'study.yaml',
    );
    const json = parseStudyFile(
      '{"files":["a.csv"],"from":"2019-01-01","title":{"kk":"а","ru":"б","en":"c"}}',
      'study.json',
    );
    expect(yaml).toEqual(json);
    expect(yaml.from).toBe('2019-01-01');
  });

  it('refuses unknown keys and wrong values by code', () => {
    const code = (given: unknown): string => {
      try {
        parseStudy(given, 'test');
        return '';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ files: ['a'], radius: 3 })).toBe('study.unknown-key');
    expect(code({ files: [] })).toBe('study.no-files');
    expect(code({ files: ['a'], resolution: 13 })).toBe('resolution.range');
    expect(code({ files: ['a'], bandwidth: -1 })).toBe('bandwidth.invalid');
    expect(code({ files: ['a'], from: '2020-02-30' })).toBe('period.invalid');
    expect(code({ files: ['a'], kernel: 'triweight' })).toBe('study.invalid');
    expect(code('text')).toBe('study.invalid');
  });

  it('knows units and neighbours of every kind', () => {
    const study = (keys: object) => parseStudy({ files: ['a.csv'], ...keys }, 'test');
    expect(study({ unit: 'h3:8' }).resolution).toBe(8);
    expect(study({ unit: 'h3:8', resolution: 8 }).resolution).toBe(8);
    expect(unitOf(study({}))).toEqual({ kind: 'h3', resolution: 9 });
    expect(unitOf(study({ unit: 'segments:maps/streets.geojson#segment id' }))).toEqual({
      kind: 'segments',
      file: 'maps/streets.geojson',
      column: 'segment id',
    });
    const rule = (neighbours: string, unit?: string) => neighbourRuleOf(study({ neighbours, unit }));
    expect(rule('ring:3')).toEqual({ kind: 'ring', rings: 3 });
    expect(rule('nearest:6:symmetric')).toEqual({ kind: 'nearest', count: 6, symmetric: true });
    expect(rule('rook:0.5', 'polygons:p.json')).toEqual({ kind: 'rook', tolerance: 0.5 });
    expect(rule('w/table.csv')).toEqual({ kind: 'table', file: 'w/table.csv' });
    expect(neighboursText(study({ unit: 'address' }))).toBe('nearest:8');
    expect(unitOf(study({ unit: 'squares:250' }))).toEqual({
      kind: 'squares',
      grid: { size: 250, offsetX: 0, offsetY: 0 },
    });
    expect(unitOf(study({ unit: 'squares:62.5:-31.25,10', neighbours: 'rook' }))).toMatchObject({
      grid: { size: 62.5, offsetX: -31.25, offsetY: 10 },
    });
    expect(neighbourRuleOf(study({ unit: 'place-type' }))).toBeUndefined();
    expect(segmentRulesOf(study({ unit: 'segments:s.json' }))).toEqual({
      noding: 'vertices',
      snapDistance: 100,
      crossings: 'lowest-id',
    });
    expect(segmentRulesOf(study({ unit: 'segments:s.json#id' })).noding).toBe('none');
    expect(segmentRulesOf(study({ unit: 'segments:s.json#id', noding: 'crossings' })).noding).toBe(
      'crossings',
    );
    expect(placeFilesOf(study({ unit: 'polygons:p.json', neighbours: 'w.csv' }))).toEqual([
      'p.json',
      'w.csv',
    ]);
    const code = (keys: object): string => {
      try {
        study(keys);
        return '';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ unit: 'h3:8', resolution: 9 })).toBe('unit.resolution');
    expect(code({ unit: 'h3:13' })).toBe('resolution.range');
    expect(code({ unit: 'squares:0.5' })).toBe('study.invalid');
    expect(code({ unit: 'squares:250:125' })).toBe('study.invalid');
    expect(code({ unit: 'squares:250', neighbours: 'rook:1' })).toBe('neighbours.unit');
    expect(code({ unit: 'place-type', neighbours: 'nearest:4' })).toBe('neighbours.unit');
    expect(code({ unit: 'squares:250', neighbours: 'ring:1' })).toBe('neighbours.unit');
    expect(code({ noding: 'none' })).toBe('unit.segments-only');
    expect(code({ unit: 'address', snapDistance: 50 })).toBe('unit.segments-only');
    const given = { unit: 'segments:s.json#id', columns: { place: 'id' } };
    expect(code({ ...given, snapDistance: 50 })).toBe('unit.given-ids');
    expect(code({ ...given, noding: 'vertices' })).toBe('unit.given-ids');
    expect(code({ ...given, noding: 'none' })).toBe('');
    expect(code({ unit: 'segments:s.json', snapDistance: 0 })).toBe('study.invalid');
    expect(code({ unit: 'segments:s.json', crossings: 'split' })).toBe('study.invalid');
    expect(code({ neighbours: 'ring:4' })).toBe('study.invalid');
    expect(code({ neighbours: 'nearest:8:mutual' })).toBe('study.invalid');
    expect(code({ neighbours: 'queen' })).toBe('neighbours.unit');
    expect(code({ unit: 'address', neighbours: 'ring:1' })).toBe('neighbours.unit');
  });

  it('ships its JSON Schema: study.schema.json is made from the same list of keys', async () => {
    const schema = toJsonSchema(studySchema, { typeMode: 'input', errorMode: 'ignore' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../study.schema.json');
  });
});
