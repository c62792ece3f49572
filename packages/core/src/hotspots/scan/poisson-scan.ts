import { OrynError } from '../../errors/oryn-error.ts';
import { type CircularWindows, circularWindows, type WindowLimits } from './circular-windows.ts';
import {
  leastCountAbove,
  logLikelihoodRatio,
  mostCountBelow,
  type ScanRates,
} from './log-likelihood-ratio.ts';
import { Multinomial } from './multinomial.ts';
import { checkReplicas, leastRatioFor, type MonteCarlo, nullMaxima } from './null-maxima.ts';
import { type Candidate, type ScanCluster, type ScanInference, separateClusters } from './scan-clusters.ts';

/** Places with how many incidents were counted and how much could have had one. */
export interface ScanField {
  /** Metres on a plane. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Whole numbers >= 0. */
  readonly counts: ArrayLike<number>;
  /** People, metres of street, … finite and >= 0. */
  readonly exposure: ArrayLike<number>;
}

export interface PoissonScanOptions extends MonteCarlo {
  rates?: ScanRates | undefined;
  limits?: WindowLimits | undefined;
  /** Second and later clusters are named up to this p. Default .05. */
  highestP?: number | undefined;
}

export interface PoissonScan {
  /** The most likely cluster, whatever its p, and the further ones; empty where no window has a ratio above 0. */
  readonly clusters: readonly ScanCluster[];
  readonly inference: ScanInference;
  /** Incidents scanned, the exposure they are spread over, and the places that have any. */
  readonly incidents: number;
  readonly exposure: number;
  readonly places: number;
  /** Places with incidents but no exposure, left out of counts and expectations. */
  readonly withoutExposure: { readonly places: number; readonly incidents: number };
  /** Places that no window holds, since they exceed a limit by themselves. */
  readonly tooLarge: { readonly places: number; readonly incidents: number };
}

const ALTERNATIVES = { high: 'greater', low: 'less', both: 'two-sided' } as const;

/**
 * The Poisson scan statistic (Kulldorff 1997) over circular windows.
 *
 * A window of c incidents where E = C × its share of the exposure are expected has the log likelihood ratio
 * `c ln(c/E) + (C-c) ln((C-c)/(C-E))`; with `high` rates only windows with c > E count, with `low` only c < E. Its p is
 * the rank of that ratio among the maxima over all windows of fields in which the same C incidents fall on places in
 * proportion to exposure. It is one p for the whole map: no correction is due, and it says that the window holds more
 * than its exposure, not which of its places does.
 *
 * Places without exposure but with incidents have no expectation: they are left out and counted in `withoutExposure`.
 * All counts 0, one place, or all exposure in one place: no clusters. It misleads where the exposure does not measure
 * who can be a victim (residents of a market), where incidents come in series (the null has them independent), and
 * where clusters are long and thin, which circles describe badly.
 *
 * Time: replicas × windows comparisons + replicas × C draws; memory 16 to 20 bytes a window.
 *
 * @throws OrynError scan.no-exposure, scan.replicas, scan.max-share, scan.max-radius, scan.max-places, memory.windows
 */
export function poissonScan(field: ScanField, options: PoissonScanOptions): PoissonScan {
  const { x, y } = field;
  const { rates = 'high', limits, highestP = 0.05, permutations, seed, onProgress } = options;
  checkReplicas(permutations);
  checkField(field);
  const { counts, incidents, exposure, withoutExposure } = countedWithExposure(field);
  const windows = circularWindows(x, y, field.exposure, limits, () => onProgress?.(0, permutations));
  const expected = windows.measure;
  for (let w = 0; w < expected.length; w++) expected[w] *= incidents / exposure;

  const multinomial = incidents > 0 ? new Multinomial(field.exposure) : undefined;
  const drawn = new Int32Array(x.length);
  const maxima =
    multinomial && windows.windows > 0
      ? nullMaxima(
          {
            draw: (random) => multinomial.draw(incidents, drawn, random),
            floorAt: (llr) => passingCounts(windows, expected, incidents, rates, llr),
            highest: (passing) => highestRatio(windows, expected, drawn, incidents, passing),
          },
          options,
        )
      : new Float64Array(permutations);

  let highest = 0;
  const visitAll = (visit: RatioVisitor): void =>
    visitRatios(windows, expected, counts, incidents, rates, visit);
  visitAll((llr) => {
    if (llr > highest) highest = llr;
  });
  const least = Math.min(leastRatioFor(highestP, maxima), highest) * (1 - 1e-9);
  const candidates: Candidate[] = [];
  visitAll((llr, run, last, count) => {
    if (llr < least || llr === 0) return;
    const members = windows.members.slice(windows.offsets[run], last + 1);
    candidates.push({ centre: windows.centres[run], members, count, expected: expected[last], llr });
  });
  return {
    clusters: separateClusters(candidates, x, y, maxima, highestP),
    inference: {
      alternative: ALTERNATIVES[rates],
      null: 'incidents-by-exposure',
      correction: 'maximum-over-windows',
      permutations,
      seed,
      windows: windows.windows,
    },
    incidents,
    exposure,
    places: windows.places,
    withoutExposure,
    tooLarge: outsideWindows(windows, field),
  };
}

