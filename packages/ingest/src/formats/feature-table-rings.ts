import type { Position } from 'geojson';

/**
 * Rings of Esri formats as polygons: an outer ring runs clockwise, a hole the other way and lies in the smallest
 * outer ring around it. The rings come out as RFC 7946 asks, outer ones counter-clockwise. A hole without an outer
 * ring is taken for an outer ring drawn the wrong way round.
 *
 * @throws RangeError for more rings than any map has
 */
export function polygonsOfRings(rings: readonly Position[][]): Position[][][] {
  const outers: { ring: Position[]; area: number; holes: Position[][] }[] = [];
  const holes: { ring: Position[]; area: number }[] = [];
  for (const ring of rings) {
    const area = signedArea(ring);
    if (area <= 0) outers.push({ ring: ring.toReversed(), area: -area, holes: [] });
    else holes.push({ ring, area });
  }
  if (outers.length * holes.length > MOST_PAIRS) throw new RangeError('rings');
  outers.sort((a, b) => a.area - b.area);
  const orphans: Position[][] = [];
  for (const { ring, area } of holes) {
    const around = outers.find(
      (outer) => outer.area >= area && ring.length > 0 && isInside(ring[0], outer.ring),
    );
    if (around) around.holes.push(ring.toReversed());
    else orphans.push(ring);
  }
  return [...outers.map((outer) => [outer.ring, ...outer.holes]), ...orphans.map((ring) => [ring])];
}

/** Holes times outer rings; each pair may have to be compared. */
const MOST_PAIRS = 25_000_000;

/** Positive where the ring runs counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += (ring[j][0] - ring[i][0]) * (ring[j][1] + ring[i][1]);
  }
  return sum / 2;
}

/** Whether a point lies in a ring; one on a side may fall on either side. */
export function isInside([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
