import { type Language, text } from '@oryn/language';
import { type ReactNode, useRef, useState } from 'react';
import { isSingleFile } from '../embedded/embedded-bundles.ts';
import { ProofAsked } from './proof-asked.tsx';
import { ProofOffline } from './proof-offline.tsx';
import { ProofPolicy } from './proof-policy.tsx';

/** The line that data stay here, and behind it what shows that they do. */
export function PrivacyProof({ lang }: { lang: Language }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // Counts the openings: what was asked for is read anew each time.
  const [opening, setOpening] = useState(0);
  const open = (): void => {
    setOpening(opening + 1);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="proof-line" aria-haspopup="dialog" onClick={open}>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M3.5 5.5V4a2.5 2.5 0 0 1 5 0v1.5M2.5 5.5h7v5h-7z" />
        </svg>
        {text(lang, 'viewer.localOnly')}
      </button>
      <dialog ref={dialog} className="proof" aria-labelledby="proof-title">
        {opening > 0 && (
          <div key={opening}>
            <header>
              <h2 id="proof-title">{text(lang, 'viewer.localOnly')}</h2>
              <p>{text(lang, 'proof.lead')}</p>
            </header>
            <ProofPolicy lang={lang} />
            <ProofAsked lang={lang} />
            <section>
              <h3>{text(lang, 'proof.checkTitle')}</h3>
              <ol>
                <li>{text(lang, isSingleFile ? 'proof.checkOfflineFile' : 'proof.checkOffline')}</li>
                <li>{text(lang, 'proof.checkTools')}</li>
              </ol>
            </section>
            <ProofOffline lang={lang} />
            <form method="dialog">
              <button type="submit" className="button primary">
                {text(lang, 'proof.close')}
              </button>
            </form>
          </div>
        )}
      </dialog>
    </>
  );
}
