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
  incidents: '{count, plural, one {инцидент} few {инцидента} other {инцидентов}}',
  expected: 'ожидалось бы случайно',
  km2: 'км²',
  noHours: 'Ни у одного инцидента здесь час не известен.',
};
