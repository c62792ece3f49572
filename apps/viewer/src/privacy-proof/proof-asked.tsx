import { formatInteger, type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useState } from 'react';
import { type Asked, askedSoFar } from './asked.ts';

/** What the page asked for, counted, and every address one step away. */
export function ProofAsked({ lang }: { lang: Language }): ReactNode {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    let isGone = false;
    askedSoFar().then((found) => {
      if (!isGone) setAsked(found);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const own = asked?.own ?? [];
  const others = asked?.others ?? [];
  return (
    <section aria-busy={asked === undefined}>
      <h3>{text(lang, 'proof.askedTitle')}</h3>
      <dl>
        <div>
          <dt>{text(lang, 'proof.askedOthers')}</dt>
          <dd data-count="others">{formatInteger(lang, others.length)}</dd>
        </div>
        <div>
          <dt>{text(lang, 'proof.askedOwn')}</dt>
          <dd data-count="own">{formatInteger(lang, own.length)}</dd>
        </div>
      </dl>
      {own.length + others.length > 0 && (
        <details>
          <summary>{text(lang, 'proof.addresses')}</summary>
          <pre>{[...others, ...own.map((address) => new URL(address).pathname)].join('\n')}</pre>
        </details>
      )}
    </section>
  );
}
