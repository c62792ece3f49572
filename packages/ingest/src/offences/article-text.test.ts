import { offences } from '@oryn/datasets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleIn, parseArticle } from './article-text.ts';

/** Text, and article/part/point as a person reads it. */
const spellings: [text: string, article: string, part?: string, point?: string][] = [
  ['1880', '188'],
  ['188', '188'],
  ['990', '99'],
  ['0990', '99'],
  ['1921', '192-1'],
  ['1881', '188-1'],
  ['2991', '299-1'],
  ['1923', '193'],
  ['1880.0', '188'],
  ['188/3', '188', '3'],
  ['188-1/2', '188-1', '2'],
  ['192-1', '192-1'],
  ['ст.188 ч.3', '188', '3'],
  ['ст. 188 ч. 3 п. 2', '188', '3', '2'],
  ['статья 188 часть 3 УК РК', '188', '3'],
  ['Статья 188, часть 3', '188', '3'],
  ['СТ. 188 Ч. 3', '188', '3'],
  ['188-1 ч.2', '188-1', '2'],
  ['188¹ ч.2', '188-1', '2'],
  ['ст.188–1 ч.2', '188-1', '2'],
  ['ч.3 ст.188', '188', '3'],
  ['ч. 3 ст. 188 УК РК', '188', '3'],
  ['п.2 ч.3 ст.188', '188', '3', '2'],
  ['часть третья... ч.2 статьи 106', '106', '2'],
  ['188 ч3 п.1,2', '188', '3', '1,2'],
  ['ст.188ч.3', '188', '3'],
  ['ст188ч3', '188', '3'],
  ['ч3ст188', '188', '3'],
  ['188 ч.3', '188', '3'],
  ['188 ч. 3 УК РК', '188', '3'],
  ['188 УК РК', '188'],
  ['ст.188', '188'],
  ['ст-я 188', '188'],
  ['188 ст. 3 ч.', '188', '3'],
  ['3 ч. 188 ст.', '188', '3'],
  ['ст. 188 п. 2', '188', undefined, '2'],
  ['ст. 188 ч.3 пп. 1, 3', '188', '3', '1,3'],
  ['ст. 24 ч.3 - 188 ч.3', '188', '3'],
  ['ст.24 ч.3 - ст.188 ч.2', '188', '2'],
  ['ст.24 ч.3 ст.188 ч.2', '188', '2'],
  ['ст. 24, ч.3 ст.188', '188', '3'],
  ['ч.3 ст.24, ч.1 ст.191 УК', '191', '1'],
  ['ст.24-188 ч.3', '188', '3'],
  ['ст. 28 ч.3, 188 ч.4', '188', '4'],
  ['ст.188 ч.3; ст.191 ч.2', '188', '3'],
  ['ст.188 ч.3\nст.191 ч.2', '188', '3'],
  ['ст. 206 ч. 2-1', '206', '2-1'],
  ['Кража (ст.188 ч.2)', '188', '2'],
  ['кража ст. 188 ч.1 от 12.03.2019', '188', '1'],
  ['№ 197100031000188 ст.293 ч.1', '293', '1'],
  ['Уголовный кодекс РК ст. 296 ч.1', '296', '1'],
  ['188 б.3 т.', '188', '3'],
  ['188-б. 3-б.', '188', '3'],
  ['188-бап 3-бөлік', '188', '3'],
  ['188-бап, 3-бөлік, 2-тармақ', '188', '3', '2'],
  ['188-бап 3-бөлік 2-тармақша', '188', '3', '2'],
  ['188-баптың 3-бөлігі', '188', '3'],
  ['ҚР ҚК 188-бабының 3-бөлігі', '188', '3'],
  ['ҚК-нің 188-1-бабы 2-бөлігі', '188-1', '2'],
  ['Қылмыстық кодекстің 106-бабы 2 бөлік', '106', '2'],
  ['188 бап 3 тармақ', '188', '3'],
  ['24-бап 3-бөлік, 188-бап 2-бөлік', '188', '2'],
  ['art. 188 part 3', '188', '3'],
  ['Article 188', '188'],
];

describe('parseArticle', () => {
  it.each(spellings)('%s', (text, article, part, point) => {
    const found = parseArticle(text);
    expect([found?.article, found?.part, found?.point]).toEqual([article, part, point]);
  });

  it.each([
    '',
    'кража',
    '0000',
    '0010',
    '9999',
    '98',
    '467',
    '12345',
    '188.3',
    'дом 188',
    'ул. Абая 188, кв. 3',
    'ст. 24 ч.3',
    'от 31.12.2019 188',
    'ст. 3',
    'часть имущества на 200 тенге',
    'ст.434 КРКоАП',
    'ст. 434 ч.1 КоАП РК',
    'КоАП ст. 440 ч.3',
    'ӘҚБтК 434-бабы',
    'ст.105 УПК РК',
    'ст. 188 уголовно-процессуального кодекса',
    'ҚПК 188-бап',
    'ст.158 ч.3 УК РФ',
    'әкімшілік құқық бұзушылық 440-бап',
  ])('does not guess: %s', (text) => {
    expect(parseArticle(text)).toBeUndefined();
  });

  it('counts the articles it passes over', () => {
    expect(parseArticle('ст.188 ч.3; ст.191 ч.2; ст.293 ч.1')).toEqual({
      article: '188',
      part: '3',
      others: 2,
    });
    expect(parseArticle('ст.188 ч.3; ст.188 ч.3')).toEqual({ article: '188', part: '3' });
    expect(parseArticle('ст.434 КоАП; ст.293 ч.1 УК')).toMatchObject({ article: '293', part: '1' });
  });

  it('reads administrative articles as such', () => {
    expect(articleIn('ст. 73-1 ч.1 КоАП РК')).toEqual({ code: 'administrative', article: '73-1', part: '1' });
    expect(articleIn('ст.434 КРКоАП')).toEqual({ code: 'administrative', article: '434' });
  });

  it('gives back every code and every part of the list', () => {
    for (const { crimeCode, article, part } of offences) {
      if (crimeCode === '0000' || crimeCode === '0010') continue;
      expect(parseArticle(crimeCode)?.article, crimeCode).toBe(article);
      if (part === '') continue;
      for (const text of [`${article}/${part}`, `ст.${article} ч.${part}`, `${article}-бап ${part}-бөлік`])
        expect(parseArticle(text), text).toEqual({ article, part });
    }
  });

  it('never throws and never invents a number', () => {
    const piece = fc.constantFrom(
      ...[
        'ст',
        '.',
        ' ',
        'ч',
        'п',
        'бап',
        'бөлік',
        'б',
        'т',
        '-',
        ';',
        ',',
        '188',
        '24',
        '3',
        '1',
        'УК',
        'КоАП',
        '\n',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const found = articleIn(text);
          if (!found) return;
          for (const number of [found.article, found.part, found.point?.split(',')[0]]) {
            if (number !== undefined) expect(text).toContain(number.split('-')[0]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads no more than the start of a long text', () => {
    expect(parseArticle(`ст.188 ч.3 ${'ст.24 УК ч.3 '.repeat(100_000)}`)).toMatchObject({ article: '188' });
    expect(parseArticle(`${' '.repeat(100)}${'9'.repeat(1_000_000)}`)).toBeUndefined();
  });
});
