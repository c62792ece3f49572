import { OrynError } from '../../errors/oryn-error.ts';
import type { OnProgress } from '../../progress/on-progress.ts';
import type { RandomStream } from '../../random/stream.ts';
import { replicaStream } from './replica-stream.ts';

/** With fewer replicas no p can reach .05. */
const LEAST_REPLICAS = 19;

export interface MonteCarlo {
  /** Number of replicas R, at least 19. p cannot be below 1 / (R + 1); choose R + 1 a multiple of 20. */
  permutations: number;
  seed: number;
  onProgress?: OnProgress | undefined;
}

/** One field drawn under the null after another, and the highest ratio in it. */
export interface NullModel<Floor> {
  draw(random: RandomStream): void;
  /** What lets a window be passed over without its ratio being computed, for ratios up to `llr`. */
  floorAt(llr: number): Floor;
  /** The highest ratio of the field just drawn if it exceeds the floor, else 0. */
  highest(floor: Floor): number;
}

/** Replicas from which it is learned how high the maxima of the null lie, the first of them alone for a first guess. */
const PILOTS = 19;
/** Share of the lowest maximum so far under which windows are passed over; a replica below it is scanned again. */
const FIRST_SHARE = 0.6;
const FLOOR_SHARE = 0.9;

/**
 * The highest ratio over all windows in each replica. Most windows of a replica are far below its maximum: with a
 * floor learned from the first replicas one comparison of whole numbers passes them over. The maxima are the same
 * with any floor, so they depend on seed and replica only.
 *
 * @throws OrynError scan.replicas
 */
export function nullMaxima<Floor>(model: NullModel<Floor>, options: MonteCarlo): Float64Array {
  const { permutations, seed, onProgress } = options;
  checkReplicas(permutations);
  const all = model.floorAt(0);
  const maxima = new Float64Array(permutations);
  let floor: Floor | undefined;
  for (let replica = 0; replica < permutations; replica++) {
    onProgress?.(replica, permutations);
    if (replica === 1) floor = model.floorAt(FIRST_SHARE * maxima[0]);
    if (replica === PILOTS) floor = model.floorAt(FLOOR_SHARE * Math.min(...maxima.subarray(0, PILOTS)));
    model.draw(replicaStream(seed, replica));
    const high = floor === undefined ? 0 : model.highest(floor);
    maxima[replica] = high > 0 ? high : model.highest(all);
  }
  onProgress?.(permutations, permutations);
  return maxima;
}

/** @throws OrynError scan.replicas */
export function checkReplicas(permutations: number): void {
  if (Number.isInteger(permutations) && permutations >= LEAST_REPLICAS) return;
  throw new OrynError('scan.replicas', { given: permutations, least: LEAST_REPLICAS });
}

/** Equal ratios that were added up in another order differ by rounding only: they count as reached. */
const TOLERANCE = 1e-9;

/** `(r + 1) / (R + 1)`, r the replicas whose maximum reaches the ratio (Dwass 1957). */
export function monteCarloP(llr: number, maxima: Float64Array): number {
  const reach = llr - TOLERANCE * (1 + llr);
  let reached = 0;
  for (const maximum of maxima) if (maximum >= reach) reached++;
  return (reached + 1) / (maxima.length + 1);
}

/** A ratio that any window with a p of at most `highest` reaches; Infinity where none can have such a p. */
export function leastRatioFor(highest: number, maxima: Float64Array): number {
  const allowed = Math.floor(highest * (maxima.length + 1) + TOLERANCE) - 1;
  if (allowed < 0) return Infinity;
  if (allowed >= maxima.length) return 0;
  const sorted = Float64Array.from(maxima).sort();
  return sorted[sorted.length - 1 - allowed];
}
