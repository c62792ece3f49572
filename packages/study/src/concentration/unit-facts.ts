import type { Places } from '@oryn/core';

/** The unit in which incidents were counted, as far as a comparison has to know it. */
export interface UnitFacts {
  kind: 'h3' | 'squares' | 'polygons' | 'segments' | 'address' | 'place-type' | 'table';
  /** Of H3 cells. */
  resolution?: number;
  /** Side of a square. */
  sizeMeters?: number;
  /** Of segments: how many of the places are intersections that count by themselves; absent where none does. */
  crossings?: number;
  /** km² of the middle place by area; NaN where places have none. */
  medianAreaKm2: number;
  /** Metres of the middle place by length; NaN where places have none. */
  medianLengthMeters: number;
}

/** The unit of the places of a study. */
export function unitFacts(places: Places): UnitFacts {
  return {
    kind: places.kind,
    ...(places.kind === 'h3' && { resolution: places.resolution }),
    ...(places.kind === 'squares' && { sizeMeters: places.sizeMeters }),
    ...(places.kind === 'segments' && places.crossings > 0 && { crossings: places.crossings }),
    medianAreaKm2: medianOf(places.areaKm2),
    // A crossing that counts as a place has no length.
    medianLengthMeters:
      places.kind === 'segments' ? medianOf(places.lengthMeters.filter((meters) => meters > 0)) : Number.NaN,
  };
}

/** A unit of which nothing but its kind is known. */
export function unitWithoutSize(kind: UnitFacts['kind']): UnitFacts {
  return { kind, medianAreaKm2: Number.NaN, medianLengthMeters: Number.NaN };
}

/** The middle value, the upper one of two; NaN where there is none. */
function medianOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  return known.length > 0 ? known[known.length >> 1] : Number.NaN;
}
