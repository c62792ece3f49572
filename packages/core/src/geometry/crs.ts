import proj4 from 'proj4';
import { OrynError } from '../errors/oryn-error.ts';
import { canonicalCrs, projDefinition } from './crs-definitions.ts';

/** A way from longitude and latitude (degrees, WGS 84) to metres on a plane and back. */
export interface MetricPlane {
  /** `EPSG:<code>` (aliases such as 102100 become it), a proj string, or `planar` for coordinates that are already metres on a plane. */
  readonly crs: string;
  /** Degrees to metres: [x, y]. */
  project(longitude: number, latitude: number): [number, number];
  /** Metres to degrees: [longitude, latitude]. */
  unproject(x: number, y: number): [number, number];
}

export const GEOGRAPHIC_CRS = 'EPSG:4326';
export const PLANAR_CRS = 'planar';

/** True for coordinate systems in degrees (of whatever datum), false for projected ones and `planar`. */
export function isGeographic(crs: string): boolean {
  if (crs === PLANAR_CRS) return false;
  return definitionOf(crs).projName === 'longlat';
}

/**
 * The plane of a projected coordinate system; its x and y are metres whatever unit the system counts in.
 *
 * @throws OrynError crs.unknown
 */
export function planeOfCrs(crs: string): MetricPlane {
  if (crs === PLANAR_CRS) {
    return { crs, project: (x, y) => [x, y], unproject: (x, y) => [x, y] };
  }
  const metersPerUnit = definitionOf(crs).to_meter ?? 1;
  const converter = proj4(proj4.WGS84, projDefinition(crs));
  return {
    crs: canonicalCrs(crs),
    project: (longitude, latitude) => {
      const [x, y] = converter.forward([longitude, latitude]);
      return [x * metersPerUnit, y * metersPerUnit];
    },
    unproject: (x, y) => {
      const [longitude, latitude] = converter.inverse([x / metersPerUnit, y / metersPerUnit]);
      return [longitude, latitude];
    },
  };
}

/** Metres per unit of the coordinates of a file in this system (1 for metres and `planar`, .3048 for feet). */
export function metersPerUnit(crs: string): number {
  return crs === PLANAR_CRS ? 1 : (definitionOf(crs).to_meter ?? 1);
}

/** The WGS 84 UTM zone of a place, named by its EPSG code. */
export function utmCrs(longitude: number, latitude: number): string {
  const zone = Math.min(60, Math.max(1, Math.floor((longitude + 180) / 6) + 1));
  return `EPSG:${latitude < 0 ? 327 : 326}${String(zone).padStart(2, '0')}`;
}

function definitionOf(crs: string): { projName?: string; to_meter?: number } {
  try {
    return proj4.Proj(projDefinition(crs)) as { projName?: string; to_meter?: number };
  } catch {
    throw new OrynError('crs.unknown', { given: crs });
  }
}
