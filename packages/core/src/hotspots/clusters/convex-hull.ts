import { orient2d } from 'robust-predicates';

/**
 * Convex hull by the monotone chain of Andrew (1979) with exact turns (Shewchuk 1997).
 *
 * @param sorted positions of distinct points, from west to east, south to north on one meridian
 * @returns positions of the corners, anticlockwise, none on an edge between two others; one or two for a point or
 *   points on one line
 */
export function convexHull(x: Float64Array, y: Float64Array, sorted: readonly number[]): number[] {
  if (sorted.length < 2) return [...sorted];
  // Screen orientation of the predicate: negative is a turn to the left with y upwards.
  const chain = (points: readonly number[]): number[] => {
    const hull: number[] = [];
    for (const i of points) {
      for (let top = hull.length; top >= 2; top--) {
        const [a, b] = [hull[top - 2], hull[top - 1]];
        if (orient2d(x[a], y[a], x[b], y[b], x[i], y[i]) < 0) break;
        hull.pop();
      }
      hull.push(i);
    }
    hull.pop();
    return hull;
  };
  return [...chain(sorted), ...chain([...sorted].reverse())];
}
