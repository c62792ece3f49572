import type { Language } from '@oryn/language';
import type { CityPanel, CityPanelPoint, CityPanelsProps } from '../src/cities/city-panels-props.ts';

const WORDS = {
  kk: {
    title: 'Оқиғалардың жартысы қай жерде шоғырланған: үш қала, бес жыл',
    cities: ['Бірінші', 'Екінші', 'Аты ұзын үшінші қала'],
    offences: ['барлығы', 'ұрлық', 'бұзақылық'],
    note: '1 357 ұяшық, 0,09 км²',
    intervalText: '95 пайыздық аралық',
    observedText: 'оқиғалардың жартысы тиесілі орындардың үлесі',
    notes: ['a — 2020 жылғы наурыз: пандемия шектеулері.'],
  },
  ru: {
    title: 'Где сосредоточена половина случаев: три города, пять лет',
    cities: ['Первый', 'Второй', 'Третий город с длинным названием'],
    offences: ['все случаи', 'кража', 'хулиганство'],
    note: '1357 ячеек по 0,09 км²',
    intervalText: '95-процентный интервал',
    observedText: 'доля мест, на которые приходится половина случаев',
    notes: ['a — март 2020 г.: ограничения из-за пандемии.'],
  },
  en: {
    title: 'Where half of the incidents are: three cities, five years',
    cities: ['First', 'Second', 'A third city with a long name'],
    offences: ['all incidents', 'theft', 'hooliganism'],
    note: '1,357 cells of 0.09 km²',
    intervalText: '95% interval',
    observedText: 'share of places with half of the incidents',
    notes: ['a — March 2020: restrictions of the pandemic.'],
  },
} as const;

const YEARS = [2019, 2020, 2021, 2022, 2023];

/** Panels of made-up shares, in a language. */
export function exampleCityPanels(lang: Language, change: Partial<CityPanelsProps> = {}): CityPanelsProps {
  const { title, cities, offences, note, observedText, intervalText, notes } = WORDS[lang];
  return {
    lang,
    title,
    cities: cities.map((name) => ({ name, note })),
    offences: offences.map((name, row) => ({
      name,
      panels: cities.map((city, column) => panelOf(`${city}: ${name}`, row, column)),
    })),
    years: YEARS,
    observedText,
    intervalText,
    notes,
    ...change,
  };
}

function panelOf(name: string, row: number, column: number): CityPanel {
  const isEmpty = row === 2 && column === 1;
  const points: CityPanelPoint[] = YEARS.map((year, i) => {
    const share = 0.04 + 0.012 * row + 0.01 * column + 0.003 * ((i * 7 + row) % 4);
    return {
      year,
      share,
      low: share * 0.8,
      high: share * 1.25,
      chance: 0.14 + 0.02 * row - 0.01 * ((i + column) % 3),
      isWhole: i < 4 || column !== 0,
    };
  });
  return {
    name,
    points: isEmpty ? [] : points.filter(({ year }) => column !== 2 || year !== 2019),
    breaks: [{ at: 2020 + 2 / 12, letter: 'a' }],
  };
}
