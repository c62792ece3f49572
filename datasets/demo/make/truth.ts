import { cellToLatLng, latLngToCell } from 'h3-js';
import type { Address } from './addresses.ts';
import { distance, pathLength, pointAlong, type XY } from './geometry.ts';
import type { Segment } from './network.ts';
import type { CityPlan } from './plan.ts';
import type { Plane } from './plane.ts';
import { areaCentre } from './plant.ts';
import type { Risk } from './risk.ts';

const RESOLUTION = 9;
const WALK_METRES = 20;
/** A cell is called planted when an area adds at least this share of its expectation and this many. */
const PLANTED_SHARE = 0.5;
const PLANTED_COUNT = 5;

export interface CellTruth {
  readonly place: string;
  readonly expected: number;
  readonly planted: string;
  /** What planted areas add, in cells at their rim too. */
  readonly added: number;
}

/** The planted risk of every H3 cell that a street or a facility touches, by index. */
export function truthCells(
  plan: CityPlan,
  plane: Plane,
  segments: readonly Segment[],
  addresses: readonly Address[],
  risk: Risk,
  inside: (point: XY) => boolean,
): CellTruth[] {
  const cellAt = (point: XY): string => {
    const [lon, lat] = plane.lonLat(point);
    return latLngToCell(lat, lon, RESOLUTION);
  };
  const cells = new Map<string, { expected: number; byArea: Float64Array }>();
  const cell = (id: string): { expected: number; byArea: Float64Array } => {
    let found = cells.get(id);
    if (!found) {
      found = { expected: 0, byArea: new Float64Array(plan.areas.length) };
      cells.set(id, found);
    }
    return found;
  };
  for (const { path } of segments) {
    const length = pathLength(path);
    const steps = Math.max(1, Math.ceil(length / WALK_METRES));
    for (let i = 0; i <= steps; i++) {
      const { point } = pointAlong(path, (length * i) / steps);
      if (inside(point)) cell(cellAt(point));
    }
  }
  for (const [at, address] of addresses.entries()) {
    const found = cell(cellAt(address.point));
    found.expected += risk.place[at]!;
    if (risk.area[at]! >= 0) found.byArea[risk.area[at]!]! += risk.planted[at]!;
  }
  return [...cells]
    .map(([place, { expected, byArea }]) => ({
      place,
      expected,
      planted: plantedName(plan, expected, byArea),
      added: byArea.reduce((sum, part) => sum + part, 0),
    }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

function plantedName(plan: CityPlan, expected: number, byArea: Float64Array): string {
  let best = -1;
  for (let i = 0; i < byArea.length; i++) if (byArea[i]! > (byArea[best] ?? 0)) best = i;
  const added = byArea[best] ?? 0;
  return added >= PLANTED_COUNT && added >= PLANTED_SHARE * expected ? plan.areas[best]!.name : '';
}

/** Expected place-layer incidents per segment, those of its facilities included. */
export function truthSegments(
  segments: readonly Segment[],
  addresses: readonly Address[],
  risk: Risk,
): Float64Array {
  const expected = new Float64Array(segments.length);
  for (const [at, { segment }] of addresses.entries()) expected[segment]! += risk.place[at]!;
  return expected;
}

export interface AreaTruth {
  readonly index: number;
  readonly ring: XY[];
  /** All that is expected inside the radius and on the area's stacks, background included. */
  readonly expected: number;
  readonly planted: number;
}

export function truthAreas(plan: CityPlan, addresses: readonly Address[], risk: Risk): AreaTruth[] {
  return plan.areas.map((area, index) => {
    const centre = areaCentre(plan, area);
    let expected = 0;
    let planted = 0;
    for (const [at, address] of addresses.entries()) {
      if (risk.area[at] !== index && distance(address.point, centre) > area.radius) continue;
      expected += risk.place[at]!;
      if (risk.area[at] === index) planted += risk.planted[at]!;
    }
    const ring: XY[] = [];
    for (let i = 0; i <= 32; i++) {
      const angle = (2 * Math.PI * (i % 32)) / 32;
      ring.push([centre[0] + area.radius * Math.cos(angle), centre[1] + area.radius * Math.sin(angle)]);
    }
    return { index, ring, expected, planted };
  });
}

/** Centre of a truth cell, `[lon, lat]`. */
export function cellCentre(cell: string): readonly [number, number] {
  const [lat, lon] = cellToLatLng(cell);
  return [lon, lat];
}
