import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactElement } from 'react';
import { HourBars, type HourSpan, QUIET } from './hour-bars.tsx';
import { FONT_SIZE, GAP, HOUR_WIDTH, LABEL_WIDTH, WIDTH } from './week-axis.tsx';

const TOP = 4;
const HEIGHT = 44;

interface HoursChartProps {
  lang: Language;
  /** 24 counts. */
  hours: readonly number[];
  shift?: HourSpan | undefined;
}

/** Incidents by hour of the day, those of a shift standing out; it stands above a `WeekGrid` on the same axis. */
export function HoursChart({ lang, hours, shift }: HoursChartProps): ReactElement {
  const most = Math.max(1, ...hours);
  const list = hours.map((n, hour) => `${hour}: ${formatInteger(lang, n)}`).join(', ');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="hours"
      viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 1}`}
      width={WIDTH}
      role="img"
      aria-label={text(lang, 'viewer.byHour', { list })}
      fill="currentColor"
      fontSize={FONT_SIZE}
    >
      <text x={0} y={TOP + 8}>
        {formatInteger(lang, most)}
      </text>
      <HourBars
        lang={lang}
        hours={hours}
        shift={shift}
        left={LABEL_WIDTH}
        bottom={TOP + HEIGHT}
        height={HEIGHT}
        columnWidth={HOUR_WIDTH}
        gap={GAP}
      />
      <path
        d={`M${LABEL_WIDTH} ${TOP + HEIGHT + 0.5}H${WIDTH - GAP}`}
        stroke="currentColor"
        strokeOpacity={QUIET}
      />
    </svg>
  );
}
