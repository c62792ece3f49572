import { indexPolygons, type MetricPlane, type Places, polygonsOf } from '@oryn/core';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { cellToParent, latLngToCell } from 'h3-js';
import { roleOf } from '../naming/context-role.ts';
import type { UnitFacts } from './unit-facts.ts';

/** The larger place that each place belongs to. */
export interface Parents {
  kind: 'districts' | 'h3' | 'squares' | 'table';
  /** Number of the parent of each place; -1 for a place that lies in no district. */
  of: Int32Array;
  /** Resolution of H3 parents. */
  resolution?: number;
}

/** Two resolutions up a cell has 49 children, and so has a block of 7 by 7 squares. */
const RESOLUTIONS_UP = 2;
const SQUARES_PER_SIDE = 7;

/** Cells of about 5 km², for places that are no lattice. */
const PARENT_RESOLUTION = 7;

/**
 * The districts of the context, where there are any; else the cell two resolutions up for H3 cells, the block of
 * 7 × 7 for squares, and for other places the H3 cell of resolution 7 that holds their middle.
 */
export function parentsOf(
  places: Places,
  unit: UnitFacts,
  plane: MetricPlane,
  context: readonly Feature[],
): Parents {
  return districtParents(places, context) ?? latticeParents(places, unit, plane);
}

/** Parents that are larger cells of a lattice, the same rule in every city. */
export function latticeParents(places: Places, unit: UnitFacts, plane: MetricPlane): Parents {
  if (unit.sizeMeters !== undefined) {
    const side = unit.sizeMeters * SQUARES_PER_SIDE;
    const names = Array.from(places.lon, (lon, i) => {
      const [x, y] = plane.project(lon, places.lat[i]);
      return `${Math.floor(x / side)} ${Math.floor(y / side)}`;
    });
    return { kind: 'squares', of: numbersOf(names) };
  }
  if (places.kind === 'h3') {
    const resolution = places.resolution - RESOLUTIONS_UP;
    const of = numbersOf(places.ids.map((id) => cellToParent(id, resolution)));
    return { kind: 'h3', of, resolution };
  }
  const names = Array.from(places.lon, (lon, i) => latLngToCell(places.lat[i], lon, PARENT_RESOLUTION));
  return { kind: 'h3', of: numbersOf(names), resolution: PARENT_RESOLUTION };
}

function districtParents({ lon, lat, count }: Places, context: readonly Feature[]): Parents | undefined {
  const districts = context.filter((feature) => roleOf(feature) === 'district');
  if (districts.length < 2) return undefined;
  const indexes = districts.map(({ geometry }) =>
    indexPolygons(polygonsOf(geometry as Polygon | MultiPolygon)),
  );
  const of = Int32Array.from({ length: count }, (_, place) =>
    indexes.findIndex((index) => index.contains(lon[place], lat[place])),
  );
  // Where no place lies in a district, the polygons are of another city or of something else.
  return of.some((parent) => parent >= 0) ? { kind: 'districts', of } : undefined;
}

/** Names as numbers, in the order in which they first occur. */
function numbersOf(names: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  });
}
