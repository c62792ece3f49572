import { isGeographic, type MetricPlane, metersPerUnit, OrynError, PLANAR_CRS, planeOfCrs } from '@oryn/core';
import type { DropReason } from './account.ts';
import type { ColumnMapping } from './column-roles.ts';

/** A point of a row: degrees, and metres where the file is projected. */
export interface ReadPoint {
  lon: number;
  lat: number;
  x: number;
  y: number;
}

/** Reads the coordinates of a row, or says why it cannot. */
export interface CoordinateReader {
  /** Columns read, first and second. */
  readonly columns: readonly [string, string];
  /** The projected system of the file, if it has one. */
  readonly projected: string | undefined;
  read(first: string, second: string): ReadPoint | DropReason;
}

/**
 * Degrees from lon/lat columns; with only x/y columns, metres of the projected `crs` turned into degrees.
 *
 * @throws OrynError columns.no-coordinates, crs.axes-missing, crs.unknown
 */
export function coordinateReader(
  file: string,
  columns: readonly string[],
  mapping: ColumnMapping,
  crs: string | undefined,
): CoordinateReader {
  const { lon, lat, x, y } = mapping;
  if (lon && lat && crs !== PLANAR_CRS) {
    return { columns: [lon, lat], projected: undefined, read: readDegrees };
  }
  if (!x || !y) throw new OrynError('columns.no-coordinates', { file, columns: columns.join(', ') });
  const system = crs ?? (/_3857$/i.test(x) ? 'EPSG:3857' : undefined);
  if (!system) throw new OrynError('columns.no-coordinates', { file, columns: columns.join(', ') });
  if (system !== PLANAR_CRS && isGeographic(system)) {
    return { columns: [x, y], projected: undefined, read: readDegrees };
  }
  const plane = planeOfCrs(system);
  const unit = metersPerUnit(system);
  return {
    columns: [x, y],
    projected: system,
    read: (first, second) => readPlane(first, second, plane, unit),
  };
}

function readDegrees(first: string, second: string): ReadPoint | DropReason {
  const pair = readPair(first, second);
  if (typeof pair === 'string') return pair;
  const [lon, lat] = pair;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return 'out-of-range';
  return { lon, lat, x: Number.NaN, y: Number.NaN };
}

function readPlane(first: string, second: string, plane: MetricPlane, unit: number): ReadPoint | DropReason {
  const pair = readPair(first, second);
  if (typeof pair === 'string') return pair;
  const [x, y] = [pair[0] * unit, pair[1] * unit];
  if (plane.crs === PLANAR_CRS) return { lon: Number.NaN, lat: Number.NaN, x, y };
  const [lon, lat] = plane.unproject(x, y);
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return 'out-of-range';
  return { lon, lat, x, y };
}

function readPair(first: string, second: string): [number, number] | DropReason {
  if (first.trim() === '' || second.trim() === '') return 'no-coordinates';
  const a = Number(first.replace(',', '.'));
  const b = Number(second.replace(',', '.'));
  if (!Number.isFinite(a) || !Number.isFinite(b)) return 'not-a-number';
  if (a === 0 && b === 0) return 'zero-zero';
  return [a, b];
}
