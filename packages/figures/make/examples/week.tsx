import { formatPercent, type Language, text } from '@oryn/language';
import { paperStyles, WeekChart, type WeekChartProps } from '../../src/index.ts';
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
  en: { subtitle: 'An invented city · 2019–2023 · registered incidents', sourceLine: 'Oryn demo data' },
} as const;

/** Busy evenings, and nights of Friday and Saturday. */
function exampleCounts(): number[] {
  return Array.from({ length: 168 }, (_, slot) => {
    const [weekday, hour] = [Math.floor(slot / 24), slot % 24];
    const evening = 42 * Math.exp(-(((hour - 20.5) / 3.2) ** 2));
    const noon = 16 * Math.exp(-(((hour - 13) / 3) ** 2));
    const isNight = (weekday === 5 || weekday === 6) && hour < 5;
    return Math.round(4 + evening * (weekday >= 4 ? 1.25 : 1) + noon + (isNight ? 30 - 5 * hour : 0));
  });
}

/** A week of an invented city; a tenth of its incidents have no hour. */
export function exampleWeek(lang: Language, change: Partial<WeekChartProps> = {}): WeekChartProps {
  const week = change.week ?? exampleCounts();
  const total = week.reduce((sum, n) => sum + n, 0);
  const inShift = week.reduce((sum, n, slot) => sum + (slot % 24 >= 16 ? n : 0), 0);
  return {
    ...WORDS[lang],
    title: text(lang, 'charts.weekTitle', {
      share: formatPercent(lang, inShift / total, 2),
      from: '16',
      to: '0',
      even: formatPercent(lang, 8 / 24, 2),
    }),
    lang,
    simulated: false,
    week,
    shift: { from: 16, hours: 8 },
    incidents: Math.round(total * 1.1),
    fullHourShare: 0.24,
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'week', draw: (lang) => <WeekChart {...exampleWeek(lang, { simulated: true })} /> },
  {
    name: 'week-column',
    draw: (lang) => <WeekChart {...exampleWeek(lang, { widthMm: 85 })} />,
    isGrey: true,
  },
  { name: 'week-wide', draw: (lang) => <WeekChart {...exampleWeek(lang, { widthMm: 174 })} /> },
  {
    name: 'week-kz-vak',
    draw: (lang) => <WeekChart {...exampleWeek(lang)} />,
    paper: paperStyles['kz-vak'],
  },
];
