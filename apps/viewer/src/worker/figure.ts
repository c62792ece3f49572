import type { Paper } from '@oryn/figures';
import type { Language } from '@oryn/language';
import { drawnOfBundle, type FigureName, figuresOf, type OpenBundle } from '@oryn/study';
import { filterOf } from './answer.ts';
import type { Question } from './types.ts';

/** A figure of the question as `oryn figures` draws it: SVG text; undefined where it has nothing to show. */
export function figure(
  bundle: OpenBundle,
  question: Question,
  name: FigureName,
  lang: Language,
  paper: Paper,
): string | undefined {
  const drawn = drawnOfBundle(bundle, filterOf(bundle, question));
  return figuresOf(drawn, lang, paper, { figures: [name] }).get(name);
}
