import { describe, expect, it } from 'vitest';
import { hasReference, referenceRows } from '../test/reference-rows.ts';
import { iccsOf, iccsSection, iccsSections } from './iccs.ts';
import { seriesBreaks } from './offence-series-breaks.ts';
import { offences } from './offences.ts';
import { isDwelling, placeTypes } from './place-types.ts';
import { recordSources } from './record-sources.ts';

describe.skipIf(!hasReference)('the reference tables', () => {
  it('stand in the catalogue: every code, article, part, bound and gravity', () => {
    const table = referenceRows('kz-crime-codes.csv');
    expect(table.length).toBe(133);
    for (const row of table) {
      const found = offences.find(({ crimeCode, part }) => crimeCode === row.crime_code && part === row.part);
      expect(found?.article, row.crime_code).toBe(row.article);
      expect(String(found?.hardCode ?? ''), row.crime_code).toBe(row.hard_code_derived);
      expect(String(found?.imprisonment?.maximum ?? ''), row.crime_code).toBe(row.max_imprisonment_years);
      expect(found?.iccs ?? '', row.crime_code).toBe(row.iccs);
    }
    expect(
      offences
        .filter(({ crimeCode }) => !table.some((row) => row.crime_code === crimeCode))
        .map(({ article }) => article),
    ).toEqual(['108-1', '109-1']);
  });

  it('give every place code', () => {
    expect(
      referenceRows('kz-place-codes.csv')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(placeTypes.map(({ code }) => code).sort());
  });
});

describe('ICCS sections', () => {
  it('have three names and are the ones that offences are assigned to', () => {
    const used = new Set(
      offences.flatMap(({ crimeCode, part }) => [
        iccsOf(crimeCode, part, ''),
        iccsOf(crimeCode, part, '021'),
      ]),
    );
    used.delete(undefined);
    expect([...used].sort()).toEqual(iccsSections.map(({ code }) => code).sort());
    for (const { code, name } of iccsSections) {
      expect(iccsSection(code)?.name).toEqual(name);
      expect(Object.values(name).every((text) => text.length > 3)).toBe(true);
    }
  });

  it('tell burglary from theft by part and dwelling', () => {
    expect(iccsOf('1880', '3', '021')).toBe('0501');
    expect(iccsOf('1880', '3', '')).toBe('0502');
    expect(iccsOf('1880', '2', '022')).toBe('0502');
    expect(iccsOf('1910', '2', '')).toBe('0401');
    expect(iccsOf('1910', '4', '')).toBeUndefined();
    expect(iccsOf('9999', '', '')).toBeUndefined();
    expect(['021', '22', 'пәтер', 'Дом'].every(isDwelling)).toBe(true);
    expect(['001', '', 'дома культуры', 'dom'].some(isDwelling)).toBe(false);
  });
});

describe('breaks of series', () => {
  it('are in order, sourced and said in three languages', () => {
    const months = seriesBreaks.map(({ month }) => month);
    expect(months).toEqual([...months].sort());
    expect(months.every((month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month))).toBe(true);
    for (const { name, source } of seriesBreaks) {
      expect(Object.keys(name).sort()).toEqual(['en', 'kk', 'ru']);
      expect(source.length).toBeGreaterThan(20);
    }
    expect(seriesBreaks.find(({ articles }) => articles.includes('188-1'))?.month).toBe('2020-01');
    expect(seriesBreaks.find(({ articles }) => articles.includes('109'))?.month).toBe('2017-07');
  });
});

describe('sources of records', () => {
  it('are three, named in three languages', () => {
    expect(recordSources.map(({ id }) => id)).toEqual(['registered', 'call-102', 'administrative']);
  });
});
