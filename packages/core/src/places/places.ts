import type { Position } from 'geojson';
import type { Neighbours } from './neighbours.ts';

/** What every kind of place has: one entry per place, those without an incident included. */
interface PlacesOfAnyKind {
  readonly count: number;
  readonly ids: readonly string[];
  /** A point of each place, degrees: the centre of a cell, the centroid of a polygon, the middle of a segment. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** km² of the whole place, on the sphere H3 uses; NaN for segments and addresses, which have none. */
  readonly areaKm2: Float64Array;
  readonly neighbours: Neighbours;
}

/** H3 cells; ids are H3 indexes, ascending. */
export interface HexagonPlaces extends PlacesOfAnyKind {
  readonly kind: 'h3';
  readonly resolution: number;
  /** `area`: the cells of a boundary; `occupied-neighbourhood`: without one, occupied cells and one ring. */
  readonly extent: 'area' | 'occupied-neighbourhood';
}

/** `area`: the places of a file that lie in a boundary; `file`: without one, all of them. */
type FileExtent = 'area' | 'file';

/** The user's polygons. */
export interface PolygonPlaces extends PlacesOfAnyKind {
  readonly kind: 'polygons';
  /** Of each place, its polygons (each an outer ring and holes), degrees. */
  readonly polygons: readonly Position[][][][];
  readonly extent: FileExtent;
}

/** Squares of a grid on the metric plane, row after row from the south-west; ids as in `E1234_N5678`, column and row. */
export interface SquarePlaces extends PlacesOfAnyKind {
  readonly kind: 'squares';
  readonly sizeMeters: number;
  /** Of each place its one polygon (one ring), degrees. */
  readonly polygons: readonly Position[][][][];
  readonly extent: HexagonPlaces['extent'];
}

/** Street segments. */
export interface SegmentPlaces extends PlacesOfAnyKind {
  readonly kind: 'segments';
  /** Metres on the metric plane; 0 of a crossing. */
  readonly lengthMeters: Float64Array;
  /** Of each place, its vertices, degrees. */
  readonly lines: readonly (readonly Position[])[];
  /** How many of the places, the last ones, are crossings that count as places of their own. */
  readonly crossings: number;
  readonly extent: FileExtent;
}

/** Addresses, that is distinct coordinates; only those that hold an incident are known. */
export interface AddressPlaces extends PlacesOfAnyKind {
  readonly kind: 'address';
  /** Decimals of a degree to which coordinates were rounded before they were compared. */
  readonly decimals: number;
  /** Only places that hold an incident. */
  readonly extent: 'occupied';
}

/** All places of a study, of one kind. */
export type Places = HexagonPlaces | SquarePlaces | PolygonPlaces | SegmentPlaces | AddressPlaces;

/** The places of a study and the place of every point. */
export interface PlacedPoints<Kind extends Places = Places> {
  places: Kind;
  /** Place of each point, -1 for a point in none. */
  placeOf: Int32Array;
  /** Points per place. */
  counts: Uint32Array;
}

/** Places of the user's own, before it is known which of them belong to the study. */
export interface ChosenPlaces {
  /** Positions of the chosen among those given, ascending. */
  chosen: Uint32Array;
  /** Of each point, as a position among the chosen; -1 for none. */
  placeOf: Int32Array;
  counts: Uint32Array;
}

/**
 * The places of a file that belong to a study: all of them without an area; with one, those whose middle lies
 * inside and those that hold a point which itself lies inside, as for cells.
 *
 * @param placeOfPoint position of the place of each point inside the area, -1 for none
 * @param isInside whether the middle of a place lies in the area
 */
export function choosePlaces(
  count: number,
  placeOfPoint: Int32Array,
  isInside: (place: number) => boolean,
): ChosenPlaces {
  const all = new Uint32Array(count);
  for (const place of placeOfPoint) if (place >= 0) all[place]++;
  const chosen = Uint32Array.from({ length: count }, (_, i) => i).filter(
    (place) => all[place] > 0 || isInside(place),
  );
  const position = new Int32Array(count).fill(-1);
  chosen.forEach((place, index) => {
    position[place] = index;
  });
  return {
    chosen,
    placeOf: placeOfPoint.map((place) => (place < 0 ? -1 : position[place])),
    counts: Uint32Array.from(chosen, (place) => all[place]),
  };
}