function checkField({ x, y, counts, exposure }: ScanField): void {
  for (let i = 0; i < x.length; i++) {
    if (!(Number.isFinite(x[i]) && Number.isFinite(y[i])))
      throw new RangeError(`place ${i} has no coordinates`);
    if (!(counts[i] >= 0 && Number.isInteger(counts[i])))
      throw new RangeError(`count ${counts[i]} of place ${i}`);
    if (!(exposure[i] >= 0 && Number.isFinite(exposure[i]))) {
      throw new RangeError(`exposure ${exposure[i]} of place ${i}`);
    }
  }
}

/** Counts where there is exposure, 0 elsewhere, and what stands elsewhere. */
function countedWithExposure({
  x,
  counts: given,
  exposure: exposures,
}: ScanField): Pick<PoissonScan, 'incidents' | 'exposure' | 'withoutExposure'> & { counts: Int32Array } {
  const counts = new Int32Array(x.length);
  let [incidents, exposure] = [0, 0];
  const withoutExposure = { places: 0, incidents: 0 };
  for (let place = 0; place < x.length; place++) {
    exposure += exposures[place];
    if (exposures[place] > 0) {
      counts[place] = given[place];
      incidents += given[place];
    } else if (given[place] > 0) {
      withoutExposure.places++;
      withoutExposure.incidents += given[place];
    }
  }
  if (!(exposure > 0)) throw new OrynError('scan.no-exposure', { places: x.length });
  return { counts, incidents, exposure, withoutExposure };
}

function outsideWindows(windows: CircularWindows, { counts, exposure }: ScanField): PoissonScan['tooLarge'] {
  const held = new Uint8Array(exposure.length);
  for (const member of windows.members) held[member] = 1;
  const outside = { places: 0, incidents: 0 };
  for (let place = 0; place < held.length; place++) {
    if (held[place] || !(exposure[place] > 0)) continue;
    outside.places++;
    outside.incidents += counts[place];
  }
  return outside;
}

/** Counts from which on, or down to which, a window's ratio exceeds a floor; places where no circle ends never pass. */
interface PassingCounts {
  readonly atLeast: Int32Array;
  readonly atMost: Int32Array | undefined;
}

const NEVER_REACHED = 2 ** 31 - 1;

function passingCounts(
  { offsets }: CircularWindows,
  expected: Float64Array,
  total: number,
  rates: ScanRates,
  floor: number,
): PassingCounts {
  const atLeast = new Int32Array(expected.length).fill(NEVER_REACHED);
  const atMost = rates === 'high' ? undefined : new Int32Array(expected.length).fill(-1);
  for (let run = 0; run + 1 < offsets.length; run++) {
    // A growing window expects more, so it needs at least as many as the one before.
    let before = 0;
    for (let w = offsets[run]; w < offsets[run + 1]; w++) {
      if (Number.isNaN(expected[w])) continue;
      if (rates !== 'low') {
        before = leastCountAbove(floor, expected[w], total, before);
        atLeast[w] = before;
      }
      if (atMost) atMost[w] = mostCountBelow(floor, expected[w], total);
    }
  }
  return { atLeast, atMost };
}

/** The highest ratio among the windows whose count passes; 0 where none does. */
function highestRatio(
  { offsets, members }: CircularWindows,
  expected: Float64Array,
  counts: Int32Array,
  total: number,
  { atLeast, atMost }: PassingCounts,
): number {
  let highest = 0;
  for (let run = 0; run + 1 < offsets.length; run++) {
    const end = offsets[run + 1];
    let at = offsets[run];
    let count = 0;
    while (at < end) {
      // The innermost work of the whole scan: on to the next window that passes.
      if (!atMost) {
        for (; at < end; at++) {
          count += counts[members[at]];
          if (count >= atLeast[at]) break;
        }
      } else {
        for (; at < end; at++) {
          count += counts[members[at]];
          if (count >= atLeast[at] || count <= atMost[at]) break;
        }
      }
      if (at === end) break;
      const llr = logLikelihoodRatio(count, expected[at], total);
      if (llr > highest) highest = llr;
      at++;
    }
  }
  return highest;
}

/** @param last position in `members` of the window's last one */
type RatioVisitor = (llr: number, run: number, last: number, count: number) => void;

function visitRatios(
  { offsets, members }: CircularWindows,
  expected: Float64Array,
  counts: Int32Array,
  total: number,
  rates: ScanRates,
  visit: RatioVisitor,
): void {
  for (let run = 0; run + 1 < offsets.length; run++) {
    let count = 0;
    for (let w = offsets[run]; w < offsets[run + 1]; w++) {
      count += counts[members[w]];
      const isAsked =
        rates === 'low' ? count < expected[w] : rates === 'high' ? count > expected[w] : expected[w] > 0;
      if (isAsked) visit(logLikelihoodRatio(count, expected[w], total), run, w, count);
    }
  }
}
