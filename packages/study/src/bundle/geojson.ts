import type { Places } from '@oryn/core';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { cellsToMultiPolygon, cellToBoundary } from 'h3-js';
import { type Column, recordsOf } from './column.ts';

/** Seven decimals are a centimetre; more would only make the file longer. */
const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];

/** Outline of a cell as a closed ring of longitude and latitude. */
export function ringOf(cell: string): Position[] {
  return cellToBoundary(cell, true).map(rounded);
}

/** Places with the columns of their table as properties. */
export function placesGeoJson(
  places: Places,
  columns: readonly Column[],
  simulated: boolean,
): FeatureCollection {
  const polygon = (i: number): Geometry => ({ type: 'Polygon', coordinates: [ringOf(places.ids[i])] });
  return collection(columns, polygon, simulated);
}

/** Groups of cells joined to their outlines. */
export function groupsGeoJson(
  groups: readonly string[][],
  columns: readonly Column[],
  simulated: boolean,
): FeatureCollection {
  const outline = (i: number): Geometry => ({ type: 'MultiPolygon', coordinates: outlineOf(groups[i]) });
  return collection(columns, outline, simulated);
}

/** The joined outline of cells. */
export function outlineOf(cells: string[]): Position[][][] {
  return cellsToMultiPolygon(cells, true).map((polygon) => polygon.map((ring) => ring.map(rounded)));
}

/** One feature per row of a table; simulated data say so in the collection and in every feature. */
function collection(
  columns: readonly Column[],
  geometryOf: (row: number) => Geometry,
  simulated: boolean,
): FeatureCollection {
  const mark = simulated && { simulated: true };
  const features = recordsOf(columns).map(
    (record, row): Feature => ({
      type: 'Feature',
      properties: { ...record, ...mark },
      geometry: geometryOf(row),
    }),
  );
  return { type: 'FeatureCollection', ...mark, features };
}
