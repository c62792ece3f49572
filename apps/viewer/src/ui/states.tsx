import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Failure } from '../worker/types.ts';
import { Emblem } from './emblem.tsx';
import { failureText } from './words.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The shape of what is coming, so that nothing jumps when it is there. */
export function LoadingState({ lang }: { lang: Language }): ReactNode {
  return (
    <main className="room" aria-busy="true">
      <section className="panel skeleton" aria-label={text(lang, 'viewer.loading')}>
        <div className="skeleton-head">
          <i className="bone figure" />
          <i className="bone line" />
          <i className="bone line short" />
        </div>
        {ROWS.map((row) => (
          <div key={row} className="skeleton-row">
            <i className="bone disc" />
            <span>
              <i className="bone line" />
              <i className="bone line short" />
            </span>
          </div>
        ))}
      </section>
      <section className="map-area waiting">
        <div className="notice" role="status">
          <Emblem size={40} isTurning />
          <strong>{text(lang, 'viewer.loading')}</strong>
          <p>{text(lang, 'viewer.loadingHint')}</p>
        </div>
      </section>
    </main>
  );
}

export function FailedState(props: { lang: Language; failure: Failure; onRetry: () => void }): ReactNode {
  const { lang, failure, onRetry } = props;
  return (
    <main className="room whole">
      <div className="notice" role="alert">
        <Emblem size={48} />
        <h1>{text(lang, 'viewer.failed')}</h1>
        <p>{failureText(lang, failure)}</p>
        <p className="code">{failure.code}</p>
        <button type="button" className="button primary" onClick={onRetry}>
          {text(lang, 'viewer.retry')}
        </button>
      </div>
    </main>
  );
}
