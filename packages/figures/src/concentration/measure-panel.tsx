import type { ReactNode } from 'react';
import { MARGIN } from '../frame/figure.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';

export type LineStyle = 'observed' | 'chance' | 'other';

/** Colour, width and dash of each line; the key shows the same. */
export const LINE_STYLES: Record<LineStyle, { stroke: string; width: number; dash?: string }> = {
  observed: { stroke: palette.curve, width: 2.2 },
  chance: { stroke: palette.chance, width: 1.5, dash: '5 3' },
  other: { stroke: palette.attention, width: 1.5 },
};

interface PanelLine {
  readonly style: LineStyle;
  /** Per column one value or several; the line runs through their mean. NaN where there is none: there it breaks. */
  readonly values: readonly (readonly number[])[];
  /** Per column the ends of an interval. */
  readonly intervals?: readonly (readonly [number, number])[];
  /** Write the mean at each point. */
  readonly isLabelled?: boolean;
}

export interface Panel {
  readonly title: string;
  readonly height: number;
  /** Upper end of the axis where it is not taken from the values. */
  readonly most?: number;
  /** With the decimals that all of the values beside it need. */
  readonly write: (value: number, beside?: readonly number[]) => string;
  readonly lines: readonly PanelLine[];
}

/** Room above the axis for the title. */
export const PANEL_TITLE = 24;

interface PanelProps {
  readonly panel: Panel;
  /** Of the axes; the title stands above them. */
  readonly box: { readonly left: number; readonly right: number; readonly top: number };
  /** Middle of each column. */
  readonly x: readonly number[];
}

const SIZE = 11;
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
const MOST_TICKS = 5;

/** One measure in every column: the axis from 0, a line through the means, a dot for each single value. */
export function MeasurePanel({ panel, box, x }: PanelProps): ReactNode {
  const { lines, height, write, title } = panel;
  const { left, right, top } = box;
  const largest = Math.max(
    ...lines.flatMap(({ values, intervals = [] }) => [values, intervals].flat(2)).filter(Number.isFinite),
    0,
  );
  const step = STEPS.find((size) => (panel.most ?? largest) / size <= MOST_TICKS) ?? 0.25;
  // Above the largest value there is room for its label.
  const most = panel.most ?? Math.max(step, Math.ceil((largest * 1.12) / step) * step);
  const ticks = Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step);
  const y = (value: number): number => top + (1 - value / most) * height;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${px(left)} ${px(y(tick))}H${px(right)}`}
            stroke={tick === 0 ? palette.ink : palette.line}
            strokeWidth={tick === 0 ? 1 : 0.5}
          />
          <TextLine x={left - 7} y={y(tick) + 4} text={write(tick)} fill={palette.secondary} anchor="end" />
        </g>
      ))}
      <TextLine x={MARGIN} y={top - 14} text={title} weight="bold" />
      {lines.map((line) => (
        <Line key={line.style} line={line} x={x} y={y} />
      ))}
      {labelsOf(lines, y).map(({ key, column, at, value, style }, _, labels) => (
        <TextLine
          key={key}
          x={x[column]}
          y={at}
          text={write(
            value,
            labels.map((label) => label.value),
          )}
          weight="bold"
          fill={LINE_STYLES[style].stroke}
          anchor="middle"
          halo={palette.paper}
        />
      ))}
    </g>
  );
}

function Line(props: { line: PanelLine; x: readonly number[]; y: (value: number) => number }): ReactNode {
  const { line, x, y } = props;
  const { stroke, width, dash } = LINE_STYLES[line.style];
  const path = pathOf(line.values, x, y);
  return (
    <>
      {path === '' ? null : (
        <path
          d={path}
          fill="none"
          stroke={stroke}
          strokeWidth={width}
          strokeLinejoin="round"
          {...(dash === undefined ? {} : { strokeDasharray: dash })}
        />
      )}
      {line.intervals?.map(([low, high], column) =>
        Number.isNaN(low) || Number.isNaN(high) ? null : (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a figure never move
            key={column}
            d={`M${px(x[column])} ${px(y(low))}V${px(y(high))}`}
            stroke={stroke}
            strokeWidth={1}
          />
        ),
      )}
      {line.values.flatMap((values, column) =>
        values
          .filter((value) => !Number.isNaN(value))
          .map((value, i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: positions of a grid never move
              key={`${column} ${i}`}
              cx={px(x[column] + spreadOf(i, values.length))}
              cy={px(y(value))}
              r={3}
              fill={dash === undefined ? stroke : palette.paper}
              stroke={dash === undefined ? palette.paper : stroke}
              strokeWidth={1}
            />
          )),
      )}
    </>
  );
}

/** Through the means of neighbouring columns; a column without a value is not bridged. */
function pathOf(values: PanelLine['values'], x: readonly number[], y: (value: number) => number): string {
  const means = values.map(meanOf);
  const isKnown = (i: number): boolean => Number.isFinite(means[i]);
  return means
    .map((mean, i) => {
      if (!isKnown(i) || !(isKnown(i - 1) || isKnown(i + 1))) return '';
      return `${isKnown(i - 1) ? 'L' : 'M'}${px(x[i])} ${px(y(mean))}`;
    })
    .join('');
}

/** Dots of one column stand side by side, so that equal values are still as many dots. */
function spreadOf(i: number, count: number): number {
  return (i - (count - 1) / 2) * 7;
}

interface Label {
  key: string;
  column: number;
  /** Baseline. */
  at: number;
  value: number;
  style: LineStyle;
}

/**
 * A value is written above its dots; the lower of two below them where there is no room between the two, and the upper
 * one where its line dips, since there the line runs above it.
 */
function labelsOf(lines: readonly PanelLine[], y: (value: number) => number): Label[] {
  const labelled = lines.filter(({ isLabelled }) => isLabelled);
  const columns = labelled[0]?.values.length ?? 0;
  const dips = (of: LineStyle, column: number, label: number): boolean => {
    const values = labelled.find(({ style }) => style === of)?.values ?? [];
    return [column - 1, column + 1].every((i) => y(meanOf(values[i] ?? [])) < label);
  };
  return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const here = labelled
      .map(({ style, values }) => ({ style, values: values[column], value: meanOf(values[column]) }))
      .filter(({ value }) => !Number.isNaN(value))
      .sort((a, b) => b.value - a.value);
    const above = (rank: number): number => y(Math.max(...here[rank].values)) - 8;
    const below = (rank: number): number => y(Math.min(...here[rank].values)) + 8 + SIZE;
    return here.map(({ style, value }, rank) => {
      const hasRoom = rank > 0 && above(rank) - SIZE > y(here[rank - 1].value) + 6;
      const isFree = rank === 0 && here.length > 1 && below(0) + 4 < above(1) - SIZE;
      const isAbove = rank === 0 ? !(isFree && dips(style, column, above(0))) : hasRoom;
      const at = isAbove ? above(rank) : below(rank);
      return { key: `${style} ${column}`, column, at, value, style };
    });
  });
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : Number.NaN;
}
