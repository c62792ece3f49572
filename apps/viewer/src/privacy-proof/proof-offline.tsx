import { type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useState } from 'react';
import { canBeKept, forgetOffline, isKept, keepOffline } from '../offline/keep-offline.ts';

/** The app kept in this browser, where a person asks for it. */
export function ProofOffline({ lang }: { lang: Language }): ReactNode {
  const [kept, setKept] = useState<boolean>();
  const [work, setWork] = useState<'idle' | 'busy' | 'failed'>('idle');
  useEffect(() => {
    isKept().then(setKept);
  }, []);
  if (!canBeKept()) return null;
  const change = async (): Promise<void> => {
    setWork('busy');
    try {
      await (kept ? forgetOffline() : keepOffline());
      setKept(!kept);
      setWork('idle');
    } catch {
      setWork('failed');
    }
  };
  const said = work === 'failed' ? 'proof.keepFailed' : kept ? 'proof.isKept' : 'proof.mayKeep';
  return (
    <section>
      <h3>{text(lang, 'proof.offlineTitle')}</h3>
      <p role="status">{text(lang, said)}</p>
      <button
        type="button"
        className="button"
        disabled={kept === undefined || work === 'busy'}
        onClick={() => change()}
      >
        {text(lang, kept ? 'proof.forget' : 'proof.keep')}
      </button>
    </section>
  );
}
