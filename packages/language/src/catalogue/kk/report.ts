import type { report as english } from '../en/report.ts';

export const report: Record<keyof typeof english, string> = {
  summary: 'Қысқаша',
  map: 'Проблемалы орындар қайда орналасқан',
  problemPlaces: 'Проблемалы орындар',
  concentration: 'Оқиғалар қаншалықты шоғырланған',
  data: 'Деректер және жолдар есебі',
  method: 'Әдіс',
  madeWith: 'Oryn {version} көмегімен жасалды',
  percentOf: 'оқиғалардың {percent} бөлігі',
  incidents: 'оқиға',
  expected: 'кездейсоқ күтілетіні',
  km2: 'км²',
  noHours: 'Мұндағы бірде-бір оқиғаның сағаты белгісіз.',
};
