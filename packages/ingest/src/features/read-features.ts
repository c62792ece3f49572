import { OrynError } from '@oryn/core';
import type { Feature, Geometry, Position } from 'geojson';
import { recogniseColumns } from '../columns/recognise-columns.ts';
import { coordinateReader } from '../coordinates/coordinate-reader.ts';
import type { FileFeature } from '../formats/feature-table.ts';
import { formatOf, openTable } from '../formats/open-table.ts';
import { type FileFormat, GEOMETRY_LON, type OpenOptions } from '../formats/table.ts';
import { cellPicker } from '../incidents/cell-reader.ts';
import type { SourceFile } from '../source/source-file.ts';
import { checkArea, checkPolygon } from './boundary-checks.ts';

/**
 * The features of a file that is not a table of incidents: streets, districts, facilities, a mask. A table without
 * geometry but with coordinates becomes points with its columns, in small letters, as properties (`population` among
 * them). Features without geometry and rows without usable coordinates are left out. Of a file of OpenStreetMap these
 * are its streets.
 *
 * @throws OrynError file.*, json.*, osm.*, geometry.invalid, crs.unknown, sheet.unknown, columns.no-coordinates,
 *   coordinates.degrees-expected
 */
export async function readFeatures(file: SourceFile, options: OpenOptions = {}): Promise<Feature[]> {
  return (await placedFeatures(file, options)).map(({ feature }) => feature);
}

/**
 * The polygons of a boundary file, all together the area.
 *
 * @throws OrynError osm.boundary, boundary.empty, boundary.not-polygon, boundary.no-ring, boundary.not-number, boundary.open-ring,
 *   boundary.no-area, and those of `readFeatures`
 */
export async function readBoundary(file: SourceFile, options: OpenOptions = {}): Promise<Position[][][]> {
  // Such a file holds the boundaries of a whole region, one inside the other.
  if ((await formatOf(file)).startsWith('osm-')) throw new OrynError('osm.boundary', { file: file.name });
  const features = await placedFeatures(file, options);
  if (features.length === 0) throw new OrynError('boundary.empty', { file: file.name });
  const polygons: Position[][][] = [];
  for (const { feature, row } of features) {
    const { geometry } = feature;
    const own =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    for (const rings of own) checkPolygon(file.name, row, rings);
    polygons.push(...own);
  }
  if (polygons.length === 0) {
    const found = [...new Set(features.map(({ feature }) => feature.geometry.type))].join(', ');
    throw new OrynError('boundary.not-polygon', { file: file.name, found });
  }
  checkArea(file.name, polygons);
  return polygons;
}

/** All features of a geographic file, those without geometry among them. @throws as `readFeatures` */
async function featuresOf(
  file: SourceFile,
  format: Exclude<FileFormat, 'csv' | 'xlsx'>,
  options: OpenOptions = {},
): Promise<readonly FileFeature[]> {
  switch (format) {
    case 'geojson':
      return (await (await import('../formats/geojson.ts')).readGeoJson(file, options)).features;
    case 'ndjson':
      return (await (await import('../formats/ndjson.ts')).readNdjson(file, options)).features;
    case 'esri-json':
      return (await (await import('../formats/esri-json.ts')).readEsriJson(file, options)).features;
    case 'parquet':
      return (await (await import('../formats/parquet.ts')).readParquetFeatures(file)).features;
    case 'shapefile':
      return (await (await import('../formats/shapefile.ts')).readShapefile(file, options)).features;
    case 'geopackage':
      return (await (await import('../formats/geopackage.ts')).readGeoPackage(file, options)).features;
    case 'osm-pbf':
    case 'osm-xml':
    case 'osm-json':
      return (await (await import('../formats/osm-streets.ts')).readOsmStreets(file)).features;
  }
}

interface Placed {
  readonly feature: Feature<Geometry>;
  /** Number of the feature, or row of the table. */
  readonly row: number;
}

async function placedFeatures(file: SourceFile, options: OpenOptions): Promise<Placed[]> {
  const format = await formatOf(file);
  if (format === 'csv' || format === 'xlsx') return pointsOfTable(file, options);
  const features = await featuresOf(file, format, options);
  const placed = features.flatMap((feature, i): Placed[] =>
    feature.geometry ? [{ feature: { ...feature, geometry: feature.geometry }, row: i + 1 }] : [],
  );
  // Plain records may hold their coordinates in columns, as rows of a table do.
  if (placed.length === 0 && features.length > 0 && features.some(({ properties }) => properties)) {
    return pointsOfTable(file, options);
  }
  for (const { feature, row } of placed) {
    const [x, y] = firstPosition(feature.geometry) ?? [0, 0];
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      throw new OrynError('coordinates.degrees-expected', { file: file.name, row, x, y });
    }
  }
  return placed;
}

async function pointsOfTable(file: SourceFile, options: OpenOptions): Promise<Placed[]> {
  const table = await openTable(file, options);
  // Features without any geometry are no places, whatever their columns are called.
  if (table.columns[0] === GEOMETRY_LON) return [];
  const reader = coordinateReader(table, recogniseColumns(table).mapping);
  const cells = cellPicker(table, reader.columns);
  const names = table.columns.map((name) => name.toLowerCase());
  const placed: Placed[] = [];
  await table.visit((values, row) => {
    const point = reader.read(cells(values));
    if (typeof point === 'string') return;
    const properties = Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
    const geometry: Geometry = { type: 'Point', coordinates: [point.lon, point.lat] };
    placed.push({ feature: { type: 'Feature', properties, geometry }, row });
  });
  return placed;
}

function firstPosition(geometry: Geometry): Position | undefined {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.map(firstPosition).find(Boolean);
  let part: unknown = geometry.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) && part.length >= 2 ? (part as Position) : undefined;
}
