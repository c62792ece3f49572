import type { ReactNode } from 'react';
import { simplify } from '../geometry/simplify.ts';
import { pathData, px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import type { LineKind, MapProps } from './map-props.ts';
import { boundaryStroke, districtStroke, groundStroke } from './map-style.ts';
import { meetsFrame, toPixels, type Viewport } from './viewport.ts';

/** Vertices that move a line by less than this are left out. */
const TOLERANCE_PIXELS = 0.3;

const STREET_METERS = 20;
/** The thinnest line that prints, in pixels. */
const HAIRLINE = 0.2;

interface LayerProps {
  readonly map: Pick<MapProps, 'boundary' | 'lines' | 'polygons'>;
  readonly view: Viewport;
}

/** Path data of rings given in metres. */
export function ringsPath(view: Viewport, rings: Iterable<Float64Array>): string {
  const pixels = [...rings].map((ring) => toPixels(view, ring));
  return pathData(
    pixels.filter((ring) => meetsFrame(view, ring)),
    true,
  );
}

/** Land inside the boundary, and water. */
export function Ground({ map, view }: LayerProps): ReactNode {
  const inside = simplified(view, map.boundary);
  const water = (map.polygons ?? []).filter(({ kind }) => kind === 'water').flatMap(({ rings }) => rings);
  return (
    <>
      {inside === '' ? null : <path d={inside} fill={palette.ground} fillRule="evenodd" />}
      <path d={simplified(view, water)} fill={palette.water} fillRule="evenodd" />
    </>
  );
}

/** All lines of one kind as one path: cities have many thousands of streets. */
export function Lines({ map, view, kinds }: LayerProps & { kinds: readonly LineKind[] }): ReactNode {
  return kinds.map((kind) => {
    const pixels = (map.lines ?? [])
      .filter((line) => line.kind === kind)
      .map(({ coordinates }) => toPixels(view, coordinates))
      .filter((line) => meetsFrame(view, line))
      .map((line) => simplify(line, TOLERANCE_PIXELS));
    const data = pathData(pixels, false);
    if (data === '') return null;
    const { stroke, dash } = groundStroke[kind];
    const strokeWidth = widthOnMap(kind, view);
    return (
      <path
        key={kind}
        d={data}
        fill="none"
        stroke={stroke}
        strokeWidth={strokeWidth}
        strokeLinejoin="round"
        {...(dash === undefined ? {} : { strokeDasharray: dash })}
      />
    );
  });
}

/** Side streets are no wider than they are on the ground: in a small map the many of them would be one grey. */
function widthOnMap(kind: LineKind, { pixelsPerMeter }: Viewport): number {
  const { strokeWidth } = groundStroke[kind];
  if (kind !== 'street') return strokeWidth;
  return px(Math.max(HAIRLINE, Math.min(strokeWidth, STREET_METERS * pixelsPerMeter)));
}

/** What lies outside the boundary, dimmed, and the boundary itself. */
export function Outside({ map, view }: LayerProps): ReactNode {
  const inside = simplified(view, map.boundary);
  const districts = (map.polygons ?? [])
    .filter(({ kind }) => kind === 'district')
    .flatMap(({ rings }) => rings);
  const { left, top, width, height } = view;
  return (
    <>
      <path
        d={simplified(view, districts)}
        fill="none"
        stroke={districtStroke.stroke}
        strokeWidth={districtStroke.strokeWidth}
        strokeDasharray={districtStroke.dash}
      />
      {inside === '' ? null : (
        <>
          <path
            d={`M${left} ${top}h${width}v${height}h${-width}Z${inside}`}
            fill={palette.outside}
            fillOpacity={0.6}
            fillRule="evenodd"
          />
          <path d={inside} fill="none" {...boundaryStroke} strokeLinejoin="round" />
        </>
      )}
    </>
  );
}

export function simplified(view: Viewport, rings: readonly Float64Array[]): string {
  return pathData(
    rings.map((ring) => simplify(toPixels(view, ring), TOLERANCE_PIXELS)),
    true,
  );
}
