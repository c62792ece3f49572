import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Answer } from '../worker/types.ts';
import type { Shortlist } from './use-shortlist.ts';

/** What the chosen places hold, beside what they would hold by chance, and the way to the briefing. */
export function ShortlistBar(props: {
  lang: Language;
  answer: Answer;
  shortlist: Shortlist;
  /** Places that can be worked, to be taken at once. */
  workable: number;
  onBriefing: () => void;
}): ReactNode {
  const { lang, answer, shortlist, workable, onBriefing } = props;
  const listed = answer.places.filter(({ id }) => shortlist.ids.includes(id));
  const first = answer.places.slice(0, workable);
  const sum = (of: (place: (typeof listed)[number]) => number): number =>
    listed.reduce((total, place) => total + of(place), 0);
  return (
    <section className="shortlist-bar" aria-label={text(lang, 'shortlist.title')}>
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
      <div className="shortlist-actions">
        {listed.length === 0 ? (
          <button
            type="button"
            className="button"
            disabled={first.length === 0}
            onClick={() => shortlist.take(first.map(({ id }) => id))}
          >
            {text(lang, 'shortlist.takeFirst', { n: formatInteger(lang, first.length) })}
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={shortlist.clear}>
              {text(lang, 'shortlist.clear')}
            </button>
            <button type="button" className="button primary" onClick={onBriefing}>
              {text(lang, 'shortlist.briefing')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
