import { countBlocks, randomStream, rankChanges } from '@oryn/core';
import { formatNumber, type Language, text } from '@oryn/language';
import { paperStyles, RankFlow, type RankFlowProps } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';

const WORDS = {
  kk: {
    subtitle: 'Ойдан құрастырылған қала · 2019–2023 · тіркелген оқиғалар',
    sourceLine: 'Oryn үлгі деректері',
    names: [
      'Қабанбай батыр — Сарыарқа',
      'Бейбітшілік көшесі',
      'Орталық базар және автовокзал маңы',
      'Абай — Дала',
    ],
  },
  ru: {
    subtitle: 'Вымышленный город · 2019–2023 · зарегистрированные случаи',
    sourceLine: 'учебные данные Oryn',
    names: [
      'Вокзальная — Степная',
      'Проспект Мира',
      'Окрестности центрального рынка и автовокзала',
      'Абая — Речная',
    ],
  },
  en: {
    subtitle: 'An invented city · 2019–2023 · registered incidents',
    sourceLine: 'Oryn demo data',
    names: [
      'Station Road – Steppe Street',
      'Peace Avenue',
      'Around the central market and bus station',
      'Abay – River Street',
    ],
  },
} as const;

const DRAWS = 199;

/** Places of an invented city that keep their level, but for two that change it. */
export function exampleRankFlow(
  lang: Language,
  count: number,
  change: Partial<RankFlowProps> = {},
): RankFlowProps {
  const { names, ...words } = WORDS[lang];
  const random = randomStream(4);
  const years = [2019, 2020, 2021, 2022, 2023];
  const levels = Array.from({ length: count }, (_, place) => 74 * 0.9 ** place + 6);
  const byYear = years.map((_, year) =>
    levels.map((level, place) => {
      const turn = place === 1 ? 1.3 - 0.25 * year : place === 7 ? 0.6 + 0.3 * year : 1;
      return random.poisson(level * turn);
    }),
  );
  const { ranks, meanChange, byChance, test } = rankChanges(byYear, { draws: DRAWS, seed: 1 });
  const blocks = byYear.map((year) => countBlocks(year));
  const number = (value: number): string => formatNumber(lang, value, { significant: 2 });
  return {
    ...words,
    title: text(lang, test.p <= 0.05 ? 'charts.rankMore' : 'charts.rankNoMore', {
      observed: number(meanChange),
      chance: number(byChance.mean),
    }),
    lang,
    simulated: false,
    list: 'problem-places',
    years,
    places: levels.map((_, place) => ({
      name: names[place % names.length]!,
      number: place + 1,
      n: byYear.map((year) => year[place]!),
      rank: ranks.map((year) => year[place]!),
      block: blocks.map((year) => year[place]!),
    })),
    chance: { ...byChance, ...test },
    level: 0.05,
    overlap: { rbo: 0.61, rboByChance: 0.012, persistence: 0.9 },
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'rank-flow', draw: (lang) => <RankFlow {...exampleRankFlow(lang, 22, { simulated: true })} /> },
  {
    name: 'rank-flow-column',
    draw: (lang) => <RankFlow {...exampleRankFlow(lang, 12, { widthMm: 85 })} />,
    isGrey: true,
  },
  {
    name: 'rank-flow-kz-vak',
    draw: (lang) => <RankFlow {...exampleRankFlow(lang, 8)} />,
    paper: paperStyles['kz-vak'],
  },
];
