import type { ReactElement } from 'react';

/** The axis of hours that the bars and the squares of a week share, so that one stands exactly above the other. */
export const LABEL_WIDTH = 32;
export const HOUR_WIDTH = 11;
export const GAP = 1;
export const WIDTH = LABEL_WIDTH + 24 * HOUR_WIDTH;
export const FONT_SIZE = 11;

const TICKS = [0, 6, 12, 18, 23];

/** The hours written under the middle of their column. */
export function HourTicks({ y }: { y: number }): ReactElement {
  return (
    <>
      {TICKS.map((hour) => (
        <text
          key={hour}
          x={hour === 23 ? WIDTH - GAP : LABEL_WIDTH + (hour + 0.5) * HOUR_WIDTH}
          y={y}
          textAnchor={hour === 23 ? 'end' : 'middle'}
        >
          {hour}
        </text>
      ))}
    </>
  );
}
