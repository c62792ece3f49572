import { type Language, text } from '@oryn/language';
import { KChart, type KChartProps, paperStyles } from '../../src/index.ts';
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

const STEPS = 64;
const STEP_METERS = 1000 / STEPS;

/** L of clusters of some strength and width, with an envelope that narrows with distance. */
export function exampleK(lang: Language, strength: number, change: Partial<KChartProps> = {}): KChartProps {
  const r = Float64Array.from({ length: STEPS + 1 }, (_, step) => step * STEP_METERS);
  const half = (distance: number): number => (distance === 0 ? 0 : 5 + 900 / (distance + 60));
  const around = (times: number): Float64Array => r.map((distance) => distance + times * half(distance));
  const ofClusters = (distance: number): number => strength * (1 - Math.exp(-((distance / 240) ** 2)));
  const isFound = strength > 10;
  return {
    ...WORDS[lang],
    title: text(lang, isFound ? 'charts.kCloser' : 'charts.kNoMore'),
    lang,
    simulated: false,
    r,
    l: {
      observed: r.map(
        (distance) =>
          Math.sqrt(distance ** 2 + ofClusters(distance) * 190) +
          half(distance) * Math.sin(distance / 90) * 0.6,
      ),
      lower: around(-0.62),
      upper: around(0.62),
      globalLower: around(-1),
      globalUpper: around(1),
      pointwiseLevel: 0.05,
      globalLevel: 0.05,
    },
    test: { p: isFound ? 0.005 : 0.34, draws: 199, seed: 1 },
    used: 3000,
    incidents: 13_081,
    outside: 0,
    stacked: 412,
    areaSquareMeters: 346e6,
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'k-function', draw: (lang) => <KChart {...exampleK(lang, 800, { simulated: true })} /> },
  {
    name: 'k-function-column',
    draw: (lang) => <KChart {...exampleK(lang, 800, { widthMm: 85 })} />,
    isGrey: true,
  },
  {
    name: 'k-function-random',
    draw: (lang) => <KChart {...exampleK(lang, 0, { stacked: 0, used: 640, incidents: 640 })} />,
  },
  {
    name: 'k-function-kz-vak',
    draw: (lang) => <KChart {...exampleK(lang, 800)} />,
    paper: paperStyles['kz-vak'],
  },
];
