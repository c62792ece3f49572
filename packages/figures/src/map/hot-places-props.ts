import type { Language } from '@oryn/language';
import type { HotClass, SignificantClass } from '../palette.ts';

/** The places of a map, columns of equal length. */
export interface MapPlaces {
  readonly count: number;
  /** Outer ring of a place, x, y pairs in metres of the plane. */
  readonly rings: (index: number) => Float64Array;
  /** Incidents per place. */
  readonly n: ArrayLike<number>;
  /** Class per place as in `gi_class`. */
  readonly hotClass: ArrayLike<string>;
  /** Position in `problemPlaces`, -1 for none. */
  readonly problemPlace: ArrayLike<number>;
}

/** A problem place as labelled on the map; the point in metres of the plane. */
export interface MapProblemPlace {
  readonly rank: number;
  readonly name?: string | undefined;
  readonly x: number;
  readonly y: number;
}

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

/** Numbers of places by class, as the legend states them. */
export type ClassCounts = Partial<Record<SignificantClass | 'none' | 'untested', number>>;

export interface HotPlacesMapProps {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly caption?: string | undefined;
  /** Sources of data and ground; the word for "source" is set before it. */
  readonly sourceLine: string;
  readonly simulated: boolean;
  /** Width on paper, default 170 mm. Under 130 mm the legend stands below the map. */
  readonly widthMm?: number | undefined;
  readonly places: MapPlaces;
  readonly problemPlaces: readonly MapProblemPlace[];
  /** Rings of the study area; empty when it is not known. */
  readonly boundary: readonly Float64Array[];
  readonly lines?: readonly MapLine[] | undefined;
  readonly polygons?: readonly MapPolygon[] | undefined;
  /** Places per class; counted from `places` where left out. */
  readonly counts?: ClassCounts | undefined;
  /** Incidents on the map. */
  readonly total: number;
  /** Places tested, those without an incident among them: the map does not draw these, the correction counts them. */
  readonly tested: number;
  /** Statistic, inference and correction in words, shown under the legend's title. */
  readonly method: string;
  /** What the places are called in the legend's counts, default 'places'. */
  readonly unit?: 'cells' | 'places' | undefined;
}

/** The class of a place; an unknown word counts as not tested. */
export function classOf(places: MapPlaces, index: number): HotClass {
  return (places.hotClass[index] ?? '') as HotClass;
}

/** Places per class: those with incidents but without significance, and the untested, apart. */
export function countClasses(places: MapPlaces): ClassCounts {
  const counts: Record<string, number> = {};
  for (let i = 0; i < places.count; i++) {
    const found = classOf(places, i);
    if ((found === 'none' || found === '') && !(places.n[i]! > 0)) continue;
    const key = found === '' ? 'untested' : found;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
