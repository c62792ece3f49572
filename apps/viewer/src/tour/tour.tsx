import { formatInteger, type Language, text } from '@oryn/language';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { presentSteps, type TourStep } from './tour-steps.ts';
import { useFrame } from './use-frame.ts';

/** The page explained in two minutes, a part at a time. Asked for, never offered by itself, and not remembered. */
export function Tour(props: {
  lang: Language;
  /** The study has districts to choose. */
  hasDistricts: boolean;
  onStep: (step: TourStep) => void;
  onEnd: () => void;
}): ReactNode {
  const { lang, hasDistricts, onStep, onEnd } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const forth = useRef<HTMLButtonElement>(null);
  const [steps, setSteps] = useState<readonly TourStep[]>([]);
  const [order, setOrder] = useState(0);
  const step = steps[order];
  const frame = useFrame(card, step);

  // Only what is drawn can be found; the page the tour goes over is drawn together with the tour.
  useEffect(() => {
    setSteps(presentSteps());
    dialog.current?.showModal();
    forth.current?.focus();
  }, []);

  const isLast = order === steps.length - 1;
  const go = (next: number): void => {
    if (!steps[next]) return;
    setOrder(next);
    onStep(steps[next]);
  };
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(order + by);
  };
  return (
    <dialog ref={dialog} className="tour" aria-labelledby="tour-title" onKeyDown={press} onClose={onEnd}>
      {frame && <div className="tour-frame" style={frame.part} />}
      <div ref={card} className="tour-card" style={frame?.card}>
        <div aria-live="polite">
          <p className="tour-step">
            {text(lang, 'tour.step', {
              n: formatInteger(lang, order + 1),
              total: formatInteger(lang, steps.length),
            })}
          </p>
          {step && (
            <>
              <h2 id="tour-title">{text(lang, `tour.${step.id}`)}</h2>
              <p>{text(lang, `tour.${step.id}.text`, { districts: hasDistricts ? 'yes' : 'no' })}</p>
            </>
          )}
        </div>
        <div className="tour-actions">
          <button type="button" className="tour-end" onClick={() => dialog.current?.close()}>
            {text(lang, 'tour.end')}
          </button>
          {order > 0 && (
            <button type="button" className="button" onClick={() => go(order - 1)}>
              {text(lang, 'tour.back')}
            </button>
          )}
          <button
            ref={forth}
            type="button"
            className="button primary"
            onClick={() => (isLast ? dialog.current?.close() : go(order + 1))}
          >
            {text(lang, isLast ? 'tour.done' : 'tour.next')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
