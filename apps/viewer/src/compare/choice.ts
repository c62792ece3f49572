import { cityName } from '../ui/words.ts';
import type { Side } from '../worker/compare.ts';
import type { BundleEntry, BundleFacts, Question } from '../worker/types.ts';

/** What the present question is set beside: what differs, everything else being the same. */
export type Choice =
  | { by: 'years'; from: number; to: number }
  | { by: 'offence'; category: string }
  | { by: 'city'; id: string };

/** `years:2019-2021`, `offence:theft` or `city:almaty`, as the address says it; undefined for anything else. */
export function parseChoice(other: string | undefined): Choice | undefined {
  const [, by, value] = /^(years|offence|city):(.+)$/su.exec(other ?? '') ?? [];
  if (by === 'offence') return { by, category: value };
  if (by === 'city') return { by, id: value };
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(value ?? '') ?? [];
  return from !== undefined && Number(from) <= Number(to)
    ? { by: 'years', from: Number(from), to: Number(to) }
    : undefined;
}

export function choiceText(choice: Choice): string {
  if (choice.by === 'years') return `years:${choice.from}-${choice.to}`;
  return choice.by === 'offence' ? `offence:${choice.category}` : `city:${choice.id}`;
}

/** Why a choice cannot stand beside the question. */
export type Refused = 'overlap' | 'sameOffence' | 'allOffences' | 'unknown';

/**
 * The two sides of a choice. Neither side may hold incidents of the other: no test is for a part and its whole.
 *
 * @param index bundles at hand
 */
export function sidesOf(
  choice: Choice,
  question: Question,
  facts: BundleFacts,
  index: readonly BundleEntry[],
): { sides: [Side, Side] } | { refused: Refused } {
  const { id, years, categories } = facts;
  const beside = (change: Partial<Question>): { sides: [Side, Side] } => ({
    sides: [
      { id, question },
      { id, question: { ...question, ...change } },
    ],
  });
  if (choice.by === 'years') {
    const { from, to } = choice;
    if (!years.includes(from) || !years.includes(to)) return { refused: 'unknown' };
    return from <= question.to && to >= question.from ? { refused: 'overlap' } : beside({ from, to });
  }
  if (choice.by === 'offence') {
    const { category } = choice;
    if (!categories.some(({ label }) => label === category)) return { refused: 'unknown' };
    if (question.category === undefined) return { refused: 'allOffences' };
    return question.category === category ? { refused: 'sameOffence' } : beside({ category });
  }
  if (choice.id === id || !index.some((entry) => entry.id === choice.id)) return { refused: 'unknown' };
  // A district of one city is none of the other.
  const asked = { ...question, district: undefined };
  return {
    sides: [
      { id, question: asked },
      { id: choice.id, question: asked },
    ],
  };
}

/** Cities by their name, as `cityName` gives it. */
export const nameOfBundle = (
  index: readonly BundleEntry[],
  id: string,
  lang: Parameters<typeof cityName>[0],
): string => {
  const entry = index.find((one) => one.id === id);
  return entry ? cityName(lang, entry) : id;
};
