import { SECONDS_PER_DAY } from '../incidents/calendar.ts';
import { groupRows } from './group-rows.ts';

/** What two rows must share to be the same event. */
export interface EventColumns {
  /** Coordinates as the file gave them, compared exactly. */
  lon: Float64Array;
  lat: Float64Array;
  /** Metres on a plane, for distances. */
  x: Float64Array;
  y: Float64Array;
  /** Wall-clock seconds; a row without a date is compared with none. */
  time: Float64Array;
  hourKnown: Uint8Array;
  category: Uint16Array;
}

export interface Duplicates {
  /** Groups of two rows or more that look like one event. */
  groups: number;
  /** Rows beyond the first of each group. */
  rows: number;
  /** Of these, rows whose hour is not known: same place, day and category only, a weaker sign. */
  rowsWithoutHour: number;
  /** Positions of the first row of the largest groups, largest first. */
  largest: { first: number; n: number }[];
  /** 1 for a row beyond the first of its group. */
  isRepeat: Uint8Array;
}

const MOST_LISTED = 20;

/**
 * Rows with exactly the same coordinates, time and category. Several victims, vehicles or offences of one
 * event look the same, so a repeat is no proof of an error.
 */
export function exactDuplicates(events: EventColumns): Duplicates {
  const { lon, lat, time, category, hourKnown } = events;
  const { groupOf, n, first } = groupRows([lon, lat, time, category]);
  return summary(groupOf, n, first, hourKnown);
}

/**
 * Events at different coordinates within `withinMeters` of each other (default 50), of the same category and at the
 * same minute, or on the same day where the hour of both is not known. Exact repeats count once; events
 * linked through a third one are one group.
 *
 * The rows are sorted by time, category and x and swept once: O(n log n) unless one minute holds a crowd.
 */
export function nearDuplicates(events: EventColumns, withinMeters = 50): Duplicates {
  const { lon, lat, x, y, time, category, hourKnown } = events;
  const distinct = groupRows([lon, lat, time, category]).first;
  const moment = time.map((seconds, i) =>
    hourKnown[i] ? Math.floor(seconds / 60) : -Math.floor(seconds / SECONDS_PER_DAY) - 1e9,
  );
  const together = groupRows([moment, category]).groupOf;
  const order = distinct.filter((i) => together[i] >= 0 && Number.isFinite(x[i]));
  order.sort((a, b) => together[a] - together[b] || x[a] - x[b]);

  const parent = Int32Array.from({ length: order.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root];
    for (let at = i; at !== root; ) [at, parent[at]] = [parent[at], root];
    return root;
  };
  for (let i = 0; i < order.length; i++) {
    const a = order[i];
    for (let j = i + 1; j < order.length; j++) {
      const b = order[j];
      if (together[b] !== together[a] || x[b] - x[a] > withinMeters) break;
      if (Math.hypot(x[b] - x[a], y[b] - y[a]) <= withinMeters) parent[rootOf(j)] = rootOf(i);
    }
  }

  const groupOf = new Int32Array(time.length).fill(-1);
  const roots = Float64Array.from(order, (_, i) => rootOf(i));
  // In the order of the file, so that the first row of a group is the one a person meets first.
  const byRow = Uint32Array.from(order, (_, i) => i).sort((a, b) => order[a] - order[b]);
  const linked = groupRows([Float64Array.from(byRow, (i) => roots[i])]);
  byRow.forEach((i, position) => {
    groupOf[order[i]] = linked.groupOf[position];
  });
  return summary(
    groupOf,
    linked.n,
    linked.first.map((position) => order[byRow[position]]),
    hourKnown,
  );
}

function summary(groupOf: Int32Array, n: Uint32Array, first: Uint32Array, hourKnown: Uint8Array): Duplicates {
  const isRepeat = new Uint8Array(groupOf.length);
  let rows = 0;
  let rowsWithoutHour = 0;
  groupOf.forEach((group, row) => {
    if (group < 0 || first[group] === row) return;
    isRepeat[row] = 1;
    rows++;
    if (!hourKnown[row]) rowsWithoutHour++;
  });
  const repeated = Array.from(n, (_, group) => group).filter((group) => n[group] > 1);
  repeated.sort((a, b) => n[b] - n[a] || first[a] - first[b]);
  return {
    groups: repeated.length,
    rows,
    rowsWithoutHour,
    largest: repeated.slice(0, MOST_LISTED).map((group) => ({ first: first[group], n: n[group] })),
    isRepeat,
  };
}
