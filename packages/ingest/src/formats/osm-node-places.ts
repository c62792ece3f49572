import type { Position } from 'geojson';
import type { ReadProgress } from '../source/source-file.ts';
import { type OsmFile, UNITS_PER_DEGREE } from './osm-elements.ts';

/** Where the nodes of chosen ways lie; of a country extract only these are kept, 16 bytes each. */
export class NodePlaces {
  /** Name of the file, for errors. */
  readonly file: string;
  /** Ascending, no two alike. */
  private readonly ids: Float64Array;
  private readonly lon: Int32Array;
  private readonly lat: Int32Array;

  /** @param ids of the nodes wanted, in any order, repeated or not; the array is sorted */
  constructor(file: string, ids: Float64Array) {
    this.file = file;
    ids.sort();
    let unique = 0;
    for (let i = 0; i < ids.length; i++) if (i === 0 || ids[i] !== ids[i - 1]) ids[unique++] = ids[i];
    this.ids = ids.subarray(0, unique);
    this.lon = new Int32Array(unique).fill(UNKNOWN);
    this.lat = new Int32Array(unique);
  }

  /** A pass over the file that notes where the wanted nodes lie. @throws those of the file */
  async find(osm: OsmFile, onProgress?: ReadProgress): Promise<void> {
    await osm.visit({ node: (id, lon, lat) => this.note(id, lon, lat) }, onProgress);
  }

  /** Longitude and latitude of a node in units of 1e-7 degrees; undefined where the file has no such node. */
  at(id: number): [lon: number, lat: number] | undefined {
    const i = this.indexOf(id);
    return i < 0 || this.lon[i] === UNKNOWN ? undefined : [this.lon[i], this.lat[i]];
  }

  private note(id: number, lon: number, lat: number): void {
    const i = this.indexOf(id);
    // What is no place on the globe is no place.
    if (i < 0 || !Number.isFinite(lon) || !Number.isFinite(lat)) return;
    this.lon[i] = lon;
    this.lat[i] = lat;
  }

  private indexOf(id: number): number {
    const { ids } = this;
    let [from, to] = [0, ids.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (ids[middle] < id) from = middle + 1;
      else to = middle;
    }
    return ids[from] === id ? from : -1;
  }
}

/** No longitude is as far west. */
const UNKNOWN = -(2 ** 31);

/** The places of nodes in degrees, one that follows itself taken once; undefined where one is not known. */
export function lineOf(nodes: ArrayLike<number>, places: NodePlaces): Position[] | undefined {
  const line: Position[] = [];
  let [lastLon, lastLat] = [Number.NaN, Number.NaN];
  for (let i = 0; i < nodes.length; i++) {
    const place = places.at(nodes[i]);
    if (!place) return undefined;
    const [lon, lat] = place;
    if (lon !== lastLon || lat !== lastLat) line.push([lon / UNITS_PER_DEGREE, lat / UNITS_PER_DEGREE]);
    [lastLon, lastLat] = [lon, lat];
  }
  return line;
}
