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
  km2: 'км²',
  place: 'Место',
  expectedShort: 'Ожидалось бы',
  incidents: '{count, plural, one {случай} few {случая} other {случаев}}',
  expected: 'ожидалось бы при случайном распределении',
  noHours: 'Ни у одного случая здесь час не известен.',
  other: 'прочее',
  expectedNote: 'Ожидалось бы, если бы все случаи периода были {null}. q относится к месту в целом.',
};
