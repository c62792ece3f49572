import { formatInteger, formatNumber, formatPercent, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { LineKey, type LineKeyEntry, lineKeyHeight } from '../frame/line-key.tsx';
import { pText } from '../frame/p-text.ts';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { sourceNote } from '../frame/source-note.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { type DistanceCurves, DistancePanel, ENVELOPE_FILLS, PANEL_AROUND } from './distance-panel.tsx';
import type { EnvelopeOfL, KChartProps } from './k-chart-props.ts';

const DEFAULT_WIDTH_MM = 174;
const HEIGHT = 190;
const PANEL_GAP = 18;

/** Two panels beside each other from this width on, else one under the other. */
const SIDE_BY_SIDE_FROM = 420;

/** K of the incidents and L(r) - r, which shows small distances, against complete randomness. */
export function KChart(props: KChartProps): ReactNode {
  const { lang, simulated, r, l } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const entries = keyOf(props);
  const head = strip + lineKeyHeight(entries, width) + 4;
  const isBeside = width >= SIDE_BY_SIDE_FROM;
  const panelWidth = px(isBeside ? (width - PANEL_GAP) / 2 : width);
  const panelHeight = HEIGHT + PANEL_AROUND;
  const panels = [
    {
      name: 'k',
      title: text(lang, 'charts.kPanel'),
      curves: mapped(l, (value) => (Math.PI * Math.max(0, value) ** 2) / 1e6),
      theory: Array.from(r, (distance) => (Math.PI * distance ** 2) / 1e6),
    },
    {
      name: 'l',
      title: text(lang, 'charts.lPanel'),
      curves: mapped(l, (value, at) => value - r[at]!),
      theory: Array.from(r, () => 0),
    },
  ];
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={notesOf(props)}
      widthMm={widthMm}
      bodyHeight={head + (isBeside ? panelHeight : 2 * panelHeight + PANEL_GAP)}
      body={(top) => (
        <>
          {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
          <LineKey entries={entries} x={MARGIN} y={top + strip} width={width} />
          {panels.map(({ name, title, curves, theory }, i) => {
            const [left, panelTop] = isBeside
              ? [MARGIN + i * (panelWidth + PANEL_GAP), top + head]
              : [MARGIN, top + head + i * (panelHeight + PANEL_GAP)];
            return (
              <g key={name} data-panel={name}>
                <DistancePanel
                  lang={lang}
                  title={title}
                  r={r}
                  curves={curves}
                  theory={theory}
                  box={{ left, top: panelTop, width: panelWidth, height: HEIGHT }}
                />
                {simulated ? (
                  <SimulatedAcross
                    lang={lang}
                    x={left}
                    y={panelTop + 24}
                    width={panelWidth}
                    height={HEIGHT}
                  />
                ) : null}
              </g>
            );
          })}
        </>
      )}
    />
  );
}

function mapped(
  { observed, lower, upper, globalLower, globalUpper }: EnvelopeOfL,
  inUnit: (value: number, at: number) => number,
): DistanceCurves {
  const map = (values: ArrayLike<number>): number[] => Array.from(values, inUnit);
  return {
    observed: map(observed),
    pointwise: { lower: map(lower), upper: map(upper) },
    global: { lower: map(globalLower), upper: map(globalUpper) },
  };
}

function keyOf({ lang, l }: KChartProps): LineKeyEntry[] {
  const percent = (level: number): string => formatPercent(lang, 1 - level);
  return [
    { label: text(lang, 'charts.kObserved'), stroke: palette.curve, strokeWidth: 2.2 },
    { label: text(lang, 'charts.kRandom'), stroke: palette.chance, strokeWidth: 1.2, dash: '5 3' },
    {
      label: text(lang, 'charts.kPointwise', { percent: percent(l.pointwiseLevel) }),
      stroke: ENVELOPE_FILLS.pointwise,
      strokeWidth: 9,
    },
    {
      label: text(lang, 'charts.kGlobal', { percent: percent(l.globalLevel) }),
      stroke: ENVELOPE_FILLS.global,
      strokeWidth: 9,
      edge: ENVELOPE_FILLS.edge,
    },
  ];
}

function notesOf(props: KChartProps): (string | undefined)[] {
  const { lang, used, incidents, outside, stacked, test, r, areaSquareMeters, sourceLine } = props;
  const integer = (n: number): string => formatInteger(lang, n);
  const total = text(lang, 'figures.totalIncidents', { n: integer(incidents), count: incidents });
  const seed = String(test.seed);
  return [
    [
      `${total}.`,
      outside > 0 ? text(lang, 'charts.kOutside', { n: integer(outside) }) : '',
      used < incidents ? text(lang, 'charts.kUsed', { n: integer(used), all: integer(incidents), seed }) : '',
      stacked > 0 ? text(lang, 'charts.kStacked', { n: integer(stacked) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    text(lang, 'charts.kNull', { area: formatNumber(lang, areaSquareMeters / 1e6) }),
    text(lang, 'charts.kTest', {
      distance: integer(Math.round(r[r.length - 1]!)),
      p: pText(lang, test.p),
      draws: integer(test.draws),
      seed,
    }),
    sourceNote(lang, sourceLine),
  ];
}
