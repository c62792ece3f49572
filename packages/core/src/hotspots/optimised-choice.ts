import type { Neighbours, RingCount } from '../places/neighbours.ts';
import { globalStatistic } from './global-statistics.ts';

/** One unit that could be taken, and why it was or was not. */
export interface UnitCandidate {
  resolution: number;
  /** Tested places, Infinity where they were not counted since a coarser unit has too many already. */
  places: number;
  /** In the tested places. */
  incidents: number;
  /** Of global Moran over the first ring, randomisation; NaN where it is not defined or not counted. */
  z: number;
  /** Within all limits. */
  fits: boolean;
  verdict:
    | 'chosen'
    | 'coarser'
    | 'too-many-places'
    | 'too-few-places'
    | 'too-sparse'
    | 'finer-than-coordinates';
}

/** Fewer places leave a permutation too little to shuffle. */
const LEAST_PLACES = 30;
/** More places than this are slow to read on a map and to test by permutation on a laptop. */
export const MOST_OPTIMISED_PLACES = 50_000;
/** A cell and its first ring. */
const RING_PLACES = 7;
/** Mean incidents of a cell and its ring: below one most neighbourhoods are empty and nothing can be cold or warm. */
const LEAST_PER_RING = 1;

/** z of a band that counts as clustering at all: two-sided .05 of the normal tail, used to choose, not to test. */
const LEAST_Z = 1.96;

/**
 * The unit of an optimised run: the finest resolution with 30 to 50,000 tested places whose first rings hold one
 * incident or more on average, and whose neighbouring counts are not less alike than by chance (z of global Moran over
 * the first ring above -1.96). Where incidents are registered at the middle of a block or at addresses, cells finer
 * than that hold all of them beside cells that hold none: the statistic would then measure the register, and find nothing.
 *
 * Where none fits, the finest that is not too many places; `verdict` says why the others were left.
 *
 * @param fields tested places, their incidents and z by resolution
 */
export function chooseUnit(
  fields: readonly Pick<UnitCandidate, 'resolution' | 'places' | 'incidents' | 'z'>[],
): UnitCandidate[] {
  const finestFirst = [...fields].sort((a, b) => b.resolution - a.resolution);
  const verdictOf = ({ places, incidents, z }: (typeof fields)[number]): UnitCandidate['verdict'] => {
    if (places > MOST_OPTIMISED_PLACES) return 'too-many-places';
    if (places < LEAST_PLACES) return 'too-few-places';
    if ((incidents * RING_PLACES) / places < LEAST_PER_RING) return 'too-sparse';
    return z <= -LEAST_Z ? 'finer-than-coordinates' : 'coarser';
  };
  const candidates = finestFirst.map((field): UnitCandidate => {
    const verdict = verdictOf(field);
    return { ...field, fits: verdict === 'coarser', verdict };
  });
  const last = (verdict: UnitCandidate['verdict']): UnitCandidate | undefined =>
    candidates.filter((candidate) => candidate.verdict === verdict).at(-1);
  const chosen =
    candidates.find(({ verdict }) => verdict === 'coarser') ??
    last('finer-than-coordinates') ??
    last('too-sparse') ??
    candidates.filter(({ verdict }) => verdict !== 'too-many-places')[0] ??
    candidates.at(-1);
  if (chosen) chosen.verdict = 'chosen';
  return candidates;
}

/** Global Moran of one band. */
export interface BandCandidate {
  rings: RingCount;
  moran: number;
  /** Under randomisation; NaN where it is not defined. */
  z: number;
}

export interface BandChoice {
  rings: RingCount;
  /** `first-peak`: z is higher than in the next band; `largest`: still rising; `none`: no band clusters. */
  reason: 'first-peak' | 'largest' | 'none';
  candidates: BandCandidate[];
}

/**
 * The band of an optimised run by incremental Moran: the z of global Moran's I (row-standardised, randomisation)
 * for one, two and three rings; the first peak is the distance at which clustering is strongest. Where it still
 * rises at three rings, three; where no band clusters, one.
 *
 * A p of hot places made with a band chosen on the same incidents is not valid: the choice has seen them. It is
 * valid where the band was chosen on other years.
 *
 * @param x counts of the tested places
 * @param neighboursOf their neighbours up to a ring
 */
export function chooseBand(x: ArrayLike<number>, neighboursOf: (rings: RingCount) => Neighbours): BandChoice {
  const candidates = ([1, 2, 3] as const).map((rings): BandCandidate => {
    const { value, z } = globalStatistic(x, neighboursOf(rings), 'moran');
    return { rings, moran: value, z };
  });
  const clustering = candidates.filter(({ z }) => z >= LEAST_Z);
  if (clustering.length === 0) return { rings: 1, reason: 'none', candidates };
  const peak = candidates.find(
    ({ z }, i) => z >= LEAST_Z && i + 1 < candidates.length && !(candidates[i + 1].z >= z),
  );
  if (peak) return { rings: peak.rings, reason: 'first-peak', candidates };
  return { rings: clustering[clustering.length - 1].rings, reason: 'largest', candidates };
}
