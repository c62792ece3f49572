import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { parseStudy, parseStudyFile } from './parse-study.ts';
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
    expect(code({ files: ['a'], kernel: 'gaussian' })).toBe('study.invalid');
    expect(code('text')).toBe('study.invalid');
  });

  it('ships its JSON Schema: study.schema.json is made from the same list of keys', async () => {
    const schema = toJsonSchema(studySchema, { typeMode: 'input', errorMode: 'ignore' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../study.schema.json');
  });
});
