/** What a word says about the number beside it; words of Kazakh stand after their number, of Russian before. */
export type NumberRole = 'article' | 'part' | 'point';

export interface RoleWord {
  role: NumberRole;
  /** True for Kazakh: `188-бап 3-бөлік`. */
  after: boolean;
}

/** The code of law a number belongs to; `other` is any code that names no offence here. */
export type LawCode = 'criminal' | 'administrative' | 'other';

const words = (role: NumberRole, after: boolean, list: string): [string, RoleWord][] =>
  list.split(' ').map((word) => [word, { role, after }]);

const ROLE_WORDS: ReadonlyMap<string, RoleWord> = new Map([
  ...words('article', false, 'ст я статья статьи статье статей статью статьям статьями art article'),
  ...words('part', false, 'ч чч часть части частью частей part'),
  ...words('point', false, 'п пп пункт пункта пункты пунктом пунктами подпункт подпункта подп'),
  ...words('article', true, 'бап бабы бабының бабымен бабында баптың баб'),
  ...words('part', true, 'бөлік бөлігі бөлігінің бөлігімен бөлігінде бөл'),
  ...words('point', true, 'т тармақ тармағы тармағының тармағымен тармақша тармақшасы тармақшасының'),
]);

/** `б.` is both `бап` and `бөлік`: the first is the article, the second the part. */
export const AMBIGUOUS_KAZAKH = 'б';

const CRIMINAL = new Set(['ук', 'укрк', 'ркук', 'қк', 'қрқк']);
const PROCEDURE = new Set(['упк', 'упкрк', 'қпк', 'гпк', 'аппк', 'уик', 'рф']);

export function roleOfWord(word: string): RoleWord | undefined {
  return ROLE_WORDS.get(word);
}

/** The code of law that a word (lower case) names, undefined for any other word. */
export function lawCodeOf(word: string): LawCode | undefined {
  if (PROCEDURE.has(word) || /^проце(?:сс|ст)/.test(word)) return 'other';
  if (CRIMINAL.has(word) || word.startsWith('уголовн') || word.startsWith('қылмыстық')) return 'criminal';
  if (/коап|^әқбт|^әқтк|^административн|^әкімшілік/.test(word)) return 'administrative';
  return undefined;
}
