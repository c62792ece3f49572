import type { Language } from '@oryn/language';
import { NationalContext, type NationalContextProps } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';

const WORDS = {
  kk: {
    title: 'Елде тіркелген құқық бұзушылықтар және сауалнамалар',
    part: 'қаңтар — маусым',
    waves: ['полицияға сенеді', 'түнде үй маңында қауіпсіз сезінеді'],
    sourceLine: 'ойдан құрастырылған сандар',
  },
  ru: {
    title: 'Зарегистрировано в стране и ответы на опросы',
    part: 'январь — июнь',
    waves: ['доверяют полиции', 'чувствуют себя ночью рядом с домом в безопасности'],
    sourceLine: 'вымышленные числа',
  },
  en: {
    title: 'Registered in the country, and answers to surveys',
    part: 'January – June',
    waves: ['trust the police', 'feel safe near home at night'],
    sourceLine: 'invented numbers',
  },
} as const;

/** Made-up totals and waves, in a language. */
function exampleContext(lang: Language, change: Partial<NationalContextProps> = {}): NationalContextProps {
  const { title, part, waves, sourceLine } = WORDS[lang];
  return {
    lang,
    title,
    sourceLine,
    years: [
      { year: 2018, total: 292_286 },
      { year: 2019, total: 243_462 },
      { year: 2020, part: { value: 81_310, label: part } },
      { year: 2021 },
      { year: 2022, total: 157_473 },
      { year: 2023, total: 132_896 },
    ],
    studyYears: [2019, 2023],
    waves: [
      {
        label: waves[0],
        points: [
          { at: 2020.4, percent: 61.6, isVague: false },
          { at: 2023.2, percent: 66.2, isVague: true },
        ],
      },
      { label: waves[1], points: [{ at: 2022.9, percent: 57.4, isVague: false }] },
    ],
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  {
    name: 'national-context',
    draw: (lang) => <NationalContext {...exampleContext(lang, { widthMm: 174 })} />,
  },
  {
    name: 'national-context-column',
    draw: (lang) => <NationalContext {...exampleContext(lang, { widthMm: 85, waves: [] })} />,
  },
];
