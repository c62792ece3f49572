import { OrynError } from '@oryn/core';
import type { GivenOptions } from './options.ts';

/** `maxRadius` is written `--max-radius`. */
const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/**
 * One of some words, the first of them where the option is not given.
 *
 * @throws OrynError option.invalid
 */
export function wordOf<Word extends string>(given: GivenOptions, name: string, words: readonly Word[]): Word {
  const value = given[name] ?? words[0];
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw new OrynError('option.invalid', {
    option: flagOf(name),
    given: String(value),
    expected: words.join(', '),
  });
}

/** Words with commas between them, each once. @throws OrynError option.invalid */
export function listOf<Word extends string>(
  given: GivenOptions,
  name: string,
  words: readonly Word[],
): Word[] | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  const found = String(value)
    .split(',')
    .map((part) => words.find((word) => word === part.trim()));
  if (found.every((word) => word !== undefined)) return [...new Set(found)];
  throw new OrynError('option.invalid', {
    option: flagOf(name),
    given: String(value),
    expected: words.join(', '),
  });
}

/**
 * A finite number that fits, undefined where the option is not given.
 *
 * @param expected what the message says would have fitted
 * @param isFit left out where core refuses by a code of its own
 * @throws OrynError option.invalid
 */
export function numberOf(
  given: GivenOptions,
  name: string,
  expected: string,
  isFit: (value: number) => boolean = () => true,
): number | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(number) && isFit(number))
    return number;
  throw new OrynError('option.invalid', { option: flagOf(name), given: String(value), expected });
}

export const isAboveZero = (value: number): boolean => value > 0;
