import { OrynError } from '@oryn/core';
import { errorText, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { type Article, checkCodes, nameIn, parseArticleFile } from './article.ts';

const WHOLE = `
udc: "343.97:911.3(574)"
irsti: 10.81.00
title: { kk: Қылмыс, ru: Преступность, en: Crime }
authors:
  - name: { ru: Ж. Ахметов }
    affiliations: [1]
    email: a@example.kz
    corresponding: true
affiliations: [ { ru: "Академия, Косшы" } ]
keywords: { ru: [преступность, место] }
`;

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof OrynError
      ? `${error.code} ${String(error.parameters.key ?? error.parameters.option)}`
      : 'other';
  }
  return 'none';
};

const errorOf = (work: () => unknown): OrynError => {
  try {
    work();
  } catch (error) {
    if (error instanceof OrynError) return error;
    throw error;
  }
  throw new Error('nothing is wrong');
};

describe('an article file', () => {
  it('is read, and a name without English is romanised', () => {
    const article: Article = parseArticleFile(WHOLE, 'a.yaml');
    expect(article.irsti).toBe('10.81.00');
    expect(nameIn('en', article.authors![0].name)).toBe('Zh. Akhmetov');
    expect(nameIn('kk', article.authors![0].name)).toBe('Ж. Ахметов');
    expect(nameIn('kk', article.title!)).toBe('Қылмыс');
  });

  it.each([
    ['a key it does not have', 'autors: []', 'article.unknown-key autors'],
    [
      'a key of an author it does not have',
      'authors: [{ name: A, mail: x }]',
      'article.unknown-key authors.1.mail',
    ],
    ['an author without a name', 'authors: [{ email: x }]', 'article.missing authors.1.name'],
    ['a title that is empty', 'title:', 'article.missing title'],
    ['key words that are no list', 'keywords: { ru: место }', 'article.invalid keywords.ru'],
    ['no key words', 'keywords: { ru: [] }', 'article.missing keywords.ru'],
    ['a language it does not know', 'keywords: { de: [Ort] }', 'article.unknown-key keywords.de'],
    ['a title of another kind', 'title: 5', 'article.invalid title'],
    ['a code that is none', 'irsti: "10-81"', 'article.invalid irsti'],
    ['an unquoted number', 'udc: 343.97', 'article.invalid udc'],
    ['words for a UDC', 'udc: "УДК 343"', 'article.invalid udc'],
    [
      'an affiliation that is not listed',
      'authors: [{ name: A, affiliations: [2] }]',
      'article.no-affiliation authors.1.affiliations',
    ],
    ['a list', '- a', 'article.not-keys undefined'],
    ['no YAML', 'udc: "343"\na: [', 'article.not-yaml undefined'],
    ['nothing', '', 'article.not-keys undefined'],
  ])('refuses %s', (_, content, code) => {
    expect(codeOf(() => parseArticleFile(content, 'a.yaml'))).toBe(code);
  });

  it('says what is wrong in the words of the reader, in each language', () => {
    const wrong = [
      ...['title: 5', 'title: { kk: [A] }', 'authors: A', 'authors: [{ email: x }]', 'authors: [5]'],
      ...['authors: [{ name: A, affiliations: 1 }]', 'authors: [{ name: A, corresponding: "yes" }]'],
      ...[
        'affiliations: Academy',
        'keywords: место',
        'keywords: { ru: [1] }',
        'udc: 343.9',
        'a: [',
        '- a',
        '',
      ],
      ...['funding: [1]', 'authors: [{ name: A, affiliations: [2] }]', 'title: *none', 'a: 1\na: 2'],
    ];
    for (const content of wrong) {
      const error = errorOf(() => parseArticleFile(content, 'a.yaml'));
      for (const lang of languages) {
        const said = errorText(lang, error);
        expect(said, content).not.toMatch(/undefined|null|\bArray|Object|NaN|string|\{\w+\}/);
        if (lang !== 'en') expect(said, content).not.toMatch(/expected|flow|map|line/);
      }
    }
    const row = errorText(
      'ru',
      errorOf(() => parseArticleFile('udc: "343"\na: [', 'a.yaml')),
    );
    expect(row).toContain('2');
  });

  it('takes codes of the shape they have, and no other', () => {
    for (const udc of ['343', '343.97', '343.97:911.3', '343.9(574)', '311.1/.3', '004.9:[343.9+911.3]'])
      expect(
        codeOf(() => checkCodes({ udc })),
        udc,
      ).toBe('none');
    for (const irsti of ['10.81', '10.81.31'])
      expect(
        codeOf(() => checkCodes({ irsti })),
        irsti,
      ).toBe('none');
    for (const udc of ['', 'abc', '.5', '343 97'])
      expect(
        codeOf(() => checkCodes({ udc })),
        udc,
      ).toBe('option.invalid --udc');
    for (const irsti of ['1.81', '10.81.3', '10.81.31.5'])
      expect(
        codeOf(() => checkCodes({ irsti })),
        irsti,
      ).toBe('option.invalid --irsti');
  });
});
