import type { report as english } from '../en/report.ts';

export const report: Record<keyof typeof english, string> = {
  summary: 'Коротко',
  map: 'Где находятся проблемные места',
  problemPlaces: 'Проблемные места',
  concentration: 'Насколько сконцентрированы случаи',
  data: 'Данные и учёт строк',
  method: 'Метод',
  madeWith: 'Подготовлено с помощью Oryn {version}',
  percentOf: '{percent} случаев',
};
