import type { ReactNode } from 'react';
import { spreadLabels } from '../frame/spread-labels.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';
import type { MonthsOfYear } from './months-props.ts';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const LABEL_LEADING = 12.5;
const LABEL_AWAY = 11;

/** Where a month and a rate stand, pixels. */
export interface MonthAxes {
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
}

/** The year at the end of its line, one that ends before December above it; of too many years only the last. */
export function YearLabels(
  props: MonthAxes & {
    years: readonly MonthsOfYear[];
    mean: ArrayLike<number>;
    bottom: number;
    height: number;
    right: number;
  },
): ReactNode {
  const { mean, x, y, bottom, height: room, right } = props;
  const ends = props.years.map(({ year, perDay }) => {
    const month = MONTHS.findLast((one) => Number.isFinite(perDay[one]))!;
    return { year, month, height: y(perDay[month]!) };
  });
  const lastYear = ends[ends.length - 1]!.year;
  const named = ends.length * LABEL_LEADING > room ? ends.slice(-1) : ends;
  const whole = named.filter(({ month }) => month === 11);
  const placed = spreadLabels(
    whole.map(({ height }) => height),
    LABEL_LEADING,
    bottom - 3,
  );
  return named.map((end) => {
    const { year, month, height } = end;
    const isLast = year === lastYear;
    const style = isLast
      ? { fill: palette.attention, weight: 'bold' as const }
      : { fill: palette.secondary, weight: 'regular' as const };
    const label = whole.indexOf(end);
    if (label < 0) {
      const free = freestSpot(year, [...props.years, { year: 0, perDay: mean }], y);
      return (
        <TextLine
          key={year}
          x={x(free.month)}
          y={free.middle + 4}
          text={String(year)}
          {...style}
          anchor="middle"
          halo={palette.paper}
        />
      );
    }
    return (
      <g key={year}>
        <path
          d={`M${px(x(month) + 2)} ${px(height)}L${px(right + 8)} ${px(placed[label]!)}`}
          stroke={isLast ? palette.attention : palette.district}
          strokeWidth={0.5}
        />
        <TextLine x={right + 10} y={placed[label]! + 4} text={String(year)} {...style} />
      </g>
    );
  });
}

/** Beside a line, above or below it, where the other lines are farthest from its label. */
function freestSpot(
  year: number,
  lines: readonly MonthsOfYear[],
  y: MonthAxes['y'],
): { month: number; middle: number; room: number } {
  const own = lines.find((line) => line.year === year)!;
  const others = lines.filter((line) => line !== own);
  const spots = MONTHS.filter((month) => Number.isFinite(own.perDay[month])).flatMap((month) =>
    [-LABEL_AWAY, LABEL_AWAY].map((away) => {
      const middle = y(own.perDay[month]!) + away;
      const heights = others.map(({ perDay }) => y(perDay[month]!)).filter(Number.isFinite);
      return { month, middle, room: Math.min(...heights.map((height) => Math.abs(height - middle))) };
    }),
  );
  return spots.reduce((best, spot) => (spot.room > best.room ? spot : best));
}
