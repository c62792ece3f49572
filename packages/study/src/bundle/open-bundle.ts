import {
  type ChanceThrows,
  type DenominatorName,
  type HexagonPlaces,
  hexagonPlaces,
  type Incidents,
  latticeOf,
  type MetricPlane,
  OrynError,
  planeOfCrs,
  pointTally,
  type StudyArea,
  studyArea,
  type Tally,
} from '@oryn/core';
import { parseWallClock, sha256Of } from '@oryn/ingest';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import type { ConcentrationReport } from '../concentration/concentration-report.ts';
import { PlaceNamer } from '../naming/place-namer.ts';
import { FORMAT_VERSION, type Manifest } from './manifest.ts';
import { readParquet } from './parquet.ts';

/** A bundle read back: enough to draw its figures again and to evaluate any filter of it. */
export interface OpenBundle {
  manifest: Manifest;
  places: HexagonPlaces;
  inMask: Uint8Array | undefined;
  /** Of each place; undefined where the study was given none. */
  exposure: Float64Array | undefined;
  /** Analysed incidents per place as the bundle states them. */
  n: Uint32Array;
  tally: Tally;
  incidents: Incidents;
  context: Feature[];
  area: StudyArea | undefined;
  plane: MetricPlane;
  namer: PlaceNamer;
  /** One entry per incident, in their order. */
  points: Tally;
  /** Chance as the report of the bundle states it; empty where the report is not there. */
  throws: BundleThrows[];
}

/** As many incidents thrown on as many places, which is all that a throw depends on beside its seed. */
export interface BundleThrows extends Pick<ChanceThrows, 'places' | 'incidents' | 'shares' | 'gini'> {
  denominator: DenominatorName;
}

const REPORT = 'concentration-report.json';

export type ReadFile = (path: string) => Promise<Uint8Array>;

/**
 * @param folder where the bundle lies, for the sentence of an error
 * @throws OrynError bundle.newer, bundle.damaged
 */
export function parseManifest(text: string, folder?: string): Manifest {
  const manifest = manifestIn(text);
  if (!manifest) throw damaged('manifest.json', folder);
  if (manifest.formatVersion > FORMAT_VERSION) {
    throw new OrynError('bundle.newer', { version: manifest.formatVersion, supported: FORMAT_VERSION });
  }
  return manifest;
}

