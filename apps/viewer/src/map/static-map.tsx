import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import { Drawing } from '../ui/drawing.tsx';
import { root, worker } from '../worker/client.ts';
import type { BundleFacts, Question } from '../worker/types.ts';

/** In place of the map where the browser draws none: its figure, as it would be printed. */
export function StaticMap(props: { lang: Language; facts: BundleFacts; question: Question }): ReactNode {
  const { lang, facts, question } = props;
  const figure = useOutcome(JSON.stringify([facts.id, question, lang]), () =>
    worker.figure(root, facts.id, question, { name: 'hot-places', paper: { widthMm: 174 } }, lang),
  );
  return (
    <div className="static-map">
      <p>{text(lang, 'layers.fallback')}</p>
      <Drawing svg={figure.value?.svg} className="paper" />
    </div>
  );
}
