import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { usePaper, usePaperWidth } from '../frame/paper.ts';
import { type Block, gap, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { type LegendColumn, scaleAndNorth } from './legend-parts.tsx';
import { type MapDrawing, MapFrame, mapFrameHeight } from './map-frame.tsx';
import type { MapProps } from './map-props.ts';
import { type Bounds, fitViewport } from './viewport.ts';

const DEFAULT_WIDTH_MM = 170;
const LEGEND_BESIDE_FROM_MM = 130;
const LEGEND_WIDTH = 176;
const LEGEND_GAP = 14;
const COLUMN_GAP = 20;

export interface MapFigureProps extends MapDrawing {
  readonly map: MapProps;
  /** What must be seen: the study area, or the places themselves where it is not known. */
  readonly bounds: Bounds | undefined;
  /** Blocks of the legend; scale and north follow by themselves. */
  readonly legend: (column: LegendColumn) => Block[];
  /** A list that stands under the legend, or below the map in two columns where it has no room. */
  readonly list?: ((columns: readonly LegendColumn[]) => Block[]) | undefined;
}

/**
 * The frame of every map for print: ground, streets and water, the study area, what is drawn on them, a legend with
 * scale and north. The legend stands beside or below the map, never on it.
 */
export function MapFigure(props: MapFigureProps): ReactNode {
  const { map, legend, list = () => [] } = props;
  const { lang } = map;
  const widthMm = usePaperWidth(map.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const beside = widthMm >= LEGEND_BESIDE_FROM_MM;
  const mapWidth = px(beside ? width - LEGEND_WIDTH - LEGEND_GAP : width);
  const common = usePaper().map;
  const room = {
    left: MARGIN,
    width: mapWidth,
    minHeight: Math.max(common?.heightPixels ?? 0, Math.round(0.6 * mapWidth)),
    maxHeight: Math.round(1.35 * mapWidth),
  };
  const fitted = fitViewport(
    props.bounds ?? { minX: 0, minY: 0, maxX: 1000, maxY: 1000 },
    room,
    common?.pixelsPerMeter,
  );
  const column = {
    x: beside ? px(MARGIN + mapWidth + LEGEND_GAP) : MARGIN,
    width: beside ? LEGEND_WIDTH : width,
  };
  const mapHeight = mapFrameHeight(map, fitted);
  const explained = [...legend(column), gap(8), scaleAndNorth(lang, column, fitted.pixelsPerMeter)];
  const listed = [gap(12), ...list([column])];
  const inColumn = !beside || stackHeight(explained) + stackHeight(listed) <= mapHeight;
  const aside = inColumn ? [...explained, ...listed] : explained;
  const below = inColumn ? [] : [gap(10), ...list([half(width, 0), half(width, 1)])];
  const upper = beside ? Math.max(mapHeight, stackHeight(aside)) : mapHeight + 10 + stackHeight(aside);
  return (
    <Figure
      lang={lang}
      title={map.title}
      subtitle={map.subtitle}
      notes={[map.caption, text(lang, 'figures.source', { source: map.sourceLine })]}
      widthMm={widthMm}
      bodyHeight={upper + stackHeight(below)}
      body={(top) => (
        <>
          <MapFrame
            map={map}
            fitted={fitted}
            top={top}
            fills={props.fills}
            outlines={props.outlines}
            marks={props.marks}
          />
          <Stack blocks={aside} top={beside ? top : top + mapHeight + 10} />
          <Stack blocks={below} top={top + upper} />
        </>
      )}
    />
  );
}

/** One of two columns across the figure. */
function half(width: number, index: number): LegendColumn {
  const column = px((width - COLUMN_GAP) / 2);
  return { x: px(MARGIN + index * (column + COLUMN_GAP)), width: column };
}
