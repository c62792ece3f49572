import type { StudyArea } from '@oryn/core';

/**
 * Whether a point makes sense only with its axes exchanged. With a study area: it lies outside and its mirror
 * inside. Without one only what cannot be otherwise counts: a latitude beyond the pole, or a point of the far
 * north whose mirror lies in Kazakhstan east of 62 degrees. So without an area the answer is for a whole file,
 * not for single rows.
 */
export function looksSwapped(lon: number, lat: number, area: StudyArea | undefined): boolean {
  if (area) return !area.contains(lon, lat) && area.contains(lat, lon);
  if (Math.abs(lat) > 90) return Math.abs(lon) <= 90 && Math.abs(lat) <= 180;
  return lat >= 62 && lat <= 88 && lon >= 40 && lon <= 56;
}
