import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM, useBodyRoom } from '../frame/figure.tsx';
import { usePaper, usePaperWidth } from '../frame/paper.ts';
import { type Block, gap, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { GRATICULE_MARGIN, GraticuleDegrees } from './graticule.tsx';
import { insetBlock } from './inset.tsx';
import { type LegendColumn, scaleAndNorth } from './legend-parts.tsx';
import { type MapDrawing, MapFrame, mapFrameHeight } from './map-frame.tsx';
import type { MapProps } from './map-props.ts';
import { type Bounds, fitViewport } from './viewport.ts';

const DEFAULT_WIDTH_MM = 170;
const LEGEND_BESIDE_FROM_MM = 130;
const LEGEND_WIDTH = 176;
const LEGEND_GAP = 14;
const COLUMN_GAP = 20;
const INSET_BESIDE_FROM = 260;
const NO_VIEW = { left: 0, height: 0, pixelsPerMeter: 1, minX: 0, maxY: 0 };

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
  const { legend, list = () => [] } = props;
  const { letter, map: common } = usePaper();
  // Side by side two maps say where they lie by their degrees; names and countries would crowd them.
  const map = letter === undefined ? props.map : { ...props.map, names: undefined, inset: undefined };
  const { lang } = map;
  const widthMm = usePaperWidth(map.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const beside = widthMm >= LEGEND_BESIDE_FROM_MM;
  const margin = map.graticule?.length ? GRATICULE_MARGIN : { left: 0, bottom: 0 };
  const mapWidth = px((beside ? width - LEGEND_WIDTH - LEGEND_GAP : width) - margin.left);
  const words = {
    lang,
    title: map.title,
    subtitle: map.subtitle,
    notes: [
      map.caption,
      map.extent && text(lang, 'figures.extentNote'),
      text(lang, 'figures.source', { source: map.sourceLine }),
    ],
  };
  const highest = Math.min(
    Math.round(1.35 * mapWidth),
    Math.floor(useBodyRoom(words, widthMm)) - margin.bottom,
  );
  const column = {
    x: beside ? px(MARGIN + margin.left + mapWidth + LEGEND_GAP) : MARGIN,
    width: beside ? LEGEND_WIDTH : width,
  };
  const explainedAt = (pixelsPerMeter: number) => [
    ...legend(column),
    gap(8),
    ...foot(map, column, pixelsPerMeter),
  ];
  const around = mapFrameHeight(map, { ...NO_VIEW, width: mapWidth }) + margin.bottom;
  // A map lower than the legend beside it would leave a hole under itself.
  const besideLegend = beside ? stackHeight(explainedAt(1)) - around : 0;
  const room = {
    left: MARGIN + margin.left,
    width: mapWidth,
    minHeight: Math.min(
      highest,
      Math.max(common?.heightPixels ?? 0, Math.round(0.6 * mapWidth), besideLegend),
    ),
    maxHeight: highest,
  };
  const fitted = fitViewport(
    map.extent ?? props.bounds ?? { minX: 0, minY: 0, maxX: 1000, maxY: 1000 },
    room,
    common?.pixelsPerMeter,
  );
  const frameHeight = mapFrameHeight(map, fitted);
  const mapHeight = frameHeight + margin.bottom;
  const explained = explainedAt(fitted.pixelsPerMeter);
  const listed = [gap(12), ...list([column])];
  const inColumn = !beside || stackHeight(explained) + stackHeight(listed) <= mapHeight;
  const aside = inColumn ? [...explained, ...listed] : explained;
  const below = inColumn ? [] : [gap(10), ...list([half(width, 0), half(width, 1)])];
  const upper = beside ? Math.max(mapHeight, stackHeight(aside)) : mapHeight + 10 + stackHeight(aside);
  return (
    <Figure
      {...words}
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
            taken={props.taken}
            graticule={map.graticule}
            names={map.names}
          />
          {map.graticule?.length ? (
            <GraticuleDegrees
              lang={lang}
              lines={map.graticule}
              view={{ ...fitted, top: top + frameHeight - fitted.height }}
            />
          ) : null}
          <Stack blocks={aside} top={beside ? top : top + mapHeight + 10} />
          <Stack blocks={below} top={top + upper} />
        </>
      )}
    />
  );
}

/** Scale, north, and the country: beside each other where a column is wide enough. */
function foot({ lang, inset }: MapProps, column: LegendColumn, pixelsPerMeter: number): Block[] {
  const scale = scaleAndNorth(lang, column, pixelsPerMeter);
  if (!inset) return [scale];
  if (column.width < INSET_BESIDE_FROM) return [scale, gap(8), insetBlock(inset, column)];
  const middle = { x: px(column.x + column.width / 2), width: column.width / 3 };
  const country = insetBlock(inset, middle);
  return [
    {
      height: Math.max(scale.height, country.height),
      draw: (y) => (
        <>
          {scale.draw(y)}
          {country.draw(y)}
        </>
      ),
    },
  ];
}

/** One of two columns across the figure. */
function half(width: number, index: number): LegendColumn {
  const column = px((width - COLUMN_GAP) / 2);
  return { x: px(MARGIN + index * (column + COLUMN_GAP)), width: column };
}
