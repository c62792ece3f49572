import { messageOf } from './catalogue/catalogues.ts';
import { givenText } from './given-text.ts';
import type { Language } from './language.ts';
import { formatInteger } from './numbers.ts';
import { fill, type TextValues } from './text.ts';

/** Anything with a stable code and the values of its sentence, such as the OrynError of @oryn/core. */
export interface DescribedError {
  readonly code: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Numbers that are names, not amounts: a thousands separator would spoil them. */
const NAMES = new Set(['port', 'version', 'supported', 'given', 'crs']);

/** Letters of what was given that a sentence repeats; lists of columns are long and needed whole. */
const LONGEST_GIVEN = 600;

/**
 * The sentence for an error: what was given, what was expected, the first bad row, what to do. A number
 * `count` chooses the plural form and is written as `{n}`. A code without a sentence is shown as it is.
 *
 * @param under where the sentences of codes stand in the catalogue
 */
export function errorText(lang: Language, error: DescribedError, under = 'errors'): string {
  const parameters = error.parameters ?? {};
  const message = messageOf(lang, `${under}.${error.code}`);
  if (message === undefined) {
    return fill(lang, messageOf(lang, 'errors.unknown')!, {
      code: error.code,
      details: Object.entries(parameters)
        .map(([name, value]) => `${name}=${asText(lang, name, value)}`)
        .join(', '),
    });
  }
  return fill(lang, message, valuesFor(lang, message, parameters));
}

function valuesFor(
  lang: Language,
  message: string,
  parameters: Readonly<Record<string, unknown>>,
): TextValues {
  const values: Record<string, string | number> = {};
  // A sentence with a gap is better than a second error that hides the first.
  for (const [, name] of message.matchAll(/\{\s*(\w+)/g)) values[name!] = '–';
  for (const [name, value] of Object.entries(parameters)) values[name] = asText(lang, name, value);
  const count = Number(parameters.count);
  values.n = Number.isFinite(count) ? formatInteger(lang, count) : '–';
  values.count = Number.isFinite(count) ? count : 0;
  return values;
}

function asText(lang: Language, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => asText(lang, name, item)).join(', ') || '–';
  if (typeof value === 'number') {
    // Coordinates stay as they stand in the file, with a point: they are searched for there.
    return Number.isInteger(value) && !NAMES.has(name) ? formatInteger(lang, value) : String(value);
  }
  if (value === null || value === undefined || value === '') return '–';
  return givenText(typeof value === 'object' ? JSON.stringify(value) : String(value), LONGEST_GIVEN);
}
