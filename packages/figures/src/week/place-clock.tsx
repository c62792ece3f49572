import type { Language } from '@oryn/language';
import type { ReactElement } from 'react';
import { palette } from '../palette.ts';
import { FONT_FAMILY } from '../text/text-line.tsx';
import { HoursChart } from './hours-chart.tsx';
import { WIDTH } from './week-axis.tsx';
import { WeekGrid } from './week-grid.tsx';

/** Heights of the two charts on their common axis, pixels. */
const HOURS_HEIGHT = 49;
const WEEK_TOP = 54;
const WEEK_HEIGHT = 125;
const HEIGHT = WEEK_TOP + WEEK_HEIGHT;

/** Letters of eleven pixels are eight points at this width. */
const WIDTH_MM = 76;

interface PlaceClockProps {
  lang: Language;
  /** 24 counts. */
  hours: readonly number[];
  /** 168 counts, Monday 0:00 first. */
  week: readonly number[];
  shift?: { from: number; hours: number } | undefined;
  title: string;
}

/** Hours of the day above the days of the week, as one picture for the sheet of a place on paper. */
export function PlaceClock({ lang, hours, week, shift, title }: PlaceClockProps): ReactElement {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={`${WIDTH_MM}mm`}
      height={`${Math.round((1000 * WIDTH_MM * HEIGHT) / WIDTH) / 1000}mm`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      fontFamily={FONT_FAMILY}
      color={palette.ink}
    >
      <svg x={0} y={0} width={WIDTH} height={HOURS_HEIGHT} aria-hidden="true">
        <HoursChart lang={lang} hours={hours} shift={shift} />
      </svg>
      <svg x={0} y={WEEK_TOP} width={WIDTH} height={WEEK_HEIGHT} aria-hidden="true">
        <WeekGrid lang={lang} week={week} />
      </svg>
    </svg>
  );
}
