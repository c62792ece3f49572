import {
  type HexagonPlaces,
  latticeOf,
  type MetricPlane,
  OrynError,
  type Places,
  type StudyArea,
  visitLineParts,
} from '@oryn/core';
import type { Feature, Geometry, Position } from 'geojson';
import { getHexagonAreaAvg, polygonToCells, UNITS } from 'h3-js';
import type { Choice } from './choice.ts';
import type { StudyData } from './read.ts';

/** What can be a victim, per place. */
export interface Exposure {
  /** What a sentence calls it: people (a column), metres of street, km², or every place alike. */
  kind: 'people' | 'length' | 'area' | 'equal';
  /** Column that was added up; undefined where there is none. */
  column: string | undefined;
  /** Per place, 0 where nothing lies. */
  values: Float64Array;
  /** Inside the tested places, and outside of them. */
  total: number;
  outside: number;
  /** Of the file: rows used, those that lie outside altogether, and those without a value or a place. */
  rows: { used: number; outside: number; withoutValue: number; withoutPlace: number };
  choices: Choice[];
}

/** The file that a study names as exposure, if it is a file. */
export function exposureFileOf({ exposure }: Pick<StudyData['study'], 'exposure'>): string | undefined {
  return exposure === 'area' || exposure === 'length' ? undefined : exposure;
}

const NO_ROWS = { used: 0, outside: 0, withoutValue: 0, withoutPlace: 0 };
const MOST_CELLS = 5_000_000;

/**
 * The exposure of H3 places, as the study names it: `area`, `length` (of the lines given as `possible`) or a file; with
 * none of them every tested place counts alike.
 *
 * A point counts in the cell it lies in, if it lies in the area. A polygon is divided evenly among the cells whose
 * centres it holds, and counts in the cell of its middle where it holds none. A line counts by its metres in each cell.
 *
 * @param inMask 1 for tested places; undefined where all are
 * @throws OrynError exposure.no-lines, exposure.outside, memory.cells, file.missing
 */
export function exposureOf(
  data: Pick<StudyData, 'study' | 'area' | 'possible' | 'exposed'>,
  places: HexagonPlaces,
  plane: MetricPlane,
  inMask?: Uint8Array,
): Exposure {
  const { exposure: asked } = data.study;
  const tested = (place: number): boolean => !inMask || inMask[place] === 1;
  const perPlace = (amountIn: (place: number) => number): Float64Array =>
    Float64Array.from({ length: places.count }, (_, place) => (tested(place) ? amountIn(place) : 0));
  if (asked === undefined) {
    return plain(
      'equal',
      perPlace(() => 1),
      choice('places', 'none given', '', 'exposureEqual'),
    );
  }
  if (asked === 'area') {
    const areas = perPlace((place) => places.areaKm2[place]);
    return plain('area', areas, choice('area', 'cells', 'km²', 'exposureArea'));
  }
  const onPlaces = new PlaceSums(places, plane, data.area, tested);
  if (asked === 'length') {
    const lines = (data.possible ?? []).map(({ geometry }: Feature) => geometry).filter(isLine);
    if (lines.length === 0) throw new OrynError('exposure.no-lines');
    for (const line of lines) onPlaces.add(line, 1);
    return onPlaces.exposure('length', undefined, NO_ROWS, data.study.possible ?? '');
  }
  if (!data.exposed) throw new OrynError('file.missing', { path: asked });
  const { column, geometries, values, rows } = data.exposed;
  let outside = 0;
  geometries.forEach((geometry, i) => {
    if (!onPlaces.add(geometry, values[i])) outside++;
  });
  if (outside === geometries.length)
    throw new OrynError('exposure.outside', { file: asked.replace(/^.*[\\/]/, '') });
  return onPlaces.exposure(column === undefined ? 'length' : 'people', column, { ...rows, outside }, asked);
}

/**
 * The exposure of places that are no cells, as far as they have it themselves: `length` of street segments, `area` of
 * polygons and squares. Long segments and large polygons collect more incidents by chance alone.
 *
 * @returns undefined where the places have no such size
 */
export function exposureOfOwnSize(
  { exposure: asked }: Pick<StudyData['study'], 'exposure'>,
  places: Places,
  inMask?: Uint8Array,
): Exposure | undefined {
  const sizes =
    asked === 'length' && places.kind === 'segments'
      ? places.lengthMeters
      : asked === 'area' && (places.kind === 'polygons' || places.kind === 'squares')
        ? places.areaKm2
        : undefined;
  if (!sizes) return undefined;
  const values = sizes.map((size, place) => (!inMask || inMask[place] === 1 ? size : 0));
  return asked === 'length'
    ? plain('length', values, choice('length', 'segments', 'm', 'exposureOwnLength'))
    : plain('area', values, choice('area', places.kind, 'km²', 'exposureOwnArea'));
}

const isLine = (geometry: Geometry): boolean => /LineString$/.test(geometry.type);

function choice(value: string, rule: string, unit: string, reason: string): Choice {
  return { name: 'exposure', value, unit, rule, reason };
}

function plain(kind: Exposure['kind'], values: Float64Array, chosen: Choice): Exposure {
  const total = values.reduce((sum, value) => sum + value, 0);
  return { kind, column: undefined, values, total, outside: 0, rows: NO_ROWS, choices: [chosen] };
}

