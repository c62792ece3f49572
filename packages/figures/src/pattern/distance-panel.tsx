import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { linearTicks } from '../frame/linear-ticks.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';

interface Limits {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** A function of distance and its envelopes, one value for each distance. */
export interface DistanceCurves {
  readonly observed: readonly number[];
  readonly pointwise: Limits;
  readonly global: Limits;
}

/** The pointwise envelope lies inside the global one. */
export const ENVELOPE_FILLS = { global: '#E9E5DC', pointwise: '#BDB6A8', edge: '#8F887C' } as const;

const SIZE = 11;
const TITLE = 24;
const BELOW = 36;
const MOST_TICKS = 7;
const MOST_X_TICKS = 6;
const HEADROOM = 0.04;

/** Pixels above and below the axes. */
export const PANEL_AROUND = TITLE + BELOW;

interface DistancePanelProps {
  readonly lang: Language;
  readonly title: string;
  /** Metres. */
  readonly r: ArrayLike<number>;
  readonly curves: DistanceCurves;
  /** Values under complete randomness. */
  readonly theory: readonly number[];
  /** Its height is that of the axes. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/** One function of distance over its envelopes. */
export function DistancePanel({ lang, title, r, curves, theory, box }: DistancePanelProps): ReactNode {
  const { observed, pointwise, global } = curves;
  const values = [observed, global.lower, global.upper, pointwise.lower, pointwise.upper, theory]
    .flat()
    .filter(Number.isFinite);
  const [least, largest] = [Math.min(0, ...values), Math.max(...values)];
  const margin = HEADROOM * (largest - least);
  const [low, high] = [least < 0 ? least - margin : 0, largest + margin];
  const ticks = linearTicks(low, high, MOST_TICKS).filter((tick) => tick >= low && tick <= high);
  const written = ticks.map((tick) => formatNumber(lang, tick));
  const left = px(box.left + Math.max(...written.map((tick) => textWidth(tick, SIZE))) + 7);
  const farthest = r[r.length - 1]!;
  const distances = linearTicks(0, farthest, MOST_X_TICKS).filter((tick) => tick <= farthest);
  const lastWidth = textWidth(formatInteger(lang, distances[distances.length - 1]!), SIZE);
  const right = px(box.left + box.width - lastWidth / 2);
  const [top, bottom] = [box.top + TITLE, box.top + TITLE + box.height];
  const x = (distance: number): number => left + (distance / farthest) * (right - left);
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * box.height;
  const line = (line: readonly number[]): string =>
    lineThrough(line.map((value, at) => [x(r[at]!), y(value)]));
  const band = ({ lower, upper }: Limits): string => {
    const there = upper.map((value, at) => [x(r[at]!), y(value)]);
    const back = lower.map((value, at) => [x(r[at]!), y(value)]).reverse();
    return `${lineThrough([...there, ...back])}Z`;
  };
  return (
    <>
      <TextLine x={box.left} y={box.top + SIZE} text={title} weight="bold" />
      {ticks.map((tick, i) => (
        <g key={tick}>
          <path d={`M${left} ${px(y(tick))}H${right}`} stroke={palette.line} strokeWidth={0.5} />
          <TextLine x={left - 7} y={y(tick) + 4} text={written[i]!} fill={palette.secondary} anchor="end" />
        </g>
      ))}
      <path d={band(global)} fill={ENVELOPE_FILLS.global} stroke={ENVELOPE_FILLS.edge} strokeWidth={0.5} />
      <path d={band(pointwise)} fill={ENVELOPE_FILLS.pointwise} />
      <path d={line(theory)} fill="none" stroke={palette.chance} strokeWidth={1.2} strokeDasharray="5 3" />
      <path
        data-observed={dataOf(observed)}
        data-lower={dataOf(global.lower)}
        data-upper={dataOf(global.upper)}
        d={line(observed)}
        fill="none"
        stroke={palette.curve}
        strokeWidth={2.2}
        strokeLinejoin="round"
      />
      <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" stroke={palette.ink} strokeWidth={1} />
      {distances.map((distance) => (
        <TextLine
          key={distance}
          x={x(distance)}
          y={bottom + 5 + SIZE}
          text={formatInteger(lang, distance)}
          fill={palette.secondary}
          anchor="middle"
        />
      ))}
      <TextLine
        x={(left + right) / 2}
        y={bottom + BELOW - 4}
        text={text(lang, 'charts.distanceAxis')}
        anchor="middle"
      />
    </>
  );
}

/** Points that are not defined are left out. */
function lineThrough(points: readonly (readonly number[])[]): string {
  const known = points.filter(([, y]) => Number.isFinite(y));
  return `M${known.map(([x, y]) => `${px(x!)} ${px(y!)}`).join('L')}`;
}

function dataOf(values: readonly number[]): string {
  return values.map((value) => (Number.isFinite(value) ? String(+value.toPrecision(6)) : '')).join(' ');
}
