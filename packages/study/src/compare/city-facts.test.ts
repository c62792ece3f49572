import { findCity, populations } from '@oryn/datasets';
import { memoryFile, type SourceFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import type { CoveredYear } from '../evaluate/covered-years.ts';
import { givenPopulations, publishedPopulations, readPopulations } from './city-populations.ts';
import type { ComparedCity } from './compared-city.ts';
import { breaksBetween } from './series-breaks.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });

function city(facts: Partial<ComparedCity>, subject = 'incidents'): ComparedCity {
  return {
    name: names('Town'),
    folder: 'town',
    offences: [],
    years: [],
    bundle: { manifest: { subject } },
    ...facts,
  } as unknown as ComparedCity;
}

describe('breaks of a series', () => {
  const monthsOf = (own: ComparedCity, offence: string | undefined, from = 2019, to = 2023): string[] =>
    breaksBetween(own, offence, from, to).map(({ month }) => month);
  const kazakh = city({ catalogueId: 'astana', offences: [{ label: 'theft', incidents: 9 }] });

  it('are those of the law that touch the offence, and 2020 for all', () => {
    expect(monthsOf(kazakh, 'theft')).toEqual(['2019-02', '2020-01', '2020-01', '2020-03']);
    expect(monthsOf(kazakh, 'hooliganism')).toEqual(['2020-03', '2023-03']);
    expect(monthsOf(kazakh, 'vehicle_taking')).toEqual(['2020-03']);
    expect(monthsOf(kazakh, '1880')).toEqual(monthsOf(kazakh, 'theft'));
  });

  it('of all offences together are those of the offences there are', () => {
    expect(monthsOf(kazakh, undefined)).toEqual(monthsOf(kazakh, 'theft'));
  });

  it('are all of them for a text of the user, which no article tells', () => {
    expect(monthsOf(kazakh, 'my own group')).toEqual(['2019-02', '2020-01', '2020-01', '2020-03', '2023-03']);
  });

  it('lie between the years', () => {
    expect(monthsOf(kazakh, 'theft', 2021, 2023)).toEqual([]);
    expect(monthsOf(kazakh, 'theft', 2020, 2021)).toEqual(['2020-03']);
  });

  it('of the law are none elsewhere and none for road accidents', () => {
    expect(monthsOf(city({}), 'theft')).toEqual(['2020-03']);
    expect(monthsOf(city({ catalogueId: 'astana' }, 'road-accidents'), '05')).toEqual(['2020-03']);
  });
});

describe('residents', () => {
  const file = (text: string): SourceFile => memoryFile('people.csv', new TextEncoder().encode(text));
  const year = (value: number): CoveredYear => ({
    year: value,
    isWhole: true,
    months: 12,
    monthSpan: [1, 12],
    incidents: 9,
  });

  it('are those published for the very year, with their date, and no others', () => {
    const astana = city({ catalogueId: 'astana', years: [2019, 2022, 2023].map(year) });
    const found = publishedPopulations([city({ years: [year(2023)] }), astana]);
    expect(found.map((one) => [one.city, one.year])).toEqual([[1, 2023]]);
    // 1 June is nearer to the middle of the year than 1 January.
    expect(found[0]).toMatchObject({ date: '2023-06-01' });
    expect(populations).toContainEqual(
      expect.objectContaining({ value: found[0].value, date: found[0].date }),
    );
  });

  it('come from a table by any name of the city', async () => {
    const rows = await readPopulations(
      file('City,Year,Population\nНур-Султан,2021,1000\nElsewhere,2021,5\nTOWN,2020,70\n'),
    );
    const cities = [
      city({}),
      city({ catalogueId: 'astana', folder: 'a', name: { ...findCity('astana')!.name } }),
    ];
    expect(givenPopulations(rows, cities, 'people.csv')).toEqual([
      { city: 0, year: 2020, value: 70, date: '2020', lowerBound: false, source: 'people.csv' },
      { city: 1, year: 2021, value: 1000, date: '2021', lowerBound: false, source: 'people.csv' },
    ]);
    expect(() => givenPopulations(rows, [city({ name: names('X'), folder: 'x' })], 'people.csv')).toThrow(
      'compare.population-city',
    );
    const twice = await readPopulations(
      file('city,year,population\nАстана,2021,1000\nНур-Султан,2021,2000\n'),
    );
    expect(() => givenPopulations(twice, cities, 'people.csv')).toThrow('compare.population-twice');
  });

  it.each([
    ['compare.population-columns', 'city,people\nA,1\n'],
    ['compare.population-invalid', 'city,year,population\nA,21,5\n'],
    ['compare.population-invalid', 'city,year,population\nA,2021,1 000\n'],
    ['compare.population-invalid', 'city,year,population\nA,2021,0\n'],
    ['compare.population-invalid', 'city,year,population\n,2021,5\n'],
    ['compare.population-twice', 'city,year,population\nA,2021,5\na,2021,6\n'],
  ])('refuses a table by code: %s', async (code, text) => {
    await expect(readPopulations(file(text))).rejects.toThrow(code);
  });
});
