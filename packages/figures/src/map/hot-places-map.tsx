import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { usePaper, usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { gap, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import type { HotPlacesMapProps } from './hot-places-props.ts';
import { Ground, Lines, Outside, QuietPlaces, ringsOf, SignificantPlaces } from './map-layers.tsx';
import { legendBlocks, problemPlaceList } from './map-legend.tsx';
import { ProblemPlaceMarks } from './problem-place-marks.tsx';
import { boundsOf, fitViewport } from './viewport.ts';

const DEFAULT_WIDTH_MM = 170;
const LEGEND_BESIDE_FROM_MM = 130;
const LEGEND_WIDTH = 176;
const LEGEND_GAP = 14;
const COLUMN_GAP = 20;
const CLIP_ID = 'oryn-map-frame';

/**
 * A map for print: hot and cold places by class, problem places outlined and numbered, on streets and
 * water, with a legend that names method, correction and N. The legend stands beside or below the map,
 * never on it.
 */
export function HotPlacesMap(props: HotPlacesMapProps): ReactNode {
  const { lang, simulated } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const beside = widthMm >= LEGEND_BESIDE_FROM_MM;
  const mapWidth = px(beside ? width - LEGEND_WIDTH - LEGEND_GAP : width);
  const strip = simulated ? simulatedStripHeight(lang, mapWidth) : 0;
  const common = usePaper().map;
  const room = {
    left: MARGIN,
    width: mapWidth,
    minHeight: Math.max(common?.heightPixels ?? 0, Math.round(0.6 * mapWidth)),
    maxHeight: Math.round(1.35 * mapWidth),
  };
  const fitted = fitViewport(boundsOfMap(props), room, common?.pixelsPerMeter);
  const column = {
    x: beside ? px(MARGIN + mapWidth + LEGEND_GAP) : MARGIN,
    width: beside ? LEGEND_WIDTH : width,
  };
  const mapHeight = strip + fitted.height;
  const legend = legendBlocks(props, column, fitted.pixelsPerMeter);
  const list = [gap(12), ...problemPlaceList(props, [column])];
  const inColumn = !beside || stackHeight(legend) + stackHeight(list) <= mapHeight;
  const aside = inColumn ? [...legend, ...list] : legend;
  const below = inColumn
    ? []
    : [
        gap(10),
        ...problemPlaceList(
          props,
          [0, 1].map((i) => half(width, i)),
        ),
      ];
  const upper = beside ? Math.max(mapHeight, stackHeight(aside)) : mapHeight + 10 + stackHeight(aside);
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={[props.caption, text(lang, 'figures.source', { source: props.sourceLine })]}
      widthMm={widthMm}
      bodyHeight={upper + stackHeight(below)}
      body={(top) => {
        const view = { ...fitted, top: top + strip };
        const frame = { left: MARGIN, top: view.top, width: mapWidth, height: fitted.height };
        const rect = { x: MARGIN, width: mapWidth, y: view.top, height: fitted.height };
        return (
          <>
            <clipPath id={CLIP_ID} data-map-scale={fitted.pixelsPerMeter} data-map-height={fitted.height}>
              <rect {...rect} />
            </clipPath>
            <g clipPath={`url(#${CLIP_ID})`}>
              <rect {...rect} fill={props.boundary.length > 0 ? palette.outside : palette.ground} />
              <Ground map={props} view={view} />
              <QuietPlaces map={props} view={view} />
              <SignificantPlaces map={props} view={view} part="fill" />
              <g opacity={0.75}>
                <Lines map={props} view={view} kinds={['river', 'street', 'main', 'rail']} />
              </g>
              <SignificantPlaces map={props} view={view} part="outline" />
              <Outside map={props} view={view} />
              {simulated ? (
                <SimulatedAcross
                  lang={lang}
                  x={MARGIN}
                  y={view.top}
                  width={mapWidth}
                  height={fitted.height}
                />
              ) : null}
              <ProblemPlaceMarks map={props} view={view} frame={frame} />
            </g>
            {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={mapWidth} /> : null}
            <rect
              x={MARGIN}
              y={top}
              width={mapWidth}
              height={mapHeight}
              fill="none"
              stroke={palette.boundary}
              strokeWidth={0.6}
            />
            <Stack blocks={aside} top={beside ? top : top + mapHeight + 10} />
            <Stack blocks={below} top={top + upper} />
          </>
        );
      }}
    />
  );
}

/** One of two columns across the figure. */
function half(width: number, index: number) {
  const column = px((width - COLUMN_GAP) / 2);
  return { x: px(MARGIN + index * (column + COLUMN_GAP)), width: column };
}

/** The study area, or the places themselves where it is not known. */
function boundsOfMap(props: HotPlacesMapProps) {
  const rings = props.boundary.length > 0 ? props.boundary : ringsOf(props, () => true);
  return boundsOf(rings) ?? { minX: 0, minY: 0, maxX: 1000, maxY: 1000 };
}
