import type { QualityReport } from './quality-report.ts';

/** What can be done with the data. */
export type Use = 'usable' | 'with-care' | 'not-usable';

/** Why: `share` is of what the reason speaks of, `n` a number of rows, places or months, `meters` a step. */
export interface VerdictReason {
  code: ReasonCode;
  /** `stop`: not usable until this is settled; `care`: usable, and to be said beside every result. */
  weight: 'stop' | 'care';
  share?: number;
  n?: number;
  meters?: number;
  /** Years or categories, at most three. */
  names?: string[];
}

export interface Verdict {
  use: Use;
  /** The gravest first, in the order of the list of rules. */
  reasons: VerdictReason[];
}

export const REASON_CODES = [
  'nothing-kept',
  'hit-rate',
  'rows-lost',
  'mostly-outside',
  'hot-spots-change',
  'hot-spots-few',
  'hit-rate-parts',
  'suspect-stacks',
  'hot-spots-move',
  'months',
  'month-only',
  'no-dates',
  'no-hours',
  'strays',
  'outside',
  'exact-duplicates',
  'near-duplicates',
  'anchored',
  'snapped',
  'rounded',
  'last-digits',
  'mended',
  'struck-off',
  'few',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Drops that are defects of the file, not choices of its reader. */
const DEFECTS = ['no-coordinates', 'not-a-number', 'zero-zero', 'out-of-range', 'bad-date', 'bad-weight'];
/** With fewer suspect rows the data stand, and only the place of those rows is to be settled. */
const LEAST_SUSPECT_SHARE = 0.05;

/** A year or category with fewer rows is no reason for a warning. */
const FEWEST_ROWS_OF_A_PART = 100;

/**
 * Whether the data can be used. The rules, printed on the page as they stand here:
 *
 * Not usable: nothing is kept; the hit rate is under 85 % even at the upper end of its interval; half of the
 * rows or more were dropped for defects; half of the kept rows lie outside the area; or 5 % of the incidents or
 * more are suspect and fewer than half of the hot cells are the same without them. With care: any of the other reasons. Usable: none.
 */
export function verdictOf(report: Omit<QualityReport, 'verdict'>): Verdict {
  const { rows, hitRates, coordinates, duplicates, outside, time, struckOff, hotSpots } = report;
  const reasons: VerdictReason[] = [];
  const stop = (
    holds: boolean,
    code: ReasonCode,
    values: Omit<VerdictReason, 'code' | 'weight'> = {},
  ): void => {
    if (holds) reasons.push({ code, weight: 'stop', ...values });
  };
  const care = (
    holds: boolean,
    code: ReasonCode,
    values: Omit<VerdictReason, 'code' | 'weight'> = {},
  ): void => {
    if (holds) reasons.push({ code, weight: 'care', ...values });
  };
  const ofKept = (n: number): number => (rows.kept > 0 ? n / rows.kept : 0);
  const defects = DEFECTS.reduce((sum, reason) => sum + (rows.dropped[reason] ?? 0), 0);
  const lost = rows.read > 0 ? defects / rows.read : 0;

  stop(rows.kept === 0, 'nothing-kept');
  stop(hitRates?.total.against === 'below', 'hit-rate', { share: hitRates?.total.rate });
  stop(lost >= 0.5, 'rows-lost', { share: lost, n: defects });
  stop((outside?.share ?? 0) >= 0.5, 'mostly-outside', { share: outside?.share, n: outside?.n });
  const suspects = hotSpots.incidents.with - hotSpots.incidents.without;
  const areMany = suspects >= LEAST_SUSPECT_SHARE * hotSpots.incidents.with;
  const changes = { share: hotSpots.jaccard, n: suspects };
  stop(hotSpots.jaccard < 0.5 && areMany, 'hot-spots-change', changes);
  care(hotSpots.jaccard < 0.5 && !areMany, 'hot-spots-few', changes);

  const parts = [...(hitRates?.years ?? []), ...(hitRates?.categories ?? [])].filter(
    (part) => part.rows >= FEWEST_ROWS_OF_A_PART && part.against === 'below',
  );
  care(parts.length > 0 && hitRates?.total.against !== 'below', 'hit-rate-parts', {
    n: parts.length,
    names: parts.slice(0, 3).map((part) => ('year' in part ? String(part.year ?? '') : part.category)),
  });
  care(ofKept(coordinates.suspectRows) >= 0.005, 'suspect-stacks', {
    n: coordinates.suspectStacks,
    share: ofKept(coordinates.suspectRows),
  });
  care(hotSpots.jaccard >= 0.5 && hotSpots.jaccard < 0.9, 'hot-spots-move', { share: hotSpots.jaccard });
  const marked = time.months.filter(({ state }) => state !== 'ordinary').length;
  care(marked > 0, 'months', { n: marked });
  care(time.resolution === 'month', 'month-only');
  care(ofKept(rows.withoutDate) >= 0.05, 'no-dates', {
    share: ofKept(rows.withoutDate),
    n: rows.withoutDate,
  });
  const dated = time.hours.known + time.hours.unknown;
  const hourless = dated > 0 ? time.hours.unknown / dated : 0;
  care(time.resolution !== 'month' && hourless >= 0.1, 'no-hours', {
    share: hourless,
    n: time.hours.unknown,
  });
  const strays = time.before.n + time.after.n;
  care(ofKept(strays) >= 0.001, 'strays', { share: ofKept(strays), n: strays });
  const outsideShare = outside?.share ?? 0;
  care(outsideShare >= 0.01 && outsideShare < 0.5, 'outside', { share: outsideShare, n: outside?.n });
  care(
    (duplicates?.exact.share ?? 0) >= 0.01,
    'exact-duplicates',
    duplicates?.exact && sharesOf(duplicates.exact),
  );
  care(
    (duplicates?.near.share ?? 0) >= 0.02,
    'near-duplicates',
    duplicates?.near && sharesOf(duplicates.near),
  );
  care(coordinates.anchored, 'anchored', { share: coordinates.sharedShare });
  const { grid, decimals } = coordinates;
  care((grid?.meters ?? 0) >= 50, 'snapped', { meters: grid?.meters, share: grid?.share });
  care(decimals.roundedShare >= 0.01, 'rounded', { share: decimals.roundedShare });
  care(grid === null && (decimals.p ?? 1) < 0.001 && (decimals.excess ?? 0) >= 0.05, 'last-digits', {
    share: decimals.excess ?? 0,
  });
  const mended = Object.values(rows.mended).reduce((sum, n) => sum + n, 0);
  care(ofKept(mended) >= 0.01, 'mended', { share: ofKept(mended), n: mended });
  care((struckOff?.share ?? 0) >= 0.05, 'struck-off', { share: struckOff?.share, n: struckOff?.rows });
  care(hotSpots.impossible === 'too-few' && rows.kept > 0, 'few', { n: hotSpots.incidents.with });

  const use = reasons.some(({ weight }) => weight === 'stop')
    ? 'not-usable'
    : reasons.length > 0
      ? 'with-care'
      : 'usable';
  return { use, reasons };
}

function sharesOf({ share, rows }: { share: number; rows: number }): { share: number; n: number } {
  return { share, n: rows };
}
