import type { Position } from 'geojson';
import { distanceToEdges, edgeBlocks } from './edge-blocks.ts';

/**
 * A function that gives the distance in metres from a point to the nearest edge of some rings, inside or out;
 * Infinity without an edge.
 *
 * @param rings closed rings of [x, y] in metres on a plane
 */
export function distanceToRings(rings: readonly Position[][]): (x: number, y: number) => number {
  const edges: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) edges.push(ring[i - 1][0], ring[i - 1][1], ring[i][0], ring[i][1]);
  }
  const blocks = edgeBlocks(Float64Array.from(edges));
  return (x, y) => distanceToEdges(blocks, x, y);
}
