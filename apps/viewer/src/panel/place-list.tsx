import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useRef } from 'react';
import { RichText } from '../ui/rich-text.tsx';
import { placeName } from '../ui/words.ts';
import type { Answer, PlaceFact } from '../worker/types.ts';
import { Sparkline } from './sparkline.tsx';

interface ListProps {
  lang: Language;
  answer: Answer;
  /** Places above the planner's line. */
  workable: number;
  chosen: string | undefined;
  pointed: string | undefined;
  onChoose: (id: string | undefined) => void;
  onPoint: (id: string | undefined) => void;
}

/** The ranked places. A button each: the keyboard goes through them as the pointer does. */
export function PlaceList(props: ListProps): ReactNode {
  const { lang, answer, workable } = props;
  return (
    <>
      <h2 className="list-title">
        {text(lang, 'viewer.problemPlaces')}{' '}
        <span>{text(lang, answer.rankBy === 'density' ? 'viewer.rankedByDensity' : 'viewer.rankedBy')}</span>
      </h2>
      <ol id="places" className="places" tabIndex={-1} aria-label={text(lang, 'viewer.listLabel')}>
        {answer.places.map((place) => (
          <PlaceRow key={place.id} {...props} place={place} isBelow={place.rank > workable} />
        ))}
      </ol>
    </>
  );
}

function PlaceRow(props: ListProps & { place: PlaceFact; isBelow: boolean }): ReactNode {
  const { lang, answer, place, chosen, pointed, onChoose, onPoint, isBelow } = props;
  const isChosen = place.id === chosen;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const state = `${isChosen ? 'chosen' : ''} ${place.id === pointed ? 'pointed' : ''} ${isBelow ? 'below' : ''}`;
  return (
    <li ref={row} className={state}>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? undefined : place.id)}
        onPointerEnter={() => onPoint(place.id)}
        onPointerLeave={() => onPoint(undefined)}
        onFocus={() => onPoint(place.id)}
        onBlur={() => onPoint(undefined)}
      >
        <span className="rank">{place.rank}</span>
        <span className="place-words">
          <span className="place-name">{placeName(lang, place)}</span>
          <span className="place-line">
            <RichText
              lang={lang}
              of="viewer.incidentCount"
              parts={{ n: <b>{formatInteger(lang, place.n)}</b> }}
              values={{ count: place.n }}
            />{' '}
            · {formatPercent(lang, place.n / answer.total, 2)} ·{' '}
            {text(lang, 'viewer.areaKm2', { area: formatNumber(lang, place.areaKm2, { significant: 2 }) })}
            {place.trend !== undefined && place.trend !== 'no-evidence' && (
              <> · {text(lang, `viewer.trendWord.${place.trend}`)}</>
            )}
          </span>
        </span>
        <Sparkline lang={lang} years={answer.years} counts={place.byYear} />
      </button>
    </li>
  );
}
