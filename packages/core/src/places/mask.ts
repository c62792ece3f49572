import { area as turfArea } from '@turf/area';
import type { Feature, Geometry, Position } from 'geojson';
import {
  getHexagonAreaAvg,
  latLngToCell,
  POLYGON_TO_CELLS_FLAGS,
  polygonToCellsExperimental,
  UNITS,
} from 'h3-js';
import { OrynError } from '../errors/oryn-error.ts';
import { latticeOf } from './lattice.ts';
import { MOST_CELLS } from './most-cells.ts';

/** A line is halved until a part is this small against a cell; corners cut by less are missed. */
const SMALLEST_PART_DEGREES = 1e-7;

/**
 * The cells in which an incident is possible, by evidence that knows nothing of incidents: cells that a line
 * crosses, a polygon overlaps, or a point lies in. A point with a `population` or `pop` property counts only above 0.
 */
export function cellsOfFeatures(features: readonly Feature[], resolution: number): Set<string> {
  const cells = new Set<string>();
  for (const feature of features) {
    const population = feature.properties?.population ?? feature.properties?.pop;
    if (population !== undefined && population !== null && !(Number(population) > 0)) continue;
    if (feature.geometry) addGeometry(feature.geometry, resolution, cells);
  }
  return cells;
}

function addGeometry(geometry: Geometry, resolution: number, cells: Set<string>): void {
  switch (geometry.type) {
    case 'Point':
      cells.add(latLngToCell(geometry.coordinates[1], geometry.coordinates[0], resolution));
      return;
    case 'MultiPoint':
      for (const point of geometry.coordinates) cells.add(latLngToCell(point[1], point[0], resolution));
      return;
    case 'LineString':
      addLine(geometry.coordinates, resolution, cells);
      return;
    case 'MultiLineString':
      for (const line of geometry.coordinates) addLine(line, resolution, cells);
      return;
    case 'Polygon':
      addPolygon(geometry.coordinates, resolution, cells);
      return;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) addPolygon(polygon, resolution, cells);
      return;
    case 'GeometryCollection':
      for (const part of geometry.geometries) addGeometry(part, resolution, cells);
  }
}

function addPolygon(rings: Position[][], resolution: number, cells: Set<string>): void {
  const expected =
    turfArea({ type: 'Polygon', coordinates: rings }) / getHexagonAreaAvg(resolution, UNITS.m2);
  if (expected > MOST_CELLS) {
    throw new OrynError('memory.cells', { cells: Math.round(expected), limit: MOST_CELLS });
  }
  const overlapping = POLYGON_TO_CELLS_FLAGS.containmentOverlapping;
  for (const cell of polygonToCellsExperimental(rings, resolution, overlapping, true)) cells.add(cell);
}

function addLine(line: Position[], resolution: number, cells: Set<string>): void {
  const { keyOf } = latticeOf(resolution);
  const seen = new Set<number>();
  visitLineParts(line, resolution, (x1, y1) => {
    const key = keyOf(x1, y1);
    if (seen.has(key)) return;
    seen.add(key);
    cells.add(latLngToCell(y1, x1, resolution));
  });
}

/**
 * Cut a line at the edges of cells: `visit` gets parts that lie in one cell, by their ends in degrees.
 * A cell is convex, so a part whose two ends share a cell lies in it; every other part is halved.
 */
export function visitLineParts(
  line: Position[],
  resolution: number,
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  const { keyOf } = latticeOf(resolution);
  const halve = (x1: number, y1: number, key1: number, x2: number, y2: number, key2: number): void => {
    if (key1 === key2) {
      visit(x1, y1, x2, y2);
      return;
    }
    if (Math.abs(x2 - x1) + Math.abs(y2 - y1) < SMALLEST_PART_DEGREES) {
      visit(x1, y1, x1, y1);
      visit(x2, y2, x2, y2);
      return;
    }
    const x = (x1 + x2) / 2;
    const y = (y1 + y2) / 2;
    const key = keyOf(x, y);
    halve(x1, y1, key1, x, y, key);
    halve(x, y, key, x2, y2, key2);
  };
  for (let i = 1; i < line.length; i++) {
    const [x1, y1] = line[i - 1];
    const [x2, y2] = line[i];
    halve(x1, y1, keyOf(x1, y1), x2, y2, keyOf(x2, y2));
  }
}
