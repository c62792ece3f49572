import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { type PlanarSegments, type SegmentIndex, segmentIndex } from './segment-index.ts';

/** Points moved to the nearest segment each, in the order given. */
export interface SnappedPoints {
  /** The nearest segment, -1 where there is none within the distance or the point has no finite coordinates. */
  readonly segment: Int32Array;
  /** Metres from the point to its segment; NaN where `segment` is -1. */
  readonly distance: Float64Array;
  /** The nearest place on the segment, metres; NaN where `segment` is -1. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Share of the segment from its first end (x0, y0) to that place, 0-1; NaN where `segment` is -1. */
  readonly fraction: Float64Array;
  /** Points with coordinates but no segment within the distance. */
  readonly tooFar: number;
  /** Points whose x or y is not finite. */
  readonly withoutCoordinates: number;
}

/** Points between two calls of `onProgress`. */
const POINTS_PER_CALL = 4096;

/**
 * The nearest segment of each point, by exact distance on the plane. Of segments equally near (as at a shared
 * vertex) the one of the lowest index wins, whatever the order of the points. A segment without length is a point.
 *
 * Which side of a corner a point belongs to is decided by nothing but centimetres; the distance and the place are
 * sure, the segment is not.
 *
 * Cost: about the segments of nine cells a point where streets are near; n segments cost n to index (hand over the index to use it again).
 *
 * @param maxDistance metres, at least 0; a point exactly that far is still snapped
 */
export function snapToSegments(
  points: Pick<PlanarPoints, 'x' | 'y'>,
  segments: PlanarSegments | SegmentIndex,
  options: { maxDistance?: number | undefined; onProgress?: OnProgress | undefined } = {},
): SnappedPoints {
  const { maxDistance = Infinity, onProgress } = options;
  if (!(maxDistance >= 0)) throw new RangeError(`maxDistance ${maxDistance} is not a distance`);
  const index = 'members' in segments ? segments : segmentIndex(segments);
  const { x0, y0, x1, y1 } = index.segments;
  const count = points.x.length;
  const segment = new Int32Array(count).fill(-1);
  const distance = new Float64Array(count).fill(NaN);
  const x = new Float64Array(count).fill(NaN);
  const y = new Float64Array(count).fill(NaN);
  const fraction = new Float64Array(count).fill(NaN);
  const search = nearestSegment(index);
  let tooFar = 0;
  let withoutCoordinates = 0;
  for (let i = 0; i < count; i++) {
    if (i % POINTS_PER_CALL === 0) onProgress?.(i, count);
    const px = points.x[i];
    const py = points.y[i];
    if (!Number.isFinite(px) || !Number.isFinite(py)) {
      withoutCoordinates++;
      continue;
    }
    const nearest = search(px, py, maxDistance);
    if (nearest < 0) {
      tooFar++;
      continue;
    }
    const share = shareAlong(x0[nearest], y0[nearest], x1[nearest], y1[nearest], px, py);
    segment[i] = nearest;
    fraction[i] = share;
    x[i] = share === 1 ? x1[nearest] : x0[nearest] + share * (x1[nearest] - x0[nearest]);
    y[i] = share === 1 ? y1[nearest] : y0[nearest] + share * (y1[nearest] - y0[nearest]);
    distance[i] = Math.hypot(px - x[i], py - y[i]);
  }
  onProgress?.(count, count);
  return { segment, distance, x, y, fraction, tooFar, withoutCoordinates };
}

/** Share of the way from a to b of the place nearest to p, 0-1. */
function shareAlong(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  if (!(lengthSquared > 0)) return 0;
  return Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / lengthSquared));
}

/**
 * Search in rings of cells about a point's cell until the nearest segment is nearer than every cell not yet seen.
 * A point outside the grid starts from the nearest place of the grid, q: no segment is nearer to the point than
 * √(|pq|² + |qs|²), since the grid is convex, so far points do not walk through the whole of it.
 */
function nearestSegment(index: SegmentIndex): (px: number, py: number, maxDistance: number) => number {
  const { segments, left, bottom, cellSize, columns, rows, offsets, members } = index;
  const { x0, y0, x1, y1 } = segments;
  const right = left + columns * cellSize;
  const top = bottom + rows * cellSize;
  let [px, py, best, bestSquared] = [0, 0, -1, Infinity];

  const scan = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= columns || row >= rows) return;
    const cell = row * columns + column;
    for (let at = offsets[cell]; at < offsets[cell + 1]; at++) {
      const i = members[at];
      const share = shareAlong(x0[i], y0[i], x1[i], y1[i], px, py);
      // The very end is taken as given, so that segments sharing a vertex are equally near to the last bit.
      const dx = px - (share === 1 ? x1[i] : x0[i] + share * (x1[i] - x0[i]));
      const dy = py - (share === 1 ? y1[i] : y0[i] + share * (y1[i] - y0[i]));
      const squared = dx * dx + dy * dy;
      if (squared > bestSquared || (squared === bestSquared && best >= 0 && i >= best)) continue;
      bestSquared = squared;
      best = i;
    }
  };

  return (x, y, maxDistance) => {
    [px, py, best, bestSquared] = [x, y, -1, maxDistance * maxDistance];
    const qx = Math.max(left, Math.min(right, x));
    const qy = Math.max(bottom, Math.min(top, y));
    const outside = (x - qx) ** 2 + (y - qy) ** 2;
    const column = Math.min(columns - 1, Math.floor((qx - left) / cellSize));
    const row = Math.min(rows - 1, Math.floor((qy - bottom) / cellSize));
    const margin = Math.min(
      qx - left - column * cellSize,
      (column + 1) * cellSize + left - qx,
      qy - bottom - row * cellSize,
      (row + 1) * cellSize + bottom - qy,
    );
    const rings = Math.max(column, columns - 1 - column, row, rows - 1 - row);
    for (let ring = 0; ring <= rings; ring++) {
      const reach = ring === 0 ? 0 : Math.max(0, margin + (ring - 1) * cellSize);
      if ((outside + reach * reach) * (1 - 1e-12) > bestSquared) break;
      for (let c = column - ring; c <= column + ring; c++) {
        scan(c, row - ring);
        if (ring > 0) scan(c, row + ring);
      }
      for (let r = row - ring + 1; r < row + ring; r++) {
        scan(column - ring, r);
        scan(column + ring, r);
      }
    }
    return best;
  };
}
