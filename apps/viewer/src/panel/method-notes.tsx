import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

/** The methods of a study and the pages of the documentation that explain them in full. */
const METHODS = {
  places: 'places.md',
  hot: 'hot-places.md',
  problem: 'problem-places.md',
  concentration: 'concentration.md',
  density: 'density.md',
  quality: 'data-quality.md',
} as const;

/** What each method does, in a sentence; the page of the documentation is named, for it may be out of reach. */
export function MethodNotes({ lang }: { lang: Language }): ReactNode {
  return (
    <section>
      <h2>{text(lang, 'data.methods')}</h2>
      <ul className="methods">
        {(Object.keys(METHODS) as (keyof typeof METHODS)[]).map((method) => (
          <li key={method}>
            {text(lang, `data.method.${method}`)}
            <small>{text(lang, 'data.methodPage', { page: `docs/methods/${METHODS[method]}` })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
