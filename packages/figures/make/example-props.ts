import type { Language } from '@oryn/language';
import type { HotPlacesMapProps, LorenzChartProps } from '../src/index.ts';
import { syntheticCity } from './synthetic-city.ts';

const MAP_WORDS = {
  kk: {
    title: 'Оқиғалардың жартысы көшесі бар ұяшықтардың 8,5 % бөлігіне тиесілі: он проблемалы орын',
    subtitle: 'Ойдан құрастырылған қала, 2019–2023, орны белгілі барлық құқық бұзушылық',
    caption: 'Күтілетіні: оқиғалар көшесі бар орындарға біркелкі үлестірілген.',
    sourceLine: 'Oryn үлгі деректері, жазықтықтағы ойдан алынған көшелер',
    method: 'Gi*, дәл алмастыру сынағы, екіжақты; q — көптік салыстыруларға түзетумен (Бенджамини — Хохберг)',
    names: ['Қабанбай батыр — Сарыарқа', 'Бейбітшілік көшесі', 'Орталық базар және автовокзал маңы'],
  },
  ru: {
    title: 'Половина случаев приходится на 8,5 % ячеек с улицами: десять проблемных мест',
    subtitle: 'Вымышленный город, 2019–2023, все правонарушения с известным местом',
    caption: 'Ожидаемое: случаи распределены равномерно по местам с улицами.',
    sourceLine: 'учебные данные Oryn, вымышленные улицы на плоскости',
    method:
      'Gi*, точный перестановочный тест, двусторонний; q с поправкой на множественные сравнения (Бенджамини — Хохберга)',
    names: ['Вокзальная — Степная', 'Проспект Мира', 'Окрестности центрального рынка и автовокзала'],
  },
  en: {
    title: 'Half of the incidents lie in 8.5% of the cells with streets: ten problem places',
    subtitle: 'An invented city, 2019–2023, all offences with a known place',
    caption: 'Expected: incidents spread evenly over the places with streets.',
    sourceLine: 'Oryn demo data, invented streets on a plane',
    method:
      'Gi*, exact permutation test, two-sided; q after correction for multiple comparisons (Benjamini–Hochberg)',
    names: ['Station Road – Steppe Street', 'Peace Avenue', 'Around the central market and bus station'],
  },
} as const;

const LORENZ_WORDS = {
  kk: {
    title: 'Оқиғалар кездейсоқтықтан күткеннен әлдеқайда шоғырланған',
    denominatorText: 'көшесі бар ұяшықтар',
    nullText: 'көшесі бар орындарға біркелкі үлестірілген',
  },
  ru: {
    title: 'Случаи сконцентрированы гораздо сильнее, чем дала бы случайность',
    denominatorText: 'ячейки с улицами',
    nullText: 'распределены равномерно по местам с улицами',
  },
  en: {
    title: 'Incidents are far more concentrated than chance alone would make them',
    denominatorText: 'cells with streets',
    nullText: 'spread evenly over the places with streets',
  },
} as const;

/** A map of the invented city in a language. */
export function exampleMap(lang: Language, change: Partial<HotPlacesMapProps> = {}): HotPlacesMapProps {
  const city = syntheticCity();
  const { names, ...words } = MAP_WORDS[lang];
  return {
    ...city,
    ...words,
    lang,
    simulated: true,
    unit: 'cells',
    problemPlaces: city.problemPlaces.map((place, i) => ({ ...place, name: names[i % names.length] })),
    ...change,
  };
}

/** A concentration chart with a made-up latent risk, in a language. */
export function exampleLorenz(lang: Language, change: Partial<LorenzChartProps> = {}): LorenzChartProps {
  return {
    ...LORENZ_WORDS[lang],
    lang,
    simulated: true,
    curve: powerCurve(0.28),
    expected: powerCurve(0.5),
    markers: [{ share: 0.5, placeShare: 0.5 ** (1 / 0.28), expectedPlaceShare: 0.25 }],
    gini: 0.72,
    expectedGini: 0.41,
    n: 3023,
    N: 13081,
    ...change,
  };
}

function powerCurve(exponent: number) {
  const placeShare = Array.from({ length: 501 }, (_, i) => (i / 500) ** 2);
  return { placeShare, incidentShare: placeShare.map((share) => share ** exponent) };
}
