import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { TimeAnswer } from '../worker/time.ts';
import { type MonthNumber, monthText } from './months.ts';
import { usePlay } from './use-play.ts';

/** Puts one month after the other on the map. Nothing moves by itself for a reader who asked for stillness. */
export function MonthPlayer(props: {
  lang: Language;
  found: TimeAnswer;
  month: MonthNumber | undefined;
  onMonth: (month: MonthNumber | undefined) => void;
}): ReactNode {
  const { lang, found, month, onMonth } = props;
  const { firstMonth } = found;
  const last = firstMonth + found.months.length - 1;
  const covered = found.months.flatMap((n, i) => (n === undefined ? [] : [firstMonth + i]));
  const { isPlaying, toggle, stop } = usePlay(covered, month, onMonth);
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const countOf = (one: MonthNumber): string => {
    const n = found.months[one - firstMonth];
    return n === undefined
      ? text(lang, 'time.noData')
      : text(lang, 'viewer.incidentCount', { n: formatInteger(lang, n), count: n });
  };
  const shown = month === undefined ? text(lang, 'time.wholePeriod') : monthText(lang, month);
  const go = (one: MonthNumber): void => {
    stop();
    onMonth(Math.min(last, Math.max(firstMonth, one)));
  };
  return (
    <div className="month-player">
      <input
        type="range"
        min={firstMonth}
        max={last}
        value={month ?? firstMonth}
        className={month === undefined ? 'off' : undefined}
        aria-label={text(lang, 'time.slider')}
        aria-valuetext={month === undefined ? shown : `${shown}, ${countOf(month)}`}
        onChange={(event) => go(Number(event.target.value))}
      />
      <div className="month-buttons">
        {!isStill && (
          <button type="button" className="round" onClick={toggle}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d={isPlaying ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5 13.5 8 4 13.5z'} />
            </svg>
            <span className="unseen">{text(lang, isPlaying ? 'time.pause' : 'time.play')}</span>
          </button>
        )}
        <button
          type="button"
          className="round"
          disabled={month === firstMonth}
          onClick={() => go(month === undefined ? last : month - 1)}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10.5 3 5.5 8l5 5" className="line" />
          </svg>
          <span className="unseen">{text(lang, 'time.previous')}</span>
        </button>
        <button
          type="button"
          className="round"
          disabled={month === last}
          onClick={() => go(month === undefined ? firstMonth : month + 1)}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5.5 3l5 5-5 5" className="line" />
          </svg>
          <span className="unseen">{text(lang, 'time.next')}</span>
        </button>
        <p className="on-map">
          <b>{shown}</b>
          <small>{month === undefined ? text(lang, 'time.onMap') : countOf(month)}</small>
        </p>
        {month !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => {
              stop();
              onMonth(undefined);
            }}
          >
            {text(lang, 'time.showWhole')}
          </button>
        )}
      </div>
    </div>
  );
}
