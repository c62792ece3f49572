const YES = new Set(
  '1 1.0 true t yes y да истина иә ия шын ақиқат si sí verdadero x'
    .split(' ')
    .concat([
      'discontinued',
      'struck off',
      'unfounded',
      'прекращено',
      'прекращен',
      'прекращена',
      'снято с учета',
      'снят с учета',
      'исключено',
      'тоқтатылды',
      'тоқтатылған',
      'қысқартылды',
      'қысқартылған',
      'есептен шығарылды',
      'есептен шығарылған',
      'есептен алынды',
    ]),
);

const NO = new Set(
  '0 0.0 false f no n нет ложь жоқ жалған falso'
    .split(' ')
    .concat([
      'active',
      'founded',
      'не прекращено',
      'не прекращен',
      'на учете',
      'в производстве',
      'тоқтатылмаған',
      'қысқартылмаған',
      'есепте',
    ]),
);

/** Whether a cell such as `discontinued` says yes or no, in any language; undefined where it says neither. */
export function truthOf(text: string): boolean | undefined {
  // What nearly every cell holds, in a column asked for every row.
  if (text === '' || text === '0') return text === '0' ? false : undefined;
  const word = text.trim().toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
