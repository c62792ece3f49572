/** Edges in one block; a block whose box is too far away is skipped whole. */
const EDGES_PER_BLOCK = 32;

/** Edges in blocks of neighbours, with the box of each block. */
export interface EdgeBlocks {
  /** ax, ay, bx, by of each edge. */
  readonly edges: Float64Array;
  /** Left, bottom, right, top of each block. */
  readonly boxes: Float64Array;
}

/** @param edges ax, ay, bx, by of each edge, neighbours mostly side by side as along a ring */
export function edgeBlocks(edges: Float64Array): EdgeBlocks {
  const boxes = new Float64Array(Math.ceil(edges.length / 4 / EDGES_PER_BLOCK) * 4);
  for (let box = 0; box < boxes.length; box += 4) {
    boxes.set([Infinity, Infinity, -Infinity, -Infinity], box);
    const { from, to } = edgesOfBox({ edges, boxes }, box);
    for (let at = from; at < to; at += 2) {
      boxes[box] = Math.min(boxes[box], edges[at]);
      boxes[box + 1] = Math.min(boxes[box + 1], edges[at + 1]);
      boxes[box + 2] = Math.max(boxes[box + 2], edges[at]);
      boxes[box + 3] = Math.max(boxes[box + 3], edges[at + 1]);
    }
  }
  return { edges, boxes };
}

/** The stretch of `edges` that belongs to the box beginning at a position of `boxes`. */
export function edgesOfBox({ edges }: EdgeBlocks, box: number): { from: number; to: number } {
  const from = box * EDGES_PER_BLOCK;
  return { from, to: Math.min(edges.length, from + 4 * EDGES_PER_BLOCK) };
}

/** Squared distance from a point to a box; 0 inside it. */
export function squaredToBox(boxes: Float64Array, box: number, x: number, y: number): number {
  const dx = Math.max(boxes[box] - x, 0, x - boxes[box + 2]);
  const dy = Math.max(boxes[box + 1] - y, 0, y - boxes[box + 3]);
  return dx * dx + dy * dy;
}

/** Distance from a point to the nearest edge, Infinity without one; the block of the nearest box comes first. */
export function distanceToEdges(blocks: EdgeBlocks, x: number, y: number): number {
  const { boxes } = blocks;
  let nearestBox = 0;
  let nearest = Infinity;
  for (let box = 0; box < boxes.length; box += 4) {
    const squared = squaredToBox(boxes, box, x, y);
    if (squared < nearest) [nearest, nearestBox] = [squared, box];
  }
  if (boxes.length === 0) return Infinity;
  let least = squaredInBlock(blocks, nearestBox, x, y, Infinity);
  for (let box = 0; box < boxes.length; box += 4) {
    if (box !== nearestBox && squaredToBox(boxes, box, x, y) < least)
      least = squaredInBlock(blocks, box, x, y, least);
  }
  return Math.sqrt(least);
}

/** The least squared distance to an edge of one block, or `least` where none is nearer. */
function squaredInBlock(blocks: EdgeBlocks, box: number, x: number, y: number, least: number): number {
  const { edges } = blocks;
  const { from, to } = edgesOfBox(blocks, box);
  let found = least;
  for (let at = from; at < to; at += 4) {
    const ax = edges[at] - x;
    const ay = edges[at + 1] - y;
    const dx = edges[at + 2] - edges[at];
    const dy = edges[at + 3] - edges[at + 1];
    const squared = dx * dx + dy * dy;
    // An edge without length is its end.
    const along = squared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared)) : 0;
    const px = ax + along * dx;
    const py = ay + along * dy;
    found = Math.min(found, px * px + py * py);
  }
  return found;
}
