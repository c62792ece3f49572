import type { Position } from 'geojson';
import { isInside, signedArea } from './feature-table-rings.ts';

/**
 * Lines joined end to end into closed rings. Where rings touch at an end of lines, each comes out by itself.
 *
 * @param lines each of two or more places
 * @returns the rings, or the place where a line ends and no other goes on
 */
export function joinRings(lines: readonly Position[][]): { rings: Position[][] } | { openAt: Position } {
  const rings: Position[][] = [];
  const open = lines.filter((line) => !isClosed(line));
  rings.push(...lines.filter(isClosed).map((line) => [...line]));

  const atEnd = new Map<string, number[]>();
  open.forEach((line, i) => {
    for (const end of [line[0], line[line.length - 1]]) {
      const there = atEnd.get(keyOf(end));
      if (there) there.push(i);
      else atEnd.set(keyOf(end), [i]);
    }
  });
  const isUsed = new Uint8Array(open.length);
  for (let first = 0; first < open.length; first++) {
    if (isUsed[first] === 1) continue;
    isUsed[first] = 1;
    const path = [...open[first]];
    // Where in the path each end of a line stands: coming there again closes a ring.
    const stands = new Map([[keyOf(path[0]), 0]]);
    for (;;) {
      const end = path[path.length - 1];
      const closedFrom = stands.get(keyOf(end));
      if (closedFrom !== undefined) {
        rings.push(path.slice(closedFrom));
        path.length = closedFrom + 1;
        for (const [key, at] of stands) if (at > closedFrom) stands.delete(key);
        if (path.length === 1) break;
      } else stands.set(keyOf(end), path.length - 1);
      const there = atEnd.get(keyOf(end)) ?? [];
      while (there.length > 0 && isUsed[there[there.length - 1]] === 1) there.pop();
      const next = there.pop();
      if (next === undefined) return { openAt: end };
      isUsed[next] = 1;
      const line = open[next];
      const onward = keyOf(line[0]) === keyOf(end) ? line : line.toReversed();
      for (let i = 1; i < onward.length; i++) path.push(onward[i]);
    }
  }
  return { rings };
}

const keyOf = ([x, y]: Position): string => `${x},${y}`;

function isClosed(line: readonly Position[]): boolean {
  return keyOf(line[0]) === keyOf(line[line.length - 1]);
}

/**
 * Rings as polygons by how they lie in one another: one inside an even number of others encloses, one inside an odd
 * number is a hole of the ring around it. Outer rings come out counter-clockwise, holes clockwise (RFC 7946).
 */
export function nestRings(rings: readonly Position[][]): Position[][][] {
  const bySize = rings
    .map((ring) => ({ ring, area: Math.abs(signedArea(ring)), depth: 0, polygon: [] as Position[][] }))
    .sort((a, b) => b.area - a.area);
  const polygons: Position[][][] = [];
  bySize.forEach((own, i) => {
    const around = bySize.slice(0, i).filter((other) => liesIn(own.ring, other.ring));
    own.depth = around.length;
    const parent = around.find(({ depth }) => depth === own.depth - 1);
    if (own.depth % 2 === 1 && parent) parent.polygon.push(turned(own.ring, false));
    else {
      own.polygon.push(turned(own.ring, true));
      polygons.push(own.polygon);
    }
  });
  return polygons;
}

function turned(ring: Position[], isCounterClockwise: boolean): Position[] {
  return signedArea(ring) > 0 === isCounterClockwise ? ring : ring.toReversed();
}

/** Rings that do not cross: the first vertex that is not one of the other ring decides, else the middle of a side. */
function liesIn(ring: readonly Position[], around: readonly Position[]): boolean {
  const shared = new Set(around.map(keyOf));
  const free = ring.find((place) => !shared.has(keyOf(place)));
  const [[ax, ay], [bx, by]] = ring;
  return isInside(free ?? [(ax + bx) / 2, (ay + by) / 2], around);
}
