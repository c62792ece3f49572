import { dateFromDays, SECONDS_PER_DAY, weekdayOfDays } from '../incidents/calendar.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { monthNumber, type Tally } from './tally.ts';

/**
 * A tally with one entry per incident, in their order: what a filter lets through, incident by incident.
 *
 * @param placeOf place of each incident, 0 or more
 */
export function pointTally(
  incidents: Pick<Incidents, 'count' | 'time' | 'hourKnown' | 'dayKnown' | 'category'>,
  placeOf: Int32Array,
): Tally {
  const { count, time, hourKnown, dayKnown } = incidents;
  const tally = {
    count,
    place: Uint32Array.from(placeOf),
    month: new Int32Array(count).fill(-1),
    category: incidents.category.codes,
    weekday: new Int8Array(count).fill(-1),
    hour: new Int8Array(count).fill(-1),
    n: new Uint32Array(count).fill(1),
  };
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(time[i])) continue;
    const days = Math.floor(time[i] / SECONDS_PER_DAY);
    const { year, month } = dateFromDays(days);
    tally.month[i] = monthNumber(year, month);
    if (dayKnown?.[i] !== 0) tally.weekday[i] = weekdayOfDays(days);
    if (hourKnown[i]) tally.hour[i] = Math.floor((time[i] - days * SECONDS_PER_DAY) / 3600);
  }
  return tally;
}
