import { GEOGRAPHIC_CRS, isGeographic, metersPerUnit, planeOfCrs } from '@oryn/core';
import type { Geometry, Position } from 'geojson';

/** Turns coordinates of a file into degrees; undefined where they are degrees already. */
export type ToDegrees = (x: number, y: number) => [number, number];

/** Codes that ArcGIS and old web maps give to Web Mercator. */
const WEB_MERCATOR = new Set([102100, 102113, 900913, 3785, 3857]);

/** The name of a system by its code of EPSG or Esri. */
export function crsOfCode(code: number): string {
  if (WEB_MERCATOR.has(code)) return 'EPSG:3857';
  return code === 4326 ? GEOGRAPHIC_CRS : `EPSG:${code}`;
}

/** The system named by a text such as `urn:ogc:def:crs:EPSG::3857`; undefined for longitude and latitude on WGS 84. */
export function crsOfName(name: string): string | undefined {
  if (/CRS:?:?84$/i.test(name)) return undefined;
  const code = /EPSG[:/]+(?:[\d.]*[:/])?(\d{4,6})$/i.exec(name);
  const crs = code ? crsOfCode(Number(code[1])) : name;
  return crs === GEOGRAPHIC_CRS ? undefined : crs;
}

/** @throws OrynError crs.unknown */
export function toDegreesFrom(crs: string | undefined): ToDegrees | undefined {
  if (crs === undefined || isGeographic(crs)) return undefined;
  const plane = planeOfCrs(crs);
  const unit = metersPerUnit(crs);
  return (x, y) => plane.unproject(x * unit, y * unit);
}

/** The geometry with every position passed through `change`; heights are kept. */
export function mapPositions<G extends Geometry>(geometry: G, change: ToDegrees | undefined): G {
  if (!change) return geometry;
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, change)) };
  }
  const deep = (part: unknown): unknown => {
    const parts = part as unknown[];
    if (parts.length > 0 && typeof parts[0] !== 'number') return parts.map(deep);
    const [x, y, ...rest] = parts as Position;
    return parts.length < 2 ? parts : [...change(x, y), ...rest];
  };
  return { ...geometry, coordinates: deep(geometry.coordinates) };
}