/** Sums of geometries over places; what falls elsewhere is summed apart. */
class PlaceSums {
  private readonly values: Float64Array;
  private outside = 0;
  private readonly places: HexagonPlaces;
  private readonly plane: MetricPlane;
  private readonly area: StudyArea | undefined;
  private readonly tested: (place: number) => boolean;
  private readonly byKey = new Map<number, number>();
  private readonly byId: Map<string, number>;
  private readonly keyOf: (lon: number, lat: number) => number;

  constructor(
    places: HexagonPlaces,
    plane: MetricPlane,
    area: StudyArea | undefined,
    tested: (place: number) => boolean,
  ) {
    this.places = places;
    this.plane = plane;
    this.area = area;
    this.tested = tested;
    this.values = new Float64Array(places.count);
    this.keyOf = latticeOf(places.resolution).keyOf;
    for (let i = 0; i < places.count; i++) this.byKey.set(this.keyOf(places.lon[i], places.lat[i]), i);
    this.byId = new Map(places.ids.map((id, i) => [id, i]));
  }

  /** Add a geometry; a line adds its metres times the value. Returns whether any of it lies in the places. */
  add(geometry: Geometry, value: number): boolean {
    switch (geometry.type) {
      case 'Point':
        return this.addPoint(geometry.coordinates, value);
      case 'MultiPoint':
        return this.addParts(geometry.coordinates, (point) =>
          this.addPoint(point, value / geometry.coordinates.length),
        );
      case 'LineString':
        return this.addLine(geometry.coordinates, value);
      case 'MultiLineString':
        return this.addParts(geometry.coordinates, (line) => this.addLine(line, value));
      case 'Polygon':
        return this.addPolygons([geometry.coordinates], value);
      case 'MultiPolygon':
        return this.addPolygons(geometry.coordinates, value);
      case 'GeometryCollection':
        return this.addParts(geometry.geometries, (part) =>
          this.add(part, value / geometry.geometries.length),
        );
    }
  }

  exposure(
    kind: 'people' | 'length',
    column: string | undefined,
    rows: Exposure['rows'],
    path: string,
  ): Exposure {
    const { values, outside } = this;
    const file = path.replace(/^.*[\\/]/, '');
    const isLength = kind === 'length';
    const choices: Choice[] = [
      choice(column ?? 'length', file, isLength ? 'm' : '', isLength ? 'exposureLength' : 'exposureFeatures'),
    ];
    if (outside > 0) {
      const value = Number(outside.toPrecision(6));
      choices.push({ ...choices[0], name: 'exposureOutside', value, reason: 'exposureOutside' });
    }
    const total = values.reduce((sum, value) => sum + value, 0);
    return { kind, column, values, total, outside, rows, choices };
  }

  private addParts<T>(parts: readonly T[], add: (part: T) => boolean): boolean {
    return parts.map(add).includes(true);
  }

  private put(place: number | undefined, value: number): boolean {
    if (place === undefined || !this.tested(place)) {
      this.outside += value;
      return false;
    }
    this.values[place] += value;
    return true;
  }

  private addPoint([lon, lat]: Position, value: number): boolean {
    const isInside = !this.area || this.area.contains(lon, lat);
    return this.put(isInside ? this.byKey.get(this.keyOf(lon, lat)) : undefined, value);
  }

  private addLine(line: Position[], perMetre: number): boolean {
    let isInside = false;
    visitLineParts(line, this.places.resolution, (x1, y1, x2, y2) => {
      const [ax, ay] = this.plane.project(x1, y1);
      const [bx, by] = this.plane.project(x2, y2);
      const metres = Math.hypot(bx - ax, by - ay);
      if (this.addPoint([(x1 + x2) / 2, (y1 + y2) / 2], metres * perMetre)) isInside = true;
    });
    return isInside;
  }

  private addPolygons(polygons: Position[][][], value: number): boolean {
    const { resolution } = this.places;
    const cells = new Set<string>();
    for (const polygon of polygons) {
      const expected = boundsArea(polygon[0] ?? []) / getHexagonAreaAvg(resolution, UNITS.m2);
      if (expected > MOST_CELLS) {
        throw new OrynError('memory.cells', { cells: Math.round(expected), limit: MOST_CELLS });
      }
      for (const cell of polygonToCells(polygon, resolution, true)) cells.add(cell);
    }
    if (cells.size === 0) {
      const largest = polygons.reduce((a, b) => (boundsArea(b[0] ?? []) > boundsArea(a[0] ?? []) ? b : a));
      return this.addPoint(middleOf(largest[0] ?? []), value);
    }
    let isInside = false;
    for (const cell of cells) if (this.put(this.byId.get(cell), value / cells.size)) isInside = true;
    return isInside;
  }
}

/** m² of the bounds of a ring, roughly. */
function boundsArea(ring: readonly Position[]): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const metres = 111_195;
  return (
    Math.max(
      0,
      (east - west) * (north - south) * metres ** 2 * Math.cos(((south + north) * Math.PI) / 360),
    ) || 0
  );
}

/** Centroid of a ring in degrees; of one without area, the mean of its corners. */
function middleOf(ring: readonly Position[]): Position {
  const [x0, y0] = ring[0] ?? [Number.NaN, Number.NaN];
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1][0] - x0, ring[i - 1][1] - y0];
    const [bx, by] = [ring[i][0] - x0, ring[i][1] - y0];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (twice !== 0) return [x0 + x / (3 * twice), y0 + y / (3 * twice)];
  const mean = (axis: number): number => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
  return [mean(0), mean(1)];
}
