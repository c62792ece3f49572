/** A period as a source gave it. Without `from` and `to` the source does not date it exactly. */
export interface PublishedPeriod {
  /** As printed. */
  readonly text: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly to?: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Reads `2023`, `2019-2023`, `2022 Jan-Jun`, `Apr-May 2023`, `2017 1 Jan-20 Apr`, `2017 1-20 Apr` and
 * `2026-02-01`. Anything else, such as `about 2021` or `end of 2020`, stays a text: no day is invented for it.
 */
export function publishedPeriod(text: string): PublishedPeriod {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { text, from: text, to: text };
  const years = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  if (years) return { text, from: `${years[1]}-01-01`, to: `${years[2] ?? years[1]}-12-31` };
  const months = /^(?:(\d{4}) )?([A-Z][a-z]{2})-([A-Z][a-z]{2})(?: (\d{4}))?$/.exec(text);
  if (months) {
    const year = Number(months[1] ?? months[4]);
    const last = monthOf(months[3]!);
    return { text, from: day(year, monthOf(months[2]!), 1), to: day(year, last, daysIn(year, last)) };
  }
  const days = /^(\d{4}) (\d{1,2})(?: ([A-Z][a-z]{2}))?-(\d{1,2}) ([A-Z][a-z]{2})$/.exec(text);
  if (days) {
    const [, year, first, firstMonth, last, lastMonth] = days;
    return {
      text,
      from: day(Number(year), monthOf(firstMonth ?? lastMonth!), Number(first)),
      to: day(Number(year), monthOf(lastMonth!), Number(last)),
    };
  }
  return { text };
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name) + 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
