import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

/** A tick that puts a place on the shortlist. */
export function ShortlistToggle(props: {
  lang: Language;
  name: string;
  isListed: boolean;
  onToggle: () => void;
}): ReactNode {
  const { lang, name, isListed, onToggle } = props;
  return (
    <button
      type="button"
      className="tick"
      aria-pressed={isListed}
      aria-label={text(lang, 'shortlist.addPlace', { name })}
      title={text(lang, isListed ? 'shortlist.remove' : 'shortlist.add')}
      onClick={onToggle}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={isListed ? 'M3 8.5 6.5 12 13 4.5' : 'M8 3v10M3 8h10'} />
      </svg>
    </button>
  );
}