function manifestIn(text: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.format === 'oryn-bundle' ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function damaged(path: string, folder: string | undefined): OrynError {
  const file = folder === undefined ? path : `${folder}/${path}`;
  return new OrynError('bundle.damaged', { file });
}

/**
 * Every file is checked against its hash in the manifest: cut or changed, it would be other results by the same name.
 *
 * @param folder where the bundle lies, for the sentence of an error
 * @throws OrynError bundle.newer, bundle.damaged
 */
export async function openBundle(read: ReadFile, folder?: string): Promise<OpenBundle> {
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const manifest = parseManifest(decode(await read('manifest.json')), folder);
  const checked = (path: string, bytes: Uint8Array): Uint8Array => {
    const entry = manifest.files.find((file) => file.path === path);
    if (entry?.sha256 !== sha256Of(bytes)) throw damaged(path, folder);
    return bytes;
  };
  const listed = async (path: string): Promise<Uint8Array> => checked(path, await read(path));
  const table = columnsOf(await readParquet(await listed('places.parquet')));
  const ids = table('place') as string[];
  const places = hexagonPlaces(ids, manifest.study.resolution, manifest.extent);
  const position = new Map(ids.map((id, index) => [id, index]));
  const incidentRows = await readParquet(await listed('incidents.parquet'));
  const incidents = incidentsOf(incidentRows);
  const tally = tallyOf(
    await readParquet(await listed('tally.parquet')),
    position,
    incidents.category.labels,
  );
  const collection = JSON.parse(decode(await listed('context.geojson'))) as FeatureCollection;
  const isBoundary = (feature: Feature): boolean => feature.properties?.role === 'boundary';
  const boundary = collection.features.find(isBoundary) as Feature<MultiPolygon> | undefined;
  const context = collection.features.filter((feature) => !isBoundary(feature));
  const report = await reportOf(manifest, read);
  const isProjected = !/^EPSG:32[67]/.test(manifest.crs);
  return {
    manifest,
    places,
    inMask: manifest.maskKind ? Uint8Array.from(table('in_mask') as number[]) : undefined,
    exposure: manifest.study.exposure ? Float64Array.from(table('exposure') as number[]) : undefined,
    n: Uint32Array.from(table('n') as number[]),
    tally,
    incidents,
    context,
    area: boundary && studyArea(boundary.geometry.coordinates, isProjected ? manifest.crs : undefined),
    plane: planeOfCrs(manifest.crs),
    namer: new PlaceNamer(context, places),
    points: pointTally(incidents, placeOfIncidents(incidents, places)),
    throws: report ? throwsOf(JSON.parse(decode(checked(REPORT, report)))) : [],
  };
}

/** A bundle can be opened without its report, which only tells more of chance. */
async function reportOf({ files }: Manifest, read: ReadFile): Promise<Uint8Array | undefined> {
  if (!files.some(({ path }) => path === REPORT)) return undefined;
  return read(REPORT).catch(() => undefined);
}

function throwsOf({ denominators }: Pick<ConcentrationReport, 'denominators'>): BundleThrows[] {
  return denominators.flatMap(({ over: { denominator }, chance }) =>
    chance ? [{ denominator, ...chance }] : [],
  );
}

/** Every incident of a bundle lies in a place of it. */
function placeOfIncidents({ lon, lat }: Incidents, places: HexagonPlaces): Int32Array {
  const { keyOf } = latticeOf(places.resolution);
  const position = new Map<number, number>();
  for (let i = 0; i < places.count; i++) position.set(keyOf(places.lon[i], places.lat[i]), i);
  return Int32Array.from(lon, (degrees, i) => position.get(keyOf(degrees, lat[i]))!);
}

function columnsOf(rows: Record<string, unknown>[]): (name: string) => unknown[] {
  return (name) => rows.map((row) => row[name]);
}

function incidentsOf(rows: Record<string, unknown>[]): Incidents {
  const labels = [''];
  const placeTypes = [''];
  const code = (list: string[], text: unknown): number => {
    const label = typeof text === 'string' ? text : '';
    const known = list.indexOf(label);
    return known >= 0 ? known : list.push(label) - 1;
  };
  const clocks = rows.map((row) =>
    typeof row.time === 'string' ? parseWallClock(firstDay(row.time)) : undefined,
  );
  return {
    count: rows.length,
    lon: Float64Array.from(rows, (row) => Number(row.lon)),
    lat: Float64Array.from(rows, (row) => Number(row.lat)),
    time: Float64Array.from(clocks, (clock) => clock?.seconds ?? Number.NaN),
    hourKnown: Uint8Array.from(clocks, (clock) => (clock?.hourKnown ? 1 : 0)),
    ...(rows.some(isMonth) && { dayKnown: Uint8Array.from(rows, (row) => (isMonth(row) ? 0 : 1)) }),
    category: { codes: Uint16Array.from(rows, (row) => code(labels, row.category)), labels },
    placeType: {
      codes: Uint16Array.from(rows, (row) => code(placeTypes, row.place_type)),
      labels: placeTypes,
    },
    row: Uint32Array.from(rows, (_, i) => i + 1),
  };
}

function tallyOf(rows: Record<string, unknown>[], position: Map<string, number>, labels: string[]): Tally {
  const month = (text: unknown): number => {
    if (typeof text !== 'string') return -1;
    const [year, number] = text.split('-').map(Number);
    return year * 12 + number - 1;
  };
  return {
    count: rows.length,
    place: Uint32Array.from(rows, (row) => position.get(String(row.place))!),
    month: Int32Array.from(rows, (row) => month(row.month)),
    category: Uint16Array.from(rows, (row) =>
      labels.indexOf(typeof row.category === 'string' ? row.category : ''),
    ),
    weekday: Int8Array.from(rows, (row) => Number(row.weekday)),
    hour: Int8Array.from(rows, (row) => Number(row.hour)),
    n: Uint32Array.from(rows, (row) => Number(row.n)),
  };
}

/** A month alone is written `yyyy-mm`. */
const MONTH_LENGTH = 7;

function isMonth({ time }: Record<string, unknown>): boolean {
  return typeof time === 'string' && time.length === MONTH_LENGTH;
}

function firstDay(time: string): string {
  return time.length === MONTH_LENGTH ? `${time}-01` : time;
}
