import { text } from '@oryn/language';
import type { PlaceCounts } from '@oryn/study';

/** Choices that count something a person would otherwise miss. */
const COUNTS = [
  ...['unplaced', 'inSeveral', 'islands', 'withoutWeight'],
  ...['skippedFeatures', 'duplicateLines', 'uncut', 'atCrossings', 'blankIds', 'unknownIds'],
];

/** What was counted on the way and must be known before the numbers are used, in sentences. */
export function countWarnings({ study, choices }: Pick<PlaceCounts, 'study' | 'choices'>): string[] {
  const { lang } = study;
  return choices
    .filter(({ name, value, reason }) => COUNTS.includes(name) && (value !== 0 || reason === 'weightsBounds'))
    .map(({ name, value, reason }) => {
      const what = text(lang, `choices.name.${name}` as never);
      return `${what}: ${value}. ${text(lang, `choices.reason.${reason}` as never)}`;
    });
}

/** What the places are not, in sentences: the whole of a city, or chosen by the mask. */
export function extentWarnings({ study, places, choices }: PlaceCounts): string[] {
  const { lang } = study;
  const said: string[] = [];
  if (places.extent === 'occupied') said.push(text(lang, 'choices.reason.unitAddress'));
  if (places.extent === 'occupied-neighbourhood') {
    said.push(text(lang, 'statements.occupied'), text(lang, 'statements.occupiedWarning'));
  }
  if (choices.some(({ reason }) => reason === 'maskUnit')) said.push(text(lang, 'choices.reason.maskUnit'));
  return said;
}
