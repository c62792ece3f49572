import type { DateOrder } from './moment.ts';

const THREE_NUMBERS = /^\s{0,5}(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?!\d)/;

/** Beyond this share of contrary dates no order is believed. */
const MOST_CONTRARY = 0.1;

/**
 * Whether day or month comes first in dates of figures, told by a part above 12 (above 31 for a two-digit year
 * first). Undefined where no date tells, or where they contradict each other.
 */
export function decideDateOrder(values: Iterable<string>): DateOrder | undefined {
  const votes: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 };
  for (const value of values) {
    const parts = THREE_NUMBERS.exec(value);
    if (!parts) continue;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 31) votes.ymd++;
    else if (first > 12 && second <= 12) votes.dmy++;
    else if (second > 12 && first <= 12) votes.mdy++;
  }
  const total = votes.dmy + votes.mdy + votes.ymd;
  const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
  // With years first a day beyond 12 stands third, and a first part up to 31 says nothing.
  if (votes.ymd > 0 && votes.mdy === 0) return 'ymd';
  return total === 0 ? undefined : orders.find((order) => votes[order] >= (1 - MOST_CONTRARY) * total);
}
