import type { Language } from '@oryn/language';
import { ClassedPanels } from '../../src/map/map-panels-classed.tsx';
import type { FigureExample } from '../example.ts';
import { exampleMultiples } from '../example-multiples.ts';

const TITLES = {
  kk: 'Оқиғалар жылдан жылға бір ұяшықтарда жиналады',
  ru: 'Из года в год случаи собираются в одних и тех же ячейках',
  en: 'Year after year incidents gather in the same cells',
} as const;

const draw = (years: number) => (lang: Language) => (
  <ClassedPanels
    {...exampleMultiples(
      lang,
      TITLES[lang],
      Array.from({ length: years }, (_, i) => String(2012 + i)),
    )}
  />
);

export const examples: readonly FigureExample[] = [
  { name: 'years-maps', draw: draw(5) },
  { name: 'years-maps-column', draw: draw(5), paper: { widthMm: 85 } },
  { name: 'years-maps-twelve', draw: draw(12) },
  { name: 'years-maps-grey', draw: draw(5), isGrey: true },
  { name: 'years-maps-slide', draw: draw(5), paper: { widthMm: 220, heightMm: 190, magnify: 1.6 } },
];
