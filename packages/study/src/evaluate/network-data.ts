import {
  type OnProgress,
  OrynError,
  type PlacedOnNetwork,
  type PlanarLines,
  placeOnNetwork,
  type StreetNetwork,
  streetNetwork,
} from '@oryn/core';
import { readFeatures } from '@oryn/ingest';
import type { Feature, Position } from 'geojson';
import type { Study } from '../definition/schema.ts';
import { linesOf, type Names, namesOf } from '../naming/names.ts';
import { type DensityData, densityData } from './density-data.ts';
import type { Sources } from './read.ts';

/** Incidents in metres and on the streets of a network. */
export interface NetworkData extends DensityData {
  network: StreetNetwork;
  /** The incidents on a street; `point` is their position among `x` and `y`. */
  placed: PlacedOnNetwork;
  /** Weights of the incidents on a street. */
  placedWeights: Float64Array | undefined;
  /** Names of the street of each line, by `network.line`. */
  streets: readonly (Names | undefined)[];
  /** Metres. */
  maxSnap: number;
}

/** How incidents are put on streets. */
export interface NetworkReading {
  /** Metres; incidents farther from every street are left out and counted. */
  maxSnap: number;
  onProgress?: OnProgress | undefined;
}

/**
 * Read the incidents of a study and the streets it names under `network`, on one metric plane. Streets meet where
 * they share a vertex; those outside the boundary stay, since mass and paths go over them.
 *
 * @throws OrynError network.no-lines, network.all-too-far, file.missing, and those of `densityData` and `readFeatures`
 */
export async function networkData(
  study: Study & { network: string },
  sources: Sources,
  { maxSnap, onProgress }: NetworkReading,
): Promise<NetworkData> {
  const source = sources.get(study.network);
  if (!source) throw new OrynError('file.missing', { path: study.network });
  const data = await densityData(study, sources);
  const features = await readFeatures(source);
  const streets: (Names | undefined)[] = [];
  const lines: Position[][] = [];
  for (const feature of features) {
    for (const line of linesOf(feature)) {
      lines.push(line);
      streets.push(namesOf(feature));
    }
  }
  const network = streetNetwork(planarLines(lines, data.plane.project), { onProgress });
  if (network.edges === 0)
    throw new OrynError('network.no-lines', { file: source.name, found: foundIn(features) });
  const placed = placeOnNetwork(data, network, { maxDistance: maxSnap, onProgress });
  if (placed.point.length === 0 && data.x.length > 0) {
    const away = placeOnNetwork(data, network).distance.reduce((least, d) => Math.min(least, d), Infinity);
    const [count, nearest] = [data.x.length, Math.round(away)];
    throw new OrynError('network.all-too-far', { count, limit: maxSnap, file: source.name, nearest });
  }
  const { weights } = data;
  const placedWeights = weights && Float64Array.from(placed.point, (i) => weights[i]);
  return { ...data, network, placed, placedWeights, streets, maxSnap };
}

function planarLines(
  lines: readonly Position[][],
  project: (longitude: number, latitude: number) => [number, number],
): PlanarLines {
  const offsets = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    offsets[i + 1] = offsets[i] + line.length;
  });
  const x = new Float64Array(offsets[lines.length]);
  const y = new Float64Array(offsets[lines.length]);
  let at = 0;
  for (const line of lines) {
    for (const [lon, lat] of line) {
      [x[at], y[at]] = project(lon, lat);
      at++;
    }
  }
  return { offsets, x, y };
}

/** The kinds of geometry of a file, for its error. */
function foundIn(features: readonly Feature[]): string {
  return [...new Set(features.map(({ geometry }) => geometry.type))].join(', ') || '0';
}
