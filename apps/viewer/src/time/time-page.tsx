import { HoursChart, WeekGrid } from '@oryn/figures';
import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { PanelProps } from '../panel/panel-props.ts';
import { useOutcome } from '../state/use-outcome.ts';
import { Awaited } from '../ui/awaited.tsx';
import { placeName } from '../ui/words.ts';
import { root, worker } from '../worker/client.ts';
import type { TimeAnswer } from '../worker/time.ts';
import { MonthPlayer } from './month-player.tsx';
import { MonthStrip } from './month-strip.tsx';
import { MonthTable } from './month-table.tsx';
import { monthKey, monthOfKey } from './months.ts';
import { SeasonChart } from './season-chart.tsx';
import { YearBars } from './year-bars.tsx';

/** When incidents happen: by year, month, hour and day of the week, of the question or of the chosen place. */
export function TimePage(props: PanelProps): ReactNode {
  const { lang, facts, answer, chosen, onChoose } = props;
  const place = answer.places.find(({ id }) => id === chosen);
  const pending = useOutcome(JSON.stringify([facts.id, answer.question, place?.members]), () =>
    worker.time(root, facts.id, answer.question, place?.members),
  );
  return (
    <Awaited lang={lang} pending={pending} waiting="viewer.counting">
      {(found) => (
        <div className="time" aria-busy={pending.isBusy}>
          {place && (
            <div className="time-scope">
              <p>{text(lang, 'time.ofPlace', { rank: place.rank, name: placeName(lang, place) })}</p>
              <button type="button" className="button" onClick={() => onChoose(undefined)}>
                {text(lang, 'time.allPlaces')}
              </button>
            </div>
          )}
          {found.undated < found.total ? <Calendar {...props} found={found} /> : <Undated lang={lang} />}
          <Clock lang={lang} found={found} />
        </div>
      )}
    </Awaited>
  );
}

type FoundProps = PanelProps & { found: TimeAnswer };

function Calendar({ lang, found, month, onMonth }: FoundProps): ReactNode {
  const { firstMonth, months } = found;
  const asked = monthOfKey(month);
  const chosen =
    asked !== undefined && months.length > asked - firstMonth && asked >= firstMonth ? asked : undefined;
  const show = (one: number | undefined): void => onMonth(one === undefined ? undefined : monthKey(one));
  const gaps = months.filter((n) => n === undefined).length;
  const seasonYears = Math.max(...found.season.map((one) => one?.years ?? 0));
  return (
    <>
      {found.years.length > 1 && (
        <section>
          <h2>{text(lang, 'time.byYear')}</h2>
          <YearBars lang={lang} years={found.years} />
        </section>
      )}
      <section>
        <h2>{text(lang, 'time.byMonth')}</h2>
        <MonthStrip lang={lang} found={found} month={chosen} onMonth={show} />
        <MonthPlayer lang={lang} found={found} month={chosen} onMonth={show} />
        {chosen !== undefined && <p className="second">{text(lang, 'time.whyCounts')}</p>}
        {gaps > 0 && (
          <p className="second">{text(lang, 'time.gaps', { n: formatInteger(lang, gaps), count: gaps })}</p>
        )}
        {found.undated > 0 && (
          <p className="second">
            {text(lang, 'time.undated', { n: formatInteger(lang, found.undated), count: found.undated })}
          </p>
        )}
        <MonthTable lang={lang} found={found} />
      </section>
      <section>
        <h2>{text(lang, 'time.season')}</h2>
        <SeasonChart lang={lang} season={found.season} />
        <p className="second">
          {seasonYears > 1
            ? text(lang, 'time.seasonMeans', { years: formatInteger(lang, seasonYears) })
            : text(lang, 'time.seasonOneYear')}
        </p>
      </section>
    </>
  );
}

function Undated({ lang }: { lang: Language }): ReactNode {
  return (
    <section>
      <h2>{text(lang, 'time.byYear')}</h2>
      <p>{text(lang, 'time.noDates')}</p>
    </section>
  );
}

/** The same drawing as in a place's sheet and in the report. */
function Clock({ lang, found }: { lang: Language; found: TimeAnswer }): ReactNode {
  const { hours, week, shift, hourUnknown, weekdayUnknown, total } = found;
  return (
    <section className="clock">
      <h2>{text(lang, 'time.clock')}</h2>
      {shift ? (
        <>
          <HoursChart lang={lang} hours={hours} shift={shift} />
          <WeekGrid lang={lang} week={week} />
          <p className="shift">
            {text(lang, 'statements.shift', {
              share: formatPercent(lang, shift.n / (total - hourUnknown), 2),
              from: String(shift.from),
              to: String((shift.from + shift.hours) % 24),
            })}
          </p>
        </>
      ) : (
        <p>{text(lang, 'time.noHours')}</p>
      )}
      {shift && hourUnknown > 0 && (
        <p className="second">
          {text(lang, 'time.hourUnknown', {
            n: formatInteger(lang, hourUnknown),
            share: formatPercent(lang, hourUnknown / total, 2),
            count: hourUnknown,
          })}
        </p>
      )}
      {weekdayUnknown > 0 && (
        <p className="second">
          {text(lang, 'time.weekdayUnknown', {
            n: formatInteger(lang, weekdayUnknown),
            count: weekdayUnknown,
          })}
        </p>
      )}
      {shift && found.isClockSuspect && (
        <p className="caution">{text(lang, 'statements.flag.hours-unknown')}</p>
      )}
    </section>
  );
}
