import type { HotClass, SignificantClass } from '../palette.ts';
import type { MapProps } from './map-props.ts';

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

/** Numbers of places by class, as the legend states them. */
export type ClassCounts = Partial<Record<SignificantClass | 'none' | 'untested', number>>;

export interface HotPlacesMapProps extends MapProps {
  readonly places: MapPlaces;
  readonly problemPlaces: readonly MapProblemPlace[];
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
export function classOf(places: Pick<MapPlaces, 'hotClass'>, index: number): HotClass {
  return (places.hotClass[index] ?? '') as HotClass;
}

/** Places per class: those with incidents but without significance, and the untested, apart. */
export function countClasses(places: Pick<MapPlaces, 'count' | 'n' | 'hotClass'>): ClassCounts {
  const counts: Record<string, number> = {};
  for (let i = 0; i < places.count; i++) {
    const found = classOf(places, i);
    if ((found === 'none' || found === '') && !(places.n[i]! > 0)) continue;
    const key = found === '' ? 'untested' : found;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
