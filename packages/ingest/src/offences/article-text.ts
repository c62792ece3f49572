import { offences } from '@oryn/datasets';
import { type NumberToken, type Token, tokensOf } from './article-tokens.ts';
import { AMBIGUOUS_KAZAKH, type LawCode, lawCodeOf, type NumberRole, roleOfWord } from './article-words.ts';

/** An article of the Criminal Code or of the code of administrative offences as a text names it. */
export interface ArticleText {
  /** Number with its suffix: `188`, `188-1`. */
  article: string;
  part?: string;
  /** Points as written, a comma between several. */
  point?: string;
  /** How many other articles the text names besides this one; absent for none. */
  others?: number;
}

interface Mention {
  article: string;
  number: number;
  part?: string | undefined;
  point?: string | undefined;
  code?: LawCode | undefined;
  /** Named by a word, not only by a number standing free. */
  explicit: boolean;
}

/** The Special Part of the Criminal Code of Kazakhstan; 1 to 98 are general rules, such as 24, attempt. */
const FIRST_SPECIAL = 99;
const LAST_SPECIAL = 466;
/** An article is named at the start of a text; what follows is a story. */
const MOST_CHARACTERS = 1000;
const MOST_PARTS = 20;
const MOST_POINTS = 40;

const articleOfCode = new Map(
  offences
    .filter(({ article }) => isSpecial(Number.parseInt(article, 10)))
    .map(({ crimeCode, article }) => [crimeCode, article]),
);

function isSpecial(number: number): boolean {
  return number >= FIRST_SPECIAL && number <= LAST_SPECIAL;
}

/**
 * The article of the Criminal Code of Kazakhstan that a code (`1880`, `990`) or a text (`ст.188 ч.3`,
 * `188-бап 3-бөлік`) names; undefined where none is certain. An article of the general part, such as 24 for
 * attempt, is passed over. Where several are named the first counts and the rest are counted in `others`.
 * A number that belongs to another code of law is no article here. The first 1,000 characters are read.
 */
export function parseArticle(text: string): ArticleText | undefined {
  const found = articleIn(text);
  if (found?.code !== 'criminal') return undefined;
  const { article, part, point, others } = found;
  return {
    article,
    ...(part !== undefined && { part }),
    ...(point !== undefined && { point }),
    ...(others !== undefined && { others }),
  };
}

/** Like `parseArticle`, administrative offences included, with the code of law it belongs to. */
export function articleIn(text: string): (ArticleText & { code: 'criminal' | 'administrative' }) | undefined {
  const trimmed = text.slice(0, MOST_CHARACTERS).trim();
  const bare = bareArticle(trimmed);
  if (bare) return { code: 'criminal', ...bare };
  if (!/\d/.test(trimmed)) return undefined;
  const mentions = mentionsIn(tokensOf(trimmed));
  const marked = mentions.some(({ explicit, part, code }) => explicit || part !== undefined || code);
  if (!marked) return undefined;
  const offencesNamed = mentions.filter(
    ({ number, code }) => code === 'administrative' || (code !== 'other' && isSpecial(number)),
  );
  const main = offencesNamed.find(({ code }) => code !== 'administrative') ?? offencesNamed[0];
  if (!main) return undefined;
  const others = new Set(offencesNamed.map(({ article }) => article)).size - 1;
  return {
    code: main.code === 'administrative' ? 'administrative' : 'criminal',
    article: main.article,
    ...(main.part !== undefined && { part: main.part }),
    ...(main.point !== undefined && { point: main.point }),
    ...(others > 0 && { others }),
  };
}

/** A code of the official layer, or `188/3`, `188-1`, `188-1/2` alone. */
function bareArticle(text: string): ArticleText | undefined {
  const code = /^(\d{3,4})(?:[.,]0+)?$/.exec(text)?.[1];
  if (code !== undefined) return articleOfNumber(code);
  const written = /^(\d{2,3})(-\d{1,2})?(?:\/(\d{1,2}))?$/.exec(text);
  if (!written || (written[2] ?? written[3]) === undefined) return undefined;
  if (!isSpecial(Number(written[1]))) return undefined;
  const article = written[1] + (written[2] ?? '');
  return written[3] === undefined ? { article } : { article, part: written[3] };
}

/** `1880` is 188 and `1921` is 192-1; three digits are an article, or 99 with its leading zero eaten (`990`). */
function articleOfNumber(digits: string): ArticleText | undefined {
  if (digits.length === 3 && isSpecial(Number(digits))) return { article: digits };
  const known = articleOfCode.get(digits.padStart(4, '0'));
  if (known !== undefined) return { article: known };
  const number = Math.floor(Number(digits) / 10);
  const suffix = Number(digits) % 10;
  if (!isSpecial(number)) return undefined;
  return { article: suffix === 0 ? String(number) : `${number}-${suffix}` };
}

