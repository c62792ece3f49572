import { edgeBlocks, edgesOfBox, indexPolygons } from '@oryn/core';
import type { Position } from 'geojson';

/**
 * Whether a line meets an area: a vertex lies inside, or a part of the line crosses a side of the area.
 *
 * @param polygons of the area, degrees
 */
export function lineMeets(polygons: Position[][][]): (line: readonly Position[]) => boolean {
  const index = indexPolygons(polygons);
  const { west, south, east, north } = index.bounds;
  const sides = polygons
    .flat()
    .flatMap((ring) => ring.slice(1).flatMap(([bx, by], i) => [ring[i][0], ring[i][1], bx, by]));
  const blocks = edgeBlocks(Float64Array.from(sides));
  return (line) => {
    if (line.some(([x, y]) => index.contains(x, y))) return true;
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
      const [bottom, top] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
      if (right < west || left > east || top < south || bottom > north) continue;
      for (let box = 0; box < blocks.boxes.length; box += 4) {
        const [x1, y1, x2, y2] = blocks.boxes.subarray(box, box + 4);
        if (right < x1 || left > x2 || top < y1 || bottom > y2) continue;
        const { from, to } = edgesOfBox(blocks, box);
        for (let at = from; at < to; at += 4) if (crosses(a, b, blocks.edges, at)) return true;
      }
    }
    return false;
  };
}

/** Whether two stretches have a point in common; those that lie side by side on one line are told by their boxes. */
function crosses([ax, ay]: Position, [bx, by]: Position, edges: Float64Array, at: number): boolean {
  const [cx, cy, dx, dy] = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number): number =>
    Math.sign((qx - px) * (y - py) - (qy - py) * (x - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0
  );
}
