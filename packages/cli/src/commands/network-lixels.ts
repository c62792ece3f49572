import { type Lixels, lineOfPart, lixelAt, type NetworkDensity } from '@oryn/core';
import { type Column, type NetworkData, recordsOf, type Study } from '@oryn/study';

/** One row per lixel: the middle of it, its length, the incidents placed on it, and the density. */
export function lixelColumns(
  { network, placed, placedWeights, plane, streets }: NetworkData,
  lixels: Lixels,
  { values }: NetworkDensity,
  { lang }: Study,
): Column[] {
  const counts = new Float64Array(lixels.count);
  const weights = placedWeights && new Float64Array(lixels.count);
  lixelAt(lixels, placed).forEach((lixel, i) => {
    counts[lixel]++;
    if (weights && placedWeights) weights[lixel] += placedWeights[i];
  });
  const names = streets.map((street) => street?.[lang] ?? '');
  const degrees =
    plane.crs === 'planar' ? undefined : Array.from(lixels.x, (x, i) => plane.unproject(x, lixels.y[i]));
  const place: Column[] = degrees
    ? [
        { name: 'lon', values: degrees.map(([lon]) => rounded(lon)) },
        { name: 'lat', values: degrees.map(([, lat]) => rounded(lat)) },
      ]
    : [
        { name: 'x', values: lixels.x },
        { name: 'y', values: lixels.y },
      ];
  return [
    { name: 'lixel', values: Array.from(lixels.edge, (_, i) => i + 1), integer: true },
    { name: 'street', values: Array.from(lixels.edge, (edge) => names[network.line[edge]]) },
    ...place,
    { name: 'length_m', values: lixels.length },
    { name: 'n', values: counts, integer: true },
    ...(weights ? [{ name: 'weight', values: weights }] : []),
    { name: 'density_per_km', values },
  ];
}

/** Seven decimals of a degree are a centimetre. */
const rounded = (degrees: number): number => Number(degrees.toFixed(7));

/** The lixels as GeoJSON lines with the columns of their table. */
export function lixelLines(
  { network, plane, simulated }: NetworkData,
  lixels: Lixels,
  columns: readonly Column[],
): unknown {
  const mark = simulated && { simulated: true };
  const features = recordsOf(columns).map((record, i) => {
    const line = lineOfPart(network, lixels.edge[i], lixels.start[i], lixels.end[i]);
    const coordinates = line.map(([x, y]) => plane.unproject(x, y).map(rounded));
    return {
      type: 'Feature',
      properties: { ...record, ...mark },
      geometry: { type: 'LineString', coordinates },
    };
  });
  return { type: 'FeatureCollection', ...mark, features };
}
