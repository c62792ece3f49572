import { formatInteger, type Language, text, weekdayName } from '@oryn/language';
import type { ReactElement } from 'react';

const LABEL_WIDTH = 30;
const CELL_WIDTH = 11;
const CELL_HEIGHT = 13;
const GAP = 1;
const WIDTH = LABEL_WIDTH + 24 * CELL_WIDTH;
const HEIGHT = 7 * CELL_HEIGHT + 16;
const TICKS = [0, 6, 12, 18, 23];
const FAINTEST = 0.07;

/**
 * Incidents by weekday and hour, one square each, darker for more. It is drawn in the colour of the text around
 * it, so it fits a page and a dark screen alike; the numbers are in the titles.
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
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      role="img"
      aria-label={text(lang, 'figures.byWeek', { list })}
      fill="currentColor"
      fontSize="11"
    >
      {days.map((_, weekday) => (
        <text key={weekdayName('en', weekday)} x={0} y={weekday * CELL_HEIGHT + 10}>
          {weekdayName(lang, weekday, 'short')}
        </text>
      ))}
      {week.map((n, slot) => {
        const [weekday, hour] = [Math.floor(slot / 24), slot % 24];
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the slot of the week
            key={slot}
            x={LABEL_WIDTH + hour * CELL_WIDTH}
            y={weekday * CELL_HEIGHT}
            width={CELL_WIDTH - GAP}
            height={CELL_HEIGHT - GAP}
            fillOpacity={n === 0 ? FAINTEST : rounded(0.15 + (0.85 * n) / most)}
          >
            <title>{`${weekdayName(lang, weekday)}, ${hour}:00–${hour + 1}:00 · ${formatInteger(lang, n)}`}</title>
          </rect>
        );
      })}
      {TICKS.map((hour) => (
        <text
          key={hour}
          x={LABEL_WIDTH + (hour + 0.5) * CELL_WIDTH}
          y={HEIGHT - 3}
          textAnchor={hour === 23 ? 'end' : 'middle'}
          dx={hour === 23 ? CELL_WIDTH / 2 : 0}
        >
          {hour}
        </text>
      ))}
    </svg>
  );
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
