import type { MultiPolygon, Polygon, Position } from 'geojson';
import { orient2d } from 'robust-predicates';

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Answers whether a point lies in an area of one or more polygons with holes. */
export interface PolygonIndex {
  readonly bounds: Bounds;
  /** True inside; a point exactly on an edge may fall on either side, always the same. */
  contains(x: number, y: number): boolean;
}

/** Edges of one polygon in horizontal slabs, so that a query meets only the edges of its own height. */
interface SlabPolygon {
  bounds: Bounds;
  slabHeight: number;
  slabOffsets: Uint32Array;
  slabEdges: Uint32Array;
  /** x1, y1, x2, y2 per edge. */
  edges: Float64Array;
}

/** The polygons of an area, all together: a point in any of them is inside. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Index polygons for point queries: O(edges) to build, about O(sqrt(edges)) a query. */
export function indexPolygons(polygons: Position[][][]): PolygonIndex {
  const slabs = polygons.map(indexPolygon);
  const bounds = slabs.map((slab) => slab.bounds).reduce(joinBounds);
  return { bounds, contains: (x, y) => slabs.some((slab) => slabContains(slab, x, y)) };
}

function joinBounds(a: Bounds, b: Bounds): Bounds {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  };
}

function boundsOfRing(ring: Position[]): Bounds {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of ring) {
    bounds.west = Math.min(bounds.west, x);
    bounds.south = Math.min(bounds.south, y);
    bounds.east = Math.max(bounds.east, x);
    bounds.north = Math.max(bounds.north, y);
  }
  return bounds;
}

function indexPolygon(rings: Position[][]): SlabPolygon {
  const coordinates: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      if (ring[i - 1][1] !== ring[i][1])
        coordinates.push(ring[i - 1][0], ring[i - 1][1], ring[i][0], ring[i][1]);
    }
  }
  const edges = Float64Array.from(coordinates);
  const edgeCount = edges.length / 4;
  const bounds = boundsOfRing(rings[0]);
  const slabCount = Math.max(1, Math.ceil(Math.sqrt(edgeCount)));
  const slabHeight = (bounds.north - bounds.south) / slabCount || 1;
  const slabOf = (y: number): number =>
    Math.min(slabCount - 1, Math.max(0, Math.floor((y - bounds.south) / slabHeight)));
  const bySlab: number[][] = Array.from({ length: slabCount }, () => []);
  for (let edge = 0; edge < edgeCount; edge++) {
    const [low, high] = [edges[edge * 4 + 1], edges[edge * 4 + 3]].sort((a, b) => a - b);
    for (let slab = slabOf(low); slab <= slabOf(high); slab++) bySlab[slab].push(edge);
  }
  const slabOffsets = new Uint32Array(slabCount + 1);
  bySlab.forEach((list, slab) => {
    slabOffsets[slab + 1] = slabOffsets[slab] + list.length;
  });
  return { bounds, slabHeight, slabOffsets, slabEdges: Uint32Array.from(bySlab.flat()), edges };
}

function slabContains(polygon: SlabPolygon, x: number, y: number): boolean {
  const { bounds, slabHeight, slabOffsets, slabEdges, edges } = polygon;
  if (x < bounds.west || x > bounds.east || y < bounds.south || y > bounds.north) return false;
  const slab = Math.min(slabOffsets.length - 2, Math.floor((y - bounds.south) / slabHeight));
  let inside = false;
  for (let i = slabOffsets[slab]; i < slabOffsets[slab + 1]; i++) {
    const at = slabEdges[i] * 4;
    const y1 = edges[at + 1];
    const y2 = edges[at + 3];
    if (y1 > y === y2 > y) continue;
    // The exact sign keeps points near an edge on one and the same side whatever the rounding.
    const side = orient2d(edges[at], y1, edges[at + 2], y2, x, y);
    if (y2 > y1 ? side < 0 : side > 0) inside = !inside;
  }
  return inside;
}
