import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type Block, gap, paragraph, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import {
  type LegendColumn,
  LINE,
  legendHeading,
  row,
  SWATCH,
  Swatch,
  scaleAndNorth,
  totalLine,
} from './legend-parts.tsx';
import { boundaryStroke } from './map-style.ts';

/** What a colour or a line means in every panel. */
export interface PanelKey {
  readonly label: string;
  readonly fill?: string | undefined;
  readonly stroke: string;
  readonly strokeWidth: number;
}

/** The one legend of several maps. How many places have each class is another number in each of them. */
export interface PanelsLegend {
  readonly lang: Language;
  /** What the values are, with their unit. */
  readonly heading: string;
  /** How the classes were made, the area of a cell: a paragraph each under the heading. */
  readonly notes: readonly string[];
  readonly keys: readonly PanelKey[];
  /** Incidents on all maps together. */
  readonly total: number;
}

const ITEM_GAP = 16;
const LABEL_OFFSET = SWATCH + 6;
const ITEM_LINE = 20;

export function boundaryKey(lang: Language): PanelKey {
  return { label: text(lang, 'figures.boundary'), ...boundaryStroke };
}

/** Whether every key has room in a column. */
export function fitsKeys({ keys }: PanelsLegend, { width }: LegendColumn): boolean {
  return keys.every((key) => itemWidth(key) - ITEM_GAP <= width);
}

/** Keys one under the other. */
export function tallLegend(legend: PanelsLegend, column: LegendColumn, pixelsPerMeter: number): Block[] {
  const { x, width } = column;
  return [
    ...headOf(legend, column),
    ...legend.keys.map((key) => row(x, width, key.label, '', (y) => <Mark of={key} x={x} y={y} />)),
    gap(4),
    ...footOf(legend, column, pixelsPerMeter),
  ];
}

/** Keys side by side, as many in a line as have room for the longest class. */
export function flatLegend(legend: PanelsLegend, column: LegendColumn, pixelsPerMeter: number): Block[] {
  return [
    ...headOf(legend, column),
    ...linesOf(legend.keys, column).map(lineBlock),
    gap(2),
    ...footOf(legend, column, pixelsPerMeter),
  ];
}

/** Across the figure: the keys side by side, scale and north at the right. */
export function wideLegend(legend: PanelsLegend, column: LegendColumn, pixelsPerMeter: number): Block[] {
  const scaleWidth = Math.min(170, 0.4 * column.width);
  const left = { x: column.x, width: px(column.width - scaleWidth - 20) };
  const right = { x: px(column.x + column.width - scaleWidth), width: scaleWidth };
  const head = headOf(legend, left);
  const scale = scaleAndNorth(legend.lang, right, pixelsPerMeter);
  return [
    {
      height: Math.max(stackHeight(head), scale.height),
      draw: (y) => (
        <>
          {scale.draw(y)}
          <Stack blocks={head} top={y} />
        </>
      ),
    },
    ...linesOf(legend.keys, column).map(lineBlock),
    totalLine(legend.lang, legend.total, column),
  ];
}

function headOf({ heading, notes }: PanelsLegend, column: LegendColumn): Block[] {
  return [
    legendHeading(heading, column),
    ...notes.map((note) =>
      paragraph(note, column.x, column.width, { fill: palette.secondary, leading: LINE }),
    ),
    gap(4),
  ];
}

function footOf({ lang, total }: PanelsLegend, column: LegendColumn, pixelsPerMeter: number): Block[] {
  return [totalLine(lang, total, column), gap(6), scaleAndNorth(lang, column, pixelsPerMeter)];
}

const itemWidth = ({ label }: PanelKey): number => LABEL_OFFSET + textWidth(label, 11) + ITEM_GAP;

interface PlacedKey {
  readonly key: PanelKey;
  readonly x: number;
}

/** Keys in one line; where it is too short, in lines on a grid, so that their colours stand under each other. */
function linesOf(keys: readonly PanelKey[], column: LegendColumn): PlacedKey[][] {
  const { x, width } = column;
  if (keys.reduce((sum, key) => sum + itemWidth(key), -ITEM_GAP) <= width) {
    let next = x;
    return [
      keys.map((key) => {
        const at = next;
        next += itemWidth(key);
        return { key, x: px(at) };
      }),
    ];
  }
  const step = Math.max(...keys.filter(({ fill }) => fill !== undefined).map(itemWidth));
  const columns = Math.max(1, Math.floor((width + ITEM_GAP) / step));
  const lines: PlacedKey[][] = [];
  let used = columns;
  for (const key of keys) {
    const span = Math.min(columns, Math.ceil((itemWidth(key) - ITEM_GAP) / step));
    if (used + span > columns) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push({ key, x: px(x + used * step) });
    used += span;
  }
  return lines;
}

function lineBlock(keys: readonly PlacedKey[]): Block {
  return {
    height: ITEM_LINE,
    draw: (y) =>
      keys.map(({ key, x }) => (
        <g key={key.label}>
          <Mark of={key} x={x} y={y} />
          <TextLine x={x + LABEL_OFFSET} y={y + 11} text={key.label} />
        </g>
      )),
  };
}

function Mark({ of: key, x, y }: { of: PanelKey; x: number; y: number }): ReactNode {
  const { fill, stroke, strokeWidth } = key;
  if (fill === undefined) {
    return <path d={`M${px(x)} ${px(y + SWATCH / 2)}h${SWATCH}`} stroke={stroke} strokeWidth={strokeWidth} />;
  }
  return <Swatch x={x} y={y} fill={fill} stroke={stroke} strokeWidth={strokeWidth} />;
}
