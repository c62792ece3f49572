import { OrynError } from '@oryn/core';
import type { Language } from '@oryn/language';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
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

const udc = v.pipe(
  v.string(),
  v.check((given) => UDC.test(given), UDC_EXPECTED),
);
const irsti = v.pipe(
  v.string(),
  v.check((given) => IRSTI.test(given), IRSTI_EXPECTED),
);

const articleSchema = v.strictObject({
  udc: v.optional(udc),
  irsti: v.optional(irsti),
  title: v.optional(named),
  authors: v.optional(
    v.array(
      v.strictObject({
        name: named,
        /** Positions in the list of affiliations, from 1. */
        affiliations: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
        email: v.optional(words),
        orcid: v.optional(words),
        corresponding: v.optional(v.boolean()),
      }),
    ),
  ),
  affiliations: v.optional(v.array(named)),
  keywords: v.optional(
    v.strictObject({ kk: v.optional(listed), ru: v.optional(listed), en: v.optional(listed) }),
  ),
  funding: v.optional(named),
});

type Named = v.InferOutput<typeof named>;

/** What an article has that no bundle knows: its codes, who wrote it and where, its words. */
export type Article = v.InferOutput<typeof articleSchema>;

/** Codes are texts: unquoted, 343.90 would be the number 343.9. */
const EXPECTED: Record<string, string> = { udc: `"${UDC_EXPECTED}"`, irsti: `"${IRSTI_EXPECTED}"` };

/**
 * An article file, YAML or JSON.
 *
 * @throws OrynError article.unknown-key, article.invalid
 */
export function parseArticleFile(content: string, file: string): Article {
  let given: unknown;
  try {
    given = parseYaml(content);
  } catch (error) {
    throw invalid(file, '-', (error as Error).message.split('\n')[0], 'YAML / JSON');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid(file, '-', given, 'key: value');
  const known = Object.keys(articleSchema.entries);
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new OrynError('article.unknown-key', { file, key: unknown, known: known.join(', ') });
  const result = v.safeParse(articleSchema, given);
  if (!result.success) {
    const [issue] = result.issues;
    const key = issue.path?.map((part) => String(part.key)).join('.') ?? '-';
    throw invalid(file, key, issue.input, EXPECTED[key] ?? issue.expected ?? 'kk, ru, en');
  }
  const { authors = [], affiliations = [] } = result.output;
  const beyond = authors.flatMap((one) => one.affiliations ?? []).find((n) => n > affiliations.length);
  if (beyond !== undefined) throw invalid(file, 'authors.affiliations', beyond, `1 … ${affiliations.length}`);
  return result.output;
}

function invalid(file: string, key: string, given: unknown, expected: string): OrynError {
  const shown = typeof given === 'string' ? given : (JSON.stringify(given) ?? 'undefined');
  return new OrynError('article.invalid', { file, key, given: shown, expected });
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
