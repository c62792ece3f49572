import { formatNumber, formatPercent, type Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { type StripPlot, stripX } from './strip-plot.ts';

/** One line of a strip. Shares are parts of one. */
export interface StripRow {
  readonly kind: 'result' | 'review' | 'study' | 'other';
  readonly label: string;
  readonly detail: string;
  readonly low: number;
  readonly high: number;
  /** The share itself; undefined where only a range is known, or where both ends are the share. */
  readonly point?: number | undefined;
  /** Least and greatest estimate of a review. */
  readonly whisker?: readonly [number, number] | undefined;
}

const SIZE = 11;
const LEADING = 14;
const PADDING = 5;
const VALUE_SIZE = 12;

/** Between the plot and the column of values. */
export const VALUE_GAP = 12;

/** Height of all rows under one another. */
export function rowsHeight(rows: readonly StripRow[], labelWidth: number): number {
  return rows.reduce((sum, row) => sum + rowHeight(row, labelWidth), 0);
}

function rowHeight(row: StripRow, labelWidth: number): number {
  const { label, detail } = linesOf(row, labelWidth);
  return (label.length + detail.length) * LEADING + 2 * PADDING;
}

function linesOf(row: StripRow, width: number): { label: string[]; detail: string[] } {
  const weight = row.kind === 'result' ? 'bold' : 'regular';
  return { label: wrapText(row.label, width, SIZE, weight), detail: wrapText(row.detail, width, SIZE) };
}

/** All rows from the top of the plot on: labels on the left, marks in the plot. */
export function drawRows(
  lang: Language,
  plot: StripPlot,
  rows: readonly StripRow[],
  labels: { x: number; width: number },
): ReactNode {
  let top = plot.top;
  const right = plot.left + plot.width + VALUE_GAP + valuesWidth(lang, rows);
  return rows.map((row, i) => {
    const y = top;
    const height = rowHeight(row, labels.width);
    top += height;
    const first = rows[i - 1];
    const begins = first !== undefined && (first.kind === 'other') !== (row.kind === 'other');
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows of a figure never move
      <g key={i} data-row={row.kind}>
        {begins || first?.kind === 'result' ? (
          <path d={`M${labels.x} ${px(y)}H${px(right)}`} stroke={palette.district} strokeWidth={0.6} />
        ) : null}
        <Labels row={row} x={labels.x} y={y + PADDING} width={labels.width} />
        <Mark lang={lang} plot={plot} row={row} y={px(y + height / 2)} />
      </g>
    );
  });
}

function Labels({ row, x, y, width }: { row: StripRow; x: number; y: number; width: number }): ReactNode {
  const { label, detail } = linesOf(row, width);
  return (
    <>
      {label.map((line, i) => (
        <TextLine
          key={line}
          x={x}
          y={y + i * LEADING + SIZE}
          text={line}
          size={SIZE}
          weight={row.kind === 'result' ? 'bold' : 'regular'}
          fill={row.kind === 'other' ? palette.secondary : palette.ink}
        />
      ))}
      {detail.map((line, i) => (
        <TextLine
          key={line}
          x={x}
          y={y + (label.length + i) * LEADING + SIZE}
          text={line}
          size={SIZE}
          fill={palette.secondary}
        />
      ))}
    </>
  );
}

const STYLE = {
  result: { stroke: palette.curve, width: 2, radius: 4.5, cap: 8 },
  review: { stroke: palette.river, width: 9, radius: 0, cap: 0 },
  study: { stroke: palette.ink, width: 1.5, radius: 3.5, cap: 4 },
  other: { stroke: palette.street, width: 1.2, radius: 3, cap: 4 },
} as const;

function Mark({
  lang,
  plot,
  row,
  y,
}: {
  lang: Language;
  plot: StripPlot;
  row: StripRow;
  y: number;
}): ReactNode {
  const { kind, low, high, point = low === high ? low : undefined, whisker } = row;
  const { stroke, width, radius, cap } = STYLE[kind];
  const x = (share: number): number => px(stripX(plot, share));
  return (
    <>
      {whisker ? (
        <path d={`M${x(whisker[0])} ${y}H${x(whisker[1])}`} stroke={palette.boundary} strokeWidth={1} />
      ) : null}
      {high > low ? <path d={`M${x(low)} ${y}H${x(high)}`} stroke={stroke} strokeWidth={width} /> : null}
      {high > low && kind !== 'review' ? (
        <path
          d={`M${x(low)} ${y - cap}v${2 * cap}M${x(high)} ${y - cap}v${2 * cap}`}
          stroke={stroke}
          strokeWidth={width * 0.75}
        />
      ) : null}
      {point === undefined ? null : kind === 'review' ? (
        <path d={`M${x(point)} ${y - 7}v14`} stroke={palette.ink} strokeWidth={1.6} />
      ) : (
        <circle
          cx={x(point)}
          cy={y}
          r={radius}
          fill={kind === 'other' ? palette.paper : stroke}
          stroke={kind === 'other' ? stroke : palette.paper}
          strokeWidth={kind === 'other' ? 1.2 : 1}
        />
      )}
      <Value lang={lang} plot={plot} row={row} y={y} />
    </>
  );
}

/** The value of a row in figures. */
function valueText(lang: Language, { kind, low, high, point }: StripRow): string {
  if (kind === 'result' || low === high) return formatPercent(lang, point ?? low);
  return `${formatNumber(lang, low * 100)}–${formatPercent(lang, high)}`;
}

/** Width of the column of values. */
export function valuesWidth(lang: Language, rows: readonly StripRow[]): number {
  return Math.max(...rows.map((row) => textWidth(valueText(lang, row), VALUE_SIZE, 'bold')));
}

/** The value in a column of its own, right of the plot. */
function Value({
  lang,
  plot,
  row,
  y,
}: {
  lang: Language;
  plot: StripPlot;
  row: StripRow;
  y: number;
}): ReactNode {
  const isResult = row.kind === 'result';
  return (
    <TextLine
      x={plot.left + plot.width + VALUE_GAP}
      y={y + 4}
      text={valueText(lang, row)}
      size={isResult ? VALUE_SIZE : SIZE}
      weight={isResult ? 'bold' : 'regular'}
      fill={isResult ? palette.curve : row.kind === 'other' ? palette.secondary : palette.ink}
    />
  );
}
