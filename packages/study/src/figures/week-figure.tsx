import { hoursOfData, pointTally } from '@oryn/core';
import { type Paper, renderSvg, WeekChart } from '@oryn/figures';
import { formatPercent, type Language, text } from '@oryn/language';
import { subtitleText } from '../concentration/place-words.ts';
import { type PlaceSheet, placeSheets } from '../sheet/place-sheet.ts';
import type { Drawn } from './drawn.ts';
import { sourceOf } from './figure-words.ts';
import { notPossible } from './not-possible.ts';

/** Fewer than that over 168 hours show no week. */
const LEAST_INCIDENTS = 50;

/**
 * Incidents by hour and weekday: the sheet of a place, taken of the whole study.
 *
 * @throws OrynError figure.not-possible without hours, or with fewer than 50 incidents whose hour is known
 */
export function weekFigure(drawn: Drawn, lang: Language, paper: Paper): string {
  const { report, study, simulated } = drawn;
  const { incidents, week, hours, shift } = weekOf(drawn);
  const known = week.reduce((sum, n) => sum + n, 0);
  if (!shift || known === 0) throw notPossible('week', 'noTime');
  if (known < LEAST_INCIDENTS) throw notPossible('week', 'tooFew');
  const withHour = hours.reduce((sum, n) => sum + n, 0);
  return renderSvg(
    <WeekChart
      lang={lang}
      title={text(lang, 'charts.weekTitle', {
        share: formatPercent(lang, shift.n / withHour, 2),
        from: String(shift.from),
        to: String((shift.from + shift.hours) % 24),
        even: formatPercent(lang, shift.hours / 24, 2),
      })}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={sourceOf(study)}
      week={week}
      shift={shift}
      incidents={incidents}
      fullHourShare={fullHourShareOf(drawn)}
      simulated={simulated}
    />,
    paper,
  );
}

/** The whole study as one group. */
export function weekOf({ incidents, analysed }: Pick<Drawn, 'incidents' | 'analysed'>): PlaceSheet {
  const points = pointTally(incidents, new Int32Array(incidents.count));
  const [sheet] = placeSheets(incidents, points, { categories: analysed }, [[0]]);
  return sheet;
}

function fullHourShareOf({ incidents, analysed }: Pick<Drawn, 'incidents' | 'analysed'>): number {
  const { time, hourKnown, category } = incidents;
  const isAnalysed = (_: number, i: number): boolean => analysed[category.codes[i]] === 1;
  return hoursOfData(time.filter(isAnalysed), hourKnown.filter(isAnalysed)).fullHourShare;
}
