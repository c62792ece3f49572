import type { Places } from '@oryn/core';
import type { Feature, FeatureCollection, Position } from 'geojson';
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
  const records = recordsOf(columns);
  return collection(
    records.map((properties, i) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ringOf(places.ids[i])] },
    })),
    simulated,
  );
}

/** Groups of cells joined to their outlines. */
export function groupsGeoJson(
  groups: readonly string[][],
  columns: readonly Column[],
  simulated: boolean,
): FeatureCollection {
  const records = recordsOf(columns);
  return collection(
    records.map((properties, i) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiPolygon', coordinates: outlineOf(groups[i]) },
    })),
    simulated,
  );
}

/** The joined outline of cells. */
export function outlineOf(cells: string[]): Position[][][] {
  return cellsToMultiPolygon(cells, true).map((polygon) => polygon.map((ring) => ring.map(rounded)));
}

function collection(features: Feature[], simulated: boolean): FeatureCollection {
  const marked = simulated
    ? features.map((feature) => ({ ...feature, properties: { ...feature.properties, simulated: true } }))
    : features;
  return { type: 'FeatureCollection', ...(simulated && { simulated: true }), features: marked };
}
