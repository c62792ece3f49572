import type { Neighbours } from '../../places/neighbours.ts';
import { upperTail } from '../../significance/negative-binomial.ts';
import type { CountModel } from './count-model.ts';
import type { RouteTails } from './route-tails.ts';
import { groupsOfSlopes } from './slopes.ts';

/** A group of neighbouring seeds with its own test. */
export interface Candidate {
  members: number[];
  /** Smallest tails of the members that came by each route; NaN where none did or the group does not carry it. */
  ownTail: number;
  neighbourhoodTail: number;
  /** Smaller of the two times the tails looked at, at most 1. */
  p: number;
  q: number;
}

/** A neighbourhood can be hot for what lies beside the group: its own sum must be rarer than this too. */
const OWN_SUM_LEVEL = 0.05;

/**
 * Join the seeds of a round into groups and test each group by the smallest tail of its members.
 *
 * Under the null the chance that any of the tails looked at is as small as t is at most their number times t (Boole):
 * that is p, and it holds for every way of joining and growing, since no group can show a tail that was not looked at.
 * q is Benjamini-Hochberg with groups counted, not places: p over rank, so that one true region of thirty
 * places does not buy false groups elsewhere.
 *
 * @returns by tail, the smallest first
 */
export function candidates(
  places: { ids: readonly string[]; neighbours: Neighbours; touching?: Neighbours | undefined },
  counts: ArrayLike<number>,
  tested: Uint32Array,
  routes: { own: RouteTails | undefined; around: RouteTails | undefined },
  model: CountModel,
  maxCells: number,
): Candidate[] {
  const { own, around } = routes;
  const cameByOwn = (place: number): boolean => own?.isHot[place] === 1 && counts[place] >= 1;
  const cameByNeighbours = (place: number): boolean => around?.isHot[place] === 1 && counts[place] >= 1;
  const heightTail = (place: number): number => {
    const tail = (around ?? own)?.tail[place] ?? 1;
    return Number.isNaN(tail) ? 1 : tail;
  };
  // A group of one stands for its slope by its own incidents, not by those of its neighbours.
  const byTail = maxCells > 1 ? heightTail : (): number => 0;
  const seeds = [...tested.filter((place) => cameByOwn(place) || cameByNeighbours(place))].sort(
    (a, b) => byTail(a) - byTail(b) || counts[b] - counts[a] || (places.ids[a] < places.ids[b] ? -1 : 1),
  );
  const looked = tested.length * (Number(own !== undefined) + Number(around !== undefined));

  const found = groupsOfSlopes(seeds, places.touching ?? places.neighbours, maxCells).map((members) => {
    const ownTail = smallest(own, members.filter(cameByOwn));
    let neighbourhoodTail = smallest(around, members.filter(cameByNeighbours));
    const sum = model.sumOf(members);
    const n = members.reduce((total, place) => total + counts[place], 0);
    if (upperTail(n, sum.mean, sum.size) > OWN_SUM_LEVEL) neighbourhoodTail = Number.NaN;
    const tail = Math.min(orOne(ownTail), orOne(neighbourhoodTail));
    return { members, ownTail, neighbourhoodTail, p: tail * looked, q: 1 };
  });
  found.sort((a, b) => a.p - b.p);
  let least = 1;
  for (let rank = found.length; rank >= 1; rank--) {
    const group = found[rank - 1];
    least = Math.min(least, group.p / rank);
    group.q = least;
    group.p = Math.min(1, group.p);
  }
  return found;
}

function smallest(route: RouteTails | undefined, members: readonly number[]): number {
  return route && members.length > 0 ? Math.min(...members.map((place) => route.tail[place])) : Number.NaN;
}

function orOne(tail: number): number {
  return Number.isNaN(tail) ? 1 : tail;
}
