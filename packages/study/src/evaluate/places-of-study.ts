import {
  bandNeighbours,
  cellsOfFeatures,
  givenNeighbours,
  hexagonNeighbours,
  islandsOf,
  joinBothWays,
  type MetricPlane,
  type Neighbours,
  nearestNeighbours,
  neighboursOf,
  OrynError,
  type Places,
  type PolygonPlaces,
  polygonNeighbours,
  polygonsMeeting,
  restrictNeighbours,
  type SegmentPlaces,
  type SquarePlaces,
  segmentNeighbours,
  squareNeighbours,
} from '@oryn/core';
import type { Position } from 'geojson';
import { neighbourRuleOf, neighboursText } from '../definition/place-keys.ts';
import { nothingInside } from './account.ts';
import type { Choice } from './choice.ts';
import { placedIncidents } from './placed-incidents.ts';
import type { StudyData } from './read.ts';

/** The places of a study with their neighbours, and the place of every incident. */
export interface StudyPlaces {
  places: Places;
  /** The first ring of cells whose neighbours are others than that; undefined where neighbours are what touches. */
  touching: Neighbours | undefined;
  /** -1 for an incident in none. */
  placeOf: Int32Array;
  inMask: Uint8Array | undefined;
  choices: Choice[];
}

/**
 * Places of the unit asked for, neighbours by the rule asked for, and the mask.
 *
 * @throws OrynError coordinates.all-outside, unit.outside, unit.no-incidents, possible.outside, memory.cells,
 *   memory.neighbours, neighbours.*, unit.place-type
 * @param onProgress called now and then; may throw to stop
 */
export function placesOfStudy(
  data: StudyData,
  plane: MetricPlane,
  onProgress: () => void = () => {},
): StudyPlaces {
  const placed = placedIncidents(data, plane, onProgress);
  if (placed.places.count === 0 && data.ownPlaces) {
    throw new OrynError('unit.outside', { file: data.ownPlaces.file });
  }
  if (!placed.placeOf.some((place) => place >= 0)) {
    const { ownPlaces, incidents, area } = data;
    if (!ownPlaces || incidents.count === 0 || area) throw nothingInside(data);
    throw new OrynError('unit.no-incidents', { file: ownPlaces.file, count: incidents.count });
  }
  const inMask = maskOf(data, placed.places);
  const { places, choice } = withNeighbours(placed.places, inMask, data, plane, onProgress);
  const ring = placed.places.kind === 'h3' ? placed.places.neighbours : undefined;
  return {
    places,
    touching: ring === places.neighbours ? undefined : ring,
    placeOf: placed.placeOf,
    inMask,
    choices: [...placed.choices, choice, ...islandChoice(places.neighbours, inMask)],
  };
}

function withNeighbours(
  places: Places,
  inMask: Uint8Array | undefined,
  data: StudyData,
  plane: MetricPlane,
  onProgress: () => void,
): { places: Places; choice: Choice } {
  const { study } = data;
  const value = neighboursText(study).replace(/^.*[\\/]/, '');
  const said = (reason: string, rule = 'binary'): Choice => ({
    name: 'neighbours',
    value,
    unit: '',
    rule,
    reason,
  });
  const own = study.neighbours === undefined;
  // Places that are nowhere have no rule, and were refused before.
  const rule = neighbourRuleOf(study)!;
  switch (rule.kind) {
    case 'ring': {
      const neighbours = rule.rings === 1 ? places.neighbours : hexagonNeighbours(places.ids, rule.rings);
      return { places: { ...places, neighbours }, choice: said(own ? 'neighboursRing' : 'neighboursGiven') };
    }
    case 'band': {
      const neighbours = bandNeighbours(centresOf(places, plane), rule.meters, { onProgress });
      return { places: { ...places, neighbours }, choice: said('neighboursBand') };
    }
    case 'nearest': {
      const { count, symmetric } = rule;
      const isMade = own && places.kind === 'address';
      const neighbours = isMade
        ? places.neighbours
        : nearestOf(centresOf(places, plane), inMask, count, symmetric, onProgress);
      const direction = symmetric ? 'binary; either way' : 'binary; not symmetric';
      return { places: { ...places, neighbours }, choice: said('neighboursNearest', direction) };
    }
    case 'queen':
    case 'rook':
    case 'shared-node': {
      const neighbours = touching(places as TouchingPlaces, rule.kind, rule.tolerance, plane);
      const tolerance = rule.tolerance > 0 ? `binary; vertices within ${rule.tolerance} m` : undefined;
      return { places: { ...places, neighbours }, choice: said('neighboursTouching', tolerance) };
    }
    case 'table': {
      const { neighbours, oneWay } = givenNeighbours(places.ids, data.neighbourTable!);
      const weights = neighbours.weights ? 'weights of the table' : 'binary';
      return {
        places: { ...places, neighbours },
        choice: said('neighboursTable', `${weights}; one way: ${oneWay}`),
      };
    }
  }
}

