import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { CityPanel, CityPanelPoint } from './city-panels-props.ts';
import type { ShareScale } from './share-scale.ts';

const SIZE = 11;
const LEADING = 14;
const RADIUS = 2.6;
const CHANCE_LENGTH = 13;
const INTERVAL_WIDTH = 1.4;
/** Wider than a point, so that the ends of a short interval are seen beside it. */
const CAP_LENGTH = 9;
const CHANCE_WIDTH = 2;

export interface PanelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface PanelProps {
  readonly panel: CityPanel;
  readonly box: PanelBox;
  readonly years: readonly number[];
  readonly scale: ShareScale;
  /** What is written where there is nothing to show. */
  readonly emptyText: string;
}

/** The middle of a year on the axis of a panel; a month lies between the edges of its year. */
function xOfYear({ left, width }: PanelBox, years: readonly number[], year: number): number {
  const first = years[0]!;
  const span = years[years.length - 1]! - first + 1;
  return left + ((year - first + 0.5) / span) * width;
}

/** One city and offence over the years: observed with its interval, chance, and the breaks of the series. */
export function Panel({ panel, box, years, scale, emptyText }: PanelProps): ReactNode {
  const { left, top, width, height } = box;
  const bottom = top + height;
  const yOf = (share: number): number => bottom - scale.heightOf(share) * height;
  const xOf = (year: number): number => xOfYear(box, years, year);
  const isEmpty = panel.points.length === 0;
  return (
    <g data-panel={panel.name}>
      {scale.ticks.map((tick) => (
        <path
          key={tick}
          d={`M${px(left)} ${px(yOf(tick))}h${px(width)}`}
          stroke={palette.line}
          strokeWidth={0.6}
        />
      ))}
      {isEmpty
        ? null
        : breaksByMonth(panel).map(([at, letters]) => (
            <Break key={at} x={xOf(at - 0.5)} top={top} bottom={bottom} letter={letters} />
          ))}
      <path d={`M${px(left)} ${px(bottom)}h${px(width)}`} stroke={palette.ink} strokeWidth={0.8} />
      {isEmpty
        ? wrapText(emptyText, width - 4, SIZE).map((line, i, lines) => (
            <TextLine
              key={line}
              x={left + width / 2}
              y={top + height / 2 + 4 + (i - (lines.length - 1) / 2) * LEADING}
              text={line}
              fill={palette.secondary}
              anchor="middle"
            />
          ))
        : null}
      {panel.points.map((point) => (
        <Point key={point.year} point={point} x={xOf(point.year)} yOf={yOf} />
      ))}
    </g>
  );
}

/** Breaks of one month share a line and stand with their letters together. */
function breaksByMonth({ breaks }: CityPanel): [number, string][] {
  const letters = new Map<number, string>();
  for (const { at, letter } of breaks) letters.set(at, `${letters.get(at) ?? ''}${letter}`);
  return [...letters].map(([at, joined]) => [at, [...joined].sort().join('')]);
}

function Break(props: { x: number; top: number; bottom: number; letter: string }): ReactNode {
  const { x, top, bottom, letter } = props;
  return (
    <>
      <path
        d={`M${px(x)} ${px(top + 2)}V${px(bottom)}`}
        stroke={palette.attention}
        strokeWidth={0.9}
        strokeDasharray="3 2.5"
      />
      <TextLine
        x={x - textWidth(letter, 11, 'bold') / 2}
        y={top}
        text={letter}
        weight="bold"
        fill={palette.attention}
        halo={palette.paper}
      />
    </>
  );
}

function Point(props: { point: CityPanelPoint; x: number; yOf: (share: number) => number }): ReactNode {
  const { x, yOf } = props;
  const { year, share, low, high, chance, isWhole } = props.point;
  return (
    <g data-year={year}>
      {Number.isNaN(chance) ? null : <Chance x={x} y={yOf(chance)} />}
      {Number.isNaN(low) || Number.isNaN(high) ? null : <Interval x={x} top={yOf(high)} bottom={yOf(low)} />}
      {Number.isNaN(share) ? null : <Observed x={x} y={yOf(share)} isWhole={isWhole} />}
    </g>
  );
}

export function Interval({ x, top, bottom }: { x: number; top: number; bottom: number }): ReactNode {
  const left = px(x - CAP_LENGTH / 2);
  return (
    <path
      d={`M${px(x)} ${px(top)}V${px(bottom)}M${left} ${px(top)}h${CAP_LENGTH}M${left} ${px(bottom)}h${CAP_LENGTH}`}
      fill="none"
      stroke={palette.curve}
      strokeWidth={INTERVAL_WIDTH}
    />
  );
}

/** Hollow where the data cover only a part of the year. */
export function Observed({ x, y, isWhole }: { x: number; y: number; isWhole: boolean }): ReactNode {
  return (
    <circle
      cx={px(x)}
      cy={px(y)}
      r={RADIUS}
      fill={isWhole ? palette.curve : palette.paper}
      stroke={isWhole ? palette.paper : palette.curve}
      strokeWidth={isWhole ? 0.8 : 1.4}
    />
  );
}

export function Chance({ x, y }: { x: number; y: number }): ReactNode {
  return (
    <path
      d={`M${px(x - CHANCE_LENGTH / 2)} ${px(y)}h${CHANCE_LENGTH}`}
      stroke={palette.chance}
      strokeWidth={CHANCE_WIDTH}
    />
  );
}

/** Years under the lowest panel of a column: every one where they fit, else the first, the last and every other. */
export function YearAxis({ box, years }: { box: PanelBox; years: readonly number[] }): ReactNode {
  const room = box.width / years.length;
  const every = Math.ceil((textWidth('2000', SIZE) + 6) / room);
  return years
    .filter((_, i) => i % every === 0)
    .map((year) => (
      <TextLine
        key={year}
        x={xOfYear(box, years, year)}
        y={box.top + box.height + 5 + SIZE}
        text={String(year)}
        fill={palette.secondary}
        anchor="middle"
      />
    ));
}
