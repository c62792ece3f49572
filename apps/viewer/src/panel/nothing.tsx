import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

/** Nothing was found, and what to do about it. */
export function Nothing(props: {
  lang: Language;
  title: 'viewer.noResults' | 'viewer.noProblemPlaces' | 'viewer.onlyApart';
  hint: 'viewer.noResultsHint' | 'viewer.noProblemPlacesHint' | 'viewer.onlyApartHint';
}): ReactNode {
  return (
    <div className="nothing" role="status">
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <path d="M22 4 37.6 13v18L22 40 6.4 31V13z" className="nothing-cell" />
      </svg>
      <strong>{text(props.lang, props.title)}</strong>
      <p>{text(props.lang, props.hint)}</p>
    </div>
  );
}
