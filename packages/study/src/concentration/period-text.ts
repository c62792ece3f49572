import { type Language, monthName, text } from '@oryn/language';
import type { CoveredYear } from '../evaluate/covered-years.ts';

/** A year counted, and how much of it the data cover. */
export type YearOfPeriod = Pick<CoveredYear, 'year' | 'isWhole' | 'monthSpan'>;

/** `2019–2023` for years without a gap, `2018, 2020–2022` with one. */
export function spanText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs[runs.length - 1];
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

/**
 * The years counted, and what there is of those that are not whole: `2018, 2020–2023 (2023: January–October)`.
 * '' where nothing is dated.
 */
export function periodText(lang: Language, years: readonly YearOfPeriod[]): string {
  const span = spanText(years.map(({ year }) => year));
  const parts = years
    .filter(({ isWhole }) => !isWhole)
    .map((year) =>
      years.length === 1 ? coveredText(lang, year) : `${year.year}: ${coveredText(lang, year)}`,
    );
  return parts.length === 0 ? span : `${span} (${parts.join('; ')})`;
}

/** The months of a year that the data cover, or that nobody can tell. */
export function coveredText(lang: Language, { monthSpan }: YearOfPeriod): string {
  if (!monthSpan) return text(lang, 'concentration.period.part');
  const [first, last] = monthSpan.map((month) => monthName(lang, month));
  return first === last ? first : `${first}–${last}`;
}

/** Years between the first and the last that are not among them: there the data hold nothing. */
export function missingYears(years: readonly number[]): number[] {
  const [first, last] = [years[0], years[years.length - 1]];
  return Array.from({ length: Math.max(0, last - first - 1) || 0 }, (_, i) => first + 1 + i).filter(
    (year) => !years.includes(year),
  );
}
