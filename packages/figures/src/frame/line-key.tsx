import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';

/** What a line or a band of a chart is. */
export interface LineKeyEntry {
  readonly label: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash?: string | undefined;
  /** Edges of a band, drawn above and below its fill. */
  readonly edge?: string | undefined;
}

const SIZE = 11;
const LEADING = 15;
const SAMPLE = 22;
const TEXT = SAMPLE + 6;
const BETWEEN = 16;

interface PlacedEntry extends LineKeyEntry {
  readonly x: number;
  readonly row: number;
  readonly lines: readonly string[];
}

/** Height of the key at a width. */
export function lineKeyHeight(entries: readonly LineKeyEntry[], width: number): number {
  const placed = placedEntries(entries, width);
  return Math.max(0, ...placed.map(({ row, lines }) => row + lines.length)) * LEADING + 4;
}

/** Names of lines and bands, as many in a row as fit; one that is too long for a row is broken. */
export function LineKey(props: {
  entries: readonly LineKeyEntry[];
  x: number;
  y: number;
  width: number;
}): ReactNode {
  const { entries, x, y, width } = props;
  return placedEntries(entries, width).map((entry) => {
    const middle = px(y + entry.row * LEADING + 8);
    const from = px(x + entry.x);
    return (
      <g key={entry.label}>
        <path
          d={`M${from} ${middle}h${SAMPLE}`}
          stroke={entry.stroke}
          strokeWidth={entry.strokeWidth}
          {...(entry.dash === undefined ? {} : { strokeDasharray: entry.dash })}
        />
        {entry.edge === undefined ? null : (
          <path
            d={`M${from} ${px(middle - entry.strokeWidth / 2)}h${SAMPLE}m0 ${entry.strokeWidth}h-${SAMPLE}`}
            fill="none"
            stroke={entry.edge}
            strokeWidth={0.75}
          />
        )}
        {entry.lines.map((line, i) => (
          <TextLine key={line} x={from + TEXT} y={y + (entry.row + i) * LEADING + 12} text={line} />
        ))}
      </g>
    );
  });
}

function placedEntries(entries: readonly LineKeyEntry[], width: number): PlacedEntry[] {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const lines = wrapText(entry.label, width - TEXT, SIZE);
    const room = TEXT + Math.max(...lines.map((line) => textWidth(line, SIZE)));
    if (x > 0 && x + room > width) {
      x = 0;
      row++;
    }
    const placed = { ...entry, x, row, lines };
    if (lines.length > 1) row += lines.length - 1;
    x += room + BETWEEN;
    return placed;
  });
}
