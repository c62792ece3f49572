import { palette } from '../palette.ts';
import type { LineKind } from './map-props.ts';

/** How a line of a map is drawn: width in pixels, a pattern of drawn and left out as SVG writes it. */
export interface MapStroke {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash?: string;
}

/** Lines of the ground by kind; on a map they let the places under them show through. */
export const groundStroke: Record<LineKind, MapStroke> = {
  river: { stroke: palette.river, strokeWidth: 1.6 },
  street: { stroke: palette.street, strokeWidth: 0.45 },
  main: { stroke: palette.mainStreet, strokeWidth: 0.9 },
  rail: { stroke: palette.rail, strokeWidth: 0.8, dash: '4 2' },
};

export const GROUND_OPACITY = 0.75;

export const districtStroke = { stroke: palette.district, strokeWidth: 0.8, dash: '3 2' } satisfies MapStroke;

export const boundaryStroke = { stroke: palette.boundary, strokeWidth: 1.2 } satisfies MapStroke;

/** Width of the outline round the places of a class, in pixels. */
export const CLASS_OUTLINE_WIDTH = 0.7;

/** Outline of a problem place, and the light edge under it. */
export const problemPlaceStroke = { stroke: palette.ink, strokeWidth: 1.6 } satisfies MapStroke;
export const problemPlaceEdge = { stroke: palette.paper, strokeWidth: 3.2 } satisfies MapStroke;
export const PROBLEM_PLACE_EDGE_OPACITY = 0.85;
