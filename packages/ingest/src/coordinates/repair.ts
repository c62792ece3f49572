import type { StudyArea } from '@oryn/core';
import { type Cloud, cloudsOf, isWithin, nearestShare, reach } from './point-cloud.ts';

/** What is wrong with a point: nothing, and three slips that can be put right, and one that cannot. */
export const REPAIR = {
  none: 0,
  exchangedAxes: 1,
  wrongLonSign: 2,
  wrongLatSign: 3,
  suspicious: 4,
} as const;

/** The three ways a pair of degrees is written wrongly, as what the point would be. */
const SLIPS: readonly [code: number, mend: (lon: number, lat: number) => [number, number]][] = [
  [REPAIR.exchangedAxes, (lon, lat) => [lat, lon]],
  [REPAIR.wrongLonSign, (lon, lat) => [-lon, lat]],
  [REPAIR.wrongLatSign, (lon, lat) => [lon, -lat]],
];

/** The mended point must be so many times nearer to its group than the point as written. */
const CERTAIN_RATIO = 8;
/** A smaller ratio suffices where the neighbours of the point are of other groups and those of the mended one its own. */
const SUPPORTED_RATIO = 3;
/** Points nearer to their group than this (degrees of a great circle, about 20 km) are never called wrong. */
const LEAST_DISTANCE = 0.2;
/** A mended point lies no farther from its group than this many times what nine tenths of the group do. */
const USUAL_TIMES = 2;

/**
 * Find points whose axes are exchanged or whose sign is wrong: 0 as it is, 1 axes exchanged, 2 sign of the
 * longitude, 3 sign of the latitude, 4 suspicious but not certain. Only 1 to 3 may be mended.
 *
 * With an area a point is certain when it lies well outside (beyond the bounds widened by their own size) and
 * just one mended form lies inside. Without one, it is compared with its group: "distance to the group" is the
 * great-circle distance to the nearest fifth of it, so that slips that support each other do not count. A file
 * most of whose rows are exchanged is told by the impossible places alone.
 *
 * @param lon degrees, one per row; NaN where there is none; may be beyond 180, as may latitudes beyond 90
 * @param groups code of a district or region per row, 0 where not known; undefined makes the file one group
 * @returns a code per row
 */
export function findRepairs(
  lon: Float64Array,
  lat: Float64Array,
  groups: Uint16Array | undefined,
  area: StudyArea | undefined,
): Uint8Array {
  const codes = new Uint8Array(lon.length);
  if (area) {
    for (let i = 0; i < lon.length; i++) codes[i] = slipOfArea(lon[i], lat[i], area);
    return codes;
  }
  if (markExchangedFile(lon, lat, codes)) return codes;
  const clouds = cloudsOf(lon, lat, groups);
  const judged = new Map<string, number>();
  for (let i = 0; i < lon.length; i++) {
    const group = groups?.[i] ?? 0;
    const cloud = clouds.of(group);
    if (!cloud || !maySlip(lon[i], lat[i], cloud)) continue;
    const key = `${group} ${lon[i]} ${lat[i]}`;
    let code = judged.get(key);
    if (code === undefined) {
      code = slipOfGroup(lon[i], lat[i], cloud, groups ? clouds.all : undefined);
      if (judged.size < 100_000) judged.set(key, code);
    }
    codes[i] = code;
  }
  return codes;
}

const inRange = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function slipOfArea(lon: number, lat: number, area: StudyArea): number {
  if (Number.isNaN(lon) || Number.isNaN(lat) || area.contains(lon, lat)) return REPAIR.none;
  const mended = SLIPS.filter(([, mend]) => area.contains(...mend(lon, lat)));
  if (mended.length === 0) return REPAIR.none;
  const { west, south, east, north } = area.bounds;
  const [width, height] = [east - west, north - south];
  const far = lon < west - width || lon > east + width || lat < south - height || lat > north + height;
  return far && mended.length === 1 ? mended[0][0] : REPAIR.suspicious;
}

/**
 * A file whose columns are named the wrong way round has no group to compare with. It shows where most rows have a
 * latitude beyond the pole, or lie in the far north with their mirror in Kazakhstan east of 62 degrees.
 */
function markExchangedFile(lon: Float64Array, lat: Float64Array, codes: Uint8Array): boolean {
  let rows = 0;
  let exchanged = 0;
  for (let i = 0; i < lon.length; i++) {
    if (Number.isNaN(lon[i])) continue;
    rows++;
    const beyondPole = Math.abs(lat[i]) > 90 && Math.abs(lat[i]) <= 180 && Math.abs(lon[i]) <= 90;
    const northOfKazakhstan = lat[i] >= 62 && lat[i] <= 88 && lon[i] >= 40 && lon[i] <= 56;
    if (!beyondPole && !northOfKazakhstan) continue;
    codes[i] = REPAIR.exchangedAxes;
    exchanged++;
  }
  if (exchanged > rows / 2) return true;
  codes.fill(REPAIR.none);
  return false;
}

/** A quick look: most rows of most files are done with here. */
function maySlip(lon: number, lat: number, cloud: Cloud): boolean {
  const near = SLIPS.some(([, mend]) => {
    const [otherLon, otherLat] = mend(lon, lat);
    return inRange(otherLon, otherLat) && cloud.isNear(otherLon, otherLat);
  });
  return near && !(inRange(lon, lat) && isWithin(cloud, lon, lat, LEAST_DISTANCE));
}

function slipOfGroup(lon: number, lat: number, cloud: Cloud, all: Cloud | undefined): number {
  const distance = inRange(lon, lat) ? reach(cloud, lon, lat, lon, lat) : Number.POSITIVE_INFINITY;
  if (distance < LEAST_DISTANCE) return REPAIR.none;
  const usual = cloud.usualReach();
  let found: number = REPAIR.none;
  let suspicious = false;
  for (const [code, mend] of SLIPS) {
    const [otherLon, otherLat] = mend(lon, lat);
    if (!inRange(otherLon, otherLat)) continue;
    const mended = reach(cloud, otherLon, otherLat, lon, lat);
    if (mended > USUAL_TIMES * usual || distance < SUPPORTED_RATIO * mended) continue;
    const certain =
      distance >= CERTAIN_RATIO * mended || (all && supported(lon, lat, otherLon, otherLat, cloud, all));
    if (!certain || found !== REPAIR.none) suspicious = true;
    else found = code;
  }
  return suspicious ? REPAIR.suspicious : found;
}

/** Of the six nearest rows of the whole file at most one is of the point's group, but most at its mended place. */
function supported(
  lon: number,
  lat: number,
  otherLon: number,
  otherLat: number,
  own: Cloud,
  all: Cloud,
): boolean {
  return (
    nearestShare(all, own.group, lon, lat, lon, lat) < 0.2 &&
    nearestShare(all, own.group, otherLon, otherLat, lon, lat) > 0.5
  );
}
