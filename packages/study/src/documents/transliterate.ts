/** Letters that only Kazakh has: a text with one of them is Kazakh. */
const KAZAKH_LETTERS = /[әғқңөұүһі]/i;

/** Letters that Russian and Kazakh write alike in Latin; BGN/PCGN 1947 and 1979. */
const BOTH: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ж: 'zh', з: 'z', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n' },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '”', ы: 'y', ь: '’', ю: 'yu', я: 'ya' },
};

const RUSSIAN: Record<string, string> = { ...BOTH, е: 'e', ё: 'ë', и: 'i', у: 'u', э: 'e' };

const KAZAKH: Record<string, string> = {
  ...{ ...BOTH, е: 'e', ё: 'yo', и: 'ī', у: 'ū', э: 'ė' },
  ...{ ә: 'ä', ғ: 'gh', қ: 'q', ң: 'ng', ө: 'ö', ұ: 'u', ү: 'ü', һ: 'h', і: 'i' },
};

/** After these, and at the start of a word, Russian е and ё begin with y. */
const BEFORE_Y = /[аеёиоуыэюяйъь]/;

export function hasCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/** Cyrillic as Latin by BGN/PCGN, Kazakh by its own table where a letter tells that it is Kazakh; the rest as it is. */
export function transliterated(text: string): string {
  const isKazakh = KAZAKH_LETTERS.test(text);
  const table = isKazakh ? KAZAKH : RUSSIAN;
  const letters = [...text];
  return letters.map((letter, i) => latin(letter, letters[i - 1], letters[i + 1])).join('');

  function latin(letter: string, before = '', after = ''): string {
    const small = letter.toLowerCase();
    const plain = table[small];
    if (plain === undefined) return letter;
    const isSoft = !isKazakh && (small === 'е' || small === 'ё');
    const startsWithY = isSoft && (!hasCyrillic(before) || BEFORE_Y.test(before.toLowerCase()));
    const written = startsWithY ? `y${plain}` : plain;
    if (letter === small) return written;
    const isShouted = after !== after.toLowerCase() || (after === '' && before !== before.toLowerCase());
    return isShouted ? written.toUpperCase() : written.charAt(0).toUpperCase() + written.slice(1);
  }
}
