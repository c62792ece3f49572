import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { allowed } from './asked.ts';

/** Whom the page may ask, in a sentence; the policy itself one step away. */
export function ProofPolicy({ lang }: { lang: Language }): ReactNode {
  const { lines, mayAskOwn, others } = allowed();
  return (
    <section>
      <h3>{text(lang, 'proof.allowedTitle')}</h3>
      <ul>
        <li>
          {mayAskOwn
            ? text(lang, 'proof.mayAskOwn', { address: window.location.host })
            : text(lang, 'proof.mayAskNobody')}
        </li>
        {others.length > 0 && <li>{text(lang, 'proof.mayAskTiles', { addresses: others.join(', ') })}</li>}
        <li>{text(lang, 'proof.mayNotElse')}</li>
      </ul>
      <details>
        <summary>{text(lang, 'proof.policy')}</summary>
        <pre>{lines.join('\n')}</pre>
      </details>
    </section>
  );
}
