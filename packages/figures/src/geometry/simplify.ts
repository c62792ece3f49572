/**
 * Leaves out the vertices of a line that lie nearer than `tolerance` to the line without them
 * (Douglas and Peucker 1973). The ends stay.
 *
 * @param line x, y pairs in any unit
 * @param tolerance in the same unit
 */
export function simplify(line: Float64Array, tolerance: number): Float64Array {
  const n = line.length / 2;
  if (n < 3) return line;
  const keep = new Uint8Array(n);
  keep[0] = keep[n - 1] = 1;
  const open: [number, number][] = [[0, n - 1]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [first, last] = range;
    let farthest = -1;
    let distance = tolerance * tolerance;
    for (let i = first + 1; i < last; i++) {
      const d = squaredDistance(line, i, first, last);
      if (d > distance) [farthest, distance] = [i, d];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    open.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, i) => keep[i >> 1] === 1);
}

/** Squared distance of vertex `i` from the segment between the vertices `a` and `b`. */
function squaredDistance(line: Float64Array, i: number, a: number, b: number): number {
  const x = line[2 * a]!;
  const y = line[2 * a + 1]!;
  const dx = line[2 * b]! - x;
  const dy = line[2 * b + 1]! - y;
  const px = line[2 * i]! - x;
  const py = line[2 * i + 1]! - y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return (px - t * dx) ** 2 + (py - t * dy) ** 2;
}
