import { OrynError } from '@oryn/core';
import type { Feature, Geometry, Position } from 'geojson';
import { mapColumns } from './column-roles.ts';
import { coordinateReader } from './coordinates.ts';
import { formatOf, type SourceFile, textOf } from './source-file.ts';
import { openTable, parseFeatures } from './table.ts';

/**
 * The features of a file that is not a table of incidents: streets, districts, facilities, a mask. A CSV
 * with coordinates becomes points with its columns as properties (`population` among them).
 *
 * @throws OrynError file.*, json.invalid, coordinates.degrees-expected
 */
export async function readFeatures(file: SourceFile): Promise<Feature[]> {
  const text = await textOf(file);
  if (formatOf(file.name, text) === 'csv') return pointsOfTable(file);
  const features = parseFeatures(file.name, text).filter(
    (feature): feature is Feature<Geometry> => feature.geometry !== null,
  );
  features.forEach((feature, index) => {
    const [x, y] = firstPosition(feature.geometry) ?? [0, 0];
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      throw new OrynError('coordinates.degrees-expected', { file: file.name, row: index + 1, x, y });
    }
  });
  return features;
}

/**
 * The polygons of a boundary file, all together the area.
 *
 * @throws OrynError boundary.empty, boundary.not-polygon, boundary.invalid
 */
export async function readBoundary(file: SourceFile): Promise<Position[][][]> {
  const features = await readFeatures(file);
  if (features.length === 0) throw new OrynError('boundary.empty', { file: file.name });
  const polygons: Position[][][] = [];
  for (const { geometry } of features) {
    if (geometry.type === 'Polygon') polygons.push(geometry.coordinates);
    else if (geometry.type === 'MultiPolygon') polygons.push(...geometry.coordinates);
  }
  if (polygons.length === 0) {
    const found = [...new Set(features.map((feature) => feature.geometry.type))].join(', ');
    throw new OrynError('boundary.not-polygon', { file: file.name, found });
  }
  for (const rings of polygons) {
    if (rings.length === 0) throw new OrynError('boundary.invalid', { file: file.name, reason: 'no ring' });
    for (const ring of rings) {
      if (!ring.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) {
        throw new OrynError('boundary.invalid', { file: file.name, reason: 'not a number' });
      }
      const [first, last] = [ring[0], ring[ring.length - 1]];
      if (ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
        throw new OrynError('boundary.invalid', { file: file.name, reason: 'a ring is not closed' });
      }
    }
  }
  return polygons;
}

async function pointsOfTable(file: SourceFile): Promise<Feature[]> {
  const table = await openTable(file);
  const mapping = mapColumns(table.file, table.columns);
  const reader = coordinateReader(table.file, table.columns, mapping, undefined);
  const [first, second] = reader.columns.map((name) => table.columns.indexOf(name));
  const features: Feature[] = [];
  table.visit((values) => {
    const point = reader.read(values[first] ?? '', values[second] ?? '');
    if (typeof point === 'string') return;
    features.push({
      type: 'Feature',
      properties: Object.fromEntries(table.columns.map((name, i) => [name.toLowerCase(), values[i] ?? ''])),
      geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
    });
  });
  return features;
}

function firstPosition(geometry: Geometry): Position | undefined {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.map(firstPosition).find(Boolean);
  let part: unknown = geometry.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) && part.length >= 2 ? (part as Position) : undefined;
}
