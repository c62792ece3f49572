import type { Language } from '@oryn/language';
import type { ScaleChartProps } from '../src/index.ts';

const WORDS = {
  kk: {
    title: 'Бір қала — үш масштаб: деңгей ұяшық өлшемімен бірге өзгереді',
    subtitle: 'Ойдан құрастырылған қала, 2019–2023',
    denominatorText: 'көшесі бар ұяшықтар',
    nullText: 'көшесі бар орындарға біркелкі үлестірілген',
  },
  ru: {
    title: 'Один город в трёх масштабах: уровень меняется вместе с ячейкой',
    subtitle: 'Вымышленный город, 2019–2023',
    denominatorText: 'ячейки с улицами',
    nullText: 'распределены равномерно по местам с улицами',
  },
  en: {
    title: 'One city at three scales: the level moves with the size of the cell',
    subtitle: 'An invented city, 2019–2023',
    denominatorText: 'cells with streets',
    nullText: 'spread evenly over the places with streets',
  },
} as const;

/** Three scales of an invented city in a language. */
export function exampleScales(lang: Language, change: Partial<ScaleChartProps> = {}): ScaleChartProps {
  return {
    ...WORDS[lang],
    lang,
    unit: 'cells',
    simulated: false,
    scales: [
      {
        ...{ areaKm2: 0.0168, places: 14_212, incidentsPerPlace: 0.92 },
        ...{ shares: [0.0312, 0.0318, 0.0309, 0.0321], expectedShare: 0.192 },
        ...{ ginis: [0.881, 0.879, 0.883, 0.878], expectedGini: 0.54 },
        nestedGinis: [0.79, 0.788, 0.792, 0.787],
      },
      {
        ...{ areaKm2: 0.118, places: 3023, incidentsPerPlace: 4.33 },
        ...{ shares: [0.0841, 0.0862, 0.083, 0.0858], expectedShare: 0.324 },
        ...{ ginis: [0.723, 0.718, 0.727, 0.719], expectedGini: 0.266 },
        nestedGinis: [0.61, 0.604, 0.615, 0.607],
      },
      {
        ...{ areaKm2: 0.826, places: 541, incidentsPerPlace: 24.2 },
        ...{ shares: [0.152, 0.159, 0.147, 0.155], expectedShare: 0.419 },
        ...{ ginis: [0.561, 0.552, 0.568, 0.557], expectedGini: 0.115 },
        nestedGinis: [0.41, 0.402, 0.418, 0.409],
      },
    ],
    ...change,
  };
}
