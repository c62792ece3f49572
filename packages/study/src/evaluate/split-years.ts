import { OrynError, selectIncidents } from '@oryn/core';
import { type DropReason, dropKept, yearOf } from '@oryn/ingest';
import type { StudyData } from './read.ts';
import { recountTimes } from './select-incidents.ts';

/** Whole calendar years, both included. */
export interface YearSpan {
  from: number;
  to: number;
}

export function yearSpanText({ from, to }: YearSpan): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/**
 * The incidents of some years, to choose on, and the others, to test. In the account of the others those of the
 * years are dropped as `chosen-on`; incidents without a date are in neither, since nobody knows in which they belong.
 *
 * @throws OrynError optimised.no-years where no incident lies in the years, optimised.no-rest where all do
 */
export function splitByYears(data: StudyData, span: YearSpan): { choosing: StudyData; testing: StudyData } {
  const { incidents } = data;
  const accounts = structuredClone(data.accounts);
  const isChosen = new Uint8Array(incidents.count);
  const isTested = new Uint8Array(incidents.count);
  let [first, last] = [Infinity, -Infinity];
  let index = 0;
  for (const account of accounts) {
    for (const end = index + account.kept; index < end; index++) {
      const year = yearOf(incidents.time[index]);
      if (year !== null) [first, last] = [Math.min(first, year), Math.max(last, year)];
      let reason: DropReason | undefined;
      if (year === null) reason = 'no-date';
      else if (year >= span.from && year <= span.to) {
        reason = 'chosen-on';
        isChosen[index] = 1;
      } else isTested[index] = 1;
      if (reason) dropKept(account, reason, incidents.row[index], year);
    }
  }
  const years = yearSpanText(span);
  if (!isChosen.includes(1)) {
    const said = (year: number): string => (Number.isFinite(year) ? String(year) : '–');
    throw new OrynError('optimised.no-years', { years, first: said(first), last: said(last) });
  }
  if (!isTested.includes(1)) throw new OrynError('optimised.no-rest', { years });
  const tested = selectIncidents(incidents, isTested);
  recountTimes(tested, accounts);
  return {
    choosing: { ...data, incidents: selectIncidents(incidents, isChosen) },
    testing: { ...data, incidents: tested, accounts },
  };
}
