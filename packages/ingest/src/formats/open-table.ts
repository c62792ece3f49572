import { OrynError } from '@oryn/core';
import type { SourceFile } from '../source/source-file.ts';
import { FileDecoder, headOf } from '../source/text.ts';
import { openCsv } from './csv.ts';
import type { FileFormat, OpenOptions, Table } from './table.ts';

/**
 * The format of a file, by its content first and by its name where the content leaves it open.
 *
 * @throws OrynError file.empty, file.format, file.not-gzip, file.gzip-broken, file.old-excel
 */
export async function formatOf(file: SourceFile): Promise<FileFormat> {
  if (file.size === 0) throw new OrynError('file.empty', { file: file.name });
  const magic = latin1(await file.slice(0, 16));
  if (magic.startsWith('PAR1')) return 'parquet';
  if (magic.startsWith('OSMHeader', 6) || /\.pbf$/i.test(file.name)) return 'osm-pbf';
  if (magic.startsWith('SQLite format 3')) return 'geopackage';
  if (magic.startsWith('PK\x03\x04') || magic.startsWith('PK\x05\x06')) return zipFormat(file);
  if (magic.startsWith('\xd0\xcf\x11\xe0')) throw new OrynError('file.old-excel', { file: file.name });
  return textFormat(file);
}

/** The table in a file of any format; readers of all but CSV are loaded when they are needed. */
export async function openTable(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  const format = await formatOf(file);
  switch (format) {
    case 'csv':
      return openCsv(file, options);
    case 'xlsx':
      return (await import('./xlsx.ts')).openXlsx(file, options);
    case 'parquet':
      return (await import('./parquet.ts')).openParquet(file);
    case 'geojson':
      return (await import('./geojson.ts')).openGeoJson(file, options);
    case 'ndjson':
      return (await import('./ndjson.ts')).openNdjson(file, options);
    case 'esri-json':
      return (await import('./esri-json.ts')).openEsriJson(file, options);
    case 'shapefile':
      return (await import('./shapefile.ts')).openShapefile(file, options);
    case 'geopackage':
      return (await import('./geopackage.ts')).openGeoPackage(file, options);
    case 'osm-pbf':
    case 'osm-xml':
    case 'osm-json':
      return (await import('./osm.ts')).openOsmTable(file);
  }
}

/** What a zip holds is named in the directory at its end. */
async function zipFormat(file: SourceFile): Promise<FileFormat> {
  const names = latin1(await file.slice(Math.max(0, file.size - 65_536), file.size));
  if (names.includes('xl/workbook')) return 'xlsx';
  if (/\.shp/i.test(names)) return 'shapefile';
  if (/\.xlsx$/i.test(file.name)) return 'xlsx';
  throw new OrynError('file.format', { file: file.name });
}

const JSON_NAMES = /\.(geo)?json(\.gz)?$/i;
const LINE_NAMES = /\.(ndjson|jsonl|geojsonl|geojsons)(\.gz)?$/i;

async function textFormat(file: SourceFile): Promise<FileFormat> {
  if (LINE_NAMES.test(file.name)) return 'ndjson';
  const head = await headOf(file);
  const text = new FileDecoder(file.name)
    .decode(head.bytes, head.isWhole)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('\x1e')) return 'ndjson';
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text);
  if (OSM_XML.test(text)) return 'osm-xml';
  // A page of a web site, or a workbook saved as a page, under the name of a table.
  if (/^<(!doctype|html|\?xml|table)/i.test(text) || JSON_NAMES.test(file.name)) {
    throw new OrynError('file.format', { file: file.name });
  }
  return 'csv';
}

/** The root of OpenStreetMap after a declaration and remarks. */
const OSM_XML = /^(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<osm[\s/>]/is;
/** An answer of Overpass or of the service that editors use. */
const OSM_JSON =
  /^\{[\s\S]*?"elements"\s*:\s*\[\s*(\]|\{[^{}]*?"type"\s*:\s*"(node|way|relation|count|area)")/;

function jsonFormat(text: string): FileFormat {
  if (OSM_JSON.test(text)) return 'osm-json';
  const lines = text.split('\n', 3).map((line) => line.trim());
  if (lines.length > 1 && lines[1].startsWith('{') && isObject(lines[0])) return 'ndjson';
  const isEsri =
    /"(geometryType|esriGeometry\w+)"|"spatialReference"\s*:|"attributes"\s*:|"objectIdFieldName"\s*:|^\s*\{\s*"error"\s*:/;
  const isGeoJson =
    /"type"\s*:\s*"(FeatureCollection|Feature|Point|Multi\w+|LineString|Polygon|GeometryCollection)"/;
  return isEsri.test(text) && !isGeoJson.test(text) ? 'esri-json' : 'geojson';
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
