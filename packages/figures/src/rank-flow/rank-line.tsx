import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';

/** Share of the way to the next year at which a line meets the lane. */
const STUB = 0.36;

interface RankLineProps {
  /** Position of the place in the list. */
  readonly place: number;
  /** Its row in each year, and how many rows are drawn. */
  readonly rows: readonly number[];
  readonly last: number;
  readonly rank: readonly number[];
  readonly isStrong: boolean;
  readonly isDashed: boolean;
  readonly x: readonly number[];
  readonly y: (row: number) => number;
  /** Height of the lane for ranks that have no row. */
  readonly below: number;
}

/** The way of a place from year to year; one that leaves the rows goes down to the lane, or comes up from it. */
export function RankLine(props: RankLineProps): ReactNode {
  const { place, rows, last, rank, isStrong, isDashed, x, y, below } = props;
  const isShown = (at: number): boolean => rows[at]! < last;
  const steps = rows.slice(1).map((_, before) => {
    const at = before + 1;
    const middle = px((x[before]! + x[at]!) / 2);
    if (isShown(before) && isShown(at)) {
      const [from, to] = [y(rows[before]!), y(rows[at]!)];
      return `M${x[before]} ${from}C${middle} ${from} ${middle} ${to} ${x[at]} ${to}`;
    }
    if (isShown(before)) {
      const [from, out] = [y(rows[before]!), px(x[before]! + STUB * (x[at]! - x[before]!))];
      return `M${x[before]} ${from}C${out} ${from} ${out} ${from} ${out} ${px(below)}`;
    }
    if (isShown(at)) {
      const [to, out] = [y(rows[at]!), px(x[at]! - STUB * (x[at]! - x[before]!))];
      return `M${out} ${px(below)}C${out} ${to} ${out} ${to} ${x[at]} ${to}`;
    }
    return '';
  });
  return (
    <path
      data-place={place}
      data-rank={rank.join(' ')}
      d={steps.join('')}
      fill="none"
      stroke={isStrong ? palette.curve : palette.mainStreet}
      strokeWidth={isStrong ? 2.2 : 1.1}
      {...(isDashed && !isStrong ? { strokeDasharray: '4 2.5' } : {})}
    />
  );
}
