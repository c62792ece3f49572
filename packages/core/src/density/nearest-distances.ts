import KDBush from 'kdbush';
import type { OnProgress } from '../progress/on-progress.ts';

/**
 * Distance from each point to its k-th nearest other one, metres. Cost: about n k log n.
 *
 * @param k at least 1, under the number of points
 * @throws RangeError for another k
 */
export function kthNearestDistances(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  k: number,
  onProgress: OnProgress = () => {},
): Float64Array {
  const count = x.length;
  if (!(Number.isInteger(k) && k >= 1 && k < count))
    throw new RangeError(`There is no neighbour number ${k} among ${count} points`);
  const index = new KDBush(count);
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    index.add(x[i], y[i]);
    left = Math.min(left, x[i]);
    right = Math.max(right, x[i]);
    bottom = Math.min(bottom, y[i]);
    top = Math.max(top, y[i]);
  }
  index.finish();
  const distances = new Float64Array(count);
  // The radius that would hold 2k points if they lay evenly; it doubles until it holds enough.
  const widest = Math.hypot(right - left, top - bottom);
  const even = Math.sqrt((2 * (k + 1) * (right - left) * (top - bottom)) / (Math.PI * count));
  const start = Math.max(even, widest / count, widest * 1e-12);
  for (let i = 0; i < count; i++) {
    if (i % 1024 === 0) onProgress(i, count);
    for (let radius = start; ; radius *= 2) {
      const near = index.within(x[i], y[i], radius);
      if (near.length <= k && radius <= widest) continue;
      const squares = Float64Array.from(near, (j) => (x[j] - x[i]) ** 2 + (y[j] - y[i]) ** 2).sort();
      distances[i] = Math.sqrt(squares[k]);
      break;
    }
  }
  onProgress(count, count);
  return distances;
}
