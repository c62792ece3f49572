import type { Language } from '@oryn/language';
import { ClassedPanels } from '../../src/map/map-panels-classed.tsx';
import type { FigureExample } from '../example.ts';
import { exampleMultiples } from '../example-multiples.ts';

const WORDS = {
  kk: {
    title: 'Қылмыстың әр тобы қаланың өз орындарында жиналады',
    names: [
      'Ұрлық',
      'Алаяқтық',
      'Тонау',
      'Қарақшылық',
      'Бұзақылық',
      'Денсаулыққа қасақана ауыр зиян келтіру',
      'Пәтер ұрлығы',
      'Көлікті иемдену мақсатынсыз заңсыз иелену',
    ],
  },
  ru: {
    title: 'У каждой группы преступлений в городе свои места',
    names: [
      'Кража',
      'Мошенничество',
      'Грабёж',
      'Разбой',
      'Хулиганство',
      'Умышленное причинение тяжкого вреда здоровью',
      'Квартирная кража',
      'Неправомерное завладение транспортом без цели хищения',
    ],
  },
  en: {
    title: 'Each group of offences has its own places in the city',
    names: [
      'Theft',
      'Fraud',
      'Snatch theft',
      'Robbery',
      'Hooliganism',
      'Intentional infliction of grievous bodily harm',
      'Domestic burglary',
      'Taking a vehicle without intent to steal it',
    ],
  },
} as const;

const draw = (offences: number) => (lang: Language) => (
  <ClassedPanels {...exampleMultiples(lang, WORDS[lang].title, WORDS[lang].names.slice(0, offences))} />
);

export const examples: readonly FigureExample[] = [
  { name: 'offences-maps', draw: draw(8) },
  { name: 'offences-maps-column', draw: draw(8), paper: { widthMm: 85 } },
  { name: 'offences-maps-two', draw: draw(2) },
];
