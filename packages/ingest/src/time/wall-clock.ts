import { checkedDays, daysFromDate, SECONDS_PER_DAY } from '@oryn/core';

export interface WallClock {
  /** Seconds since 1970-01-01 on the local clock. */
  seconds: number;
  /** False for a date alone and for exactly midnight, which registers write for an unknown hour. */
  hourKnown: boolean;
}

/** Outside these a date is a slip of the pen or a filler of the register. */
const EARLIEST_DAY = daysFromDate(1800, 1, 1);
const LATEST_DAY = daysFromDate(2200, 1, 1);

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T,]+(.+))?$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/;
/** From 1973 on, epoch milliseconds have twelve or thirteen digits. */
const EPOCH_MILLISECONDS = /^\d{12,13}$/;

/**
 * Wall-clock time of `2019-01-06T23:10`, `06.01.2019 23:10`, or epoch milliseconds of the local clock (as the
 * official layer writes them); undefined for anything else. A zone after the time is not applied: the clock
 * stays as written.
 *
 * @param clock time of day from a column of its own, used where the date has none
 */
export function parseWallClock(date: string, clock = ''): WallClock | undefined {
  const text = date.trim();
  if (EPOCH_MILLISECONDS.test(text)) {
    const seconds = Math.floor(Number(text) / 1000);
    return { seconds, hourKnown: seconds % SECONDS_PER_DAY !== 0 };
  }
  const iso = ISO.exec(text);
  const dotted = iso ? null : DOTTED.exec(text);
  if (!iso && !dotted) return undefined;
  const days = iso
    ? checkedDays(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : checkedDays(Number(dotted![3]), Number(dotted![2]), Number(dotted![1]));
  if (days === undefined || days < EARLIEST_DAY || days > LATEST_DAY) return undefined;
  const written = (iso ? iso[4] : dotted![4]) ?? clock.trim();
  if (written === '') return { seconds: days * SECONDS_PER_DAY, hourKnown: false };
  const time = CLOCK.exec(written);
  if (!time) return undefined;
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const ofDay = hour * 3600 + minute * 60 + second;
  return { seconds: days * SECONDS_PER_DAY + ofDay, hourKnown: ofDay !== 0 };
}
