import type { OffenceLayer } from '@oryn/datasets';

/** A set of words that names a layer by itself. */
export interface CategoryWords {
  readonly id: string;
  readonly layer: Exclude<OffenceLayer, 'place'>;
  readonly pattern: RegExp;
}

/** Stems begin a word; a stem ending in `$` is a whole word. */
function words(id: string, layer: CategoryWords['layer'], stems: readonly string[]): CategoryWords {
  const body = stems.map((stem) => (stem.endsWith('$') ? `${stem.slice(0, -1)}(?!\\p{L})` : stem)).join('|');
  return { id, layer, pattern: new RegExp(`(?<!\\p{L})(?:${body})`, 'iu') };
}

/**
 * Texts that clearly name an offence of a layer of its own, in Russian, Kazakh, English and Spanish. The first
 * that fits counts, so the strictest layer stands first. Coarse words (`violent`, `assault`) name none. Known
 * traps are left out on purpose: `зорлық` is violence of any kind, `бытовая техника` and `тұрмыстық техника`
 * are household goods, `детский сад` and `child care` are places, `половина` and `grape` are no offence.
 */
export const categoryWords: readonly CategoryWords[] = [
  words('sexual', 'restricted', [
    'изнасилован',
    'сексуальн',
    'секс$',
    'полов(?:ой|ая|ое|ые|ого|ых|ую|ым|ыми)$',
    'развратн',
    'растлени',
    'педофил',
    'инцест',
    'мужеложств',
    'порнограф',
    'проституц',
    'сутен[её]р',
    'зорла(?:у|п|ды|ған|ушы)',
    'жыныстық',
    'нәпсіқұмар',
    'азғындық',
    'жезөкше',
    'rap(?:e|ed|es|ist)$',
    'sex(?:es|ual|ually)?$',
    'sodomy',
    'molest',
    'indecen',
    'lewd',
    'incest',
    'porn[ao]graph',
    'prostitut',
    'peeping',
    'voyeur',
    'violaci[oó]n(?:es)?$',
    'abuso sexual',
    'acoso sexual',
    'acceso carnal',
  ]),
  words('domestic', 'restricted', [
    'бытов\\p{L}* (?:насили|конфликт|ссор|дебош|скандал)',
    'семейно[- ]бытов',
    'семейн\\p{L}* (?:насили|конфликт|ссор|дебош|скандал)',
    'домашн\\p{L}* насили',
    'насили\\p{L}* в семье',
    'отбасылық[- ]тұрмыстық',
    'тұрмыстық (?:зорлық|жанжал|дау)',
    'отбасы\\p{L}* (?:зорлық|жанжал|дау)',
    'үйдегі зорлық',
    'domestic$',
    'family (?:violence|trouble|disturbance|offen[cs]e|dispute|& child)',
    'intimate partner',
    'violencia (?:intrafamiliar|dom[eé]stica|familiar|de g[eé]nero)',
  ]),
  words('suicide', 'restricted', ['суицид', 'самоуби', 'өз[- ]өзіне қол', 'өзін[- ]өзі өлтір', 'suicid']),
  words('child', 'restricted', [
    'жесток\\p{L}* обращени\\p{L}* с (?:дет|реб|несоверш|малолет)',
    'в отношении (?:несоверш|малолет|реб[её]н|детей)',
    'торговл\\p{L}* (?:несоверш|деть)',
    'балаға (?:қатыгез|зорлық)',
    'кәмелетке толмаған\\p{L}* (?:қатысты|қатыгез)',
    'жас балаға қатысты',
    'child(?:ren)?(?! ?care)$',
    'chld$',
    'juvenile victim',
    'maltrato infantil',
    'abuso infantil',
  ]),
  words('drugs', 'police-detected', [
    'нарко(?:т|притон|сбыт|прест|траф|заклад)',
    'психотроп',
    'каннабис',
    'марихуан',
    'гашиш',
    'героин',
    'мефедрон',
    'есірткі',
    'нашақор',
    'drugs?(?! ?store)$',
    'narcotic',
    'marijuana',
    'cannabis',
    'cocaine',
    'heroin',
    'methamphet',
    'controlled substance',
    'estupefacient',
    'drogas?$',
    'narcotr[aá]fico',
  ]),
  words('weapons', 'police-detected', [
    'незаконн\\p{L}* (?:хранени|ношени|оборот|приобретени|изготовлени|сбыт)\\p{L}* (?:\\p{L}+ )?(?:оружи|боеприпас)',
    'оборот оружи',
    'хранени\\p{L}* оружи',
    'ношени\\p{L}* оружи',
    'заңсыз қару',
    'қару\\p{L}* заңсыз',
    'қару (?:сақтау|алып жүру)',
    'weapons?(?:-| )(?:state|city|viol|offen|law|possess|othr)',
    'unlawful use of (?:a )?weapon',
    'carrying (?:a )?concealed',
    'porte ilegal de armas',
  ]),
  words('gambling', 'police-detected', ['игорн', 'азартн', 'құмар ойын', 'gambling', 'juego ilegal']),
  words('drink-driving', 'police-detected', [
    'управлени\\p{L}* \\p{L}* ?(?:транспорт\\p{L}* (?:средств\\p{L}* )?)?в (?:состоянии )?(?:\\p{L}+ )?опьянени',
    'мас күйінде көлік',
    'du[iw]$',
    'dwi$',
    'drunk driving',
    'driving (?:under|while)',
  ]),
  words('fraud', 'placeless', [
    'мошен',
    'интернет[- ]мошен',
    'кибер',
    'фишинг',
    'алаяқ',
    'fraud',
    'scam$',
    'phishing',
    'cyber',
    'identity theft',
    'deceit',
    'bad checks?$',
    'estafa',
    'fraude',
  ]),
  words('forgery-embezzlement', 'placeless', [
    'растрат',
    'присвоени',
    'подделк',
    'фальшивомонет',
    'сыбайлас жемқор',
    'взятк',
    'взяточ',
    'коррупц',
    'forger',
    'counterfeit',
    'embezzl',
    'briber',
  ]),
  words('extortion', 'placeless', [
    'вымогат',
    'шантаж',
    'қорқытып алу',
    'бопсалау',
    'extor[ts]',
    'blackmail',
  ]),
];

/** The first set of words that a text of the user's own falls under; undefined for most texts. */
export function wordsIn(text: string): CategoryWords | undefined {
  const read = asRead(text);
  return categoryWords.find(({ pattern }) => pattern.test(read));
}

/** Latin letters and the Cyrillic ones that look like them. */
const LOOKALIKES = new Map([...'aceikmohptxyb'].map((letter, i) => [letter, 'асеікмонртхуь'[i]]));

/**
 * A text as a person reads it: letters composed, nothing unseen between them, one space where there are several or an
 * underscore, and in a Cyrillic word no Latin letter, as a Kazakh `i` often is.
 */
function asRead(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\s_]+/g, ' ')
    .replaceAll(/\p{L}+/gu, (word) =>
      /\p{Script=Cyrillic}/u.test(word)
        ? word.toLowerCase().replaceAll(/[a-z]/g, (letter) => LOOKALIKES.get(letter) ?? letter)
        : word,
    );
}
