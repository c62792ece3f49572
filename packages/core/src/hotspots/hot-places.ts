import { type Neighbours, restrictNeighbours } from '../places/neighbours.ts';
import { benjaminiHochberg } from '../significance/benjamini-hochberg.ts';
import { twoSidedNormalP } from '../significance/normal.ts';
import { exactTails } from './exact-tails.ts';
import { type GetisOrdStatistic, getisOrdScores } from './getis-ord.ts';

export type Inference = 'exact' | 'analytic';
export type HotClass = 'hot99' | 'hot95' | 'hot90' | 'none' | 'cold90' | 'cold95' | 'cold99';

/** Local statistics of every place; `p`, `q`, `z` are NaN and the class empty for a place not tested. */
export interface HotPlaces {
  statistic: GetisOrdStatistic;
  inference: Inference;
  alternative: 'two-sided';
  correction: 'benjamini-hochberg';
  /** Number of tests the correction is over: the places asked for that have a neighbour among them. */
  tested: number;
  z: Float64Array;
  p: Float64Array;
  q: Float64Array;
  hotClass: (HotClass | '')[];
}

/**
 * Getis-Ord hot and cold places: score, two-sided p by the chosen inference, Benjamini-Hochberg q over the
 * tested places, and the class by q <= .01, .05, .10 (the direction of the smaller tail).
 *
 * A hot place has more incidents in it and around it than the null gives; with `gi-star` a place without any
 * incident beside a busy one can be hot. The q of single places says nothing of a group of them.
 *
 * @param x counts, one per place, zero places included
 * @param options.include places to test (1) or leave out (0): mean, variance, neighbours and correction use
 *   only these; without it all places
 */
export function hotPlaces(
  x: ArrayLike<number>,
  neighbours: Neighbours,
  options: { statistic: GetisOrdStatistic; inference: Inference; include?: Uint8Array | undefined },
): HotPlaces {
  const { statistic, inference, include } = options;
  const count = neighbours.offsets.length - 1;
  const members = Uint32Array.from({ length: count }, (_, i) => i).filter(
    (i) => !include || include[i] === 1,
  );
  const among = include ? restrictNeighbours(neighbours, members) : neighbours;
  const values = Float64Array.from(members, (place) => x[place]);
  const isIsland = (i: number): boolean => among.offsets[i] === among.offsets[i + 1];

  const scores = getisOrdScores(values, among, statistic).map((z, i) => (isIsland(i) ? Number.NaN : z));
  let p: Float64Array;
  let upperIsSmaller: (i: number) => boolean;
  if (inference === 'exact') {
    const tails = exactTails(values, among, statistic);
    p = tails.p;
    upperIsSmaller = (i) => tails.upper[i] < tails.lower[i];
  } else {
    p = scores.map(twoSidedNormalP);
    upperIsSmaller = (i) => scores[i] > 0;
  }
  const q = benjaminiHochberg(p);

  const spread = (of: Float64Array): Float64Array => {
    const all = new Float64Array(count).fill(Number.NaN);
    members.forEach((place, i) => {
      all[place] = of[i];
    });
    return all;
  };
  const hotClass: (HotClass | '')[] = new Array(count).fill('');
  let tested = 0;
  members.forEach((place, i) => {
    if (Number.isNaN(p[i])) return;
    tested++;
    hotClass[place] = classOf(q[i], upperIsSmaller(i));
  });
  return {
    statistic,
    inference,
    alternative: 'two-sided',
    correction: 'benjamini-hochberg',
    tested,
    z: spread(scores),
    p: spread(p),
    q: spread(q),
    hotClass,
  };
}

function classOf(q: number, isHot: boolean): HotClass {
  const level = q <= 0.01 ? '99' : q <= 0.05 ? '95' : q <= 0.1 ? '90' : undefined;
  if (level === undefined) return 'none';
  return `${isHot ? 'hot' : 'cold'}${level}`;
}

/** True for the places that may start or join a problem place: hot at q <= .05 and at least one incident. */
export function isSeed(hotClass: HotClass | '', n: number): boolean {
  return (hotClass === 'hot95' || hotClass === 'hot99') && n >= 1;
}
