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
  km2: 'км²',
  place: 'Орын',
  expectedShort: 'Күтілетіні',
  incidents: 'оқиға',
  expected: 'кездейсоқ үлестірімде күтілер еді',
  noHours: 'Мұнда бірде-бір оқиғаның болған сағаты белгісіз.',
  other: 'басқалары',
  expectedNote: 'Күтілетіні — кезеңдегі барлық оқиға {null} жағдайдағы сан. q бүкіл орынға қатысты.',
};
