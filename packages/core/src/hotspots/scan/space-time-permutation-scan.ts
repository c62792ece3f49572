import { OrynError } from '../../errors/oryn-error.ts';
import { type CircularWindows, circularWindows, type WindowLimits } from './circular-windows.ts';
import { CylinderScanner, type IncidentsByPlace, type Passing } from './cylinder-scanner.ts';
import { checkReplicas, leastRatioFor, type MonteCarlo, nullMaxima } from './null-maxima.ts';
import { type Candidate, type ScanCluster, type ScanInference, separateClusters } from './scan-clusters.ts';

/** Incidents by place and period, one entry per incident. */
export interface SpaceTimeIncidents {
  /** Places: metres on a plane. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per incident: its place and its period, 0 … periods - 1. */
  readonly place: ArrayLike<number>;
  readonly period: ArrayLike<number>;
  /** Days, weeks or months of the study, all as long as each other as far as the calendar allows. */
  readonly periods: number;
}

export interface SpaceTimeScanOptions extends MonteCarlo {
  /** Shares are of the incidents, places those with incidents. */
  limits?: WindowLimits | undefined;
  /** Periods in one window, at least 1 and at most half of all. */
  maxPeriods: number;
  /** `prospective`: only windows that last to the end of the study. Default `retrospective`. */
  mode?: 'retrospective' | 'prospective' | undefined;
  /** Second and later clusters are named up to this p. Default .05. */
  highestP?: number | undefined;
}

/** A circle in which more happened from one period to another than place and time by themselves explain. */
export interface SpaceTimeCluster extends ScanCluster {
  /** First and last period, both included. */
  readonly from: number;
  readonly to: number;
}

export interface SpaceTimeScan {
  /** The most likely cluster, whatever its p, and the further ones; empty where no window has a ratio above 0. */
  readonly clusters: readonly SpaceTimeCluster[];
  /** `windows` are the circles; each is looked at over its intervals of time. */
  readonly inference: ScanInference;
  readonly incidents: number;
  /** Places with incidents. */
  readonly places: number;
  /** Places with more incidents than a circle may hold. */
  readonly tooLarge: { readonly places: number; readonly incidents: number };
}

interface CylinderCandidate extends Candidate {
  readonly from: number;
  readonly to: number;
}

/**
 * The space-time permutation scan statistic (Kulldorff, Heffernan, Hartman, Assunção & Mostashari 2005): circles around
 * places with incidents, each over intervals of whole periods. No population is needed: of C incidents a cylinder is
 * expected to hold `E = (incidents of the circle) × (incidents of the interval) / C`. The ratio of c incidents is
 * `(c/E)^c ((C-c)/(C-E))^(C-c)` where c > E. The null permutes the times over the locations, so every place keeps its
 * incidents and every period its own: places that are always busy and a season or a wave of the whole city are adjusted
 * for, and neither can be found. What is found is interaction: here, more than elsewhere at that time.
 *
 * p is the rank of the ratio among the maxima of the replicas. Of cylinders over the same circle the best one is kept;
 * further clusters share no place with one before them. It misleads where the population of places changes at
 * different speed (a new district is a cluster), and with dates of registration instead of occurrence.
 *
 * Time: replicas × (incidents that circles take in) × (pairs of incidents of the circle within a longest window around
 * each); memory 12 bytes a circle and 20 bytes an incident.
 *
 * @throws OrynError scan.max-time, scan.replicas, scan.max-share, scan.max-radius, scan.max-places, memory.windows
 */
