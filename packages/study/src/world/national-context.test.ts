import { OrynError } from '@oryn/core';
import { populations, publicConfidence, registeredCrime } from '@oryn/datasets';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { contextNoteText, contextPeriodText, contextSentences, contextUnitText } from './context-words.ts';
import { nationalContext } from './national-context.ts';

const years = [2019, 2020, 2021, 2022, 2023];
const table = nationalContext(['astana', 'almaty', 'aktau', 'memphis'], years);
const rowsOf = (geography: string, measureId: string) =>
  table.rows.filter((row) => row.geography === geography && row.measureId === measureId);

describe('the national context', () => {
  it('prints numbers as published, each with a source, and names what is no city of the country', () => {
    expect(table.unknown).toEqual(['memphis']);
    for (const { section, value, source, geography } of table.rows) {
      expect(source.length).toBeGreaterThan(5);
      if (section === 'registered')
        expect(registeredCrime.some((row) => row.geography === geography && row.value === value)).toBe(true);
      if (section === 'population')
        expect(populations.some((row) => row.geography === geography && row.value === value)).toBe(true);
    }
    expect(table.rows[0]!.geography).toBe('kz');
  });

  it('says one number of two sources once, the exact one before the rounded', () => {
    const of2022 = rowsOf('kz', 'registered').filter(({ period }) => period === '2022');
    expect(of2022.map(({ value }) => value)).toEqual([157_473]);
    expect(of2022[0]!.source.split('; ').length).toBe(2);
    expect(rowsOf('almaty', 'registered').find(({ period }) => period === '2022')?.notes).toEqual([
      'rounded',
    ]);
  });

  it('marks parts of years, other years, other definitions, regions and the country', () => {
    const part = rowsOf('kz', 'registered').find(({ period }) => period === '2020 Jan-Sep')!;
    expect(part).toMatchObject({ from: '2020-01-01', to: '2020-09-30', notes: ['part-of-year'] });
    expect(rowsOf('astana', 'registered').find(({ period }) => period === '2024')?.notes).toEqual([
      'other-year',
    ]);
    expect(rowsOf('kz', 'layer-records').every(({ notes }) => notes.includes('other-definition'))).toBe(true);
    const region = rowsOf('mangystau-region', 'registered');
    expect(region.map(({ period }) => period)).toEqual(['2023', '2024']);
    expect(region.every(({ notes }) => notes.includes('region'))).toBe(true);
    const confidence = table.rows.filter(({ section }) => section === 'confidence');
    expect(confidence.every(({ notes, geography }) => notes.includes('country') && geography === 'kz')).toBe(
      true,
    );
    expect(rowsOf('kz', 'police-about-2021')[0]!.notes).toContain('undated');
    expect(rowsOf('astana', 'territory-share')[0]).toMatchObject({ value: 3, unit: 'percent' });
    expect(rowsOf('astana', 'territory-share')[0]!.notes).toContain('more-than-half');
  });

  it('takes residents of the years asked, else of the nearest date', () => {
    expect(rowsOf('almaty', 'residents').map(({ period }) => period)).toEqual([
      '2023-01-01',
      '2023-03-01',
      '2023-06-01',
    ]);
    expect(rowsOf('astana', 'residents')[0]!.notes).toEqual(['computed']);
    const late = nationalContext(['shymkent'], [2019]).rows.filter(
      ({ geography }) => geography === 'shymkent',
    );
    expect(
      late.filter(({ section }) => section === 'population').map(({ period, notes }) => [period, notes]),
    ).toEqual([['2026-02-01', ['other-year']]]);
  });

  it('lists every year without a full-year total', () => {
    const missing = (geography: string) =>
      table.missing.filter((one) => one.geography === geography).map(({ year }) => year);
    expect(missing('kz')).toEqual([2019, 2020, 2021]);
    expect(missing('almaty')).toEqual([2019, 2020, 2021, 2023]);
    expect(missing('astana')).toEqual(years);
  });

  it('shows the answers about police and safety of every wave', () => {
    const shown = table.rows.filter(({ section }) => section === 'confidence');
    for (const question of ['police', 'safety-home', 'internal-affairs', 'reported']) {
      const { percent } = publicConfidence.find((row) => row.question === question)!;
      expect(shown.find(({ measureId }) => measureId === question)?.value).toBe(percent);
    }
    expect(shown.filter(({ measureId }) => measureId === 'police-trusted').map(({ value }) => value)).toEqual(
      [61.6, 63.1, 64.3],
    );
  });

  it('refuses an invented city and gives nothing to other countries', () => {
    expect(() => nationalContext(['astana', 'demo-tasozen'], years)).toThrow(OrynError);
    expect(() => nationalContext(['demo-kenzhol'], years)).toThrow('context.simulated');
    expect(nationalContext(['cincinnati'], years)).toEqual({
      rows: [],
      unknown: ['cincinnati'],
      missing: [],
    });
  });
});

describe.each(languages)('the words of the context in %s', (lang) => {
  it('give period, unit and notes of every row', () => {
    for (const row of table.rows) {
      expect(contextPeriodText(lang, row)).toMatch(/\d{4}/);
      expect(contextUnitText(lang, row).length).toBeGreaterThan(0);
      for (const note of row.notes) expect(contextNoteText(lang, note).length).toBeGreaterThan(5);
    }
    const vague = table.rows.find(({ period }) => period === 'about 2021')!;
    expect(contextPeriodText(lang, vague)).not.toBe('2021');
    expect(contextPeriodText(lang, vague)).toContain('2021');
  });

  it('say what does not match, with every missing year', () => {
    const sentences = contextSentences(lang, table);
    expect(sentences.length).toBe(6);
    expect(sentences[1]).toContain('2019, 2020, 2021; ');
    expect(sentences.join(' ')).not.toMatch(/undefined|NaN|\{/);
    expect(contextSentences(lang, nationalContext(['cincinnati'], years))).toEqual([]);
  });
});
