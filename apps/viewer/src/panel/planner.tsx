import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Shortlist } from '../shortlist/use-shortlist.ts';
import { RichText } from '../ui/rich-text.tsx';
import { Stepper } from '../ui/stepper.tsx';
import type { Answer, BundleFacts } from '../worker/types.ts';

/** "I can work in N places": what the first N places of the list would cover, and the way from there to paper. */
export function Planner(props: {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  count: number;
  onCount: (count: number) => void;
  shortlist: Shortlist;
  onBriefing: () => void;
}): ReactNode {
  const { lang, facts, answer, count, onCount, shortlist, onBriefing } = props;
  const worked = answer.places.slice(0, count);
  const areTaken = worked.every(({ id }) => shortlist.ids.includes(id));
  const incidents = worked.reduce((sum, { counted }) => sum + counted.n, 0);
  const km2 = worked.reduce((sum, { counted }) => sum + counted.areaKm2, 0);
  const wholeKm2 = answer.district?.areaKm2 ?? (facts.hasBoundary ? facts.areaKm2 : undefined);
  const share = <b>{formatPercent(lang, incidents / answer.total)}</b>;
  const stepper = (
    <Stepper
      lang={lang}
      name="viewer.plannerCount"
      fewer="viewer.fewerPlaces"
      more="viewer.morePlaces"
      count={count}
      most={answer.places.length}
      onCount={onCount}
    />
  );
  return (
    <div className="planner">
      <p>
        {wholeKm2 !== undefined ? (
          <RichText
            lang={lang}
            of={answer.district ? 'layers.workableOfDistrict' : 'viewer.workableOf'}
            parts={{ n: stepper, share, area: formatPercent(lang, km2 / wholeKm2, 2) }}
            values={{ count }}
          />
        ) : (
          <RichText
            lang={lang}
            of="viewer.workableKm2"
            parts={{ n: stepper, share, area: formatNumber(lang, km2, { significant: 2 }) }}
            values={{ count }}
          />
        )}
      </p>
      {/* One button, so that the second press goes on from the first. */}
      <button
        type="button"
        className={areTaken ? 'button' : 'button primary'}
        onClick={areTaken ? onBriefing : () => shortlist.take(worked.map(({ id }) => id))}
      >
        {areTaken
          ? text(lang, 'shortlist.briefing')
          : text(lang, 'shortlist.takeFirst', { n: formatInteger(lang, count) })}
      </button>
    </div>
  );
}
