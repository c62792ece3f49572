/** Stems of the months in English, Spanish, Russian and Kazakh; a word that begins so is the month. */
const STEMS: readonly (readonly string[])[] = [
  ['january', 'enero', 'январ', 'қаңтар'],
  ['february', 'febrero', 'феврал', 'ақпан'],
  ['march', 'marzo', 'март', 'наурыз'],
  ['april', 'abril', 'апрел', 'сәуір'],
  ['may', 'mayo', 'май', 'мая', 'мамыр'],
  ['june', 'junio', 'июн', 'маусым'],
  ['july', 'julio', 'июл', 'шілде'],
  ['august', 'agosto', 'август', 'тамыз'],
  ['september', 'septiembre', 'setiembre', 'сентябр', 'қыркүйек'],
  ['october', 'octubre', 'октябр', 'қазан'],
  ['november', 'noviembre', 'ноябр', 'қараша'],
  ['december', 'diciembre', 'декабр', 'желтоқсан'],
];

const SHORT: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan ene янв қаң',
    'feb фев февр ақп',
    'mar мар нау',
    'apr abr апр сәу',
    'may май мая мам',
    'jun июн мау',
    'jul июл шіл',
    'aug ago авг там',
    'sep sept set сен сент қыр',
    'oct окт қаз',
    'nov ноя нояб қар',
    'dec dic дек жел',
  ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
);

/** Month 1-12 of a word in lower case, undefined where it is none. */
export function monthOfName(word: string): number | undefined {
  if (Object.hasOwn(SHORT, word)) return SHORT[word];
  const at = STEMS.findIndex((stems) =>
    stems.some((stem) => word.startsWith(stem) && word.length <= stem.length + 4),
  );
  return at < 0 ? undefined : at + 1;
}
