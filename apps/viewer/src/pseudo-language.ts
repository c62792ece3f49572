import { speakPseudo } from '@oryn/language';
import { PSEUDO } from './state/view-state.ts';

/** True on a page opened with `?lang=qps`, whatever its address says later, and in the workers that it starts. */
export const isPseudoAsked =
  new URLSearchParams(self.location.search).get('lang') === PSEUDO || self.name.endsWith(PSEUDO);

/** The first thing that a page or a worker does. */
export function speakAsAsked(): void {
  if (isPseudoAsked) speakPseudo();
}
