import { dateFromDays, latticeOf, monthNumber, SECONDS_PER_DAY, type Tally, weekdayOfDays } from '@oryn/core';
import type { OpenBundle } from '@oryn/study';

/** A tally with one entry per incident, in their order: what a filter lets through, point by point. */
export function pointTally({ incidents, places }: OpenBundle): Tally {
  const { keyOf } = latticeOf(places.resolution);
  const position = new Map<number, number>();
  for (let i = 0; i < places.count; i++) position.set(keyOf(places.lon[i], places.lat[i]), i);
  const { count, category, hourKnown, lon, lat, time } = incidents;
  const tally = {
    count,
    place: new Uint32Array(count),
    month: new Int32Array(count).fill(-1),
    category: category.codes,
    weekday: new Int8Array(count).fill(-1),
    hour: new Int8Array(count).fill(-1),
    n: new Uint32Array(count).fill(1),
  } satisfies Tally;
  for (let i = 0; i < count; i++) {
    tally.place[i] = position.get(keyOf(lon[i], lat[i])) ?? places.count;
    if (Number.isNaN(time[i])) continue;
    const days = Math.floor(time[i] / SECONDS_PER_DAY);
    const { year, month } = dateFromDays(days);
    tally.month[i] = monthNumber(year, month);
    tally.weekday[i] = weekdayOfDays(days);
    if (hourKnown[i]) tally.hour[i] = Math.floor((time[i] - days * SECONDS_PER_DAY) / 3600);
  }
  return tally;
}
