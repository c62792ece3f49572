import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

/** The way to the table for everybody. */
export function PublicLink({ lang, onPublic }: { lang: Language; onPublic: () => void }): ReactNode {
  return (
    <section className="save-results">
      <button type="button" className="button" onClick={onPublic}>
        {text(lang, 'publicTable.link')}
      </button>
      <p className="second">{text(lang, 'publicTable.linkHint')}</p>
    </section>
  );
}
