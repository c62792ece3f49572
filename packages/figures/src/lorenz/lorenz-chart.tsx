import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM, useBodyRoom } from '../frame/figure.tsx';
import type { FigureHeading } from '../frame/figure-heading.ts';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { sourceNote } from '../frame/source-note.ts';
import { simplify } from '../geometry/simplify.ts';
import { pathData, px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { Key, KeyInside, keyHeight } from './chart-key.tsx';
import { MarkerGuides } from './marker-guides.tsx';
import { type PlotArea, plotX, plotY } from './plot-area.ts';

/** A concentration curve: cumulative shares from 0 to 1, the most crime-laden places first. */
export interface ConcentrationCurve {
  readonly placeShare: ArrayLike<number>;
  readonly incidentShare: ArrayLike<number>;
}

/** Where the curves reach a share of the incidents. */
export interface ConcentrationMarker {
  /** Share of the incidents, such as 0.5. */
  readonly share: number;
  readonly placeShare: number;
  readonly expectedPlaceShare: number;
}

export interface LorenzChartProps extends FigureHeading {
  readonly caption?: string | undefined;
  readonly curve: ConcentrationCurve;
  /** The mean curve under the named null. */
  readonly expected: ConcentrationCurve;
  readonly markers: readonly ConcentrationMarker[];
  readonly gini: number;
  readonly expectedGini: number;
  /** Which places are counted, in words. */
  readonly denominatorText: string;
  /** How incidents would be spread by chance, in words. */
  readonly nullText: string;
  /** Number of places. */
  readonly n: number;
  /** Number of incidents. */
  readonly N: number;
  readonly simulated: boolean;
}

const DEFAULT_WIDTH_MM = 120;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const SIZE = 11;
const LEADING = 15;

/** On a smaller plot the key would cross the diagonal; a guide further right would cross the key. */
const KEY_INSIDE_FROM = 320;

/** A larger square shows no more; the key then stands beside it. */
const LARGEST_SIDE = 350;

/** With so much room beside the plot the key stands there. */
const KEY_BESIDE_FROM = 180;

/** The concentration of incidents at places beside what chance alone gives, with denominator and null. */
export function LorenzChart(props: LorenzChartProps): ReactNode {
  const { lang, simulated } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const tickWidth = Math.max(...TICKS.map((tick) => textWidth(formatPercent(lang, tick), SIZE)));
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const left = px(MARGIN + SIZE + 8 + tickWidth + 7);
  const widest = px(MARGIN + width - left - textWidth(formatPercent(lang, 1), SIZE) / 2);
  const axis = 6 + LEADING + 4 + LEADING;
  const words = { lang, title: props.title, subtitle: props.subtitle, notes: notesOf(props) };
  const side = px(Math.min(widest, LARGEST_SIDE, useBodyRoom(words, widthMm) - strip - 6 - axis));
  const keyBeside = widest - side >= KEY_BESIDE_FROM;
  const keyInside =
    !keyBeside &&
    side >= KEY_INSIDE_FROM &&
    props.markers.every((m) => Math.max(m.placeShare, m.expectedPlaceShare) <= 0.45);
  const below = axis + (keyInside || keyBeside ? 0 : 6 + keyHeight(props, width));
  return (
    <Figure
      {...words}
      widthMm={widthMm}
      bodyHeight={strip + 6 + side + below}
      body={(top) => {
        const area: PlotArea = { left, top: top + strip + 6, side };
        return (
          <>
            {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
            <Axes lang={lang} area={area} />
            <path d={curvePath(area, diagonal)} fill="none" stroke={palette.district} strokeWidth={0.9} />
            <path
              d={curvePath(area, props.expected)}
              fill="none"
              stroke={palette.chance}
              strokeWidth={1.5}
              strokeDasharray="5 3"
            />
            <path
              d={curvePath(area, props.curve)}
              fill="none"
              stroke={palette.curve}
              strokeWidth={2.2}
              strokeLinejoin="round"
            />
            {simulated ? (
              <SimulatedAcross lang={lang} x={area.left} y={area.top} width={side} height={side} />
            ) : null}
            <MarkerGuides lang={lang} area={area} markers={props.markers} />
            {keyInside ? (
              <KeyInside chart={props} area={area} />
            ) : keyBeside ? (
              <Key chart={props} x={left + side + 24} y={area.top} width={widest - side - 24} />
            ) : (
              <Key chart={props} x={MARGIN} y={area.top + side + axis + 6} width={width} />
            )}
          </>
        );
      }}
    />
  );
}

const diagonal: ConcentrationCurve = { placeShare: [0, 1], incidentShare: [0, 1] };

function notesOf(props: LorenzChartProps): (string | undefined)[] {
  const { lang, n, N, denominatorText, nullText, sourceLine } = props;
  const places = text(lang, 'figures.lorenzPlaces', {
    n: formatInteger(lang, n),
    count: n,
    denominator: denominatorText,
  });
  const total = text(lang, 'figures.totalIncidents', { n: formatInteger(lang, N), count: N });
  return [
    `${total}; ${places}`,
    text(lang, 'figures.lorenzNull', { null: nullText }),
    props.caption,
    sourceNote(lang, sourceLine),
  ];
}

function curvePath(area: PlotArea, curve: ConcentrationCurve): string {
  const line = new Float64Array(curve.placeShare.length * 2);
  for (let i = 0; i < curve.placeShare.length; i++) {
    line[2 * i] = plotX(area, curve.placeShare[i]!);
    line[2 * i + 1] = plotY(area, curve.incidentShare[i]!);
  }
  return pathData([simplify(line, 0.1)], false);
}

function Axes({ lang, area }: { lang: Language; area: PlotArea }): ReactNode {
  const { left, top, side } = area;
  const bottom = top + side;
  const middle = px(top + side / 2);
  const titleX = MARGIN + SIZE;
  const xTitle = text(lang, 'figures.lorenzX');
  // Where the last number of the axis ends, the figure does.
  const right = left + side + textWidth(formatPercent(lang, 1), SIZE) / 2;
  return (
    <>
      {TICKS.map((tick) => (
        <g key={tick}>
          <path
            d={`M${left} ${px(plotY(area, tick))}h${side}M${px(plotX(area, tick))} ${top}v${side}`}
            stroke={palette.line}
            strokeWidth={0.5}
          />
          <TextLine
            x={left - 7}
            y={plotY(area, tick) + 4}
            text={formatPercent(lang, tick)}
            fill={palette.secondary}
            anchor="end"
          />
          <TextLine
            x={plotX(area, tick)}
            y={bottom + 6 + SIZE}
            text={formatPercent(lang, tick)}
            fill={palette.secondary}
            anchor="middle"
          />
        </g>
      ))}
      <path d={`M${left} ${top}v${side}h${side}`} fill="none" stroke={palette.ink} strokeWidth={1} />
      <TextLine
        x={Math.min(left + side / 2, right - textWidth(xTitle, SIZE) / 2)}
        y={bottom + 6 + LEADING + 4 + SIZE}
        text={xTitle}
        anchor="middle"
      />
      <g transform={`rotate(-90 ${titleX} ${middle})`}>
        <TextLine x={titleX} y={middle} text={text(lang, 'figures.lorenzY')} anchor="middle" />
      </g>
    </>
  );
}
