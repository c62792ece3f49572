import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { SegmentIndex } from './segment-index.ts';
import { segmentIndex } from './segment-index.ts';
import { snapToSegments } from './snap.ts';
import type { StreetNetwork } from './street-network.ts';

/** Places on a street network. */
export interface NetworkPoints {
  readonly edge: Uint32Array;
  /** Metres from the edge's first node along it, 0 to its length. */
  readonly along: Float64Array;
}

/** Points moved to the nearest street; those too far are left out. */
export interface PlacedOnNetwork extends NetworkPoints {
  /** Position of each among the points given, ascending. */
  readonly point: Uint32Array;
  /** Metres it was moved. */
  readonly distance: Float64Array;
  readonly tooFar: number;
  readonly withoutCoordinates: number;
}

/** The straight pieces of the edges, for snapping, and the vertex each begins with. */
export interface NetworkPieces {
  readonly index: SegmentIndex;
  readonly vertex: Uint32Array;
  readonly edge: Uint32Array;
}

/** Index the straight pieces of a network; hand it over where several sets of points are placed. */
export function networkPieces(network: StreetNetwork): NetworkPieces {
  const { edges, vertexOffsets, vertexX, vertexY } = network;
  const vertex = new Uint32Array(vertexX.length - edges);
  const edge = new Uint32Array(vertex.length);
  let count = 0;
  for (let e = 0; e < edges; e++) {
    for (let at = vertexOffsets[e]; at + 1 < vertexOffsets[e + 1]; at++) {
      edge[count] = e;
      vertex[count++] = at;
    }
  }
  const index = segmentIndex({
    x0: Float64Array.from(vertex, (at) => vertexX[at]),
    y0: Float64Array.from(vertex, (at) => vertexY[at]),
    x1: Float64Array.from(vertex, (at) => vertexX[at + 1]),
    y1: Float64Array.from(vertex, (at) => vertexY[at + 1]),
  });
  return { index, vertex, edge };
}

/**
 * Put points on the nearest place of a street network. Of streets equally near (at a crossing) the first line wins.
 *
 * @param options.maxDistance metres; points farther from every street are left out and counted
 */
export function placeOnNetwork(
  points: Pick<PlanarPoints, 'x' | 'y'>,
  network: StreetNetwork,
  options: {
    maxDistance?: number | undefined;
    pieces?: NetworkPieces | undefined;
    onProgress?: OnProgress | undefined;
  } = {},
): PlacedOnNetwork {
  const { pieces = networkPieces(network), maxDistance, onProgress } = options;
  const snapped = snapToSegments(points, pieces.index, { maxDistance, onProgress });
  const point = Uint32Array.from(points.x.keys()).filter((i) => snapped.segment[i] >= 0);
  const { vertexAlong } = network;
  return {
    edge: Uint32Array.from(point, (i) => pieces.edge[snapped.segment[i]]),
    along: Float64Array.from(point, (i) => {
      const at = pieces.vertex[snapped.segment[i]];
      const [start, end] = [vertexAlong[at], vertexAlong[at + 1]];
      return snapped.fraction[i] === 1 ? end : start + snapped.fraction[i] * (end - start);
    }),
    point,
    distance: Float64Array.from(point, (i) => snapped.distance[i]),
    tooFar: snapped.tooFar,
    withoutCoordinates: snapped.withoutCoordinates,
  };
}

/** The place on the plane of a place on an edge: [x, y] in metres. */
export function pointOnEdge(network: StreetNetwork, edge: number, along: number): [number, number] {
  const { vertexOffsets, vertexX, vertexY, vertexAlong } = network;
  let at = vertexOffsets[edge];
  while (at + 2 < vertexOffsets[edge + 1] && vertexAlong[at + 1] < along) at++;
  const share = (along - vertexAlong[at]) / (vertexAlong[at + 1] - vertexAlong[at]);
  const t = Math.max(0, Math.min(1, share));
  return [
    vertexX[at] + t * (vertexX[at + 1] - vertexX[at]),
    vertexY[at] + t * (vertexY[at + 1] - vertexY[at]),
  ];
}

/** The line of a part of an edge: [x, y] in metres, at least two of them. */
export function lineOfPart(
  network: StreetNetwork,
  edge: number,
  start: number,
  end: number,
): [number, number][] {
  const { vertexOffsets, vertexX, vertexY, vertexAlong } = network;
  const line = [pointOnEdge(network, edge, start)];
  for (let at = vertexOffsets[edge]; at < vertexOffsets[edge + 1]; at++) {
    if (vertexAlong[at] > start && vertexAlong[at] < end) line.push([vertexX[at], vertexY[at]]);
  }
  line.push(pointOnEdge(network, edge, end));
  return line;
}

/** Positions of places by edge, compressed rows; within an edge by their distance along it, then by position. */
export interface PlacesByEdge {
  readonly offsets: Uint32Array;
  readonly order: Uint32Array;
  /** Metres along the edge, in that order. */
  readonly along: Float64Array;
}

/** Sort places by edge and along it. @param edges number of edges of the network */
export function placesByEdge(edges: number, { edge, along }: NetworkPoints): PlacesByEdge {
  const offsets = new Uint32Array(edges + 1);
  for (let i = 0; i < edge.length; i++) offsets[edge[i] + 1]++;
  for (let e = 0; e < edges; e++) offsets[e + 1] += offsets[e];
  const order = Uint32Array.from(edge.keys()).sort(
    (a, b) => edge[a] - edge[b] || along[a] - along[b] || a - b,
  );
  return { offsets, order, along: Float64Array.from(order, (i) => along[i]) };
}
