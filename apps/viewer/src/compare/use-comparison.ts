import { formatPeriod, type Language } from '@oryn/language';
import { type Pending, useOutcome } from '../state/use-outcome.ts';
import { categoryName } from '../ui/words.ts';
import { root, worker } from '../worker/client.ts';
import type { CompareAnswer, Side } from '../worker/compare.ts';
import type { BundleEntry, BundleFacts, Question } from '../worker/types.ts';
import { type Choice, nameOfBundle, parseChoice, type Refused, sidesOf } from './choice.ts';
import { type Drawn, useDraws } from './use-draws.ts';

/** What the page of comparison and its two maps show. */
export interface Comparison {
  index: readonly BundleEntry[];
  choice: Choice | undefined;
  refused: Refused | undefined;
  /** Of the two sides, in words. */
  names: [string, string];
  /** The bundles of the two sides; the second undefined until it is open. */
  facts: [BundleFacts | undefined, BundleFacts | undefined];
  found: Pending<CompareAnswer>;
  /** Intervals and the test, which take longer. */
  drawn: Drawn;
}

/** @param other what the question is set beside, as the address says it; undefined asks for nothing */
export function useComparison(
  lang: Language,
  index: readonly BundleEntry[],
  facts: BundleFacts | undefined,
  question: Question | undefined,
  other: string | undefined,
): Comparison {
  const choice = parseChoice(other);
  const asked = choice && facts && question ? sidesOf(choice, question, facts, index) : undefined;
  const sides = asked && 'sides' in asked ? asked.sides : undefined;
  const key = sides && choice && JSON.stringify([choice.by, sides]);
  const second = useOutcome(sides?.[1].id, () => worker.open(root, sides![1].id));
  const found = useOutcome(key, () => worker.compare(root, sides!, choice!.by));
  // The answer of another comparison would stand under the names of this one.
  const isCurrent = found.key === key;
  const drawn = useDraws(isCurrent ? found.value?.toDraw : undefined);
  return {
    index,
    choice,
    refused: asked && 'refused' in asked ? asked.refused : undefined,
    names: choice && sides && facts ? namesOf(lang, choice, sides, facts, index) : ['', ''],
    facts: [facts, second.value?.id === sides?.[1].id ? second.value : undefined],
    found: isCurrent ? found : { ...found, value: undefined, error: undefined },
    drawn,
  };
}

function namesOf(
  lang: Language,
  { by }: Choice,
  [a, b]: [Side, Side],
  facts: BundleFacts,
  index: readonly BundleEntry[],
): [string, string] {
  const nameOf = ({ id, question }: Side): string => {
    if (by === 'city') return nameOfBundle(index, id, lang);
    if (by === 'years') return formatPeriod(lang, `${question.from}-01-01`, `${question.to}-12-31`);
    return categoryName(lang, facts.categories.find(({ label }) => label === question.category)!);
  };
  return [nameOf(a), nameOf(b)];
}
