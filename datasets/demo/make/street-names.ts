import type { RandomStream } from '@oryn/core';
import type { Segment } from './network.ts';
import type { StreetClass, Trilingual } from './plan.ts';

/** Words for streets: land, water, plants, crafts and virtues; no person has lent a name. */
const WORDS =
  'Достық Бейбітшілік Жібек-жолы Сарыарқа Ақжол Тұмар Бәйтерек Өркен Жастар Мереке Думан Шаңырақ Керуен Самал Арман Береке Бірлік Ынтымақ Еңбек Құрылыс Теміржол Диқан Наурыз Жеңіс Көктем Шұғыла Таңшолпан Темірқазық Үркер Шолпан Айдын Аққайың Қарағай Емен Терек Жиде Мойыл Итмұрын Көкшөп Жусан Изен Бетеге Қызғалдақ Раушан Бәйшешек Алмалы Өрік Жүзім Шие Бидайық Егін Тары Арпа Бұлақ Кәусар Көкөзек Қарасу Ақсай Тасбұлақ Өзенбойы Жағалау Аралды Құмкөл Тұзды Сортөбе Тастөбе Қызылтас Көктас Ақтас Қиыршық Мақпал Торғын Күміс Алтын Мыс Қола Болат Ұста Зергер Тоқыма Наубай Құмыра Домбыра Қобыз Жетіген Сыбызғы Сазген Жыршы Күйші Ән Асыл Қайнар Талап Үміт Сенім Ізет Шапағат Мейірім Қуат Қанат Қыран Сұңқар Лашын Тырна Аққу Қарлығаш Бұлбұл Құлан Киік Арқар Елік Тұлпар Жорға Дала Жазық Қыр Белес Шыңырау Асу Кезең Орман Тоғай Қамыс Құрақ Шалғын Көгал Жайлау Қыстау Көш Отау Уық Кереге Босаға Төр Қазына Мұра Рух Дәстүр Тағзым Азаттық Егемен Серпін Қарқын Өрлеу Жаңару Келешек Болашақ Ертең Жаңақоныс Ескіжол Құмжол Тасжол Диірмен Қоймалы Депо Семафор Қиылыс Белжол Шойын Кенші Шахтер Забой Руда Терікон Энергетик Монтаж Бетон Кірпіш Тақтай Сүт Нан Жүн Тері Балық Қайық Желкен Зымыран Жұлдыз Аспан Күн Ай Жел Боран Қырау Аяз Шық Жаңбыр Найзағай Кемпірқосақ Бұлт'
    .split(' ')
    .map((word) => word.replace('-', ' '));

const RUSSIAN: Readonly<Record<string, string>> = {
  ә: 'а',
  і: 'и',
  ң: 'н',
  ғ: 'г',
  ү: 'у',
  ұ: 'у',
  қ: 'к',
  ө: 'о',
  һ: 'х',
};
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'gh',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'ng',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ы: 'y',
  і: 'i',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ь: '',
  ъ: '',
};

function mapped(text: string, table: Readonly<Record<string, string>>): string {
  return [...text]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const found = table[lower] ?? lower;
      return lower === letter ? found : found.charAt(0).toUpperCase() + found.slice(1);
    })
    .join('');
}

interface Kind {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

const KINDS: Readonly<Record<StreetClass, Kind>> = {
  main: { kk: 'даңғылы', ru: 'проспект', en: 'Avenue' },
  street: { kk: 'көшесі', ru: 'улица', en: 'Street' },
  lane: { kk: 'тұйығы', ru: 'переулок', en: 'Lane' },
};

/** The name of a street and the form of it that the official layer writes: upper case, without the type. */
export interface StreetName extends Trilingual {
  readonly official: string;
}

/** Gives every street one name; inside a micro-district the lanes bear its number, as addresses there do. */
export function nameStreets(segments: readonly Segment[], random: RandomStream): Map<string, StreetName> {
  const words = shuffled(WORDS, random);
  const names = new Map<string, StreetName>();
  const classes = new Map<string, StreetClass>();
  // Main streets choose first, so that the words do not run out on lanes.
  for (const wanted of ['main', 'street', 'lane'] as const) {
    for (const { key, class: streetClass } of segments) {
      if (streetClass === wanted && !classes.has(key)) classes.set(key, streetClass);
    }
  }
  let used = 0;
  let numbered = 0;
  let quarters = 0;
  for (const [key, streetClass] of classes) {
    const quarter = /^(micro|yard|walk|siding|plots)(\d+\.\d+)$/.exec(key);
    if (quarter) {
      quarters++;
      names.set(key, quarterName(quarter[1]!, quarters));
    } else if (key.startsWith('plots')) {
      numbered++;
      names.set(key, numberedName(numbered));
    } else if (used < words.length)
      names.set(key, wordName(words[used++]!, key.startsWith('road') ? 'road' : streetClass));
    else names.set(key, numberedName(++numbered));
  }
  return names;
}

function wordName(word: string, kind: StreetClass | 'road'): StreetName {
  const ru = mapped(word, RUSSIAN);
  const en = mapped(word, LATIN);
  const official = ru.toUpperCase();
  if (kind === 'road') return { kk: `${word} тас жолы`, ru: `${ru} шоссе`, en: `${en} Road`, official };
  const type = KINDS[kind];
  return { kk: `${word} ${type.kk}`, ru: `${type.ru} ${ru}`, en: `${en} ${type.en}`, official };
}

function numberedName(number: number): StreetName {
  return { kk: `${number}-көше`, ru: `${number}-я улица`, en: `Street ${number}`, official: `${number}-Я` };
}

function quarterName(kind: string, number: number): StreetName {
  const ru = { micro: 'микрорайон', yard: 'квартал', walk: 'аллея парка', siding: 'промзона', plots: 'дачи' }[
    kind
  ]!;
  const kk = {
    micro: 'шағын аудан',
    yard: 'орам',
    walk: 'саябақ аллеясы',
    siding: 'өнеркәсіп аймағы',
    plots: 'саяжай',
  }[kind]!;
  const en = {
    micro: 'Microdistrict',
    yard: 'Quarter',
    walk: 'Park Walk',
    siding: 'Industrial Zone',
    plots: 'Allotments',
  }[kind]!;
  return {
    kk: `${number}-${kk}`,
    ru: `${ru} № ${number}`,
    en: `${en} ${number}`,
    official: `${number} ${ru}`.toUpperCase(),
  };
}

function shuffled<T>(items: readonly T[], random: RandomStream): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    const kept = list[i]!;
    list[i] = list[j]!;
    list[j] = kept;
  }
  return list;
}
