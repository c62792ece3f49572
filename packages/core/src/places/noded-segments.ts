import type { Position } from 'geojson';
import type { MetricPlane } from '../geometry/crs.ts';
import type { PlanarLines } from '../network/segment-index.ts';
import { splitAtCrossings } from '../network/split-at-crossings.ts';
import { type StreetChains, streetChains } from '../network/street-chains.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import { streetNetwork } from '../network/streets-of-lines.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { groupRows } from '../quality/group-rows.ts';
import type { NamedSegments } from './segment-places.ts';

/**
 * Where lines are cut into segments. `none`: nowhere, each line is a segment. `vertices`: where lines share a vertex.
 * `crossings`: also where they cross or touch without one, bridges too.
 */
export type Noding = 'none' | 'vertices' | 'crossings';

/** Intersections: nodes at which three or more ends of streets meet, in the order in which the lines reach them. */
export interface StreetCrossings {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** What became of the lines of a file of streets. */
export interface NodingAccount {
  readonly lines: number;
  readonly segments: number;
  /** Lines that are in more than one segment. */
  readonly cut: number;
  /** Nodes of two ends at which pieces were joined. */
  readonly joined: number;
  /** Lines without two different vertices; left out, but for `none`, where each is a place that is a point. */
  readonly withoutLength: number;
  /** Lines that lie wholly on lines before them; left out, but for `none`. */
  readonly duplicates: number;
  /** Metres of those lines, and of pieces of other lines drawn twice, which are left out too. */
  readonly duplicateMeters: number;
  /** Places where lines cross or touch without a common vertex, bridges too, and are not cut. */
  readonly uncut: number;
}

export interface NodedSegments extends NamedSegments {
  readonly crossings: StreetCrossings;
  readonly account: NodingAccount;
}

/**
 * Street segments of lines: each from one intersection to the next, as the law of crime concentration counts them.
 *
 * Lines are cut where they meet; pieces that meet end to end without an intersection are one segment again, however
 * many lines they were drawn in, since a node where nobody can turn off is a matter of drawing. What is drawn twice
 * counts once; a street that passes a vertex of its own twice is cut there.
 *
 * A segment that is the whole of a line has its id. A line in several segments gives `<id>/1`, `<id>/2` … along it (a
 * number that is the id of another line is passed over); a segment of several lines is `<a>+<b>`, along the street.
 *
 * @param given in the order their segments shall have; ids distinct
 */
export function nodeSegments(
  given: NamedSegments,
  options: { plane: MetricPlane; noding: Noding; onProgress?: OnProgress | undefined },
): NodedSegments {
  const { plane, noding, onProgress } = options;
  const planar = projectLines(given.lines, plane);
  const network = streetNetwork(planar, {
    noding: noding === 'crossings' ? 'crossings' : 'vertices',
    onProgress,
  });
  const degreesAt = degreesOf(given.lines, planar, plane);
  const { duplicates, duplicateLength, tooShort, notFinite, withoutLength } = network.account;
  const segments =
    noding === 'none' ? { ...given, cut: 0, joined: 0 } : segmentsOfNetwork(given, network, degreesAt);
  const account: NodingAccount = {
    lines: given.ids.length,
    segments: segments.ids.length,
    cut: segments.cut,
    joined: segments.joined,
    withoutLength: withoutLength + tooShort + notFinite,
    duplicates,
    duplicateMeters: duplicateLength,
    uncut: noding === 'crossings' ? 0 : crossingsWithoutVertex(planar),
  };
  return { ids: segments.ids, lines: segments.lines, crossings: crossingsOf(network, degreesAt), account };
}

/** Lines on a plane. */
export function projectLines(lines: readonly (readonly Position[])[], plane: MetricPlane): PlanarLines {
  const offsets = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    offsets[i + 1] = offsets[i] + line.length;
  });
  const x = new Float64Array(offsets[lines.length]);
  const y = new Float64Array(offsets[lines.length]);
  lines.forEach((line, i) => {
    line.forEach(([lon, lat], vertex) => {
      [x[offsets[i] + vertex], y[offsets[i] + vertex]] = plane.project(lon, lat);
    });
  });
  return { offsets, x, y };
}

