import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type Block, paragraph } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { boundaryStroke } from './map-style.ts';
import { NORTH_ARROW_HEIGHT, NorthArrow, SCALE_BAR_HEIGHT, ScaleBar } from './scale-bar.tsx';

/** Side of a swatch in pixels. */
export const SWATCH = 14;
const LABEL_OFFSET = SWATCH + 8;
const ROW = 18;
/** Height of a line of a legend in pixels. */
export const LINE = 14;

/** The part of the width of a figure that a part of the legend has. */
export interface LegendColumn {
  readonly x: number;
  readonly width: number;
}

/** The name of what a legend explains. */
export function legendHeading(label: string, { x, width }: LegendColumn): Block {
  return paragraph(label, x, width, { size: 13, weight: 'bold' });
}

/** N of a map, in words. */
export function totalLine(lang: Language, total: number, { x, width }: LegendColumn): Block {
  return paragraph(
    text(lang, 'figures.totalIncidents', { n: formatInteger(lang, total), count: total }),
    x,
    width,
    { weight: 'bold' },
  );
}

/** The foot of every legend: scale bar and north. */
export function scaleAndNorth(lang: Language, { x, width }: LegendColumn, pixelsPerMeter: number): Block {
  return {
    height: Math.max(SCALE_BAR_HEIGHT, NORTH_ARROW_HEIGHT),
    draw: (y) => (
      <>
        <ScaleBar
          lang={lang}
          x={x}
          y={y}
          maxWidth={Math.min(110, width - 40)}
          pixelsPerMeter={pixelsPerMeter}
        />
        <NorthArrow lang={lang} x={x + width - 8} y={y} />
      </>
    ),
  };
}

/** What the amounts of the rows below count. */
export function amountHeading(label: string, { x, width }: LegendColumn): Block {
  return {
    height: 15,
    draw: (y) => <TextLine x={x + width} y={y + 11} text={label} fill={palette.secondary} anchor="end" />,
  };
}

/** A row with a mark, a label that wraps, and an amount at the right edge of its first line, or below where it has no room. */
export function row(
  x: number,
  width: number,
  label: string,
  amount: string,
  mark: (y: number) => ReactNode,
): Block {
  const room = width - LABEL_OFFSET;
  const amountWidth = amount === '' ? 0 : textWidth(amount, 11) + 8;
  const lines = wrapText(label, Math.max(room - amountWidth, room * 0.45), 11);
  const fitsBeside = lines.every((line) => textWidth(line, 11) + amountWidth <= room);
  const amountLine = fitsBeside ? 0 : lines.length;
  return {
    height: ROW + Math.max(lines.length - 1, amountLine) * LINE,
    draw: (y) => (
      <>
        {mark(y + 1)}
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label never move
          <TextLine key={i} x={x + LABEL_OFFSET} y={y + 12 + i * LINE} text={line} />
        ))}
        {amount === '' ? null : (
          <TextLine
            x={x + width}
            y={y + 12 + amountLine * LINE}
            text={amount}
            fill={palette.secondary}
            anchor="end"
          />
        )}
      </>
    ),
  };
}

/** The line of the boundary. */
export function boundaryRow(lang: Language, { x, width }: LegendColumn): Block {
  return row(x, width, text(lang, 'figures.boundary'), '', (y) => (
    <path
      d={`M${px(x)} ${px(y + SWATCH / 2)}h${SWATCH}`}
      stroke={boundaryStroke.stroke}
      strokeWidth={boundaryStroke.strokeWidth}
    />
  ));
}

export function Swatch(props: {
  x: number;
  y: number;
  fill: string;
  stroke?: string;
  strokeWidth?: number;
}): ReactNode {
  const { x, y, fill, stroke, strokeWidth = 0.8 } = props;
  return (
    <rect
      x={px(x + 0.5)}
      y={px(y + 0.5)}
      width={SWATCH - 1}
      height={SWATCH - 1}
      rx={2}
      fill={fill}
      {...(stroke === undefined ? {} : { stroke, strokeWidth })}
    />
  );
}
