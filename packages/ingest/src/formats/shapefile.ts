import { OrynError } from '@oryn/core';
import { LARGEST_WHOLE_BYTES, type SourceFile } from '../source/source-file.ts';
import { damaged, guarded } from './damaged.ts';
import { type FeatureSet, type FileFeature, featureTable } from './feature-table.ts';
import { mapPositions, toDegreesFrom } from './file-crs.ts';
import { readDbf } from './shapefile-dbf.ts';
import { readShapes } from './shapefile-shp.ts';
import { fitColumnNames, type OpenOptions, type Table } from './table.ts';
import { entryBytes, openZip, type ZipEntry } from './zip.ts';

/**
 * A zipped shapefile as a table, its coordinates in degrees. Of several in one zip the one with the largest .shp is
 * read, or the one `options.sheet` names.
 *
 * @throws OrynError file.damaged, file.encrypted, file.unpacks-too-large, file.too-many-entries, file.no-features,
 *   file.too-many-columns, sheet.unknown, encoding.unknown, crs.unknown
 */
export async function openShapefile(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  return featureTable(file, await readShapefile(file, options));
}

/** The features of a zipped shapefile, their attributes as text. @throws as `openShapefile` */
export async function readShapefile(file: SourceFile, options: OpenOptions = {}): Promise<FeatureSet> {
  return guarded(file.name, 'Shapefile', async () => {
    const layers = layersOf(await openZip(file));
    const layer = chosenLayer(file.name, layers, options.sheet);
    const read = (entry: ZipEntry): Promise<Uint8Array> => entryBytes(file.name, entry, LARGEST_WHOLE_BYTES);
    const text = async (entry: ZipEntry | undefined): Promise<string | undefined> =>
      entry && new TextDecoder().decode(await entryBytes(file.name, entry, LONGEST_NOTE));
    const shapes = readShapes(await read(layer.shp));
    const dbf =
      layer.dbf && readDbf(file.name, await read(layer.dbf), await text(layer.cpg), options.encoding);
    const prj = (await text(layer.prj))?.trim() || undefined;
    const toDegrees = toDegreesFrom(prj);
    const { columns = [], renamed } = dbf ? fitColumnNames(dbf.names) : {};
    const features = shapes.map((shape, i): FileFeature => {
      const values = dbf && i < dbf.records ? dbf.record(i) : [];
      const properties = Object.fromEntries(columns.map((name, c) => [name, values[c] ?? '']));
      return { type: 'Feature', properties, geometry: shape && mapPositions(shape, toDegrees) };
    });
    const others = layers.filter((other) => other !== layer).map(({ name }) => name);
    return {
      features,
      facts: {
        format: 'shapefile' as const,
        sheet: layer.name,
        ...(dbf && { encoding: dbf.encoding }),
        ...(others.length > 0 && { otherSheets: others }),
        ...(renamed && { renamed }),
        ...(prj !== undefined && toDegrees && { crs: /"([^"]+)"/.exec(prj)?.[1] ?? prj }),
      },
      fields: columns,
    };
  });
}

/** Notes on encoding and system are a line. */
const LONGEST_NOTE = 1024 * 1024;

interface Layer {
  readonly name: string;
  readonly shp: ZipEntry;
  readonly dbf: ZipEntry | undefined;
  readonly prj: ZipEntry | undefined;
  readonly cpg: ZipEntry | undefined;
}

function layersOf(entries: readonly ZipEntry[]): Layer[] {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return entries
    .filter(({ name }) => /\.shp$/i.test(name) && !name.includes('__MACOSX'))
    .map((shp) => {
      const stem = shp.name.slice(0, -4);
      const part = (extension: string): ZipEntry | undefined =>
        parts.get(`${stem}.${extension}`.toLowerCase());
      return {
        name: stem.replace(/^.*[\\/]/, ''),
        shp,
        dbf: part('dbf'),
        prj: part('prj'),
        cpg: part('cpg'),
      };
    });
}

function chosenLayer(file: string, layers: readonly Layer[], given: string | undefined): Layer {
  if (layers.length === 0) throw damaged(file, 'Shapefile');
  if (given === undefined)
    return layers.reduce((best, layer) => (layer.shp.size > best.shp.size ? layer : best));
  const byName = layers.find(({ name }) => name.toLowerCase() === given.trim().toLowerCase());
  const chosen = byName ?? layers[Number(given) - 1];
  if (chosen) return chosen;
  const known = layers.map(({ name }) => name).join(', ');
  throw new OrynError('sheet.unknown', { file, given, known });
}
