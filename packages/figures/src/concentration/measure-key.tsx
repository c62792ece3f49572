import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { LINE_STYLES, type LineStyle } from './measure-panel.tsx';

/** The name of a line. */
export interface KeyEntry {
  readonly style: LineStyle;
  readonly label: string;
}

const SIZE = 11;
const LEADING = 16;
const SAMPLE = 20;
const BETWEEN = 18;
const BELOW = 8;

/** Height of the key at a width. */
export function keyHeightOf(entries: readonly KeyEntry[], width: number): number {
  const placed = placedEntries(entries, width);
  return (placed[placed.length - 1].row + 1) * LEADING + BELOW;
}

/** Names of the lines, as many in a row as fit. */
export function MeasureKey(props: {
  entries: readonly KeyEntry[];
  x: number;
  y: number;
  width: number;
}): ReactNode {
  const { entries, x, y, width } = props;
  return placedEntries(entries, width).map(({ style, label, left, row }) => {
    const { stroke, width: strokeWidth, dash } = LINE_STYLES[style];
    return (
      <g key={style}>
        <path
          d={`M${px(x + left)} ${px(y + row * LEADING + 8)}h${SAMPLE}`}
          stroke={stroke}
          strokeWidth={strokeWidth}
          {...(dash === undefined ? {} : { strokeDasharray: dash })}
        />
        <TextLine x={x + left + SAMPLE + 6} y={y + row * LEADING + 12} text={label} />
      </g>
    );
  });
}

function placedEntries(
  entries: readonly KeyEntry[],
  width: number,
): (KeyEntry & { left: number; row: number })[] {
  let left = 0;
  let row = 0;
  return entries.map((entry) => {
    const room = SAMPLE + 6 + textWidth(entry.label, SIZE);
    if (left > 0 && left + room > width) {
      left = 0;
      row++;
    }
    const placed = { ...entry, left, row };
    left += room + BETWEEN;
    return placed;
  });
}
