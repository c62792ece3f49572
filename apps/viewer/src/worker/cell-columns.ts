import type { HotClass } from '@oryn/core';

/** Corners drawn of a cell. */
export const CORNERS = 6;

/** Outlines of all cells of a bundle in the plane of the map, sent once. */
export interface CellShapes {
  /** What the corners are counted from, in widths of the world (web Mercator, x to the east, y to the south). */
  origin: readonly [x: number, y: number];
  /** x and y of six corners a cell. */
  corners: Float32Array;
}

/** One value a cell of the bundle, sent for every question. */
export interface CellColumns {
  n: Uint32Array;
  /** NaN where not tested. */
  z: Float64Array;
  p: Float64Array;
  q: Float64Array;
  /** Position in `hotClasses`. */
  hotClass: Uint8Array;
  /** Rank of its problem place, 0 for none. */
  rank: Uint16Array;
}

/** The first is a cell that was not tested. */
export const hotClasses: readonly (HotClass | '')[] = [
  '',
  'none',
  'hot99',
  'hot95',
  'hot90',
  'cold99',
  'cold95',
  'cold90',
];

/** Longitude and latitude in widths of the world. */
export function mercatorOf(lon: number, lat: number): [x: number, y: number] {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return [lon / 360 + 0.5, 0.5 - y];
}
