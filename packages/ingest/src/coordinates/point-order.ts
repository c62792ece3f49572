import type { StudyArea } from '@oryn/core';
import { parsePointText } from './point-text.ts';

/** Which coordinate comes first in a column that holds both, and why it is thought so. */
export interface PointOrder {
  order: 'lat-lon' | 'lon-lat';
  /** The `text` itself (WKT, letters), the column's `name`, its `values`, the `area`, or the `custom` of "lat, lon". */
  reason: 'text' | 'name' | 'values' | 'area' | 'custom';
  /** System named by `SRID=…` in the cells. */
  srid: string | undefined;
}

/** Latitudes and longitudes of Kazakhstan, which decide where the names do not. */
const inKazakhstan = (lon: number, lat: number): boolean => lon > 46 && lon < 88 && lat > 40 && lat < 56;

/** Decide the order from the first rows; `lat, lon` as maps on the web write it where nothing decides. */
export function choosePointOrder(
  name: string,
  sample: readonly string[],
  area: StudyArea | undefined,
): PointOrder {
  const points = sample.flatMap((text) => parsePointText(text) ?? []);
  const srid = points.find((point) => point.srid !== undefined)?.srid;
  const said = points.filter((point) => point.order !== undefined);
  if (said.length > points.length / 2) return { order: said[0].order ?? 'lon-lat', reason: 'text', srid };
  const key = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (/^.{0,20}(?:lat|широт|ендік).{0,12}(?:lon|lng|долгот|бойлық)/u.test(key))
    return { order: 'lat-lon', reason: 'name', srid };
  if (/^.{0,20}(?:lon|lng|долгот|бойлық).{0,12}(?:lat|широт|ендік)/u.test(key))
    return { order: 'lon-lat', reason: 'name', srid };
  const most = (holds: (first: number, second: number) => boolean): boolean =>
    points.length > 0 &&
    points.filter(({ first, second }) => holds(first, second)).length >= 0.9 * points.length;
  if (points.some(({ second }) => Math.abs(second) > 90) && !points.some(({ first }) => Math.abs(first) > 90))
    return { order: 'lat-lon', reason: 'values', srid };
  if (points.some(({ first }) => Math.abs(first) > 90) && !points.some(({ second }) => Math.abs(second) > 90))
    return { order: 'lon-lat', reason: 'values', srid };
  const places: [(lon: number, lat: number) => boolean, 'area' | 'values'][] = [[inKazakhstan, 'values']];
  if (area) places.unshift([area.contains, 'area']);
  for (const [inside, reason] of places) {
    const [lonFirst, latFirst] = [most(inside), most((a, b) => inside(b, a))];
    if (lonFirst !== latFirst) return { order: lonFirst ? 'lon-lat' : 'lat-lon', reason, srid };
  }
  return { order: 'lat-lon', reason: 'custom', srid };
}