export function spaceTimePermutationScan(
  incidents: SpaceTimeIncidents,
  options: SpaceTimeScanOptions,
): SpaceTimeScan {
  const { x, y, periods } = incidents;
  const {
    limits,
    maxPeriods,
    mode = 'retrospective',
    highestP = 0.05,
    permutations,
    seed,
    onProgress,
  } = options;
  checkReplicas(permutations);
  checkIncidents(incidents);
  const total = incidents.place.length;
  if (total > 0 && !(Number.isInteger(maxPeriods) && maxPeriods >= 1 && 2 * maxPeriods <= periods)) {
    throw new OrynError('scan.max-time', { given: maxPeriods, most: Math.floor(periods / 2), periods });
  }
  const byPlace = incidentsByPlace(incidents);
  const windows = circularWindows(x, y, byPlace.counts, limits, () => onProgress?.(0, permutations));
  const scanner = new CylinderScanner(windows, byPlace, {
    periods,
    maxPeriods,
    isProspective: mode === 'prospective',
  });

  const shuffled = new Int32Array(total);
  const maxima =
    windows.windows > 0
      ? nullMaxima(
          {
            draw(random) {
              shuffled.set(byPlace.period);
              for (let i = total - 1; i > 0; i--) {
                const j = Math.floor(random.uniform() * (i + 1));
                const held = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = held;
              }
            },
            floorAt: (llr): Passing => scanner.passing(llr),
            highest(passing) {
              let highest = 0;
              scanner.visit(shuffled, passing, (llr) => {
                if (llr > highest) highest = llr;
              });
              return highest;
            },
          },
          options,
        )
      : new Float64Array(permutations);

  const candidates = bestOfCircles(scanner, windows, byPlace.period, leastRatioFor(highestP, maxima));
  const held = new Uint8Array(x.length);
  for (const member of windows.members) held[member] = 1;
  const outside = byPlace.counts.map((count, place) => (held[place] ? 0 : count));
  return {
    clusters: separateClusters(candidates, x, y, maxima, highestP),
    inference: {
      alternative: 'greater',
      null: 'times-permuted-over-locations',
      correction: 'maximum-over-windows',
      permutations,
      seed,
      windows: windows.windows,
    },
    incidents: total,
    places: byPlace.counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    tooLarge: {
      places: outside.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
      incidents: outside.reduce((sum, count) => sum + count, 0),
    },
  };
}

function checkIncidents({ x, y, place, period, periods }: SpaceTimeIncidents): void {
  for (let i = 0; i < x.length; i++) {
    if (!(Number.isFinite(x[i]) && Number.isFinite(y[i])))
      throw new RangeError(`place ${i} has no coordinates`);
  }
  for (let i = 0; i < place.length; i++) {
    if (!(place[i] in x)) throw new RangeError(`incident ${i} at place ${place[i]}`);
    if (!(Number.isInteger(period[i]) && period[i] >= 0 && period[i] < periods)) {
      throw new RangeError(`incident ${i} in period ${period[i]}`);
    }
  }
}

function incidentsByPlace({ x, place, period }: SpaceTimeIncidents): IncidentsByPlace {
  const counts = new Uint32Array(x.length);
  for (let i = 0; i < place.length; i++) counts[place[i]]++;
  const offsets = new Uint32Array(x.length + 1);
  counts.forEach((count, at) => {
    offsets[at + 1] = offsets[at] + count;
  });
  const next = offsets.slice(0, -1);
  const sorted = new Int32Array(place.length);
  for (let i = 0; i < place.length; i++) sorted[next[place[i]]++] = period[i];
  return { counts, offsets, period: sorted };
}

/** The best cylinder over each circle, where it reaches a ratio; the best of all in any case. */
function bestOfCircles(
  scanner: CylinderScanner,
  windows: CircularWindows,
  period: Int32Array,
  least: number,
): CylinderCandidate[] {
  const all = scanner.passing(0);
  let highest = 0;
  scanner.visit(period, all, (llr) => {
    if (llr > highest) highest = llr;
  });
  const reach = Math.min(least, highest) * (1 - 1e-9);
  const best = new Map<number, CylinderCandidate>();
  scanner.visit(period, all, (llr, run, window, from, to, count) => {
    if (llr < reach || llr === 0 || llr <= (best.get(window)?.llr ?? 0)) return;
    const members = windows.members.slice(windows.offsets[run], window + 1);
    const expected = scanner.expectedIn(windows.measure[window], from, to);
    best.set(window, { centre: windows.centres[run], members, count, expected, llr, from, to });
  });
  return [...best.values()];
}
