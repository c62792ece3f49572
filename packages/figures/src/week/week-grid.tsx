import { formatInteger, type Language, text, weekdayName } from '@oryn/language';
import type { ReactElement } from 'react';
import { FONT_SIZE, GAP, HOUR_WIDTH, HourTicks, LABEL_WIDTH, WIDTH } from './week-axis.tsx';
import { strengthOf, WeekCells } from './week-cells.tsx';

const ROW_HEIGHT = 13;
const GRID_HEIGHT = 7 * ROW_HEIGHT;
const TICKS_HEIGHT = 16;
const SCALE_HEIGHT = 18;
const SCALE_STEPS = 5;

/**
 * Incidents by weekday and hour, one square each, stronger for more, with its scale. It is drawn in the colour of the
 * text around it, so it fits a page and a dark screen alike; the numbers are in the titles.
 *
 * @param week 168 counts, Monday 0:00 first
 */
export function WeekGrid({ lang, week }: { lang: Language; week: readonly number[] }): ReactElement {
  const most = Math.max(1, ...week);
  const days = Array.from({ length: 7 }, (_, weekday) =>
    week.slice(weekday * 24, weekday * 24 + 24).reduce((sum, n) => sum + n, 0),
  );
  const list = days
    .map((n, weekday) => `${weekdayName(lang, weekday)}: ${formatInteger(lang, n)}`)
    .join(', ');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="week"
      viewBox={`0 0 ${WIDTH} ${GRID_HEIGHT + TICKS_HEIGHT + SCALE_HEIGHT}`}
      width={WIDTH}
      role="img"
      aria-label={text(lang, 'figures.byWeek', { list })}
      fill="currentColor"
      fontSize={FONT_SIZE}
    >
      {days.map((_, weekday) => (
        <text key={weekdayName('en', weekday)} x={0} y={weekday * ROW_HEIGHT + 10}>
          {weekdayName(lang, weekday, 'short')}
        </text>
      ))}
      <WeekCells
        lang={lang}
        week={week}
        left={LABEL_WIDTH}
        top={0}
        columnWidth={HOUR_WIDTH}
        rowHeight={ROW_HEIGHT}
        gap={GAP}
      />
      <HourTicks y={GRID_HEIGHT + 12} />
      <Scale lang={lang} most={most} />
    </svg>
  );
}

/** From none to the most of one square, at the right under the grid. */
function Scale({ lang, most }: { lang: Language; most: number }): ReactElement {
  const y = GRID_HEIGHT + TICKS_HEIGHT + 5;
  const right = WIDTH - GAP - 7 * formatInteger(lang, most).length - 4;
  const left = right - SCALE_STEPS * HOUR_WIDTH;
  return (
    <g>
      <text x={left - 5} y={y + 10} textAnchor="end">
        0
      </text>
      {Array.from({ length: SCALE_STEPS }, (_, step) => (step * most) / (SCALE_STEPS - 1)).map((n, step) => (
        <rect
          key={n}
          className="scale"
          x={left + step * HOUR_WIDTH}
          y={y}
          width={HOUR_WIDTH - GAP}
          height={ROW_HEIGHT - GAP}
          fillOpacity={strengthOf(n, most)}
        />
      ))}
      <text x={WIDTH - GAP} y={y + 10} textAnchor="end">
        {formatInteger(lang, most)}
      </text>
    </g>
  );
}
