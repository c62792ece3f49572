import { OrynError } from '@oryn/core';
import { type Language, languages } from '@oryn/language';
import * as v from 'valibot';
import { type Document, parseDocument, visit } from 'yaml';
import { transliterated } from './transliterate.ts';

/** A code of the rubricator: field, section, topic. */
const IRSTI = /^\d{2}\.\d{2}(\.\d{2})?$/;

/** Numbers with the signs that join them and their auxiliaries, such as `343.97:911.3(574)`. */
const UDC = /^[\d([][\d.:+/()[\]=\-"*]*$/;

const UDC_EXPECTED = '343.97:911.3(574)';
const IRSTI_EXPECTED = '10.81.00';

const words = v.pipe(v.string(), v.minLength(1));
/** The same in every language, or one in each that is known. */
const named = v.union([
  words,
  v.strictObject({ kk: v.optional(words), ru: v.optional(words), en: v.optional(words) }),
]);
const listed = v.pipe(v.array(words), v.minLength(1));

const udc = v.pipe(v.string(), v.regex(UDC));
const irsti = v.pipe(v.string(), v.regex(IRSTI));

const authorSchema = v.strictObject({
  name: named,
  /** Positions in the list of affiliations, from 1. */
  affiliations: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  email: v.optional(words),
  orcid: v.optional(words),
  corresponding: v.optional(v.boolean()),
});

const articleSchema = v.strictObject({
  udc: v.optional(udc),
  irsti: v.optional(irsti),
  title: v.optional(named),
  authors: v.optional(v.array(authorSchema)),
  affiliations: v.optional(v.array(named)),
  keywords: v.optional(
    v.strictObject({ kk: v.optional(listed), ru: v.optional(listed), en: v.optional(listed) }),
  ),
  funding: v.optional(named),
});

type Named = v.InferOutput<typeof named>;

/** What an article has that no bundle knows: its codes, who wrote it and where, its words. */
export type Article = v.InferOutput<typeof articleSchema>;

/**
 * An article file, YAML or JSON. Keys in messages are written with dots, places in lists from 1: `authors.2.name`.
 *
 * @throws OrynError article.not-yaml, article.not-keys, article.unknown-key, article.missing, article.invalid
 */
export function parseArticleFile(content: string, file: string): Article {
  const document = parseDocument(content);
  const row = faultyRow(document, content);
  if (row !== undefined) throw new OrynError('article.not-yaml', { file, row });
  const given: unknown = document.toJS();
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new OrynError('article.not-keys', { file, known: KNOWN.join(', ') });
  const result = v.safeParse(articleSchema, given);
  if (!result.success) throw issueError(result.issues[0], file);
  const { authors = [], affiliations = [] } = result.output;
  for (const [i, author] of authors.entries()) {
    const beyond = author.affiliations?.find((n) => n > affiliations.length);
    const key = `authors.${i + 1}.affiliations`;
    if (beyond !== undefined)
      throw new OrynError('article.no-affiliation', { file, key, given: beyond, n: affiliations.length });
  }
  return result.output;
}

/** The first row that YAML does not understand; a text that begins with * stands for another, which may not be there. */
function faultyRow(document: Document.Parsed, content: string): number | undefined {
  const [fault] = document.errors;
  let at = fault?.pos[0];
  if (at === undefined) {
    visit(document, {
      Alias(_, alias) {
        if (alias.resolve(document) !== undefined) return undefined;
        at = alias.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
  }
  return at === undefined ? undefined : content.slice(0, at).split('\n').length;
}

const KNOWN = Object.keys(articleSchema.entries);

/** What a key holds, as a message names it; a list elsewhere. */
const KINDS: Record<string, string> = {
  ...{ udc: 'udc', irsti: 'irsti', title: 'words', name: 'words', funding: 'words' },
  ...{ kk: 'text', ru: 'text', en: 'text', email: 'text', orcid: 'text', corresponding: 'yesNo' },
};

/** A value is shown so far. */
const MOST_LETTERS = 60;

function issueError(issue: v.BaseIssue<unknown>, file: string): OrynError {
  const path = issue.path ?? [];
  const keys = path.map(({ key }) => (typeof key === 'number' ? key + 1 : String(key)));
  const key = keys.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownBeside(keys.slice(0, -1).filter((one) => typeof one === 'string'));
    return new OrynError('article.unknown-key', { file, key, known: known.join(', ') });
  }
  const expected = kindOf(keys);
  const given = path[path.length - 1]?.value;
  if (given === undefined || given === null || given === '' || (Array.isArray(given) && given.length === 0))
    return new OrynError('article.missing', { file, key, expected });
  const shown = typeof given === 'string' ? given : JSON.stringify(given);
  const cut = shown.length > MOST_LETTERS ? `${shown.slice(0, MOST_LETTERS)}…` : shown;
  return new OrynError('article.invalid', { file, key, given: cut, expected });
}

function kindOf(keys: readonly (string | number)[]): string {
  const last = keys[keys.length - 1];
  const [first] = keys;
  if (first === 'authors' && keys[2] === 'affiliations') return 'positions';
  if (first === 'keywords') return keys.length === 1 ? 'keywords' : keys.length === 2 ? 'texts' : 'text';
  if (first === 'affiliations' && keys.length === 2) return 'words';
  return KINDS[String(last)] ?? 'list';
}

/** The keys that may stand where an unknown one does. */
function knownBeside(above: readonly string[]): readonly string[] {
  if (above.length === 0) return KNOWN;
  return above.length === 1 && above[0] === 'authors' ? Object.keys(authorSchema.entries) : languages;
}

/** @throws OrynError option.invalid where a code has not the shape of one */
export function checkCodes({ udc: number, irsti: code }: Pick<Article, 'udc' | 'irsti'>): void {
  if (number !== undefined && !UDC.test(number))
    throw new OrynError('option.invalid', { option: '--udc', given: number, expected: UDC_EXPECTED });
  if (code !== undefined && !IRSTI.test(code))
    throw new OrynError('option.invalid', { option: '--irsti', given: code, expected: IRSTI_EXPECTED });
}

/** A name in a language; in English, Cyrillic is romanised where no English name is given. */
export function nameIn(lang: Language, name: Named): string {
  const own = typeof name === 'string' ? name : (name[lang] ?? name.ru ?? name.kk ?? name.en ?? '');
  return lang === 'en' ? transliterated(own) : own;
}
