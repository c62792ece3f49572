import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../worker/types.ts';
import type { Shortlist } from './use-shortlist.ts';

/** What the chosen places hold, beside what they would hold by chance, and the way to the briefing. */
export function ShortlistBar(props: {
  lang: Language;
  answer: Answer;
  shortlist: Shortlist;
  onBriefing: () => void;
}): ReactNode {
  const { lang, answer, shortlist, onBriefing } = props;
  const listed = answer.places.filter(({ id }) => shortlist.ids.includes(id));
  const bar = useRef<HTMLElement>(null);
  const sum = (of: (place: (typeof listed)[number]) => number): number =>
    listed.reduce((total, place) => total + of(place), 0);
  return (
    <section ref={bar} tabIndex={-1} className="shortlist-bar" aria-label={text(lang, 'shortlist.title')}>
      <p>
        {listed.length === 0
          ? text(lang, 'shortlist.empty')
          : text(lang, 'shortlist.holds', {
              n: formatInteger(lang, listed.length),
              count: listed.length,
              share: formatPercent(lang, sum(({ counted }) => counted.n) / answer.total),
              area: formatNumber(
                lang,
                sum(({ areaKm2 }) => areaKm2),
                { significant: 2 },
              ),
              expected: formatPercent(lang, sum(({ expected }) => expected) / answer.total),
              null: answer.nullWords[lang],
            })}
      </p>
      {listed.length > 0 && (
        <div className="shortlist-actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              shortlist.clear();
              bar.current?.focus();
            }}
          >
            {text(lang, 'shortlist.clear')}
          </button>
          <button type="button" className="button primary" onClick={onBriefing}>
            {text(lang, 'shortlist.briefing')}
          </button>
        </div>
      )}
    </section>
  );
}
