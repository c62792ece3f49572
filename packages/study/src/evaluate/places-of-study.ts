import {
  bandNeighbours,
  cellsOfFeatures,
  givenNeighbours,
  hexagonNeighbours,
  islandsOf,
  joinBothWays,
  type MetricPlane,
  MOST_SNAP_METERS,
  type Neighbours,
  nearestNeighbours,
  neighboursOf,
  OrynError,
  type Places,
  type PolygonPlaces,
  placeAtAddresses,
  placeInHexagons,
  placeInPolygons,
  placeOnSegments,
  polygonNeighbours,
  polygonsMeeting,
  restrictNeighbours,
  type SegmentPlaces,
  segmentNeighbours,
} from '@oryn/core';
import type { Position } from 'geojson';
import { neighbourRuleOf, neighboursText, unitOf } from '../definition/place-keys.ts';
import { nothingInside } from './account.ts';
import type { Choice } from './choice.ts';
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
 *   memory.neighbours, neighbours.*
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

function placedIncidents(
  data: StudyData,
  plane: MetricPlane,
  onProgress: () => void,
): { places: Places; placeOf: Int32Array; choices: Choice[] } {
  const { study, area, incidents, ownPlaces } = data;
  const { lon, lat } = incidents;
  if (ownPlaces?.kind === 'polygons') {
    const { places, placeOf, inSeveral, inNone } = placeInPolygons(lon, lat, ownPlaces, { area, onProgress });
    return {
      places,
      placeOf,
      choices: [
        unitChoice(places, ownPlaces.file, ownPlaces.column),
        ...countChoice('unplaced', inNone, ownPlaces.file, 'unplacedPolygons'),
        ...countChoice('inSeveral', inSeveral, 'the first by id', 'inSeveral'),
      ],
    };
  }
  if (ownPlaces?.kind === 'segments') {
    const { places, placeOf, unsnapped, snapMeters } = placeOnSegments(lon, lat, ownPlaces, {
      plane,
      area,
      onProgress,
    });
    const distances = snapMeters.filter((meters) => !Number.isNaN(meters)).sort();
    const median = distances.length > 0 ? distances[distances.length >> 1] : Number.NaN;
    return {
      places,
      placeOf,
      choices: [
        unitChoice(places, ownPlaces.file, ownPlaces.column),
        {
          name: 'snap',
          value: Number(median.toPrecision(3)),
          unit: 'm',
          rule: `median; at most ${MOST_SNAP_METERS} m`,
          reason: 'snap',
        },
        ...countChoice('unplaced', unsnapped, `${MOST_SNAP_METERS} m`, 'unplacedSegments'),
      ],
    };
  }
  if (unitOf(study).kind === 'address') {
    const { places, placeOf } = placeAtAddresses(lon, lat, { plane, area, onProgress });
    return { places, placeOf, choices: [unitChoice(places, `${places.decimals} decimals`)] };
  }
  const { resolution, containment } = study;
  return { ...placeInHexagons(lon, lat, { resolution, area, containment }), choices: [] };
}

function unitChoice({ kind }: Places, file: string, column?: string): Choice {
  const reason = { h3: '', polygons: 'unitPolygons', segments: 'unitSegments', address: 'unitAddress' }[kind];
  return { name: 'unit', value: kind, unit: '', rule: column ? `${file}, ${column}` : file, reason };
}

/** A count that must be said where it is not 0. */
function countChoice(name: string, count: number, rule: string, reason: string): Choice[] {
  return count > 0 ? [{ name, value: count, unit: 'incidents', rule, reason }] : [];
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
  const rule = neighbourRuleOf(study);
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
      const neighbours = touching(places as PolygonPlaces | SegmentPlaces, rule.kind, rule.tolerance, plane);
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

/** Contiguity: of degrees as they stand in the file, or in metres where vertices need only nearly meet. */
function touching(
  places: PolygonPlaces | SegmentPlaces,
  rule: 'queen' | 'rook' | 'shared-node',
  tolerance: number,
  plane: MetricPlane,
): Neighbours {
  const inMeters = (line: Position[]): Position[] =>
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
 * 1 for every place where an incident is possible. Cells and polygons must meet the file; a segment or an address
 * is itself the evidence that one is.
 */
function maskOf({ possible, study }: StudyData, places: Places): Uint8Array | undefined {
  if (!possible) return undefined;
  if (places.kind === 'segments' || places.kind === 'address') return new Uint8Array(places.count).fill(1);
  let inMask: Uint8Array;
  if (places.kind === 'polygons') inMask = polygonsMeeting(possible, places.polygons);
  else {
    const cells = cellsOfFeatures(possible, places.resolution);
    inMask = Uint8Array.from(places.ids, (id) => (cells.has(id) ? 1 : 0));
  }
  if (!inMask.includes(1)) throw new OrynError('possible.outside', { file: study.possible ?? '' });
  return inMask;
}
