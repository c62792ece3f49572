import type { Language } from './language.ts';

const MONTHS: Record<Language, readonly string[]> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const MONTHS_SHORT: Record<Language, readonly string[]> = {
  kk: 'қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'.split(' '),
  ru: 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

const RUSSIAN_MONTHS_OF =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

const WEEKDAYS: Record<Language, readonly string[]> = {
  kk: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'.split(' '),
  ru: 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

const WEEKDAYS_SHORT: Record<Language, readonly string[]> = {
  kk: 'дс сс ср бс жм сб жс'.split(' '),
  ru: 'пн вт ср чт пт сб вс'.split(' '),
  en: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
};

interface DayOfYear {
  year: number;
  month: number;
  day: number;
}

/** The name of a month, 1 to 12, as it stands alone. */
export function monthName(lang: Language, month: number, form: 'long' | 'short' = 'long'): string {
  return (form === 'long' ? MONTHS : MONTHS_SHORT)[lang][month - 1] ?? '';
}

/** The name of a weekday, 0 (Monday) to 6 (Sunday), as `weekdayOfDays` of @oryn/core counts. */
export function weekdayName(lang: Language, weekday: number, form: 'long' | 'short' = 'long'): string {
  return (form === 'long' ? WEEKDAYS : WEEKDAYS_SHORT)[lang][weekday] ?? '';
}

/** A date as it is read aloud: '5 January 2019', '5 января 2019 г.', '2019 жылғы 5 қаңтар'. */
export function formatDate(lang: Language, isoDate: string): string {
  const { year, month, day } = parse(isoDate);
  if (lang === 'ru') return `${day}\u00a0${RUSSIAN_MONTHS_OF[month - 1]} ${year}\u00a0г.`;
  if (lang === 'kk') return `${year}\u00a0жылғы ${day}\u00a0${monthName(lang, month)}`;
  return `${day}\u00a0${monthName(lang, month)} ${year}`;
}

/**
 * A period, both days included, in its shortest exact form: whole years as '2019–2023', whole months by
 * their names, anything else as two dates.
 */
export function formatPeriod(lang: Language, from: string, to: string): string {
  const first = parse(from);
  const last = parse(to);
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month);
  if (wholeMonths && first.month === 1 && last.month === 12) {
    return first.year === last.year ? String(first.year) : `${first.year}–${last.year}`;
  }
  if (wholeMonths) {
    const start = monthOfYear(lang, first);
    const end = monthOfYear(lang, last);
    return start === end ? start : `${start} – ${end}`;
  }
  return from === to ? formatDate(lang, from) : `${formatDate(lang, from)} – ${formatDate(lang, to)}`;
}

function monthOfYear(lang: Language, { year, month }: DayOfYear): string {
  return lang === 'kk'
    ? `${year}\u00a0жылғы ${monthName(lang, month)}`
    : `${monthName(lang, month)}\u00a0${year}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parse(isoDate: string): DayOfYear {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  if (match === null) throw new Error(`"${isoDate}" is not a date of the form 2019-01-31`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
