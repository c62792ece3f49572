import type { PlaceColumn } from '../incidents/incidents.ts';
import type { StudyArea } from './study-area.ts';

/** Points whose place somebody else has found: the id stands in the data. */
export interface PlacesById {
  /** Position among the ids of the places; -1 outside the area, and where the id is empty or not known. */
  readonly placeOfPoint: Int32Array;
  /** Points inside the area without an id. */
  readonly blank: number;
  /** Points inside the area whose id no place has. */
  readonly unknown: number;
}

/**
 * The place of each point by the id it carries; where it lies decides only whether it is in the area. A point without
 * an id, or with one that no place has, is in no place: it is not moved to the nearest, which would mix two ways of
 * finding a place in one count.
 */
export function placesById(
  longitudes: Float64Array,
  latitudes: Float64Array,
  { codes, labels }: PlaceColumn,
  ids: readonly string[],
  area: StudyArea | undefined,
): PlacesById {
  const position = new Map(ids.map((id, place) => [id, place]));
  const placeOfCode = Int32Array.from(labels, (label) => (label === '' ? -1 : (position.get(label) ?? -1)));
  const placeOfPoint = new Int32Array(codes.length).fill(-1);
  let blank = 0;
  let unknown = 0;
  for (let i = 0; i < codes.length; i++) {
    if (area && !area.contains(longitudes[i], latitudes[i])) continue;
    placeOfPoint[i] = placeOfCode[codes[i]];
    if (labels[codes[i]] === '') blank++;
    else if (placeOfPoint[i] < 0) unknown++;
  }
  return { placeOfPoint, blank, unknown };
}
