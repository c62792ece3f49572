import { SECONDS_PER_DAY } from '../incidents/calendar.ts';
import { poissonTails } from '../significance/poisson-tails.ts';

/** A minute of the day that holds more rows than its peers. */
export interface HeapedMinute {
  /** 0 to 1439. */
  minute: number;
  n: number;
  /** Rows of its peers: the median of the full hours next to it, or of odd minutes for 00:01 and 23:59. */
  expected: number;
}

const MINUTES_PER_DAY = 1440;
const MIDNIGHT = 0;
const NOON = 720;
/** One minute beside midnight: what some registers write to keep the day from being ambiguous. */
const BESIDE_MIDNIGHT = [1, MINUTES_PER_DAY - 1];
const HEAPED_RATIO = 3;
const LEVEL = 1e-6;

/**
 * Minutes of the day that stand for "hour not known".
 *
 * Midnight always does, since dates without a clock become it. Noon does when it holds three times the rows of
 * the full hours next to it (9 to 11, 13 to 15) or more, 00:01 and 23:59 when they hold three times those of the
 * odd minutes from 22 to 2 o'clock; both only if a Poisson count would be so high less than once in a million.
 * Rows at a true noon are lost with the others: fewer than a third of them, by the rule.
 *
 * @param time wall-clock seconds; NaN is left out
 * @returns by minute of the day; midnight only where a row has it
 */
export function placeholderMinutes(time: Float64Array): HeapedMinute[] {
  const counts = minuteCounts(time);
  const fullHours = (hours: number[]): number => median(hours.map((hour) => counts[hour * 60]));
  const candidates: HeapedMinute[] = [
    { minute: NOON, n: counts[NOON], expected: fullHours([9, 10, 11, 13, 14, 15]) },
    ...BESIDE_MIDNIGHT.map((minute) => ({ minute, n: counts[minute], expected: oddMinutes(counts) })),
  ];
  const heaped = candidates.filter(
    ({ n, expected }) =>
      n >= HEAPED_RATIO * Math.max(1, expected) && poissonTails(n, Math.max(1, expected)).upper < LEVEL,
  );
  if (counts[MIDNIGHT] > 0)
    heaped.push({ minute: MIDNIGHT, n: counts[MIDNIGHT], expected: fullHours([21, 22, 23, 1, 2, 3]) });
  return heaped.sort((a, b) => a.minute - b.minute);
}

/** Rows per minute of the day. */
function minuteCounts(time: Float64Array): Uint32Array {
  const counts = new Uint32Array(MINUTES_PER_DAY);
  for (const seconds of time) {
    if (Number.isNaN(seconds)) continue;
    counts[Math.floor((seconds - Math.floor(seconds / SECONDS_PER_DAY) * SECONDS_PER_DAY) / 60)]++;
  }
  return counts;
}

/** Minutes near midnight that nobody rounds to. */
function oddMinutes(counts: Uint32Array): number {
  const odd: number[] = [];
  for (const hour of [22, 23, 0, 1, 2])
    for (let minute = 2; minute < 59; minute++) if (minute % 5) odd.push(counts[hour * 60 + minute]);
  return median(odd);
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

export interface HoursOfData {
  /** Rows with a known hour, and with a date but no known hour. */
  known: number;
  unknown: number;
  /** Rows with a known hour, by hour 0 to 23. */
  hours: number[];
  /** The same by minute of the hour, 0 to 59. */
  minutes: number[];
  /** Share of the known at a full hour and at half past; even minutes would give 1/60 each. */
  fullHourShare: number;
  halfHourShare: number;
  placeholders: HeapedMinute[];
}

/** Hours and minutes, and how they heap. */
export function hoursOfData(time: Float64Array, hourKnown: Uint8Array): HoursOfData {
  const hours: number[] = new Array(24).fill(0);
  const minutes: number[] = new Array(60).fill(0);
  let unknown = 0;
  time.forEach((seconds, i) => {
    if (Number.isNaN(seconds)) return;
    if (!hourKnown[i]) {
      unknown++;
      return;
    }
    const minute = Math.floor((seconds - Math.floor(seconds / SECONDS_PER_DAY) * SECONDS_PER_DAY) / 60);
    hours[Math.floor(minute / 60)]++;
    minutes[minute % 60]++;
  });
  const known = hours.reduce((sum, n) => sum + n, 0);
  return {
    known,
    unknown,
    hours,
    minutes,
    fullHourShare: known > 0 ? minutes[0] / known : 0,
    halfHourShare: known > 0 ? minutes[30] / known : 0,
    placeholders: placeholderMinutes(time),
  };
}
