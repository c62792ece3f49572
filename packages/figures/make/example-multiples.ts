import { formatInteger, type Language } from '@oryn/language';
import { classLimits } from '../src/map/class-breaks.ts';
import type { ClassedPanelsProps } from '../src/map/map-panels-classed.tsx';
import { syntheticCity } from './synthetic-city.ts';

const WORDS = {
  kk: {
    subtitle: 'Ойдан құрастырылған қала, орны белгілі барлық құқық бұзушылық',
    sourceLine: 'Oryn үлгі деректері, жазықтықтағы ойдан алынған көшелер',
    heading: 'Бір ұяшықтағы оқиғалар саны',
    legendNotes: ['ұяшық: 0,126 км²; сыныптар: табиғи шектер (Дженкс), барлық карта үшін бірдей'],
  },
  ru: {
    subtitle: 'Вымышленный город, все правонарушения с известным местом',
    sourceLine: 'учебные данные Oryn, вымышленные улицы на плоскости',
    heading: 'Случаев в одной ячейке',
    legendNotes: ['ячейка 0,126 км²; классы: естественные границы (Дженкс), общие для всех карт'],
  },
  en: {
    subtitle: 'An invented city, all offences with a known place',
    sourceLine: 'Oryn demo data, invented streets on a plane',
    heading: 'Incidents per cell',
    legendNotes: ['cells of 0.126 km²; classes: natural breaks (Jenks), the same in all maps'],
  },
} as const;

/** Small multiples of the invented city: each panel has its own part of the incidents. */
export function exampleMultiples(
  lang: Language,
  title: string,
  names: readonly string[],
  change: Partial<ClassedPanelsProps> = {},
): ClassedPanelsProps {
  const { places, boundary, lines, polygons } = syntheticCity();
  const values = names.map((_, panel) =>
    Uint32Array.from(places.n, (n, i) =>
      Math.round((n * (((i * 7 + panel * 13) % 23) + 3)) / (8 + 4 * panel)),
    ),
  );
  const sum = (value: Uint32Array): number => value.reduce((a, b) => a + b, 0);
  return {
    ...WORDS[lang],
    lang,
    title,
    simulated: true,
    boundary,
    lines,
    polygons,
    count: places.count,
    rings: places.rings,
    limits: classLimits(
      values.flatMap((value) => [...value]),
      { method: 'jenks', classes: 5 },
    ),
    panels: values.map((value, i) => ({
      name: names[i]!,
      amount: `N = ${formatInteger(lang, sum(value))}`,
      value,
    })),
    total: values.reduce((all, value) => all + sum(value), 0),
    ...change,
  };
}
