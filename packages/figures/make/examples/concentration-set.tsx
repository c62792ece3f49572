import { formatPercent, type Language } from '@oryn/language';
import {
  type ConcentrationSet,
  ConcentrationSetMap,
  type ConcentrationSetMapProps,
} from '../../src/map/concentration-set-map.tsx';
import type { FigureExample } from '../example.ts';
import { syntheticCity } from '../synthetic-city.ts';

const WORDS = {
  kk: {
    title: (share: string) => `Оқиғалардың жартысы көшесі бар ұяшықтардың ${share} бөлігіне тиесілі`,
    subtitle: 'Ойдан құрастырылған қала, 2019–2023, орны белгілі барлық құқық бұзушылық',
    sourceLine: 'Oryn үлгі деректері, жазықтықтағы ойдан алынған көшелер',
    denominator: 'көшесі бар ұяшықтар',
  },
  ru: {
    title: (share: string) => `Половина случаев приходится на ${share} ячеек с улицами`,
    subtitle: 'Вымышленный город, 2019–2023, все правонарушения с известным местом',
    sourceLine: 'учебные данные Oryn, вымышленные улицы на плоскости',
    denominator: 'ячейки с улицами',
  },
  en: {
    title: (share: string) => `Half of the incidents lie in ${share} of the cells with streets`,
    subtitle: 'An invented city, 2019–2023, all offences with a known place',
    sourceLine: 'Oryn demo data, invented streets on a plane',
    denominator: 'cells with streets',
  },
} as const;

/** The places of the invented city that hold a quarter and a half of its incidents, in a language. */
export function exampleConcentrationSet(
  lang: Language,
  change: Partial<ConcentrationSetMapProps> = {},
): ConcentrationSetMapProps {
  const { places, boundary, lines, polygons, total } = syntheticCity();
  const { title, denominator, ...words } = WORDS[lang];
  const busiestFirst = Array.from(places.n).sort((a, b) => b - a);
  const setOf = (part: number, expectedShare: number): ConcentrationSet => {
    let k = 0;
    for (let held = 0; held < part * total; k++) held += busiestFirst[k]!;
    const shares = [{ denominator, share: k / places.count, expectedShare }];
    return { k, leastCount: busiestFirst[k - 1]!, shares };
  };
  const half = setOf(0.5, 0.231);
  return {
    ...words,
    title: title(formatPercent(lang, half.k / places.count)),
    lang,
    simulated: true,
    boundary,
    lines,
    polygons,
    total,
    places,
    quarter: setOf(0.25, 0.086),
    half,
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'concentration-set', draw: (lang) => <ConcentrationSetMap {...exampleConcentrationSet(lang)} /> },
  {
    name: 'concentration-set-column',
    draw: (lang) => <ConcentrationSetMap {...exampleConcentrationSet(lang, { simulated: false })} />,
    paper: { widthMm: 85 },
  },
  {
    name: 'concentration-set-grey',
    draw: (lang) => <ConcentrationSetMap {...exampleConcentrationSet(lang)} />,
    isGrey: true,
  },
];
