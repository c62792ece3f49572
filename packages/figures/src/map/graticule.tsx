import { formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { simplify } from '../geometry/simplify.ts';
import { pathData, px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { GraticuleLine } from './map-props.ts';
import { toPixels, type Viewport } from './viewport.ts';

const TICK = 3;
const TOLERANCE_PIXELS = 0.1;
const LABEL_GAP = 12;

/** Room that the degrees need outside the frame, in pixels: to its left and below it. */
export const GRATICULE_MARGIN = { left: 17, bottom: 17 } as const;

interface GraticuleProps {
  readonly lines: readonly GraticuleLine[];
  readonly view: Viewport;
}

interface DegreesProps extends GraticuleProps {
  readonly lang: Language;
}

/** Very light lines of equal degrees, inside the frame. */
export function GraticuleLines({ lines, view }: GraticuleProps): ReactNode {
  const data = pathData(
    lines
      .map(({ coordinates }) => toPixels(view, coordinates))
      .map((line) => simplify(insideFrame(line, view), TOLERANCE_PIXELS)),
    false,
  );
  return <path d={data} fill="none" stroke={palette.ink} strokeWidth={0.4} strokeOpacity={0.2} />;
}

/** Ticks and degrees outside the frame: longitudes below, latitudes along its left edge. */
export function GraticuleDegrees(props: DegreesProps): ReactNode {
  const { lang, view } = props;
  const [bottom, left] = [px(view.top + view.height), px(view.left)];
  const longitudes = ticksOf(props, 'meridian');
  const latitudes = ticksOf(props, 'parallel');
  return (
    <g data-layer="graticule">
      <path
        d={
          longitudes.map(({ at }) => `M${px(at)} ${bottom}v${TICK}`).join('') +
          latitudes.map(({ at }) => `M${left} ${px(at)}h${-TICK}`).join('')
        }
        fill="none"
        stroke={palette.boundary}
        strokeWidth={0.6}
      />
      {longitudes.map(({ line, at }) => (
        <TextLine
          key={line.degrees}
          x={at}
          y={bottom + TICK + 11}
          text={degreesText(lang, line, props.lines)}
          fill={palette.secondary}
          anchor="middle"
        />
      ))}
      {latitudes.map(({ line, at }) => (
        <g key={line.degrees} transform={`rotate(-90 ${px(left - TICK - 3)} ${px(at)})`}>
          <TextLine
            x={left - TICK - 3}
            y={at}
            text={degreesText(lang, line, props.lines)}
            fill={palette.secondary}
            anchor="middle"
          />
        </g>
      ))}
    </g>
  );
}

/** Where lines of a kind leave the frame: those whose degrees have room beside the ones before. */
function ticksOf({ lang, lines, view }: DegreesProps, kind: GraticuleLine['kind']) {
  const isMeridian = kind === 'meridian';
  const [from, to] = isMeridian ? [view.left, view.left + view.width] : [view.top, view.top + view.height];
  const crossed = lines
    .filter((line) => line.kind === kind)
    .map((line) => ({ line, at: crossing(toPixels(view, line.coordinates), view, isMeridian) }))
    .sort((a, b) => a.at - b.at);
  const ticks: typeof crossed = [];
  let free = from;
  for (const { line, at } of crossed) {
    const half = textWidth(degreesText(lang, line, lines), 11) / 2;
    if (!(at - half >= free && at + half <= to)) continue;
    ticks.push({ line, at });
    free = at + half + LABEL_GAP;
  }
  return ticks;
}

/** The part of a line of pixels inside the frame: a line that goes on far beyond it breaks some programs. */
function insideFrame(line: Float64Array, { left, top, width, height }: Viewport): Float64Array {
  const inside: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x, y] = [line[i]!, line[i + 1]!];
    const [dx, dy] = [line[i + 2]! - x, line[i + 3]! - y];
    // Liang and Barsky 1984: the parts of the step at which it enters and leaves.
    let [enters, leaves] = [0, 1];
    for (const [step, room] of [
      [-dx, x - left],
      [dx, left + width - x],
      [-dy, y - top],
      [dy, top + height - y],
    ] as const) {
      if (step < 0) enters = Math.max(enters, room / step);
      else if (step > 0) leaves = Math.min(leaves, room / step);
      else if (room < 0) leaves = -1;
    }
    if (enters > leaves) continue;
    if (inside.length === 0) inside.push(x + enters * dx, y + enters * dy);
    inside.push(x + leaves * dx, y + leaves * dy);
  }
  return Float64Array.from(inside);
}

/** Where a line of pixels crosses the lower (a meridian) or the left edge of the frame; NaN where it does not. */
function crossing(line: Float64Array, view: Viewport, isMeridian: boolean): number {
  const [along, across] = isMeridian ? [0, 1] : [1, 0];
  const edge = isMeridian ? view.top + view.height : view.left;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [a, b] = [line[i + across]!, line[i + 2 + across]!];
    if (a === b || a > edge === b > edge) continue;
    return line[i + along]! + ((edge - a) / (b - a)) * (line[i + 2 + along]! - line[i + along]!);
  }
  return Number.NaN;
}

/** Degrees with their half of the globe, as many decimals as the lines of the map need. */
function degreesText(lang: Language, line: GraticuleLine, lines: readonly GraticuleLine[]): string {
  const decimals = Math.max(0, ...lines.map(({ degrees }) => decimalsOf(degrees)));
  return text(lang, line.kind === 'meridian' ? 'figures.longitude' : 'figures.latitude', {
    degrees: formatNumber(lang, Math.abs(line.degrees), { decimals }),
    side: line.degrees < 0 ? 'negative' : 'positive',
  });
}

function decimalsOf(degrees: number): number {
  return String(Math.abs(Math.round(degrees * 100) / 100)).split('.')[1]?.length ?? 0;
}
