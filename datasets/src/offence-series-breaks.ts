import type { Names } from './names.ts';

/** A change of the law that makes counts before and after it different things. */
export interface SeriesBreak {
  /** First month of the new state, `YYYY-MM`. */
  readonly month: string;
  /** Articles, or articles with a part, whose counts change: `188-1`, `188/3`. */
  readonly articles: readonly string[];
  readonly kind: 'introduced' | 'removed' | 'returned' | 'moved';
  /** One sentence for a reader of a series. */
  readonly name: Names;
  readonly source: string;
  /** False where the month or the numbers must be checked before they are quoted. */
  readonly certain: boolean;
}

const CODE_TEXT = 'text of the Criminal Code of 3 July 2014 No. 226-V with its footnotes';

/** Breaks known to this catalogue, oldest first; others may exist. */
export const seriesBreaks: readonly SeriesBreak[] = [
  {
    month: '2017-07',
    articles: ['108', '109'],
    kind: 'removed',
    name: {
      kk: 'Денсаулыққа қасақана жеңіл зиян келтіру мен ұрып-соғу (108 және 109-баптар) Қылмыстық кодекстен шығарылып, әкімшілік құқық бұзушылыққа айналды.',
      ru: 'Умышленное причинение лёгкого вреда здоровью и побои (ст. 108 и 109) исключены из Уголовного кодекса и стали административными правонарушениями.',
      en: 'Minor harm to health and battery (arts. 108 and 109) left the Criminal Code and became administrative offences.',
    },
    source: `${CODE_TEXT}; month as in the project's notes on Kazakhstan`,
    certain: true,
  },
  {
    month: '2019-02',
    articles: ['188/2', '188/3', '189/2', '190/2'],
    kind: 'moved',
    name: {
      kk: 'Бірнеше рет жасалған ұрлық 188-баптың 2-бөлігінен шығарылды; 2-бөліктің осы айға дейінгі және кейінгі сандары салыстыруға келмейді.',
      ru: 'Признак неоднократности исключён из части 2 статьи 188; числа по части 2 до и после этого месяца несопоставимы.',
      en: 'Repetition left part 2 of article 188; counts by part 2 before and after are not comparable.',
    },
    source: `${CODE_TEXT}, law of 21 January 2019 No. 217-VI, ten days after publication`,
    certain: false,
  },
  {
    month: '2020-01',
    articles: ['188-1', '188'],
    kind: 'introduced',
    name: {
      kk: 'Мал ұрлығы дербес бапқа бөлінді (188-1); бұған дейін ол 188-баппен тіркелген.',
      ru: 'Скотокрадство выделено в самостоятельную статью 188-1; до этого оно учитывалось по статье 188.',
      en: 'Theft of livestock became an article of its own (188-1); before, it was inside article 188.',
    },
    source: `${CODE_TEXT}, law of 27 December 2019 No. 292-VI, ten days after publication`,
    certain: true,
  },
  {
    month: '2020-01',
    articles: ['188/2', '188/3', '191/2', '191/3'],
    kind: 'moved',
    name: {
      kk: 'Үй-жайға заңсыз кіру белгісі 2-бөліктен 3-бөлікке көшірілді (188 және 191-баптар); пәтер ұрлығын 188-баптың 3-бөлігі бойынша тек осы айдан бастап бөліп алуға болады.',
      ru: 'Незаконное проникновение перенесено из части 2 в часть 3 (ст. 188 и 191); квартирные кражи выделяются по части 3 статьи 188 только с этого месяца.',
      en: 'Illegal entry moved from part 2 to part 3 (arts. 188 and 191); burglary can be told by part 3 of article 188 only from this month.',
    },
    source: `${CODE_TEXT}, law of 27 December 2019 No. 292-VI, ten days after publication`,
    certain: true,
  },
  {
    month: '2023-03',
    articles: ['293/4'],
    kind: 'introduced',
    name: {
      kk: 'Бұзақылық туралы 293-бапқа 4-бөлік қосылды.',
      ru: 'Статья 293 о хулиганстве дополнена частью 4.',
      en: 'Part 4 was added to article 293, hooliganism.',
    },
    source: `${CODE_TEXT}, law of 17 March 2023; the month in force was not read`,
    certain: false,
  },
  {
    month: '2024-06',
    articles: ['108-1', '109-1'],
    kind: 'returned',
    name: {
      kk: 'Денсаулыққа жеңіл зиян келтіру мен ұрып-соғу Қылмыстық кодекске қайтарылды.',
      ru: 'Лёгкий вред здоровью и побои возвращены в Уголовный кодекс.',
      en: 'Minor harm to health and battery returned to the Criminal Code.',
    },
    source:
      'law of 15 April 2024, in force sixty days after publication as reported in the press; numbers of the articles to be checked',
    certain: false,
  },
];
