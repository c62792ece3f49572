import { formatInteger, type Language, weekdayName } from '@oryn/language';
import type { ReactElement } from 'react';
import { px } from '../geometry/svg-path.ts';

const FAINTEST = 0.07;

/** How strongly a square is filled: faintest for none, wholly for the most. */
export function strengthOf(n: number, most: number): number {
  return n === 0 ? FAINTEST : Math.round((0.15 + (0.85 * n) / most) * 1000) / 1000;
}

interface WeekCellsProps {
  readonly lang: Language;
  /** 168 counts, Monday 0:00 first. */
  readonly week: readonly number[];
  /** Upper left corner, and the pixels from one square to the next. */
  readonly left: number;
  readonly top: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly gap: number;
}

/** The hours of a week as squares in the colour around them, stronger for more; the numbers are in their titles. */
export function WeekCells(props: WeekCellsProps): ReactElement[] {
  const { lang, week, left, top, columnWidth, rowHeight, gap } = props;
  const most = Math.max(1, ...week);
  return week.map((n, slot) => {
    const [weekday, hour] = [Math.floor(slot / 24), slot % 24];
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the slot of the week
        key={slot}
        x={px(left + hour * columnWidth)}
        y={px(top + weekday * rowHeight)}
        width={px(columnWidth - gap)}
        height={px(rowHeight - gap)}
        fillOpacity={strengthOf(n, most)}
      >
        <title>{`${weekdayName(lang, weekday)}, ${hour}:00–${hour + 1}:00 · ${formatInteger(lang, n)}`}</title>
      </rect>
    );
  });
}