function centresOf({ count, lon, lat }: Places, plane: MetricPlane): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) [x[i], y[i]] = plane.project(lon[i], lat[i]);
  return { x, y };
}

/**
 * The nearest of each place: of a tested one among the tested, since those outside the mask would be cut from its
 * row afterwards and leave it with fewer, or with none; of the others among all.
 */
function nearestOf(
  centres: { x: Float64Array; y: Float64Array },
  inMask: Uint8Array | undefined,
  count: number,
  symmetric: boolean,
  onProgress: () => void,
): Neighbours {
  if (!inMask?.includes(0)) return nearestNeighbours(centres, count, { symmetric, onProgress });
  const amongAll = nearestNeighbours(centres, count, { onProgress });
  const tested = Uint32Array.from(inMask.keys()).filter((place) => inMask[place] === 1);
  const pick = (of: Float64Array): Float64Array => Float64Array.from(tested, (place) => of[place]);
  const among = nearestNeighbours({ x: pick(centres.x), y: pick(centres.y) }, count, { onProgress });
  const positionOf = new Map([...tested].map((place, position) => [place, position]));
  const rowOf = ({ offsets, indices }: Neighbours, at: number): Uint32Array =>
    indices.subarray(offsets[at], offsets[at + 1]);
  const rows = neighboursOf(inMask.length, (place) => {
    const position = positionOf.get(place);
    if (position === undefined) return [...rowOf(amongAll, place)];
    return Array.from(rowOf(among, position), (other) => tested[other]);
  });
  return symmetric ? joinBothWays(rows) : rows;
}

type TouchingPlaces = PolygonPlaces | SegmentPlaces | SquarePlaces;

/** Contiguity: of degrees as they stand in the file, or in metres where vertices need only nearly meet. */
function touching(
  places: TouchingPlaces,
  rule: 'queen' | 'rook' | 'shared-node',
  tolerance: number,
  plane: MetricPlane,
): Neighbours {
  if (places.kind === 'squares') return squareNeighbours(places.ids, rule === 'rook' ? 'rook' : 'queen');
  const inMeters = (line: readonly Position[]): readonly Position[] =>
    tolerance > 0 ? line.map(([lon, lat]) => plane.project(lon, lat)) : line;
  if (places.kind === 'segments') return segmentNeighbours(places.lines.map(inMeters), { tolerance });
  const rings = places.polygons.map((own) => own.flat().map(inMeters));
  return polygonNeighbours(rings, rule === 'rook' ? 'rook' : 'queen', { tolerance });
}

/** Places among the tested without a neighbour: in every mean and variance, but not tested. */
function islandChoice(neighbours: Neighbours, inMask: Uint8Array | undefined): Choice[] {
  const members = inMask && Uint32Array.from(inMask.keys()).filter((place) => inMask[place] === 1);
  const islands = islandsOf(members ? restrictNeighbours(neighbours, members) : neighbours).length;
  if (islands === 0) return [];
  return [{ name: 'islands', value: islands, unit: 'places', rule: 'no neighbour', reason: 'islands' }];
}

/**
 * 1 for every place where an incident is possible. Cells, squares and polygons must meet the file; a segment or an address
 * is itself the evidence that one is.
 */
function maskOf({ possible, study }: StudyData, places: Places): Uint8Array | undefined {
  if (!possible) return undefined;
  if (places.kind === 'segments' || places.kind === 'address') return new Uint8Array(places.count).fill(1);
  let inMask: Uint8Array;
  if (places.kind === 'polygons' || places.kind === 'squares')
    inMask = polygonsMeeting(possible, places.polygons);
  else {
    const cells = cellsOfFeatures(possible, places.resolution);
    inMask = Uint8Array.from(places.ids, (id) => (cells.has(id) ? 1 : 0));
  }
  if (!inMask.includes(1)) throw new OrynError('possible.outside', { file: study.possible ?? '' });
  return inMask;
}
