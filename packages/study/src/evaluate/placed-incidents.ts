import {
  type MetricPlane,
  meters,
  nodeSegments,
  OrynError,
  type Places,
  placeAtAddresses,
  placeInHexagons,
  placeInPolygons,
  placeInSquares,
  placeOnSegments,
  placesById,
  polygonsHolding,
  segmentsHolding,
} from '@oryn/core';
import { segmentRulesOf, type Unit, unitOf } from '../definition/place-keys.ts';
import type { Choice } from './choice.ts';
import type { OwnPlaces } from './own-places.ts';
import type { StudyData } from './read.ts';
import { nodingChoices, snapChoices } from './segment-choices.ts';

/** Places of the unit asked for, and the place of every incident, -1 for one in none. */
export interface PlacedIncidents {
  places: Places;
  placeOf: Int32Array;
  choices: Choice[];
}

/**
 * Incidents in places of the unit asked for, those without an incident included.
 *
 * @throws OrynError unit.place-type, unit.ids-unknown, memory.cells
 */
export function placedIncidents(
  data: StudyData,
  plane: MetricPlane,
  onProgress: () => void,
): PlacedIncidents {
  const { study, area, incidents, ownPlaces } = data;
  const { lon, lat } = incidents;
  if (ownPlaces) {
    const placed = placedInOwn(data, ownPlaces, plane, onProgress);
    const { file, column, skipped } = ownPlaces;
    const unit = unitChoice(placed.places, file, column);
    const said = countChoice('skippedFeatures', skipped, file, 'skippedFeatures', 'features');
    return { ...placed, choices: [unit, ...said, ...placed.choices] };
  }
  const unit = unitOf(study);
  const unused = idsUnusedChoice(data);
  if (unit.kind === 'place-type') throw new OrynError('unit.place-type');
  if (unit.kind === 'address') {
    const { places, placeOf } = placeAtAddresses(lon, lat, { plane, area, onProgress });
    return { places, placeOf, choices: [unitChoice(places, `${places.decimals} decimals`), ...unused] };
  }
  if (unit.kind === 'squares') {
    const placed = placeInSquares(lon, lat, { plane, area, grid: unit.grid });
    return { ...placed, choices: [unitChoice(placed.places, gridText(unit, plane)), ...unused] };
  }
  const { resolution, containment } = study;
  return { ...placeInHexagons(lon, lat, { resolution, area, containment }), choices: unused };
}

function placedInOwn(
  data: StudyData,
  given: OwnPlaces,
  plane: MetricPlane,
  onProgress: () => void,
): PlacedIncidents {
  const { area, incidents } = data;
  if (incidents.place) return placedById(data, given, plane);
  if (given.kind === 'segments') return placedOnSegments(data, given, plane, onProgress);
  const { lon, lat } = incidents;
  const { places, placeOf, inSeveral, inNone } = placeInPolygons(lon, lat, given, { area, onProgress });
  return {
    places,
    placeOf,
    choices: [
      ...countChoice('unplaced', inNone, given.file, 'unplacedPolygons'),
      ...countChoice('inSeveral', inSeveral, 'the first by id', 'inSeveral'),
    ],
  };
}

function placedOnSegments(
  data: StudyData,
  given: Extract<OwnPlaces, { kind: 'segments' }>,
  plane: MetricPlane,
  onProgress: () => void,
): PlacedIncidents {
  const { study, area, incidents } = data;
  const rules = segmentRulesOf(study);
  const noded = nodeSegments(given, { plane, noding: rules.noding, onProgress });
  const placed = placeOnSegments(incidents.lon, incidents.lat, noded, {
    ...{ plane, area, onProgress, crossings: noded.crossings },
    ...{ maxSnap: meters(rules.snapDistance), crossingRule: rules.crossings },
  });
  return {
    places: placed.places,
    placeOf: placed.placeOf,
    choices: [
      ...nodingChoices(noded.account, rules.noding, given.file, study.noding === undefined),
      ...snapChoices(placed, rules),
    ],
  };
}

/** Incidents whose place stands in the data. */
function placedById(data: StudyData, given: OwnPlaces, plane: MetricPlane): PlacedIncidents {
  const { study, area, incidents } = data;
  const { placeOfPoint, blank, unknown } = placesById(
    incidents.lon,
    incidents.lat,
    incidents.place!,
    given.ids,
    area,
  );
  const { places, placeOf } =
    given.kind === 'segments'
      ? segmentsHolding(given, placeOfPoint, { plane, area })
      : polygonsHolding(given, placeOfPoint, area);
  const column = study.columns?.place ?? '';
  if (unknown > 0 && !placeOf.some((place) => place >= 0)) {
    throw new OrynError('unit.ids-unknown', { file: given.file, column, count: unknown });
  }
  return {
    places,
    placeOf,
    choices: [
      { name: 'placeIds', value: column, unit: '', rule: 'id in the data', reason: 'placeIds' },
      ...countChoice('blankIds', blank, column, 'unplacedIds'),
      ...countChoice('unknownIds', unknown, given.file, 'unplacedIds'),
    ],
  };
}

/** A column of ids was named, but the unit finds its places by itself. */
function idsUnusedChoice({ incidents, study }: StudyData): Choice[] {
  if (!incidents.place) return [];
  const value = study.columns?.place ?? '';
  return [{ name: 'placeIds', value, unit: '', rule: 'not used', reason: 'placeIdsUnused' }];
}

function gridText({ grid }: Extract<Unit, { kind: 'squares' }>, { crs }: MetricPlane): string {
  return `${grid.size} m, offset ${grid.offsetX}, ${grid.offsetY} m; ${crs}`;
}

const UNIT_REASONS: Record<Places['kind'], string> = {
  h3: '',
  squares: 'unitSquares',
  polygons: 'unitPolygons',
  segments: 'unitSegments',
  address: 'unitAddress',
};

function unitChoice({ kind }: Places, file: string, column?: string): Choice {
  const rule = column ? `${file}, ${column}` : file;
  return { name: 'unit', value: kind, unit: '', rule, reason: UNIT_REASONS[kind] };
}

/** A count that must be said where it is not 0. */
function countChoice(
  name: string,
  count: number,
  rule: string,
  reason: string,
  unit = 'incidents',
): Choice[] {
  return count > 0 ? [{ name, value: count, unit, rule, reason }] : [];
}
