import { describe, expect, it } from 'vitest';
import { parseStudy, parseStudyFile } from './parse-study.ts';
import { writeStudyFile } from './write-study-file.ts';

describe('a study file', () => {
  it('is read back as it was written, whatever the texts hold', () => {
    const study = parseStudy(
      {
        title: { kk: 'Қала: «бір»', ru: "Город: 'два'", en: 'yes\n#three' },
        files: ['a, b: c.csv', '- d.csv', 'null'],
        columns: { lon: '- X', time: '{Дата}' },
        delimiter: '\t',
        from: '2019-01-01',
        category: ['01', 'true', '\u202eabc'],
        resolution: 8,
        bandwidth: 'nearest:10',
        dropDuplicates: true,
        lang: 'kk',
      },
      'test',
    );
    expect(parseStudyFile(writeStudyFile(study), 'study.yaml')).toEqual(study);
  });

  it('leaves out what is chosen without being asked', () => {
    expect(writeStudyFile(parseStudy({ files: ['a.csv'], seed: 7 }, 'test'))).toBe(
      'files:\n  - a.csv\nseed: 7\n',
    );
  });
});
