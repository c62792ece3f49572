import { daysInMonth, seasonality } from '@oryn/core';
import { formatNumber, type Language, monthName, text } from '@oryn/language';
import { MonthsChart, type MonthsChartProps, paperStyles } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';

const WORDS = {
  kk: {
    subtitle: 'Ойдан құрастырылған қала · 2019–2023 · тіркелген оқиғалар',
    sourceLine: 'Oryn үлгі деректері',
  },
  ru: {
    subtitle: 'Вымышленный город · 2019–2023 · зарегистрированные случаи',
    sourceLine: 'учебные данные Oryn',
  },
  en: {
    subtitle: 'An invented city · 2019–2023 · registered incidents',
    sourceLine: 'Oryn demo data',
  },
} as const;

/** Swings of a month between years, as parts of its mean; made up once and kept. */
const SWINGS = [0.03, -0.06, 0.08, 0.01, -0.04, 0.05, -0.02, 0.07, -0.08, 0.04, -0.01, -0.05, 0.06];

/** Five years of an invented city with a season of some strength; the next year has five months so far. */
export function exampleMonths(
  lang: Language,
  season: number,
  change: Partial<MonthsChartProps> = {},
): MonthsChartProps {
  const countOf = (year: number, month: number): number => {
    const swing = SWINGS[(5 * (year - 2019) + 3 * month) % SWINGS.length]!;
    const level = 7.4 + 0.3 * Math.sin(2 * year);
    const wave = 1 + season * Math.cos(((month - 6.2) * Math.PI) / 6);
    return Math.round(level * wave * (1 + swing) * daysInMonth(year, month + 1));
  };
  const counts = [2019, 2020, 2021, 2022, 2023].map((year) => ({
    year,
    n: Array.from({ length: 12 }, (_, month) => countOf(year, month)),
  }));
  const begun = Array.from({ length: 12 }, (_, month) => (month < 5 ? countOf(2024, month) : Number.NaN));
  const years = [...counts, { year: 2024, n: begun }];
  const together = seasonality(counts);
  const rate = (month: number): string => formatNumber(lang, together.perDay[month - 1]!);
  const [most, least] = [7, 2].map((month) => ({ name: monthName(lang, month), rate: rate(month) }));
  return {
    ...WORDS[lang],
    title:
      season < 0.1
        ? text(lang, 'charts.monthsEven')
        : text(lang, 'charts.monthsSeason', {
            most: most!.name,
            mostRate: most!.rate,
            least: least!.name,
            leastRate: least!.rate,
          }),
    lang,
    simulated: false,
    years: years.map(({ year, n }) => ({
      year,
      perDay: n.map((count, month) => count / daysInMonth(year, month + 1)),
    })),
    together: { ...together, years: '2019–2023' },
    incidents: years.flatMap(({ n }) => n).reduce((sum, n) => sum + (n || 0), 153),
    undated: 124,
    uncovered: 29,
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'months', draw: (lang) => <MonthsChart {...exampleMonths(lang, 0.25, { simulated: true })} /> },
  {
    name: 'months-column',
    draw: (lang) => <MonthsChart {...exampleMonths(lang, 0.25, { widthMm: 85 })} />,
    isGrey: true,
  },
  { name: 'months-even', draw: (lang) => <MonthsChart {...exampleMonths(lang, 0.02)} /> },
  {
    name: 'months-kz-vak',
    draw: (lang) => <MonthsChart {...exampleMonths(lang, 0.25)} />,
    paper: paperStyles['kz-vak'],
  },
];
