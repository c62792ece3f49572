import type { Language } from '@oryn/language';
import { WorldStrip, type WorldStripProps } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';

const WORDS = {
  kk: {
    title: 'Ойдан құрастырылған қала жарияланған нәтижелер арасында',
    result: ['Ойдан құрастырылған қала', '2019–2023, көше кесінділері'],
    review: ['Жүйелі шолу', '44 зерттеу, барлық құқық бұзушылық'],
    studies: [
      ['Бірінші қала', 'А. Автор, 2015: көше кесінділері'],
      ['Аты ұзын екінші қала және оның айналасы', 'Б. Автор, 2019: көше кесінділері, он алты жыл'],
    ],
    others: [['Үшінші қала', 'мекенжайлар, көше кесінділерімен салыстыруға келмейді']],
    sourceLine: 'ойдан құрастырылған деректер',
  },
  ru: {
    title: 'Вымышленный город среди опубликованных результатов',
    result: ['Вымышленный город', '2019–2023, сегменты улиц'],
    review: ['Систематический обзор', '44 исследования, все правонарушения'],
    studies: [
      ['Первый город', 'А. Автор, 2015: сегменты улиц'],
      ['Второй город с длинным названием и пригороды', 'Б. Автор, 2019: сегменты улиц, шестнадцать лет'],
    ],
    others: [['Третий город', 'адреса: с сегментами улиц не сравниваются']],
    sourceLine: 'вымышленные данные',
  },
  en: {
    title: 'An invented city among published results',
    result: ['An invented city', '2019–2023, street segments'],
    review: ['A systematic review', '44 studies, all offences'],
    studies: [
      ['First city', 'A. Author, 2015: street segments'],
      ['A second city with a long name and its suburbs', 'B. Author, 2019: street segments, sixteen years'],
    ],
    others: [['Third city', 'addresses: not comparable with street segments']],
    sourceLine: 'invented data',
  },
} as const;

/** A result among made-up published values, in a language. */
function exampleWorld(lang: Language, change: Partial<WorldStripProps> = {}): WorldStripProps {
  const { title, result, review, studies, others, sourceLine } = WORDS[lang];
  const named = ([label, detail]: readonly [string, string]) => ({ label, detail });
  const ranges = [
    { low: 0.047, high: 0.061 },
    { low: 0.021, high: 0.021 },
  ];
  return {
    lang,
    title,
    sourceLine,
    simulated: false,
    result: { ...named(result), share: 0.0352, low: 0.034, high: 0.0364, expected: 0.0912 },
    review: { ...named(review), low: 0.032, high: 0.057, median: 0.045, full: [0.017, 0.11] },
    studies: studies.map((study, i) => ({ ...named(study), ...ranges[i]! })),
    others: others.map((other) => ({ ...named(other), low: 0.03, high: 0.03 })),
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'concentration-world', draw: (lang) => <WorldStrip {...exampleWorld(lang, { widthMm: 174 })} /> },
  {
    name: 'concentration-world-column',
    draw: (lang) => <WorldStrip {...exampleWorld(lang, { widthMm: 85, simulated: true })} />,
  },
  {
    name: 'concentration-world-empty',
    draw: (lang) => <WorldStrip {...exampleWorld(lang, { review: undefined, studies: [], others: [] })} />,
  },
];
