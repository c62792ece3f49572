import { dateFromDays, SECONDS_PER_DAY } from '../incidents/calendar.ts';

/** How exactly the moment is written: `month` where every date is the first of a month. */
export type TimeResolution = 'none' | 'month' | 'day' | 'minute';

/** Fewer rows may fall on a first of the month by chance. */
const FEWEST_ROWS = 20;

/** The resolution of the dates of a file; two rows with the same month alone are not the same moment. */
export function timeResolution(time: Float64Array): TimeResolution {
  let rows = 0;
  let isMonthly = true;
  let isDaily = true;
  for (const seconds of time) {
    if (Number.isNaN(seconds)) continue;
    rows++;
    const days = Math.floor(seconds / SECONDS_PER_DAY);
    if (seconds !== days * SECONDS_PER_DAY) isDaily = false;
    if (isMonthly && dateFromDays(days).day !== 1) isMonthly = false;
    if (!isMonthly && !isDaily) return 'minute';
  }
  if (rows === 0) return 'none';
  if (!isDaily) return 'minute';
  return isMonthly && rows >= FEWEST_ROWS ? 'month' : 'day';
}
