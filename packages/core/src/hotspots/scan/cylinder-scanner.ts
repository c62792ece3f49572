import type { CircularWindows } from './circular-windows.ts';
import { logLikelihoodRatio, mostExpectedBelow } from './log-likelihood-ratio.ts';

/** Periods of the incidents sorted by place (CSR). */
export interface IncidentsByPlace {
  readonly counts: Uint32Array;
  readonly offsets: Uint32Array;
  readonly period: Int32Array;
}

/** A ratio below which cylinders are passed over: the expectation × C that `count` incidents may have. */
export interface Passing {
  readonly productBelow: Float64Array;
}

/** @param window position in `members` of the circle's last one */
export type CylinderVisitor = (
  llr: number,
  run: number,
  window: number,
  from: number,
  to: number,
  count: number,
) => void;

/**
 * Looks at circles over intervals of time. Per circle only intervals that begin and end with an incident of the circle
 * and hold one of the place added last: every other one has at most the ratio of one of these, with as many incidents
 * and no smaller expectation.
 */
export class CylinderScanner {
  private readonly windows: CircularWindows;
  private readonly offsets: Uint32Array;
  private readonly total: number;
  private readonly maxPeriods: number;
  private readonly periods: number;
  private readonly isProspective: boolean;
  /** Incidents before each period; the same in every replica. */
  private readonly before: Float64Array;
  /** Periods of the incidents in the circle, ascending; and which of them came with the places added last. */
  private readonly times: Int32Array;
  private readonly added: Int32Array;
  private readonly addedAt: Int32Array;

  constructor(
    windows: CircularWindows,
    { offsets, period }: IncidentsByPlace,
    time: { periods: number; maxPeriods: number; isProspective: boolean },
  ) {
    this.windows = windows;
    this.offsets = offsets;
    this.total = period.length;
    this.periods = time.periods;
    this.maxPeriods = time.maxPeriods;
    this.isProspective = time.isProspective;
    this.before = new Float64Array(time.periods + 1);
    for (const at of period) this.before[at + 1]++;
    for (let at = 0; at < time.periods; at++) this.before[at + 1] += this.before[at];
    this.times = new Int32Array(period.length);
    this.added = new Int32Array(period.length);
    this.addedAt = new Int32Array(period.length);
  }

  passing(floor: number): Passing {
    const { total } = this;
    return {
      productBelow: Float64Array.from(
        { length: total + 1 },
        (_, count) => total * mostExpectedBelow(floor, count, total),
      ),
    };
  }

  /** Incidents expected in a circle with so many over periods, both included. */
  expectedIn(inCircle: number, from: number, to: number): number {
    return (inCircle * (this.before[to + 1] - this.before[from])) / this.total;
  }

  /** Visit the cylinders that pass, given the period of every incident sorted by place. */
  visit(period: Int32Array, passing: Passing, visit: CylinderVisitor): void {
    const { windows, offsets, added } = this;
    for (let run = 0; run + 1 < windows.offsets.length; run++) {
      let inCircle = 0;
      let news = 0;
      for (let w = windows.offsets[run]; w < windows.offsets[run + 1]; w++) {
        const place = windows.members[w];
        for (let i = offsets[place]; i < offsets[place + 1]; i++) added[news++] = period[i];
        if (Number.isNaN(windows.measure[w])) continue;
        this.mergeAdded(inCircle, news);
        inCircle += news;
        if (this.isProspective) this.visitLasting(run, w, inCircle, news, passing, visit);
        else this.visitIntervals(run, w, inCircle, news, passing, visit);
        news = 0;
      }
    }
  }

  /** Insert the periods added into the ascending ones, from the end, and note where they come to lie. */
  private mergeAdded(inCircle: number, news: number): void {
    const { times, added, addedAt } = this;
    sortStart(added, news);
    let from = inCircle - 1;
    let to = inCircle + news - 1;
    for (let next = news - 1; next >= 0; ) {
      if (from >= 0 && times[from] > added[next]) times[to--] = times[from--];
      else {
        addedAt[next] = to;
        times[to--] = added[next--];
      }
    }
  }

  private visitIntervals(
    run: number,
    w: number,
    inCircle: number,
    news: number,
    { productBelow }: Passing,
    visit: CylinderVisitor,
  ): void {
    const { times, addedAt, before, maxPeriods, total } = this;
    let first = addedAt[0];
    while (first > 0 && times[first - 1] > times[addedAt[0]] - maxPeriods) first--;
    let next = 0;
    for (let i = first; i <= addedAt[news - 1]; i++) {
      while (addedAt[next] < i) next++;
      // Of incidents in one period the first begins the interval, the last ends it.
      if (i > 0 && times[i] === times[i - 1]) continue;
      const latest = times[i] + maxPeriods;
      const beforeFirst = before[times[i]];
      for (let j = addedAt[next]; j < inCircle && times[j] < latest; j++) {
        if (j + 1 < inCircle && times[j + 1] === times[j]) continue;
        const product = inCircle * (before[times[j] + 1] - beforeFirst);
        const count = j - i + 1;
        if (product < productBelow[count]) {
          visit(logLikelihoodRatio(count, product / total, total), run, w, times[i], times[j], count);
        }
      }
    }
  }

  private visitLasting(
    run: number,
    w: number,
    inCircle: number,
    news: number,
    { productBelow }: Passing,
    visit: CylinderVisitor,
  ): void {
    const { times, addedAt, before, maxPeriods, periods, total } = this;
    for (let i = inCircle - 1; i >= 0 && times[i] >= periods - maxPeriods; i--) {
      if (i > 0 && times[i] === times[i - 1]) continue;
      if (i > addedAt[news - 1]) continue;
      const product = inCircle * (total - before[times[i]]);
      const count = inCircle - i;
      if (product < productBelow[count]) {
        visit(logLikelihoodRatio(count, product / total, total), run, w, times[i], periods - 1, count);
      }
    }
  }
}

/** Sort the first few numbers of a list; there are seldom more than a handful. */
function sortStart(list: Int32Array, count: number): void {
  if (count > 32) {
    list.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = list[i];
    let at = i;
    for (; at > 0 && list[at - 1] > value; at--) list[at] = list[at - 1];
    list[at] = value;
  }
}