function mentionsIn(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  /** First mention of the part of the text between two semicolons. */
  let segment = 0;
  let pending: { part?: string; point?: string } = {};
  /** Where the last word for a code of law stood, and the mentions it was given to. */
  let lastCode: { at: number; from: number } | undefined;
  let codeAhead: LawCode | undefined;

  const freeNumber = (at: number): NumberToken | undefined => {
    const token = tokens[at];
    return token?.kind === 'number' && !token.claimed ? token : undefined;
  };
  const numberBefore = (at: number) => freeNumber(tokens[at - 1]?.kind === 'dash' ? at - 2 : at - 1);
  const addArticle = (number: NumberToken, explicit: boolean): void => {
    number.claimed = true;
    mentions.push({ article: number.text, number: number.value, ...pending, code: codeAhead, explicit });
    pending = {};
  };
  const current = (): Mention | undefined => (mentions.length > segment ? mentions.at(-1) : undefined);
  const setPart = (number: NumberToken, ahead: boolean): void => {
    number.claimed = true;
    const mention = current();
    if (mention && mention.part === undefined && !ahead) mention.part = number.text;
    else pending.part = number.text;
  };
  const setPoint = (text: string): void => {
    const mention = current();
    if (mention && mention.point === undefined && pending.part === undefined) mention.point = text;
    else pending.point = text;
  };

  const readRole = (at: number, role: NumberRole): void => {
    const next = freeNumber(at + 1);
    const before = numberBefore(at);
    if (role === 'article') {
      const reversed = before && isSpecial(before.value) && (!next || !isSpecial(next.value));
      const chosen = reversed ? before : (next ?? before);
      if (chosen) addArticle(chosen, true);
      return;
    }
    const chosen = next && next.value <= (role === 'part' ? MOST_PARTS : MOST_POINTS) ? next : before;
    if (!chosen || chosen.value > MOST_POINTS) return;
    if (role === 'point') {
      setPoint(listFrom(tokens, tokens.indexOf(chosen, Math.max(0, at - 2))));
      return;
    }
    const following = tokens[at + 2];
    const ahead =
      tokens[at - 1]?.kind === 'comma' &&
      following?.kind === 'word' &&
      roleOfWord(following.text)?.role === 'article';
    setPart(chosen, ahead);
  };

  const readRoleAfter = (at: number, role: NumberRole, word: string): void => {
    const number = numberBefore(at);
    if (!number) return;
    if (role === 'article') {
      addArticle(number, true);
      return;
    }
    // A тармақ with no бөлік before it is what older texts call the part.
    const isPart = role === 'part' || (!word.startsWith('тармақша') && current()?.part === undefined);
    if (isPart) {
      setPart(number, false);
      return;
    }
    number.claimed = true;
    setPoint(number.text);
  };

  tokens.forEach((token, at) => {
    if (token.kind === 'break') {
      segment = mentions.length;
      pending = {};
      codeAhead = undefined;
      return;
    }
    if (token.kind === 'number') {
      if (!token.claimed && isSpecial(token.value) && standsFree(tokens, at, mentions.length > 0))
        addArticle(token, false);
      return;
    }
    if (token.kind !== 'word') return;
    const code = lawCodeOf(token.text);
    if (code !== undefined) {
      // «уголовно-процессуального», «ук рф»: the later word says which code it really is.
      const goesOn = lastCode && at - lastCode.at <= 2;
      const from = goesOn ? lastCode!.from : mentions.findIndex((mention) => mention.code === undefined);
      if (from >= 0) {
        for (const mention of mentions.slice(from)) {
          if (goesOn || mention.code === undefined) mention.code = code;
        }
      }
      lastCode = { at, from: from < 0 ? mentions.length : from };
      if (current() === undefined) codeAhead = code;
      return;
    }
    if (token.text === AMBIGUOUS_KAZAKH) {
      const number = numberBefore(at);
      if (number) readRoleAfter(at, isSpecial(number.value) ? 'article' : 'part', token.text);
      return;
    }
    const found = roleOfWord(token.text);
    if (found?.after) readRoleAfter(at, found.role, token.text);
    else if (found) readRole(at, found.role);
  });
  return mentions;
}

/** Whether a number with no word for an article is one: before a part or a code, after a dash, or first. */
function standsFree(tokens: readonly Token[], at: number, follows: boolean): boolean {
  const next = tokens[at + 1]?.kind === 'dash' ? tokens[at + 2] : tokens[at + 1];
  if (next?.kind === 'word') {
    if (next.text === AMBIGUOUS_KAZAKH) return false;
    const role = roleOfWord(next.text);
    if (role) return role.role !== 'article';
    if (lawCodeOf(next.text) !== undefined) return true;
  }
  const before = tokens[at - 1];
  if (before === undefined || before.kind === 'break') return true;
  return follows && before.kind === 'dash';
}

/** `1,2` from the numbers and commas that begin at a position. */
function listFrom(tokens: readonly Token[], start: number): string {
  const numbers: string[] = [];
  for (let at = start; at < tokens.length; at += 2) {
    const token = tokens[at];
    if (token?.kind !== 'number' || token.claimed || token.value > MOST_POINTS) break;
    token.claimed = true;
    numbers.push(token.text);
    if (tokens[at + 1]?.kind !== 'comma') break;
  }
  return numbers.join(',');
}
