import type { Meters } from '../../units/units.ts';
import { meters } from '../../units/units.ts';
import { monteCarloP } from './null-maxima.ts';

/** A window that a scan names: one of the most likely clusters that share no place. */
export interface ScanCluster {
  /** Place in the middle. */
  readonly centre: number;
  /** Places of the window that have exposure (in space-time: incidents), nearest first. */
  readonly members: Uint32Array;
  /** From the centre to the farthest member; 0 for one place. */
  readonly radius: Meters;
  readonly count: number;
  readonly expected: number;
  /** count / expected */
  readonly ratio: number;
  readonly llr: number;
  /** Of the maximum over all windows, for every rank: of the second and later ones it is conservative. */
  readonly p: number;
}

/** What stands behind every p of a scan. */
export interface ScanInference {
  readonly alternative: 'greater' | 'less' | 'two-sided';
  readonly null: 'incidents-by-exposure' | 'times-permuted-over-locations';
  /** p is of the maximum over all windows, so no further correction is due. */
  readonly correction: 'maximum-over-windows';
  readonly permutations: number;
  readonly seed: number;
  /** Windows looked at. */
  readonly windows: number;
}

/** A window that may become a cluster. */
export interface Candidate {
  readonly centre: number;
  readonly members: Uint32Array;
  readonly count: number;
  readonly expected: number;
  readonly llr: number;
}

/** Ratios are compared to this many parts, so that rounding does not decide between equal windows. */
const PARTS = 1e9;

/**
 * The most likely cluster and after it, by ratio, every window that shares no place with one already taken and whose
 * p is at most `highestP`. Of windows with equal ratio the one with fewer places comes first, then the one farther
 * south, then west.
 */
export function separateClusters<T extends Candidate>(
  candidates: readonly T[],
  x: Float64Array,
  y: Float64Array,
  maxima: Float64Array,
  highestP: number,
): (T & ScanCluster)[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      Math.round(b.llr * PARTS) - Math.round(a.llr * PARTS) ||
      a.members.length - b.members.length ||
      y[a.centre] - y[b.centre] ||
      x[a.centre] - x[b.centre],
  );
  const taken = new Set<number>();
  const clusters: (T & ScanCluster)[] = [];
  for (const candidate of ranked) {
    const { centre, members, count, expected } = candidate;
    if (members.some((place) => taken.has(place))) continue;
    const p = monteCarloP(candidate.llr, maxima);
    if (clusters.length > 0 && p > highestP) break;
    for (const place of members) taken.add(place);
    const farthest = members[members.length - 1];
    const radius = meters(Math.hypot(x[farthest] - x[centre], y[farthest] - y[centre]));
    clusters.push({ ...candidate, radius, ratio: count / expected, p });
  }
  return clusters;
}
