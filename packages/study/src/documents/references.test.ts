import { type Reference, referenceOf, references } from '@oryn/datasets';
import { describe, expect, it } from 'vitest';
import { bibtexOf, Citations, referenceText, risOf } from './references.ts';

const awkward: Reference = {
  key: 'muller-2020',
  kind: 'article',
  authors: [['Müller', 'É.']],
  year: 2020,
  title: 'Crime & place: 50 % of it – 2001–2009, Şehir, қала й',
  journal: 'A_B',
  volume: '1',
  pages: '1-2',
  checked: 'source',
};

/** The records of a RIS file, read by its own rules: a tag of two letters, two spaces, a hyphen, a space. */
function readRis(file: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  for (const line of file.split('\r\n').filter(Boolean)) {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
    if (tag === 'TY') records.push(new Map());
    const record = records.at(-1)!;
    record.set(tag, [...(record.get(tag) ?? []), value]);
  }
  return records;
}

describe('a work in a list of literature', () => {
  it('by GOST 7.1: up to three authors first, more after the title', () => {
    expect(referenceText('ru', referenceOf('benjamini-1995'))).toBe(
      'Benjamini Y., Hochberg Y. Controlling the false discovery rate: a practical and powerful approach to multiple testing // Journal of the Royal Statistical Society: Series B. – 1995. – Vol. 57, No. 1. – P. 289–300. – DOI: 10.1111/j.2517-6161.1995.tb02031.x.',
    );
    expect(referenceText('kk', referenceOf('eck-2017'))).toBe(
      'Compared to what? Estimating the relative concentration of crime at places using systematic and other reviews / J. E. Eck, Y. Lee, S. O, N. Martinez // Crime Science. – 2017. – Vol. 6. – Art. 8. – DOI: 10.1186/s40163-017-0070-4.',
    );
    expect(referenceText('ru', referenceOf('silverman-1986'))).toBe(
      'Silverman B. W. Density estimation for statistics and data analysis. – London: Chapman and Hall, 1986.',
    );
  });

  it('names official sources in the language of the text', () => {
    expect(referenceText('ru', referenceOf('kazakhstan-2014'))).toBe(
      'Уголовный кодекс Республики Казахстан от 3 июля 2014 года № 226-V.',
    );
    expect(referenceText('kk', referenceOf('kpssu-2015'))).toBe(
      '[Тіркелген қылмыстық құқық бұзушылықтар: KPSSU/crime қабаты] [Электрондық ресурс] / ҚР Бас прокуратурасының Құқықтық статистика және арнайы есепке алу жөніндегі комитеті. – 2015– . – URL: https://gis.kgp.kz/arcgis/rest/services/KPSSU/crime/FeatureServer/1.',
    );
    expect(referenceText('en', referenceOf('kpssu-2015'))).toContain('Kazakhstan (2015–). [Registered');
    expect(referenceText('kk', referenceOf('serebrennikov-2024'))).toMatch(
      /^Серебренников Д\., Кусманова А\. Место .* – Астана: Maqsut Narikbayev University, 2024\. – URL: https:\S+\.$/,
    );
    expect(referenceText('en', referenceOf('serebrennikov-2024'))).toMatch(
      /^Serebrennikov, D\. & Kusmanova, A\./,
    );
  });

  it('by author and year, without two marks after a title that asks', () => {
    expect(referenceText('en', referenceOf('lum-2016'))).toBe(
      'Lum, K. & Isaac, W. (2016). To predict and serve? Significance 13(5), 14–19. https://doi.org/10.1111/j.1740-9713.2016.00960.x',
    );
  });

  it('never prints what is not known of a work', () => {
    for (const work of references) {
      for (const lang of ['kk', 'ru', 'en'] as const) {
        const line = referenceText(lang, work);
        expect(line).not.toMatch(/undefined|\.\.|\?\.|, ,|^ | {2}/);
        expect(line).toMatch(/(\.|\/\S+)$/);
      }
    }
  });
});

describe('files of literature', () => {
  it('escapes in BibTeX what LaTeX would read as a command', () => {
    const file = bibtexOf([awkward]);
    expect(file).toContain(String.raw`author = {M{\"u}ller, {\'E}.}`);
    expect(file).toContain(
      String.raw`title = {{Crime \& place: 50 \% of it -- 2001--2009, {\c S}ehir, қала й}}`,
    );
    expect(file).toContain(String.raw`journal = {A\_B}`);
    expect(file).toContain('pages = {1--2}');
    expect(bibtexOf([referenceOf('kpssu-2015')])).toMatch(/^@misc\{kpssu-2015,\n[\s\S]*url = \{https:/);
  });

  it('keeps every brace of BibTeX closed and every key once', () => {
    const file = bibtexOf(references);
    for (const entry of file.split('\n\n')) {
      const open = entry.match(/(?<!\\)\{/g)?.length;
      expect(entry.match(/(?<!\\)\}/g)?.length).toBe(open);
    }
    expect(file.match(/^@\w+\{[a-z]+-\d{4},$/gm)).toHaveLength(references.length);
  });

  it('gives back from RIS what was put in', () => {
    const records = readRis(risOf(references));
    expect(records).toHaveLength(references.length);
    records.forEach((record, i) => {
      const work = references[i];
      const one = (tag: string): string | undefined => record.get(tag)?.[0];
      expect([...record.keys()].at(0)).toBe('TY');
      expect([...record.keys()].at(-1)).toBe('ER');
      expect(record.get('AU') ?? []).toEqual(work.authors.map((name) => name.join(', ')));
      expect([one('TI'), one('PY'), one('JO')]).toEqual([work.title, String(work.year), work.journal]);
      expect([one('VL'), one('IS'), one('DO')]).toEqual([work.volume, work.number, work.doi]);
      expect([one('SP'), one('EP')].filter(Boolean).join('-')).toBe(work.pages ?? '');
    });
  });
});

describe('marks in a text', () => {
  it('number works in the order of their first mention', () => {
    const citations = new Citations();
    expect(citations.cite('getis-1992', 'ord-1995')).toBe('[1, 2]');
    expect(citations.cite('holm-1979')).toBe('[3]');
    expect(citations.cite('ord-1995')).toBe('[2]');
    expect(citations.works().map(({ key }) => key)).toEqual(['getis-1992', 'ord-1995', 'holm-1979']);
  });
});
