import { OrynError } from '@oryn/core';
import { findCity, kzGeographies, populations } from '@oryn/datasets';
import { openTable, type SourceFile } from '@oryn/ingest';
import { languages } from '@oryn/language';
import type { ComparedCity } from './compared-city.ts';

/** Residents of a city by whom a year is divided; never interpolated between years. */
export interface CityPopulation {
  /** Position among the cities. */
  city: number;
  year: number;
  value: number;
  /** As published: a day where there is one, else the year. */
  date: string;
  /** The true number is not smaller. */
  lowerBound: boolean;
  source: string;
}

/**
 * For each city of the catalogue and each of its years the published number of residents dated in that year, the one
 * nearest to its middle. A year without one has none: a number of another year would say that nobody moved.
 */
export function publishedPopulations(cities: readonly ComparedCity[]): CityPopulation[] {
  return cities.flatMap(({ catalogueId, years }, city) => {
    const geography = kzGeographies.find(({ kind, city: id }) => kind === 'city' && id === catalogueId);
    if (catalogueId === undefined || !geography) return [];
    const known = populations.filter((row) => row.geography === geography.id && row.date !== undefined);
    return years.flatMap(({ year }) => {
      const middle = `${year}-07-01`;
      const [nearest] = known
        .filter(({ date }) => date?.startsWith(String(year)))
        .sort((a, b) => daysBetween(a.date!, middle) - daysBetween(b.date!, middle));
      if (!nearest) return [];
      const { value, dateText, lowerBound, source } = nearest;
      return [{ city, year, value, date: dateText, lowerBound, source }];
    });
  });
}

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** One line of a table of populations. */
export interface PopulationRow {
  city: string;
  year: number;
  population: number;
  row: number;
}

/**
 * A table with the columns `city`, `year` and `population`.
 *
 * @throws OrynError compare.population-columns, compare.population-invalid, compare.population-twice, file.*
 */
export async function readPopulations(file: SourceFile): Promise<PopulationRow[]> {
  const table = await openTable(file);
  const columns = table.columns.map((name) => name.trim().toLowerCase());
  const [city, year, population] = ['city', 'year', 'population'].map((name) => columns.indexOf(name));
  if (city < 0 || year < 0 || population < 0) {
    throw new OrynError('compare.population-columns', { file: file.name, columns: table.columns.join(', ') });
  }
  const rows: PopulationRow[] = [];
  const seen = new Map<string, number>();
  await table.visit((values, row) => {
    const name = (values[city] ?? '').trim();
    const [yearText, given] = [year, population].map((column) => (values[column] ?? '').trim());
    const invalid = (column: string, value: string): OrynError =>
      new OrynError('compare.population-invalid', { file: file.name, row, column, given: value });
    if (name === '') throw invalid('city', name);
    if (!/^\d{4}$/.test(yearText)) throw invalid('year', yearText);
    if (!/^\d+$/.test(given) || Number(given) === 0) throw invalid('population', given);
    const key = `${plain(name)} ${yearText}`;
    const first = seen.get(key);
    if (first !== undefined) throw repeated(file.name, row, first, name, yearText);
    seen.set(key, row);
    rows.push({ city: name, year: Number(yearText), population: Number(given), row });
  });
  return rows;
}

/**
 * The rows of a table that belong to the cities; others may stand in it.
 *
 * @throws OrynError compare.population-city where none does, compare.population-twice where two names are of one city
 */
export function givenPopulations(
  rows: readonly PopulationRow[],
  cities: readonly ComparedCity[],
  file: string,
): CityPopulation[] {
  const found = cities.flatMap((city, position) => {
    const rowOfYear = new Map<number, number>();
    return rows
      .filter((row) => isNamed(city, row.city))
      .map(({ city: name, year, population, row }) => {
        const first = rowOfYear.get(year);
        if (first !== undefined) throw repeated(file, row, first, name, String(year));
        rowOfYear.set(year, row);
        const date = String(year);
        return { city: position, year, value: population, date, lowerBound: false, source: file };
      });
  });
  if (found.length === 0) {
    const known = cities.map(({ name }) => name.en).join(', ');
    throw new OrynError('compare.population-city', { file, known });
  }
  return found;
}

function repeated(file: string, row: number, first: number, name: string, year: string): OrynError {
  return new OrynError('compare.population-twice', { file, row, first, name, year });
}

const plain = (name: string): string => name.trim().toLowerCase();

function isNamed({ name, folder, catalogueId }: ComparedCity, given: string): boolean {
  const own = [folder, ...languages.map((lang) => name[lang])].map(plain);
  return own.includes(plain(given)) || (catalogueId !== undefined && findCity(given)?.id === catalogueId);
}
