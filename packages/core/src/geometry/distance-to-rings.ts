import type { Position } from 'geojson';

/** Edges in one block; a block whose box is too far away is skipped whole. */
const EDGES_PER_BLOCK = 32;

/**
 * A function that gives the distance in metres from a point to the nearest edge of some rings, inside or out;
 * Infinity without an edge. Blocks of consecutive edges are skipped by their bounding boxes.
 *
 * @param rings closed rings of [x, y] in metres on a plane
 */
export function distanceToRings(rings: readonly Position[][]): (x: number, y: number) => number {
  const edges: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) edges.push(ring[i - 1][0], ring[i - 1][1], ring[i][0], ring[i][1]);
  }
  const count = edges.length / 4;
  const blocks: { from: number; to: number; box: [number, number, number, number] }[] = [];
  for (let from = 0; from < count; from += EDGES_PER_BLOCK) {
    const to = Math.min(count, from + EDGES_PER_BLOCK);
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = from * 4; i < to * 4; i += 2) {
      box[0] = Math.min(box[0], edges[i]);
      box[1] = Math.min(box[1], edges[i + 1]);
      box[2] = Math.max(box[2], edges[i]);
      box[3] = Math.max(box[3], edges[i + 1]);
    }
    blocks.push({ from, to, box });
  }
  return (x, y) => {
    let least = Infinity;
    for (const { from, to, box } of blocks) {
      const dx = Math.max(box[0] - x, 0, x - box[2]);
      const dy = Math.max(box[1] - y, 0, y - box[3]);
      if (Math.hypot(dx, dy) >= least) continue;
      for (let edge = from * 4; edge < to * 4; edge += 4) {
        least = Math.min(
          least,
          distanceToSegment(x, y, edges[edge], edges[edge + 1], edges[edge + 2], edges[edge + 3]),
        );
      }
    }
    return least;
  };
}

function distanceToSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const along = squared > 0 ? ((x - x1) * dx + (y - y1) * dy) / squared : 0;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