function segmentsOfNetwork(
  given: NamedSegments,
  network: StreetNetwork,
  degreesAt: DegreesAt,
): NamedSegments & { cut: number; joined: number } {
  const { vertexOffsets, vertexX, vertexY } = network;
  const chains = streetChains(network);
  const { count, offsets, entries } = chains;
  const lines = Array.from({ length: count }, (_, chain) => {
    const path: Position[] = [];
    for (let at = offsets[chain]; at < offsets[chain + 1]; at++) {
      const edge = entries[at] >> 1;
      const piece: Position[] = [];
      for (let v = vertexOffsets[edge]; v < vertexOffsets[edge + 1]; v++) {
        piece.push(degreesAt(vertexX[v], vertexY[v]));
      }
      if (entries[at] & 1) piece.reverse();
      // The first vertex of a piece is the last of the one before.
      for (let v = path.length > 0 ? 1 : 0; v < piece.length; v++) path.push(piece[v]);
    }
    return path;
  });
  return { ...namesOf(given.ids, network, chains), lines, joined: entries.length - count };
}

/** The name of each segment, from those of the stretches of lines it runs along. */
function namesOf(
  ids: readonly string[],
  { edges, line }: StreetNetwork,
  { count, offsets, entries }: StreetChains,
): { ids: string[]; cut: number } {
  // A stretch is the edges of one line that follow each other in a segment.
  const stretchOf = new Uint32Array(edges);
  const stretchesOf: number[][] = [];
  let stretches = 0;
  const pieces = new Uint32Array(ids.length);
  for (let chain = 0; chain < count; chain++) {
    const own: number[] = [];
    for (let at = offsets[chain]; at < offsets[chain + 1]; at++) {
      const edge = entries[at] >> 1;
      if (at === offsets[chain] || line[edge] !== line[entries[at - 1] >> 1]) {
        own.push(stretches++);
        pieces[line[edge]]++;
      }
      stretchOf[edge] = stretches - 1;
    }
    stretchesOf.push(own);
  }
  const taken = new Set(ids);
  const last = new Uint32Array(ids.length);
  const names = new Array<string | undefined>(stretches);
  // Edges are in the order of their lines, and along them.
  for (let edge = 0; edge < edges; edge++) {
    const own = line[edge];
    if (names[stretchOf[edge]] !== undefined) continue;
    if (pieces[own] > 1) {
      do last[own]++;
      while (taken.has(`${ids[own]}/${last[own]}`));
    }
    names[stretchOf[edge]] = pieces[own] > 1 ? `${ids[own]}/${last[own]}` : ids[own];
  }
  return {
    ids: stretchesOf.map((own) => own.map((stretch) => names[stretch]).join('+')),
    cut: pieces.filter((n) => n > 1).length,
  };
}

type DegreesAt = (x: number, y: number) => Position;

/** The degrees a vertex was given in, to the last digit; those of a new one are computed. */
function degreesOf(
  lines: readonly (readonly Position[])[],
  { x, y }: PlanarLines,
  plane: MetricPlane,
): DegreesAt {
  const known = new Map<string, Position>();
  let at = 0;
  for (const line of lines) {
    for (const [lon, lat] of line) {
      known.set(`${x[at]},${y[at]}`, [lon, lat]);
      at++;
    }
  }
  return (px, py) => known.get(`${px},${py}`) ?? plane.unproject(px, py);
}

function crossingsOf(
  { nodes, nodeX, nodeY, endOffsets }: StreetNetwork,
  degreesAt: DegreesAt,
): StreetCrossings {
  const lon: number[] = [];
  const lat: number[] = [];
  for (let node = 0; node < nodes; node++) {
    if (endOffsets[node + 1] - endOffsets[node] < 3) continue;
    const [x, y] = degreesAt(nodeX[node], nodeY[node]);
    lon.push(x);
    lat.push(y);
  }
  return { lon: Float64Array.from(lon), lat: Float64Array.from(lat) };
}

function crossingsWithoutVertex(planar: PlanarLines): number {
  if (!planar.x.every(Number.isFinite) || !planar.y.every(Number.isFinite)) return 0;
  const split = splitAtCrossings(planar, 0);
  return groupRows([split.x, split.y]).count - groupRows([planar.x, planar.y]).count;
}
