import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { focusOn } from './keep-focus.ts';

const targets = [
  { id: 'page', name: 'viewer.skipToList' },
  { id: 'map', name: 'viewer.skipToMap' },
] as const;

/** Seen only with the focus: over the bar and over the list, which may be long. */
export function SkipLinks({ lang, hasMap }: { lang: Language; hasMap: boolean }): ReactNode {
  return targets
    .filter(({ id }) => id !== 'map' || hasMap)
    .map(({ id, name }) => (
      <a
        key={id}
        className="skip"
        href={`#${id}`}
        onClick={(event) => {
          // The address is that of the choices; a place on the page is no step of them.
          event.preventDefault();
          focusOn(document.getElementById(id));
        }}
      >
        {text(lang, name)}
      </a>
    ));
}
