import type { Benchmark } from './benchmarks.ts';
import type { Names } from './names.ts';

/** Names of the cities and groups of the published values that have a share, by the name in the table. */
const NAMES: Readonly<Record<string, Names>> = {
  'ALL 8 CITIES (range)': { kk: '8 қала', ru: '8 городов', en: '8 cities' },
  'SYSTEMATIC REVIEW (median of 49 estimates)': {
    kk: 'Жүйелі шолу, медиана',
    ru: 'Систематический обзор, медиана',
    en: 'Systematic review, median',
  },
  'SYSTEMATIC REVIEW (full range)': {
    kk: 'Жүйелі шолу, барлық баға',
    ru: 'Систематический обзор, все оценки',
    en: 'Systematic review, all estimates',
  },
  'SYSTEMATIC REVIEW (interquartile)': {
    kk: 'Жүйелі шолу, квартильаралық ауқым',
    ru: 'Систематический обзор, межквартильный размах',
    en: 'Systematic review, interquartile range',
  },
  'FIVE LATIN AMERICAN COUNTRIES (range)': {
    kk: 'Латын Америкасының 5 елі',
    ru: '5 стран Латинской Америки',
    en: '5 Latin American countries',
  },
  'ALL DENSELY POPULATED AREAS': {
    kk: 'Швеция, барлық елді мекен',
    ru: 'Швеция, все населённые пункты',
    en: 'Sweden, all built-up areas',
  },
  Almaty: { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' },
  Astana: { kk: 'Астана', ru: 'Астана', en: 'Astana' },
  Atlanta: { kk: 'Атланта', ru: 'Атланта', en: 'Atlanta' },
  Austin: { kk: 'Остин', ru: 'Остин', en: 'Austin' },
  Boston: { kk: 'Бостон', ru: 'Бостон', en: 'Boston' },
  'Brooklyn Park': { kk: 'Бруклин-Парк', ru: 'Бруклин-Парк', en: 'Brooklyn Park' },
  Cincinnati: { kk: 'Цинциннати', ru: 'Цинциннати', en: 'Cincinnati' },
  Denver: { kk: 'Денвер', ru: 'Денвер', en: 'Denver' },
  Gainesville: { kk: 'Гейнсвилл', ru: 'Гейнсвилл', en: 'Gainesville' },
  'Los Angeles': { kk: 'Лос-Анджелес', ru: 'Лос-Анджелес', en: 'Los Angeles' },
  Minneapolis: { kk: 'Миннеаполис', ru: 'Миннеаполис', en: 'Minneapolis' },
  'New York': { kk: 'Нью-Йорк', ru: 'Нью-Йорк', en: 'New York' },
  Orlando: { kk: 'Орландо', ru: 'Орландо', en: 'Orlando' },
  Philadelphia: { kk: 'Филадельфия', ru: 'Филадельфия', en: 'Philadelphia' },
  Sacramento: { kk: 'Сакраменто', ru: 'Сакраменто', en: 'Sacramento' },
  'San Antonio': { kk: 'Сан-Антонио', ru: 'Сан-Антонио', en: 'San Antonio' },
  Seattle: { kk: 'Сиэтл', ru: 'Сиэтл', en: 'Seattle' },
  Vancouver: { kk: 'Ванкувер', ru: 'Ванкувер', en: 'Vancouver' },
};

/** The name of a published value's city or group in three languages, as the table prints it where it has none. */
export function benchmarkName({ city }: Pick<Benchmark, 'city'>): Names {
  return NAMES[city] ?? { kk: city, ru: city, en: city };
}
