import { decimalsOf } from './coordinate-decimals.ts';
import type { UsedCoordinate } from './used-coordinates.ts';

/** What a much used coordinate looks like: a suggestion, for a person to confirm. */
export type Judgement = 'station' | 'centroid' | 'default' | 'facility' | 'ordinary';

/** Why: the first rule that holds. */
type JudgementRule =
  | 'facility-list'
  | 'centre'
  | 'many-districts'
  | 'round'
  | 'place-type'
  | 'far-more'
  | 'one-category'
  | 'none';

export interface StackJudgement {
  judgement: Judgement;
  rule: JudgementRule;
  /** The facility or the kind of centre it is near to. */
  name?: string;
  distanceMeters?: number;
}

export interface NamedPoint {
  name: string;
  x: number;
  y: number;
}

export interface StackContext {
  /** Centres of mass and of bounding boxes of the area, of districts, and of all points; metres. */
  centres: readonly NamedPoint[];
  /** Police stations, hospitals and other points of the user's own list; metres. */
  facilities: readonly NamedPoint[];
  /** The usual number of decimals of the coordinates of the file. */
  decimals: number;
  /** Rows at a usual coordinate among the most used: the median of the others. */
  usualRows: number;
  /** Share of the commonest category in the whole file. */
  commonestCategoryShare: number;
  /** True for a place type that is one facility (a shop, a school), not a street or a yard. */
  isFacility(placeTypeCode: number): boolean;
}

const STATION_METERS = 50;
const CENTRE_METERS = 10;
const FEWEST_FOR_STATION = 5;
const FEWEST_FOR_DEFAULT = 50;

/**
 * Suggest what a stack of incidents is (checks listed by methods E: centroids, police stations, default places;
 * landmark geocoding to stations and malls was found in Khayelitsha). The first rule that holds decides:
 *
 * 1. `station`: five rows or more within 50 m of a point of the list of facilities.
 * 2. `centroid`: within 10 m of a centre of the area, of a district or of all points.
 * 3. `default`: rows here name three districts or more, none of them in 80 % of the rows; or both coordinates have two decimals at most where
 *    the file has four or more.
 * 4. `facility`: a place type that is a facility holds 60 % of the rows or more.
 * 5. `default`: 50 rows or more, ten times the usual rows of the most used coordinates, more than everything 50
 *    to 500 m around, and the mix of categories is that of the whole file (distance at most .25).
 * 6. `facility`: 20 rows or more, and 80 % of one category that is under half of the whole file.
 * 7. `ordinary`.
 *
 * A default place in a busy centre is not found by rule 5, and a real terminal or hospital may pass it.
 */
export function judgeStack(stack: UsedCoordinate, context: StackContext): StackJudgement {
  const facility = nearest(stack, context.facilities, STATION_METERS);
  if (facility && stack.n >= FEWEST_FOR_STATION)
    return { judgement: 'station', rule: 'facility-list', ...facility };
  const centre = nearest(stack, context.centres, CENTRE_METERS);
  if (centre) return { judgement: 'centroid', rule: 'centre', ...centre };
  if (stack.districts >= 3 && stack.commonestDistrict.share < 0.8)
    return { judgement: 'default', rule: 'many-districts' };
  const decimals = Math.max(decimalsOf(stack.lon), decimalsOf(stack.lat));
  if (context.decimals >= 4 && decimals <= 2) return { judgement: 'default', rule: 'round' };
  const placeType = stack.commonestPlaceType;
  if (placeType.share >= 0.6 && context.isFacility(placeType.code))
    return { judgement: 'facility', rule: 'place-type' };
  const isFarMore =
    stack.n >= FEWEST_FOR_DEFAULT && stack.n >= 10 * context.usualRows && stack.n > stack.around;
  if (isFarMore && stack.mixDistance <= 0.25) return { judgement: 'default', rule: 'far-more' };
  if (stack.n >= 20 && stack.commonestCategory.share >= 0.8 && context.commonestCategoryShare < 0.5)
    return { judgement: 'facility', rule: 'one-category' };
  return { judgement: 'ordinary', rule: 'none' };
}

function nearest(
  at: { x: number; y: number },
  points: readonly NamedPoint[],
  withinMeters: number,
): { name: string; distanceMeters: number } | undefined {
  let found: { name: string; distanceMeters: number } | undefined;
  for (const { name, x, y } of points) {
    const distanceMeters = Math.hypot(x - at.x, y - at.y);
    if (distanceMeters <= (found?.distanceMeters ?? withinMeters)) found = { name, distanceMeters };
  }
  return found;
}
