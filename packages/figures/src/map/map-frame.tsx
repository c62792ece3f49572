import type { ReactNode } from 'react';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { palette } from '../palette.ts';
import { GraticuleLines } from './graticule.tsx';
import { Ground, Lines, Outside } from './map-ground.tsx';
import { type Box, MapNames } from './map-names.tsx';
import type { MapProps } from './map-props.ts';
import { GROUND_OPACITY } from './map-style.ts';
import type { Viewport } from './viewport.ts';

/** What is drawn on the ground of a map. */
export interface MapDrawing {
  /** What lies under the streets. */
  readonly fills: (view: Viewport) => ReactNode;
  /** What lies over the streets and is dimmed outside the study area. */
  readonly outlines?: ((view: Viewport) => ReactNode) | undefined;
  /** What lies over everything. */
  readonly marks?: ((view: Viewport) => ReactNode) | undefined;
  /** What the marks cover: no name is written there. */
  readonly taken?: ((view: Viewport) => readonly Box[]) | undefined;
}

interface MapFrameProps extends MapDrawing {
  readonly map: Pick<MapProps, 'lang' | 'simulated' | 'boundary' | 'lines' | 'polygons'>;
  /** Only where their degrees stand outside the frame. */
  readonly graticule?: MapProps['graticule'];
  readonly names?: MapProps['names'];
  /** Without its top; the strip of simulated data stands above it. */
  readonly fitted: Omit<Viewport, 'top'>;
  /** Upper edge of the frame, strip included. */
  readonly top: number;
  /** Unique in a figure. */
  readonly id?: string | undefined;
}

/** Height of a frame, with the strip of simulated data. */
export function mapFrameHeight(
  { lang, simulated }: Pick<MapProps, 'lang' | 'simulated'>,
  fitted: Omit<Viewport, 'top'>,
): number {
  return fitted.height + (simulated ? simulatedStripHeight(lang, fitted.width) : 0);
}

/** One map in its frame: ground, streets and water, what is drawn on them, the study area. */
export function MapFrame(props: MapFrameProps): ReactNode {
  const { map, fitted, top, id = 'oryn-map-frame' } = props;
  const { lang, simulated } = map;
  const { left, width, height } = fitted;
  const whole = mapFrameHeight(map, fitted);
  const view = { ...fitted, top: top + whole - height };
  const rect = { x: left, width, y: view.top, height };
  return (
    <>
      <clipPath id={id} data-map-scale={fitted.pixelsPerMeter} data-map-height={height}>
        <rect {...rect} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect {...rect} fill={map.boundary.length > 0 ? palette.outside : palette.ground} />
        <Ground map={map} view={view} />
        {props.fills(view)}
        <g opacity={GROUND_OPACITY}>
          <Lines map={map} view={view} kinds={['river', 'street', 'main', 'rail']} />
        </g>
        {props.outlines?.(view)}
        <Outside map={map} view={view} />
        {props.graticule?.length ? <GraticuleLines lines={props.graticule} view={view} /> : null}
        {props.names?.length ? (
          <MapNames names={props.names} view={view} taken={props.taken?.(view) ?? []} />
        ) : null}
        {simulated ? <SimulatedAcross lang={lang} {...rect} /> : null}
        {props.marks?.(view)}
      </g>
      {simulated ? <SimulatedStrip lang={lang} x={left} y={top} width={width} /> : null}
      <rect
        x={left}
        y={top}
        width={width}
        height={whole}
        fill="none"
        stroke={palette.boundary}
        strokeWidth={0.6}
      />
    </>
  );
}
