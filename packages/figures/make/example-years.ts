import type { Language } from '@oryn/language';
import type { YearsChartProps } from '../src/index.ts';

const WORDS = {
  kk: {
    title: 'Шоғырлану жылдар бойынша',
    subtitle: 'Ойдан құрастырылған қала',
    denominatorText: 'көшесі бар ұяшықтар',
    nullText: 'көшесі бар орындарға біркелкі үлестірілген',
  },
  ru: {
    title: 'Концентрация по годам',
    subtitle: 'Вымышленный город',
    denominatorText: 'ячейки с улицами',
    nullText: 'распределены равномерно по местам с улицами',
  },
  en: {
    title: 'Concentration by year',
    subtitle: 'An invented city',
    denominatorText: 'cells with streets',
    nullText: 'spread evenly over the places with streets',
  },
} as const;

/** Five years of an invented city in a language: a year of few incidents looks more concentrated than it is. */
export function exampleYears(lang: Language, change: Partial<YearsChartProps> = {}): YearsChartProps {
  const year = (of: number, incidents: number, shares: readonly number[]) => ({
    year: of,
    incidents,
    incidentsPerPlace: incidents / 3023,
    share: shares[0],
    expectedShare: shares[1],
    rarefied: { mean: shares[2], low: shares[2] - 0.004, high: shares[2] + 0.004 },
  });
  return {
    ...WORDS[lang],
    lang,
    simulated: false,
    years: [
      year(2019, 6120, [0.098, 0.263, 0.071]),
      year(2020, 1410, [0.068, 0.139, 0.068]),
      year(2021, 3350, [0.087, 0.206, 0.07]),
      year(2022, 5480, [0.096, 0.252, 0.072]),
      year(2023, 6010, [0.099, 0.26, 0.072]),
    ],
    leftOut: [2024],
    rarefiedTo: 1410,
    ...change,
  };
}
