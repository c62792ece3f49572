import { edgesOfBox, squaredToBox } from '../geometry/edge-blocks.ts';
import type { PlanarBounds } from '../geometry/planar-window.ts';
import type { WindowEdges } from './window-edges.ts';

/** A larger weight than this is cut, as one pair would outweigh the pattern (spatstat does the same). */
const LARGEST_WEIGHT = 100;

const FULL_TURN = 2 * Math.PI;
/** An arc below this many radians is rounding: the circle lies wholly inside or touches the edge. */
const LEAST_ARC = 1e-9;
/** Points of a circle on which to stand where its crossings do not add up. */
const STANDS = 96;
/** Rings of distance by which the edges about a point are sorted. */
const SHELLS = 64;

/** Ripley's weights of the circles about one point after another. */
export interface CircleWeights {
  /** The point about which the next weights are. */
  moveTo(x: number, y: number): void;
  /** 1 / (share of the circle of this radius that lies inside the window); radius > 0, at most the reach. */
  weight(radius: number): number;
}

/**
 * Isotropic edge correction (Ripley 1977; for polygons as in Baddeley, Rubak & Turner 2015, sec. 7.4.3), exact
 * for every window with holes: the arcs are found where the circle crosses the edges, not on a raster.
 *
 * @param reach the largest radius that will be asked for, metres
 */
export function isotropicWeights(edges: WindowEdges, reach: number): CircleWeights {
  return edges.rectangle ? weightsInRectangle(edges.rectangle) : weightsInPolygons(edges, reach);
}

function weightsInRectangle({ left, bottom, right, top }: PlanarBounds): CircleWeights {
  const sides = new Float64Array(4);
  const half = new Float64Array(4);
  return {
    moveTo(x, y) {
      sides[0] = x - left;
      sides[1] = y - bottom;
      sides[2] = right - x;
      sides[3] = top - y;
    },
    weight(radius) {
      // Each side cuts off an arc of twice `half`; at a corner inside the circle two arcs overlap.
      let outside = 0;
      for (let side = 0; side < 4; side++) {
        half[side] = sides[side] < radius ? Math.acos(sides[side] / radius) : 0;
        outside += 2 * half[side];
      }
      if (half[0] + half[2] > 0 && half[1] + half[3] > 0) {
        for (let side = 0; side < 4; side++)
          outside -= Math.max(0, half[side] + half[(side + 1) & 3] - Math.PI / 2);
      }
      return weightOfArc(FULL_TURN - outside);
    },
  };
}

function weightOfArc(arc: number): number {
  return Math.min(LARGEST_WEIGHT, FULL_TURN / Math.max(arc, LEAST_ARC));
}

/**
 * With the window on the left of each edge, a circle run counter-clockwise enters it where the edge leads
 * outward and leaves it where the edge leads inward. The arc inside is the sum of the angles of leaving less
 * those of entering, up to whole turns: the crossings need no sorting.
 */
function weightsInPolygons({ blocks, contains }: WindowEdges, reach: number): CircleWeights {
  const { edges, boxes } = blocks;
  const count = edges.length / 4;
  const offset = new Float64Array(count);
  const normal = new Float64Array(count);
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const foot = new Float64Array(count);
  const firstShell = new Uint8Array(count);
  const lastShell = new Uint8Array(count);
  const shellOffsets = new Uint32Array(SHELLS + 1);
  let shellEdges = new Uint32Array(256);
  const shellOf = (distance: number): number => Math.min(SHELLS - 1, Math.floor((distance / reach) * SHELLS));

  /** Keep one edge if it lies within reach; returns the number kept. */
  const keep = (edge: number, x: number, y: number, kept: number): number => {
    const [ax, ay, bx, by] = [edges[edge] - x, edges[edge + 1] - y, edges[edge + 2] - x, edges[edge + 3] - y];
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.sqrt(dx * dx + dy * dy);
    const height = (ay * dx - ax * dy) / length;
    const isFootInside = ax * dx + ay * dy < 0 && bx * dx + by * dy > 0;
    start[kept] = Math.sqrt(ax * ax + ay * ay);
    end[kept] = Math.sqrt(bx * bx + by * by);
    foot[kept] = isFootInside ? Math.abs(height) : Infinity;
    const nearest = Math.min(start[kept], end[kept], foot[kept]);
    if (nearest > reach) return kept;
    offset[kept] = height;
    normal[kept] = Math.atan2(dx, -dy);
    // One shell more on each side, as distances are rounded.
    firstShell[kept] = Math.max(0, shellOf(nearest) - 1);
    lastShell[kept] = Math.min(SHELLS - 1, shellOf(Math.max(start[kept], end[kept])) + 1);
    return kept + 1;
  };

  let [centreX, centreY] = [0, 0];
  return {
    moveTo(x, y) {
      [centreX, centreY] = [x, y];
      let kept = 0;
      for (let box = 0; box < boxes.length; box += 4) {
        if (squaredToBox(boxes, box, x, y) > reach * reach) continue;
        const { from, to } = edgesOfBox(blocks, box);
        for (let edge = from; edge < to; edge += 4) kept = keep(edge, x, y, kept);
      }
      shellOffsets.fill(0);
      for (let edge = 0; edge < kept; edge++) {
        for (let shell = firstShell[edge]; shell <= lastShell[edge]; shell++) shellOffsets[shell]++;
      }
      let total = 0;
      for (let shell = 0; shell <= SHELLS; shell++) {
        total += shellOffsets[shell];
        shellOffsets[shell] = total;
      }
      if (shellEdges.length < total) shellEdges = new Uint32Array(2 * total);
      for (let edge = 0; edge < kept; edge++) {
        for (let shell = firstShell[edge]; shell <= lastShell[edge]; shell++)
          shellEdges[--shellOffsets[shell]] = edge;
      }
    },
    weight(radius) {
      const shell = shellOf(radius);
      let arc = 0;
      let balance = 0;
      for (let at = shellOffsets[shell]; at < shellOffsets[shell + 1]; at++) {
        const edge = shellEdges[at];
        const startsInside = start[edge] <= radius;
        const endsInside = end[edge] <= radius;
        if (startsInside && endsInside) continue;
        if (!startsInside && !endsInside && foot[edge] >= radius) continue;
        const angle = Math.acos(Math.max(-1, Math.min(1, offset[edge] / radius)));
        if (startsInside) {
          arc += angle - normal[edge];
          balance++;
        } else if (endsInside) {
          arc += angle + normal[edge];
          balance--;
        } else arc += 2 * angle;
      }
      // Where districts were drawn apart the edge has small openings; a circle through one is measured by standing on it.
      if (balance !== 0) return 1 / standingShare(contains, centreX, centreY, radius);
      arc -= FULL_TURN * Math.floor(arc / FULL_TURN);
      return arc < LEAST_ARC ? 1 : weightOfArc(arc);
    },
  };
}

/** Share of a circle inside a window, by standing on its points; at least one of them. */
function standingShare(
  contains: (x: number, y: number) => boolean,
  x: number,
  y: number,
  radius: number,
): number {
  let inside = 0;
  for (let stand = 0; stand < STANDS; stand++) {
    const angle = (stand / STANDS) * FULL_TURN;
    if (contains(x + radius * Math.cos(angle), y + radius * Math.sin(angle))) inside++;
  }
  return Math.max(1, inside) / STANDS;
}
