import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ShortlistToggle } from '../shortlist/shortlist-toggle.tsx';
import type { Shortlist } from '../shortlist/use-shortlist.ts';
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
  shortlist: Shortlist;
  onChoose: (id: string | undefined) => void;
  onPoint: (id: string | undefined) => void;
}

/** A large city has hundreds of places; so many rows would be made anew at every click on a filter. */
const FIRST_ROWS = 40;

/** The ranked places. A button each: the keyboard goes through them as the pointer does. */
export function PlaceList(props: ListProps): ReactNode {
  const { lang, answer, workable, chosen } = props;
  const [isAll, setAll] = useState(false);
  const isDated = answer.years.length > 0;
  const order = answer.places.findIndex(({ id }) => id === chosen);
  const shown = isAll ? answer.places.length : Math.max(FIRST_ROWS, workable, order + 1);
  return (
    <>
      <h2 className="list-title">
        {text(lang, 'viewer.problemPlaces')}{' '}
        {isDated && (
          <span>
            {text(lang, answer.rankBy === 'density' ? 'viewer.rankedByDensity' : 'viewer.rankedBy')}
          </span>
        )}
      </h2>
      <ol className="places" aria-label={text(lang, 'viewer.listLabel')} onKeyDown={moveInList}>
        {answer.places.slice(0, shown).map((place, order) => (
          <PlaceRow key={place.id} {...props} place={place} isBelow={order >= workable} />
        ))}
      </ol>
      {shown < answer.places.length && (
        <button type="button" className="button more-places" onClick={() => setAll(true)}>
          {text(lang, 'layers.allPlaces', { n: formatInteger(lang, answer.places.length) })}
        </button>
      )}
      <ListNotes lang={lang} answer={answer} />
    </>
  );
}

/** Arrow keys go from place to place, and from tick to tick; a long list is not gone through by Tab alone. */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const kind = (event.target as Element).matches('.tick') ? '.tick' : '.place-row';
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(kind)];
  const at = all.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}

/** What the last year and the test say of the list as a whole. */
function ListNotes({ lang, answer }: Pick<ListProps, 'lang' | 'answer'>): ReactNode {
  const { holdOut, notConfirmed: left } = answer;
  if (!holdOut && left === 0) return null;
  return (
    <div className="list-notes">
      {holdOut && <p>{holdOut[lang]}</p>}
      {left > 0 && (
        <p>{text(lang, 'statements.notConfirmed', { n: formatInteger(lang, left), count: left })}</p>
      )}
    </div>
  );
}

function PlaceRow(props: ListProps & { place: PlaceFact; isBelow: boolean }): ReactNode {
  const { lang, answer, place, shortlist, chosen, pointed, onChoose, onPoint, isBelow } = props;
  const isByDensity = answer.rankBy === 'density';
  const ranked = isByDensity ? place.perYearPerKm2 : place.perYear;
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
        className="place-row"
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
            {answer.years.length > 0 && (
              <>
                <span title={place.evidence[lang].main[0]}>
                  <RichText
                    lang={lang}
                    of={isByDensity ? 'viewer.perYearKm2' : 'viewer.perYear'}
                    parts={{ n: <b>{formatNumber(lang, ranked, { significant: 2 })}</b> }}
                  />
                </span>{' '}
                ·{' '}
              </>
            )}
            {text(lang, 'viewer.incidentCount', { n: formatInteger(lang, place.n), count: place.n })} ·{' '}
            {formatPercent(lang, place.counted.n / answer.total, 2)} ·{' '}
            {text(lang, 'viewer.areaKm2', { area: formatNumber(lang, place.areaKm2, { significant: 2 }) })}
          </span>
        </span>
        <span className="place-years">
          <Sparkline lang={lang} years={answer.years} counts={place.byYear} />
          {/* Only a word that a test has earned. */}
          {place.trend !== undefined && place.trend !== 'no-evidence' && (
            <span className={`trend ${place.trend}`}>{text(lang, `viewer.trendWord.${place.trend}`)}</span>
          )}
        </span>
      </button>
      <ShortlistToggle
        lang={lang}
        name={placeName(lang, place)}
        isListed={shortlist.ids.includes(place.id)}
        onToggle={() => shortlist.toggle(place.id)}
      />
    </li>
  );
}
