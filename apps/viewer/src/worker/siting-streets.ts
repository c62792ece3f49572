import {
  type ConnectedStreets,
  connectedStreets,
  type MetricPlane,
  type PlanarLines,
  type PlanarPath,
  type PlanarPoints,
  pathsAlong,
  streetsWithin,
} from '@oryn/core';
import { linesOf, type OpenBundle, roleOf } from '@oryn/study';
import type { MultiLineString, Position } from 'geojson';

/** The streets of a bundle, connected. */
export interface StreetsInUse {
  streets: ConnectedStreets;
  /** The streets share too few vertices, so lines that cross are joined, bridges too. */
  isJoinedAtCrossings: boolean;
}

const known = new WeakMap<OpenBundle, StreetsInUse | undefined>();

/**
 * The streets of a bundle: joined where they share a vertex; where more than half of their length would then be left
 * out, where they cross. Undefined without streets.
 */
export function streetsOf(bundle: OpenBundle): StreetsInUse | undefined {
  if (!known.has(bundle)) known.set(bundle, joinedStreets(bundle));
  return known.get(bundle);
}

const isStreet = (feature: OpenBundle['context'][number]): boolean =>
  ['main', 'street', 'lane'].includes(roleOf(feature)) && linesOf(feature).length > 0;

function joinedStreets({ context, plane }: OpenBundle): StreetsInUse | undefined {
  const lines = planarLines(context.filter(isStreet).flatMap(linesOf), plane);
  const asGiven = connectedStreets(lines);
  if (!asGiven) return undefined;
  if (asGiven.leftOutMeters <= asGiven.network.totalLength) {
    return { streets: asGiven, isJoinedAtCrossings: false };
  }
  const joined = connectedStreets(lines, { noding: 'crossings' });
  return { streets: joined ?? asGiven, isJoinedAtCrossings: joined !== undefined };
}

function planarLines(lines: readonly Position[][], plane: MetricPlane): PlanarLines {
  const projected = lines.map((line) => line.map(([lon, lat]) => plane.project(lon, lat)));
  const offsets = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    offsets[i + 1] = offsets[i] + line.length;
  });
  return {
    offsets,
    x: Float64Array.from(projected.flat(), ([x]) => x),
    y: Float64Array.from(projected.flat(), ([, y]) => y),
  };
}

/** The streets within the radius of the nearest of some posts. */
export function reachOf(bundle: OpenBundle, at: readonly Position[], radius: number): MultiLineString {
  const inUse = streetsOf(bundle);
  const parts = inUse ? streetsWithin(inUse.streets, onPlane(bundle, at), radius) : [];
  return { type: 'MultiLineString', coordinates: parts.map((line) => inDegrees(bundle, line)) };
}

/** The ways along the streets from each position to the next. */
export function pathsBetween(bundle: OpenBundle, at: readonly Position[]): Position[][] {
  const inUse = streetsOf(bundle);
  if (!inUse) return [];
  return pathsAlong(inUse.streets, onPlane(bundle, at)).map((line) => inDegrees(bundle, line));
}

/** Positions in metres. */
export function onPlane({ plane }: OpenBundle, at: readonly Position[]): PlanarPoints {
  const xy = at.map(([lon, lat]) => plane.project(lon, lat));
  return { x: Float64Array.from(xy, ([x]) => x), y: Float64Array.from(xy, ([, y]) => y) };
}

const inDegrees = ({ plane }: OpenBundle, line: PlanarPath): Position[] =>
  line.map(([x, y]) => plane.unproject(x, y));
