import type { ReactNode } from 'react';
import { palette } from '../palette.ts';
import { simplified } from './map-ground.tsx';
import { PROBLEM_PLACE_EDGE_OPACITY } from './map-style.ts';
import type { Viewport } from './viewport.ts';

/** Closed rings, outlines and holes alike, x, y pairs in metres of the plane. */
export type Rings = readonly Float64Array[];

/** Where a surface is at or above a level, and the part of it that is under the next level, inside the study area. */
export interface ContourBand {
  readonly from: number;
  readonly rings: Rings;
  readonly km2: number;
}

interface ContourProps {
  readonly view: Viewport;
  readonly rings: Rings;
}

/** What is drawn inside some rings only; without rings there is no limit. */
export function Within(props: ContourProps & { name: string; children: ReactNode }): ReactNode {
  const { view, rings, name, children } = props;
  if (rings.length === 0) return children;
  // A figure may have several maps: where its frame stands makes the name its own.
  const id = `oryn-${name}-${Math.round(view.left)}-${Math.round(view.top)}`;
  return (
    <>
      <clipPath id={id}>
        <path d={simplified(view, rings)} clipRule="evenodd" />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  );
}

/** The ground that some rings hold, with a fine edge. */
export function ContourFill({
  view,
  rings,
  fill,
  edge,
}: ContourProps & { fill: string; edge: string }): ReactNode {
  const data = simplified(view, rings);
  if (data === '') return null;
  return (
    <path
      d={data}
      fill={fill}
      fillRule="evenodd"
      stroke={edge}
      strokeWidth={0.35}
      strokeOpacity={0.55}
      strokeLinejoin="round"
    />
  );
}

/** A line over the classes, the same on the map and in its legend. */
export interface LineStyle {
  readonly width: number;
  /** The ink of the figure where left out. */
  readonly stroke?: string;
  /** Drawn and left out as SVG writes them; a whole line where left out. */
  readonly dash?: string;
}

/** Rings as a line; one that crosses dark classes has a light edge. */
export function ContourLine(props: ContourProps & { line: LineStyle; hasEdge?: boolean }): ReactNode {
  const { view, rings, line, hasEdge = false } = props;
  const data = simplified(view, rings);
  if (data === '') return null;
  return (
    <>
      {hasEdge ? (
        <path
          d={data}
          fill="none"
          stroke={palette.paper}
          strokeWidth={2 * line.width}
          strokeOpacity={PROBLEM_PLACE_EDGE_OPACITY}
          strokeLinejoin="round"
        />
      ) : null}
      <path d={data} fill="none" strokeLinejoin="round" {...strokeOf(line)} />
    </>
  );
}

/** What SVG calls a line. */
export function strokeOf({ width, stroke = palette.ink, dash }: LineStyle): {
  stroke: string;
  strokeWidth: number;
  strokeDasharray?: string;
} {
  const style = { stroke, strokeWidth: width };
  return dash === undefined ? style : { ...style, strokeDasharray: dash };
}
