import type { XY } from './geometry.ts';
import type { Plane } from './plane.ts';

export type Properties = Readonly<Record<string, string | number | boolean>>;

export interface Feature {
  readonly properties: Properties;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** A FeatureCollection with one feature per line, marked as simulated everywhere. */
export function geojsonText(name: string, features: readonly Feature[]): string {
  const lines = features.map(({ properties, geometry }) =>
    JSON.stringify({ type: 'Feature', properties: { ...properties, simulated: true }, geometry }),
  );
  return `{"type":"FeatureCollection","simulated":true,"name":${JSON.stringify(name)},"features":[\n${lines.join(',\n')}\n]}\n`;
}

export function lineFeature(plane: Plane, path: readonly XY[], properties: Properties): Feature {
  return {
    properties,
    geometry: { type: 'LineString', coordinates: path.map((point) => plane.lonLat(point)) },
  };
}

export function pointFeature(plane: Plane, point: XY, properties: Properties): Feature {
  return { properties, geometry: { type: 'Point', coordinates: plane.lonLat(point) } };
}

/** One polygon, or a MultiPolygon of outer rings; rings are closed here. */
export function areaFeature(
  plane: Plane,
  rings: readonly (readonly XY[])[],
  properties: Properties,
): Feature {
  const closed = rings.map((ring) => {
    const points = ring.map((point) => plane.lonLat(point));
    const first = points[0]!;
    const last = points[points.length - 1]!;
    if (first[0] !== last[0] || first[1] !== last[1]) points.push(first);
    return points;
  });
  return {
    properties,
    geometry:
      closed.length === 1
        ? { type: 'Polygon', coordinates: [closed[0]] }
        : { type: 'MultiPolygon', coordinates: closed.map((ring) => [ring]) },
  };
}

/** Rows as CSV; fields with a comma or a quote are quoted. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const field = (value: string | number): string => {
    const text = String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[header, ...rows].map((row) => row.map(field).join(',')).join('\n')}\n`;
}
