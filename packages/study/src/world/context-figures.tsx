import {
  type ContextYear,
  NationalContext,
  type NationalContextProps,
  renderSvg,
  type SurveyWave,
} from '@oryn/figures';
import { type Language, monthName, text } from '@oryn/language';
import type { ContextRow } from './context-row.ts';
import type { ContextTable } from './national-context.ts';

/**
 * Registered offences by year, beside the waves of surveys for the country: SVG text by file name without extension,
 * one for the country and one for each city with a published number. None without context.
 *
 * @param years years of the study
 */
export function contextFigures(
  lang: Language,
  table: ContextTable,
  years: readonly number[],
): Map<string, string> {
  const figures = new Map<string, string>();
  for (const geography of new Set(table.rows.map((row) => row.geography))) {
    const props = nationalContextProps(lang, table, geography, years);
    if (props) figures.set(`context-${geography}`, renderSvg(<NationalContext {...props} />));
  }
  return figures;
}

/** The figure of one geography; undefined where no number of registered offences is published for it. */
export function nationalContextProps(
  lang: Language,
  { rows }: ContextTable,
  geography: string,
  years: readonly number[],
): NationalContextProps | undefined {
  const own = rows.filter((row) => row.geography === geography);
  const registered = own.filter(({ measureId }) => measureId === 'registered');
  const name = registered[0]?.name;
  if (!name) return undefined;
  const surveys = own.filter(({ section }) => section === 'confidence');
  const all = [...years, ...registered.map(yearOf), ...surveys.map(yearOf)];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const drawn = Array.from({ length: last - first + 1 }, (_, i) => bestOf(registered, first + i));
  return {
    lang,
    title: text(lang, 'concentration.world.figure.title', { name: name[lang] }),
    subtitle: text(lang, 'concentration.world.figure.subtitle', {
      years: `${Math.min(...years)}–${Math.max(...years)}`,
    }),
    caption: text(lang, 'concentration.world.figure.caption', {
      with: surveys.length > 0 ? 'waves' : 'alone',
    }),
    sourceLine: [...new Set([...drawn.flatMap((row) => row ?? []), ...surveys].flatMap(sourcesOf))].join(
      '; ',
    ),
    years: drawn.map((row, i) => yearIn(lang, first + i, row)),
    studyYears: [Math.min(...years), Math.max(...years)],
    waves: wavesOf(lang, surveys),
  };
}

function yearOf({ period }: ContextRow): number {
  return Number(/\d{4}/.exec(period)![0]);
}

/** The full-year total, else the longest part of the year that is published. */
function bestOf(registered: readonly ContextRow[], year: number): ContextRow | undefined {
  const own = registered.filter((row) => yearOf(row) === year);
  return own.find(isTotal) ?? own.sort((a, b) => (a.to < b.to ? 1 : -1))[0];
}

function isTotal({ notes }: ContextRow): boolean {
  return !notes.includes('part-of-year');
}

function yearIn(lang: Language, year: number, row: ContextRow | undefined): ContextYear {
  if (!row) return { year };
  if (isTotal(row)) return { year, total: row.value };
  const month = (day: string): string => monthName(lang, Number(day.slice(5, 7)));
  return { year, part: { value: row.value, label: `${month(row.from)} – ${month(row.to)}` } };
}

/** Waves by the words of their question, since only equal words make a row. */
function wavesOf(lang: Language, surveys: readonly ContextRow[]): SurveyWave[] {
  const waves = new Map<string, ContextRow[]>();
  for (const row of surveys) waves.set(row.measure[lang], [...(waves.get(row.measure[lang]) ?? []), row]);
  return [...waves].map(([label, rows]) => ({
    label,
    points: rows.map((row) => ({ at: middleOf(row), percent: row.value, isVague: row.from === '' })),
  }));
}

/** The middle of a wave in years; the end or the middle of the year where the source says no more. */
function middleOf(row: ContextRow): number {
  if (row.from === '') return yearOf(row) + (row.period.startsWith('end') ? 0.95 : 0.5);
  const at = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 0.5) / 12;
  return (at(row.from) + at(row.to)) / 2;
}

/** The sources of a number without their remarks, which stand in the table. */
function sourcesOf({ source }: ContextRow): string[] {
  return source
    .replace(/ \([^)]*\)/g, '')
    .split('; ')
    .map((one) => one.split(':')[0]!);
}
