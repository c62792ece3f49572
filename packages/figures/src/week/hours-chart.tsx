import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactElement } from 'react';
import { palette } from '../palette.ts';
import { FONT_SIZE, GAP, HOUR_WIDTH, LABEL_WIDTH, WIDTH } from './week-axis.tsx';

const TOP = 4;
const HEIGHT = 44;
const QUIET = 0.35;

interface HoursChartProps {
  lang: Language;
  /** 24 counts. */
  hours: readonly number[];
  /** Hours that stand out: the first and how many; they may pass midnight. */
  shift?: { from: number; hours: number } | undefined;
}

/** Incidents by hour of the day, those of a shift standing out; it stands above a `WeekGrid` on the same axis. */
export function HoursChart({ lang, hours, shift }: HoursChartProps): ReactElement {
  const most = Math.max(1, ...hours);
  const list = hours.map((n, hour) => `${hour}: ${formatInteger(lang, n)}`).join(', ');
  const isShift = (hour: number): boolean =>
    shift !== undefined && (hour - shift.from + 24) % 24 < shift.hours;
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
      {hours.map((n, hour) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
        <g key={hour}>
          <title>{`${hour}:00–${hour + 1}:00 · ${formatInteger(lang, n)}`}</title>
          <rect
            x={LABEL_WIDTH + hour * HOUR_WIDTH}
            y={0}
            width={HOUR_WIDTH}
            height={TOP + HEIGHT}
            fillOpacity={0}
          />
          <rect
            className={isShift(hour) ? 'bar busy' : 'bar'}
            x={LABEL_WIDTH + hour * HOUR_WIDTH}
            y={TOP + HEIGHT - rounded((n / most) * HEIGHT)}
            width={HOUR_WIDTH - GAP}
            height={rounded((n / most) * HEIGHT)}
            {...(isShift(hour) ? { fill: palette.attention } : { fillOpacity: QUIET })}
          />
        </g>
      ))}
      <path
        d={`M${LABEL_WIDTH} ${TOP + HEIGHT + 0.5}H${WIDTH - GAP}`}
        stroke="currentColor"
        strokeOpacity={QUIET}
      />
    </svg>
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
