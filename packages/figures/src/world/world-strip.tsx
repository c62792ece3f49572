import { formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import type { FigureHeading } from '../frame/figure-heading.ts';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { sourceNote } from '../frame/source-note.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';
import { StripKey, stripKeyHeight } from './strip-key.tsx';
import { type StripPlot, scaleOf, stripX } from './strip-plot.ts';
import { drawRows, rowsHeight, type StripRow, VALUE_GAP, valuesWidth } from './strip-rows.tsx';

/** A published value, or a range where `low` and `high` differ. Shares are parts of one. */
export interface PublishedShare {
  readonly label: string;
  /** Its source; for a value that cannot be compared, why not. */
  readonly detail: string;
  readonly low: number;
  readonly high: number;
}

export interface WorldStripProps extends FigureHeading {
  readonly caption?: string | undefined;
  readonly result: {
    readonly label: string;
    readonly detail: string;
    readonly share: number;
    /** Ends of the 95 % interval; undefined where it has none. */
    readonly low?: number | undefined;
    readonly high?: number | undefined;
    /** What chance alone gives at this number of incidents per place. */
    readonly expected: number;
  };
  /** A systematic review: interquartile range, median and full range of its estimates. */
  readonly review?:
    | (PublishedShare & {
        readonly median?: number | undefined;
        readonly full?: readonly [number, number] | undefined;
      })
    | undefined;
  /** Comparable published values. */
  readonly studies: readonly PublishedShare[];
  /** Published values that cannot be compared, drawn pale and below; `detail` says why. */
  readonly others: readonly PublishedShare[];
  readonly simulated: boolean;
}

const DEFAULT_WIDTH_MM = 160;
const SIZE = 11;
const LEADING = 15;
const LABEL_PART = 0.38;

/** A result, with its interval and its chance, among the published values it may be compared with. */
export function WorldStrip(props: WorldStripProps): ReactNode {
  const { lang, simulated, review } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const rows = rowsOf(props);
  const left = px(MARGIN + width * LABEL_PART);
  const values = rows.flatMap(({ low, high, whisker }) => [low, high, ...(whisker ?? [])]);
  const plotWidth = px(width * (1 - LABEL_PART) - VALUE_GAP - valuesWidth(lang, rows));
  const scale = scaleOf([...values, props.result.expected], plotWidth);
  const labelWidth = width * LABEL_PART - 14;
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const height = rowsHeight(rows, labelWidth);
  const axis = 6 + LEADING + 4 + LEADING + 8;
  const key = stripKeyHeight(props, width);
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={[props.caption, sourceNote(lang, props.sourceLine)]}
      widthMm={widthMm}
      bodyHeight={strip + height + axis + key}
      body={(top) => {
        const from = top + strip;
        const plot: StripPlot = { left, width: plotWidth, top: from, bottom: from + height, ...scale };
        return (
          <>
            {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
            {review ? <Band plot={plot} low={review.low} high={review.high} /> : null}
            <Axis lang={lang} plot={plot} />
            <ChanceLine plot={plot} share={props.result.expected} />
            {drawRows(lang, plot, rows, { x: MARGIN, width: labelWidth })}
            {simulated ? (
              <SimulatedAcross lang={lang} x={left} y={from} width={plotWidth} height={height} />
            ) : null}
            <StripKey strip={props} x={MARGIN} y={plot.bottom + axis} width={width} />
          </>
        );
      }}
    />
  );
}

function rowsOf({ result, review, studies, others }: WorldStripProps): StripRow[] {
  const { share, low = share, high = share, label, detail } = result;
  return [
    { kind: 'result', label, detail, low, high, point: share },
    ...(review ? [{ kind: 'review' as const, ...review, point: review.median, whisker: review.full }] : []),
    ...studies.map((study) => ({ kind: 'study' as const, ...study })),
    ...others.map((other) => ({ kind: 'other' as const, ...other })),
  ];
}

/** The published interquartile range, behind everything. */
function Band({ plot, low, high }: { plot: StripPlot; low: number; high: number }): ReactNode {
  const from = stripX(plot, low);
  return (
    <rect
      data-band=""
      x={px(from)}
      y={plot.top}
      width={px(stripX(plot, high) - from)}
      height={px(plot.bottom - plot.top)}
      fill={palette.water}
      fillOpacity={0.5}
    />
  );
}

function ChanceLine({ plot, share }: { plot: StripPlot; share: number }): ReactNode {
  if (!Number.isFinite(share)) return null;
  return (
    <path
      data-chance=""
      d={`M${px(stripX(plot, share))} ${px(plot.top)}V${px(plot.bottom)}`}
      stroke={palette.chance}
      strokeWidth={1.5}
      strokeDasharray="5 3"
    />
  );
}

function Axis({ lang, plot }: { lang: Language; plot: StripPlot }): ReactNode {
  const { left, width, top, bottom, max, step } = plot;
  const ticks = Array.from({ length: Math.round(max / step) + 1 }, (_, i) => i * step);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${px(stripX(plot, tick))} ${px(top)}V${px(bottom)}`}
            stroke={palette.line}
            strokeWidth={0.5}
          />
          <TextLine
            x={stripX(plot, tick)}
            y={bottom + 6 + SIZE}
            text={formatPercent(lang, tick)}
            fill={palette.secondary}
            anchor="middle"
          />
        </g>
      ))}
      <path d={`M${left} ${px(bottom)}h${width}`} stroke={palette.ink} strokeWidth={1} />
      <TextLine
        x={left + width / 2}
        y={bottom + 6 + LEADING + 4 + SIZE}
        text={text(lang, 'concentration.world.strip.axis')}
        anchor="middle"
      />
    </>
  );
}
