import type { Position } from 'geojson';
import type { PlanarPoints } from '../../geometry/planar-points.ts';
import { convexHull } from './convex-hull.ts';
import { type DeviationalEllipse, deviationalEllipse } from './deviational-ellipse.ts';
import { distinctPoints } from './distinct-points.ts';

/** Fewer coordinates than this, ten metres or more apart, are an address or two, not an area. */
const LEAST_ADDRESSES = 3;
/** Geocoders put one building on coordinates that differ by millimetres or a few metres. */
const METERS_APART = 10;

/** What a cluster is made of and where it lies; metres on the plane of its points. */
export interface ClusterShape {
  /** As in the labels, from 1. */
  readonly cluster: number;
  readonly points: number;
  /** Sum of the weights that are known, and the points without one; undefined without weights. */
  readonly weight: number | undefined;
  readonly withoutWeight: number | undefined;
  readonly distinctCoordinates: number;
  /** All lie within 10 m of one of its coordinates, or of two. */
  readonly isOneAddress: boolean;
  /** Points on its most used coordinate. */
  readonly largestStack: number;
  /** Mean centre. */
  readonly x: number;
  readonly y: number;
  /** Corners of the convex hull, anticlockwise, not closed; one or two where it has no area. */
  readonly hull: readonly Position[];
  readonly hullSquareMeters: number;
  /** Without it for fewer than 3 points. */
  readonly ellipse: DeviationalEllipse | undefined;
}

/**
 * Describe clusters by their labels. Stacked geocodes make a "cluster" of one address: look at
 * `distinctCoordinates`, `largestStack` and `isOneAddress` before calling it an area. The hull touches its outermost points, so
 * its density is an upper bound; it may hold points of no cluster or, with DBSCAN and HDBSCAN, of others.
 *
 * @param points weights may be NaN where they are not known
 * @param labels 0 for none, else the cluster from 1 to `count`
 */
export function describeClusters(points: PlanarPoints, labels: Int32Array, count: number): ClusterShape[] {
  const { x, y, weights } = points;
  const distinct = distinctPoints(x, y);
  const members: number[][] = Array.from({ length: count }, () => []);
  labels.forEach((label, i) => {
    if (label > 0) members[label - 1].push(i);
  });
  const onCoordinate = new Uint32Array(distinct.x.length);
  return members.map((ids, at) => {
    const coordinates: number[] = [];
    let largestStack = 0;
    let [weight, withoutWeight] = [0, 0];
    let [centreX, centreY] = [0, 0];
    ids.forEach((i, before) => {
      const coordinate = distinct.of[i];
      if (onCoordinate[coordinate]++ === 0) coordinates.push(coordinate);
      largestStack = Math.max(largestStack, onCoordinate[coordinate]);
      if (weights && Number.isNaN(weights[i])) withoutWeight++;
      else if (weights) weight += weights[i];
      // A running mean keeps the digits that sums of metres of a UTM zone would cost.
      centreX += (x[i] - centreX) / (before + 1);
      centreY += (y[i] - centreY) / (before + 1);
    });
    const scatter = { xx: 0, yy: 0, xy: 0 };
    for (const i of ids) {
      scatter.xx += (x[i] - centreX) ** 2;
      scatter.yy += (y[i] - centreY) ** 2;
      scatter.xy += (x[i] - centreX) * (y[i] - centreY);
    }
    for (const coordinate of coordinates) onCoordinate[coordinate] = 0;
    coordinates.sort((a, b) => a - b);
    const hull = convexHull(distinct.x, distinct.y, coordinates).map(
      (i): Position => [distinct.x[i], distinct.y[i]],
    );
    return {
      cluster: at + 1,
      points: ids.length,
      weight: weights && weight,
      withoutWeight: weights && withoutWeight,
      distinctCoordinates: coordinates.length,
      isOneAddress: isOneAddress(distinct.x, distinct.y, coordinates),
      largestStack,
      x: centreX,
      y: centreY,
      hull,
      hullSquareMeters: areaOf(hull),
      ellipse: deviationalEllipse(ids.length, scatter),
    };
  });
}

/** Shoelace formula about the first corner; 0 for fewer than three. */
function areaOf(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 2; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1][0] - ring[0][0], ring[i - 1][1] - ring[0][1]];
    const [bx, by] = [ring[i][0] - ring[0][0], ring[i][1] - ring[0][1]];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

function isOneAddress(x: Float64Array, y: Float64Array, coordinates: readonly number[]): boolean {
  const apart: number[] = [];
  for (const i of coordinates) {
    if (apart.some((j) => Math.hypot(x[i] - x[j], y[i] - y[j]) < METERS_APART)) continue;
    apart.push(i);
    if (apart.length === LEAST_ADDRESSES) return false;
  }
  return true;
}
