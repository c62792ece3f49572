import { type Language, text } from '@oryn/language';
import { type ClassBreaks, classLimits } from '../../src/map/class-breaks.ts';
import { ClassedMap, type ClassedMapProps } from '../../src/map/classed-map.tsx';
import type { FigureExample } from '../example.ts';
import { syntheticCity } from '../synthetic-city.ts';

const WORDS = {
  kk: {
    title: 'Оқиғалар бірнеше аудандағы аз ғана ұяшықта жиналған',
    subtitle: 'Ойдан құрастырылған қала, 2019–2023, орны белгілі барлық құқық бұзушылық',
    sourceLine: 'Oryn үлгі деректері, жазықтықтағы ойдан алынған көшелер',
    heading: 'Бір ұяшықтағы оқиғалар саны',
    notes: ['ұяшық: 0,126 км²; сыныптар: табиғи шектер (Дженкс)'],
    denominators: ['бір ұяшыққа орта есеппен 1,39 оқиға'],
  },
  ru: {
    title: 'Случаи собраны в немногих ячейках нескольких районов',
    subtitle: 'Вымышленный город, 2019–2023, все правонарушения с известным местом',
    sourceLine: 'учебные данные Oryn, вымышленные улицы на плоскости',
    heading: 'Случаев в одной ячейке',
    notes: ['ячейка 0,126 км²; классы: естественные границы (Дженкс)'],
    denominators: ['в среднем 1,39 случая на ячейку'],
  },
  en: {
    title: 'Incidents gather in a few cells of some districts',
    subtitle: 'An invented city, 2019–2023, all offences with a known place',
    sourceLine: 'Oryn demo data, invented streets on a plane',
    heading: 'Incidents per cell',
    notes: ['cells of 0.126 km²; classes: natural breaks (Jenks)'],
    denominators: ['1.39 incidents per cell on average'],
  },
} as const;

/** A map of counts of the invented city in a language. */
export function exampleCounts(
  lang: Language,
  change: Partial<ClassedMapProps> = {},
  breaks: ClassBreaks = { method: 'jenks', classes: 5 },
): ClassedMapProps {
  const { places, boundary, lines, polygons, total } = syntheticCity();
  const value = change.places?.value ?? places.n;
  return {
    ...WORDS[lang],
    lang,
    simulated: true,
    boundary,
    lines,
    polygons,
    total,
    places: { count: places.count, rings: places.rings, value },
    limits: classLimits(value, breaks),
    ...change,
  };
}

const nowhere = (lang: Language) => {
  const { places } = exampleCounts(lang);
  const value = new Float64Array(places.count);
  const title = text(lang, 'figures.countsEmptyTitle');
  return exampleCounts(lang, { title, places: { ...places, value }, total: 0, denominators: [] });
};

export const examples: readonly FigureExample[] = [
  { name: 'counts', draw: (lang) => <ClassedMap {...exampleCounts(lang)} /> },
  { name: 'counts-column', draw: (lang) => <ClassedMap {...exampleCounts(lang)} />, paper: { widthMm: 85 } },
  { name: 'counts-grey', draw: (lang) => <ClassedMap {...exampleCounts(lang)} />, isGrey: true },
  { name: 'counts-empty', draw: (lang) => <ClassedMap {...nowhere(lang)} /> },
];
