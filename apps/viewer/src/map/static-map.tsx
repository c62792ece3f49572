import { type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import { root, worker } from '../worker/client.ts';
import type { BundleFacts, Question } from '../worker/types.ts';

/** In place of the map where the browser draws none: its figure, as it would be printed. */
export function StaticMap(props: { lang: Language; facts: BundleFacts; question: Question }): ReactNode {
  const { lang, facts, question } = props;
  const figure = useOutcome(JSON.stringify([facts.id, question, lang]), () =>
    worker.figure(root, facts.id, question, 'hot-places', lang, { widthMm: 174 }),
  );
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (figure.value === undefined) return;
    // Not an image: only in the page itself its letters are set in the page's own typeface.
    const drawn = new DOMParser().parseFromString(figure.value, 'image/svg+xml').documentElement;
    holder.current?.replaceChildren(document.importNode(drawn, true));
  }, [figure.value]);
  return (
    <div className="static-map">
      <p>{text(lang, 'layers.fallback')}</p>
      <div ref={holder} />
    </div>
  );
}
