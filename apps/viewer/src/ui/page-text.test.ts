import { catalogues, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { pageErrorText, pageText } from './page-text.ts';

const instead = Object.keys(catalogues.en.instead);

describe('sentences as the page says them', () => {
  it('stand instead of sentences that there are', () => {
    for (const key of instead) {
      const [section, ...rest] = key.split('.');
      expect(catalogues.en[section as 'errors'], key).toHaveProperty([rest.join('.')]);
    }
  });

  it('name no option of the command line', () => {
    for (const lang of languages) {
      for (const [key, sentence] of Object.entries(catalogues[lang].instead)) {
        expect(sentence, `${lang} ${key}`).not.toMatch(/(^|\s)--\w/);
      }
    }
  });

  it('leave no sentence about reading a table to the command line', () => {
    const ofReading = /^(category|columns|coordinates|crs|dates|file|period|possible|sheet|zone)\./;
    const named = Object.entries(catalogues.en.errors)
      .filter(([code, sentence]) => ofReading.test(code) && / --\w/.test(sentence))
      .map(([code]) => `errors.${code}`);
    // Never met on the page: it asks for no plane without a globe.
    expect(named.filter((key) => !instead.includes(key))).toEqual(['errors.crs.planar-h3']);
  });

  it('leave none about quality or how a file was read, nor of the page of concentration', () => {
    const { quality, choices, concentration } = catalogues.en;
    const ofFiles = /^reason\.(mask(?!Unit)|encoding|dateOrder|zone|placeholders|crs|crossing)/;
    const said = [
      ...Object.entries(quality).map(([key, sentence]) => [`quality.${key}`, sentence]),
      ...Object.entries(choices)
        .filter(([key]) => ofFiles.test(key))
        .map(([key, sentence]) => [`choices.${key}`, sentence]),
      ...Object.entries(concentration)
        .filter(([key]) => key.startsWith('verdict.'))
        .map(([key, sentence]) => [`concentration.${key}`, sentence]),
    ];
    const named = said.filter(([, sentence]) => /(^|\s)--\w/.test(sentence)).map(([key]) => key);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((key) => !instead.includes(key))).toEqual([]);
  });

  it('are filled like those they stand for', () => {
    expect(
      pageErrorText('en', { code: 'period.reversed', parameters: { from: '2020-01-01', to: '2019-01-01' } }),
    ).toBe('The period begins on 2020-01-01 but ends earlier, on 2019-01-01. Exchange the two dates.');
    expect(pageErrorText('en', { code: 'file.empty', parameters: { file: 'a.csv' } })).toContain('a.csv');
    expect(pageText('en', 'quality.fact.others', { list: 'Sheet2' })).toContain('where the files are opened');
  });
});
