import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM, useBodyRoom } from '../frame/figure.tsx';
import { usePaper, usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { type Block, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { type MapDrawing, MapFrame } from './map-frame.tsx';
import { columnsFor, type Grid, gridOf } from './map-panels-grid.ts';
import { haveFlatHeads, panelHead } from './map-panels-head.tsx';
import { fitsKeys, flatLegend, type PanelsLegend, tallLegend, wideLegend } from './map-panels-legend.tsx';
import type { MapProps } from './map-props.ts';
import { type Bounds, fitViewport } from './viewport.ts';

const DEFAULT_WIDTH_MM = 174;
/** The type area of a page, less a title and notes. */
const PAGE_BODY_MM = 215;
/** In a narrower frame only main streets are drawn: all of them would be one grey. */
const ALL_STREETS_FROM_MM = 60;
const FLATTEST = 0.4;
const TALLEST = 1.35;
/** A legend in the grid may be so many times as high as its row. */
const TALLEST_LEGEND = 1.15;
const LEGEND_GAP = 12;
const HEAD_GAP = 3;
const STRIP_GAP = 6;

/** One of several maps of the same ground. */
interface MapPanel extends MapDrawing {
  readonly name: string;
  /** What stands beside the name: N of this map. */
  readonly amount: string;
}

export interface MapPanelsProps {
  readonly map: MapProps;
  /** What must be seen in every panel. */
  readonly bounds: Bounds | undefined;
  /** One or more, in reading order. */
  readonly panels: readonly MapPanel[];
  readonly legend: PanelsLegend;
}

/**
 * Small multiples: several maps of one ground in one extent and scale, with one legend, which stands in the grid where
 * the last row leaves room, else below. One strip says that data are simulated; every panel has the words across it.
 */
export function MapPanels(props: MapPanelsProps): ReactNode {
  const { map } = props;
  const { lang, simulated } = map;
  const widthMm = usePaperWidth(map.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const words = {
    lang,
    title: map.title,
    subtitle: map.subtitle,
    notes: [map.caption, text(lang, 'figures.source', { source: map.sourceLine })],
  };
  const strip = simulated ? simulatedStripHeight(lang, width) + STRIP_GAP : 0;
  const room = Math.min(useBodyRoom(words, widthMm), PAGE_BODY_MM * PIXELS_PER_MM) - strip;
  const isLow = usePaper().heightMm !== undefined;
  const layout = layoutOf(props, width, room, isLow);
  return (
    <Figure
      {...words}
      widthMm={widthMm}
      bodyHeight={strip + layout.height}
      body={(top) => (
        <>
          {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
          <Panels {...props} layout={layout} top={top + strip} />
          <Stack blocks={layout.legend} top={top + strip + layout.legendTop} />
        </>
      )}
    />
  );
}

interface Layout {
  readonly grid: Grid;
  readonly fitted: ReturnType<typeof fitViewport>;
  /** Height of the heads of each row. */
  readonly heads: readonly number[];
  readonly isFlat: boolean;
  readonly legend: readonly Block[];
  readonly legendTop: number;
  readonly height: number;
}

function layoutOf(props: MapPanelsProps, width: number, room: number, isLow: boolean): Layout {
  const { bounds, panels } = props;
  const columns = columnsFor(panels.length, width, isLow);
  const grid = gridOf(panels.length, columns, width);
  const isFlat = haveFlatHeads(panels, grid.panelWidth);
  const heads = grid.rows.map((row) =>
    Math.max(...row.map((i) => stackHeight(panelHead(panels[i]!, 0, grid.panelWidth, isFlat)) + HEAD_GAP)),
  );
  const headsHeight = heads.reduce((sum, height) => sum + height + grid.gap, 0);
  const fit = (below: number) => {
    const highest = Math.max(0.5 * grid.panelWidth, (room - headsHeight - below) / grid.rows.length);
    return fitViewport(bounds ?? { minX: 0, minY: 0, maxX: 1000, maxY: 1000 }, {
      left: 0,
      width: grid.panelWidth,
      minHeight: Math.round(Math.min(FLATTEST * grid.panelWidth, highest)),
      maxHeight: Math.round(Math.min(TALLEST * grid.panelWidth, highest)),
    });
  };
  const lowered = (fitted: Layout['fitted']): number =>
    headsHeight + grid.rows.length * fitted.height - grid.gap;
  const { free } = grid;
  if (free !== undefined) {
    const fitted = fit(0);
    const rowHeight = heads.at(-1)! + fitted.height;
    const top = lowered(fitted) - rowHeight;
    for (const legendOf of [tallLegend, flatLegend]) {
      const legend = legendOf(props.legend, free, fitted.pixelsPerMeter);
      const tallest = stackHeight(legend);
      if (tallest > TALLEST_LEGEND * rowHeight || !fitsKeys(props.legend, free)) continue;
      const height = top + Math.max(rowHeight, tallest);
      return { grid, fitted, heads, isFlat, legend, legendTop: top, height };
    }
  }
  const column = { x: MARGIN, width };
  const fitted = fit(LEGEND_GAP + stackHeight(wideLegend(props.legend, column, 1)));
  const legend = wideLegend(props.legend, column, fitted.pixelsPerMeter);
  const legendTop = lowered(fitted) + LEGEND_GAP;
  return { grid, fitted, heads, isFlat, legend, legendTop, height: legendTop + stackHeight(legend) };
}

function Panels(props: MapPanelsProps & { layout: Layout; top: number }): ReactNode {
  const { map, panels, layout } = props;
  const { grid, fitted, heads, isFlat } = layout;
  const { lang, boundary, polygons } = map;
  const isSmall = grid.panelWidth < ALL_STREETS_FROM_MM * PIXELS_PER_MM;
  const lines = isSmall ? map.lines?.filter(({ kind }) => kind !== 'street') : map.lines;
  let y = props.top;
  return grid.rows.map((row, r) => {
    const frameTop = y + heads[r]!;
    y = frameTop + fitted.height + grid.gap;
    return row.map((i, column) => {
      const { name, amount, fills, outlines, marks } = panels[i]!;
      const left = grid.lefts[column]!;
      const head = panelHead({ name, amount }, left, grid.panelWidth, isFlat);
      return (
        <g key={name}>
          <Stack blocks={head} top={frameTop - HEAD_GAP - stackHeight(head)} />
          <MapFrame
            map={{ lang, simulated: false, boundary, lines, polygons }}
            fitted={{ ...fitted, left }}
            top={frameTop}
            id={`oryn-map-frame-${i}`}
            fills={fills}
            outlines={outlines}
            marks={(view) => (
              <>
                {map.simulated ? (
                  <SimulatedAcross
                    lang={lang}
                    x={left}
                    y={view.top}
                    width={view.width}
                    height={view.height}
                  />
                ) : null}
                {marks?.(view)}
              </>
            )}
          />
        </g>
      );
    });
  });
}
