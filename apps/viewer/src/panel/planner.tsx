import { formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { RichText } from '../ui/rich-text.tsx';
import type { Answer, BundleFacts } from '../worker/types.ts';

/** "I can work in N places": what the first N places of the list would cover. */
export function Planner(props: {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  count: number;
  onCount: (count: number) => void;
}): ReactNode {
  const { lang, facts, answer, count, onCount } = props;
  const worked = answer.places.slice(0, count);
  const incidents = worked.reduce((sum, { counted }) => sum + counted.n, 0);
  const km2 = worked.reduce((sum, { counted }) => sum + counted.areaKm2, 0);
  const wholeKm2 = answer.district?.areaKm2 ?? (facts.hasBoundary ? facts.areaKm2 : undefined);
  const share = <b>{formatPercent(lang, incidents / answer.total)}</b>;
  const stepper = (
    <span className="stepper">
      <button
        type="button"
        aria-label={text(lang, 'viewer.fewerPlaces')}
        disabled={count <= 1}
        onClick={() => onCount(count - 1)}
      >
        −
      </button>
      <input
        type="number"
        aria-label={text(lang, 'viewer.plannerCount')}
        min={1}
        max={answer.places.length}
        value={count}
        onChange={(event) => {
          const given = event.target.valueAsNumber;
          if (Number.isInteger(given) && given >= 1) onCount(given);
        }}
      />
      <button
        type="button"
        aria-label={text(lang, 'viewer.morePlaces')}
        disabled={count >= answer.places.length}
        onClick={() => onCount(count + 1)}
      >
        +
      </button>
    </span>
  );
  return (
    <p className="planner">
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
  );
}
