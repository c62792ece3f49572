import { formatNumber, type Language, text } from '@oryn/language';
import type { Choice } from '@oryn/study';

/** What was chosen in place of a person, and why. */
export function choiceSentence({ name, value, unit, reason }: Choice, lang: Language): string {
  const written = typeof value === 'number' ? formatNumber(lang, value) : value;
  return text(lang, 'statements.clustersChoice', {
    name: text(lang, `choices.name.${name}` as never),
    value: `${written} ${unit}`.trim(),
    reason: text(lang, `choices.reason.${reason}` as never),
  });
}
