import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Steps } from '../state/use-steps.ts';

const SIGNS = {
  undo: 'M3 7h7a3.5 3.5 0 0 1 0 7H7M6 3.5 2.5 7 6 10.5',
  redo: 'M13 7H6a3.5 3.5 0 0 0 0 7h3M10 3.5 13.5 7 10 10.5',
} as const;

/** A step back and a step forth, for those who do not know the keys. */
export function HistoryButtons({ lang, steps }: { lang: Language; steps: Steps }): ReactNode {
  const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);
  const button = (way: 'undo' | 'redo', isPossible: boolean): ReactNode => (
    <button
      type="button"
      className="sign"
      aria-label={text(lang, `viewer.${way}`)}
      aria-keyshortcuts={`${isApple ? 'Meta' : 'Control'}+${way === 'redo' ? 'Shift+' : ''}Z`}
      title={`${text(lang, `viewer.${way}`)} · ${isApple ? '⌘' : 'Ctrl+'}${way === 'redo' ? (isApple ? '⇧' : 'Shift+') : ''}Z`}
      disabled={!isPossible}
      onClick={steps[way]}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[way]} />
      </svg>
    </button>
  );
  return (
    <>
      {button('undo', steps.canUndo)}
      {button('redo', steps.canRedo)}
    </>
  );
}
