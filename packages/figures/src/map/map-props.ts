import type { Language } from '@oryn/language';
import type { Bounds } from './viewport.ts';

export type LineKind = 'street' | 'main' | 'river' | 'rail';

/** A line of the ground, x, y pairs in metres of the plane. */
export interface MapLine {
  readonly coordinates: Float64Array;
  readonly kind: LineKind;
}

/** An area of the ground: outer rings and holes, x, y pairs in metres of the plane. */
export interface MapPolygon {
  readonly rings: readonly Float64Array[];
  readonly kind: 'water' | 'district';
}

/** A line of equal longitude or latitude, x, y pairs in metres of the plane. */
export interface GraticuleLine {
  readonly kind: 'meridian' | 'parallel';
  readonly degrees: number;
  readonly coordinates: Float64Array;
}

/** A name to be written on the ground where there is room. */
export interface MapName {
  readonly text: string;
  readonly kind: 'district' | 'river' | 'street';
  /** Where its middle may lie, best first: x, y pairs in metres of the plane. */
  readonly at: Float64Array;
}

/** Where in its country a city lies: x to the east, y to the north in one unit, whatever it is. */
export interface CountryInset {
  readonly outline: readonly Float64Array[];
  readonly x: number;
  readonly y: number;
  /** Name of the country. */
  readonly label?: string | undefined;
}

/** What every map has: its words, its ground, its width. Coordinates are metres of the plane. */
export interface MapProps {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly caption?: string | undefined;
  /** Sources of data and ground; the word for "source" is set before it. */
  readonly sourceLine: string;
  readonly simulated: boolean;
  /** Width on paper, default 170 mm. Under 130 mm the legend stands below the map. */
  readonly widthMm?: number | undefined;
  /** Rings of the study area; empty when it is not known. */
  readonly boundary: readonly Float64Array[];
  readonly lines?: readonly MapLine[] | undefined;
  readonly polygons?: readonly MapPolygon[] | undefined;
  /** Drawn with degrees along the frame; none on a plane of its own. */
  readonly graticule?: readonly GraticuleLine[] | undefined;
  /** The first wins where two have room for one. */
  readonly names?: readonly MapName[] | undefined;
  readonly inset?: CountryInset | undefined;
  /** The part that is shown; all of the study area where left out. The legend counts all of it. */
  readonly extent?: Bounds | undefined;
}
