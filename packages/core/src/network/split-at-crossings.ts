import { type PlanarLines, segmentIndex, segmentsOfLines } from './segment-index.ts';

/**
 * Lines with a vertex added wherever two of their segments cross, or one ends on the other, so that both have it.
 * Bridges and tunnels cross too and become junctions that do not exist: use it only for streets that were drawn
 * without common vertices.
 *
 * Segments that lie on each other get each other's ends. Cost: pairs of segments in a common grid cell.
 *
 * @param lines finite coordinates
 * @param tolerance metres; an end this near to a segment ends on it
 */
export function splitAtCrossings(lines: PlanarLines, tolerance: number): PlanarLines {
  const { segments, line } = segmentsOfLines(lines);
  const { x0, y0, x1, y1 } = segments;
  const index = segmentIndex(segments);
  // Cuts of a segment: share along it, and the place.
  const cuts = new Map<number, [number, number, number][]>();
  const cut = (segment: number, share: number, x: number, y: number): void => {
    const own = cuts.get(segment) ?? [];
    if (own.length === 0) cuts.set(segment, own);
    if (!own.some((other) => other[1] === x && other[2] === y)) own.push([share, x, y]);
  };
  /** An end of one segment that lies within another. */
  const touch = (segment: number, px: number, py: number): void => {
    const [dx, dy] = [x1[segment] - x0[segment], y1[segment] - y0[segment]];
    const squared = dx * dx + dy * dy;
    const share = ((px - x0[segment]) * dx + (py - y0[segment]) * dy) / squared;
    if (!(share > 0 && share < 1)) return;
    const away = Math.hypot(px - x0[segment] - share * dx, py - y0[segment] - share * dy);
    const rounding = 1e-12 * (Math.abs(px) + Math.abs(py));
    if (away <= Math.max(tolerance, rounding)) cut(segment, share, px, py);
  };
  const meet = (i: number, j: number): void => {
    touch(i, x0[j], y0[j]);
    touch(i, x1[j], y1[j]);
    touch(j, x0[i], y0[i]);
    touch(j, x1[i], y1[i]);
    const [ux, uy] = [x1[i] - x0[i], y1[i] - y0[i]];
    const [vx, vy] = [x1[j] - x0[j], y1[j] - y0[j]];
    const across = ux * vy - uy * vx;
    if (across === 0) return;
    const [wx, wy] = [x0[j] - x0[i], y0[j] - y0[i]];
    const s = (wx * vy - wy * vx) / across;
    const t = (wx * uy - wy * ux) / across;
    if (!(s > 0 && s < 1 && t > 0 && t < 1)) return;
    const [x, y] = [x0[i] + s * ux, y0[i] + s * uy];
    // A crossing at an end is a touch, whose vertex is there already.
    const near = Math.max(tolerance, 1e-12 * (Math.abs(x) + Math.abs(y)));
    const ends = [x0[i], y0[i], x1[i], y1[i], x0[j], y0[j], x1[j], y1[j]];
    for (let end = 0; end < 8; end += 2) if (Math.hypot(x - ends[end], y - ends[end + 1]) <= near) return;
    cut(i, s, x, y);
    cut(j, t, x, y);
  };
  for (let cell = 0; cell + 1 < index.offsets.length; cell++) {
    for (let a = index.offsets[cell]; a < index.offsets[cell + 1]; a++) {
      for (let b = a + 1; b < index.offsets[cell + 1]; b++) meet(index.members[a], index.members[b]);
    }
  }

  const x: number[] = [];
  const y: number[] = [];
  const offsets = new Uint32Array(lines.offsets.length);
  let segment = 0;
  for (let i = 0; i + 1 < lines.offsets.length; i++) {
    for (let vertex = lines.offsets[i]; vertex < lines.offsets[i + 1]; vertex++) {
      x.push(lines.x[vertex]);
      y.push(lines.y[vertex]);
      if (vertex + 1 === lines.offsets[i + 1] || line[segment] !== i) continue;
      const own = cuts.get(segment++)?.sort((a, b) => a[0] - b[0]) ?? [];
      for (const [, px, py] of own) {
        x.push(px);
        y.push(py);
      }
    }
    offsets[i + 1] = x.length;
  }
  return { offsets, x: Float64Array.from(x), y: Float64Array.from(y) };
}
