/** A round through places: where it begins does not matter. */
export interface PatrolRound {
  /** Positions of the places in order, from the first place on; of the two directions that with the lower second. */
  order: Uint32Array;
  /** Metres, the way back to the first place included. */
  meters: number;
  /** True where no round is shorter; else it is only one that no small change makes shorter. */
  isProvenShortest: boolean;
}

/** Up to so many places the shortest round is computed exactly. */
export const EXACT_PLACES = 12;

/**
 * The shortest closed round through places (travelling salesman). Up to 12 places exactly (Held & Karp 1962:
 * 2^n × n² steps); of more, the best of n rounds, each begun at another place by nearest insertion (Rosenkrantz,
 * Stearns & Lewis 1977) and mended by turning parts round (2-opt, Croes 1958) and moving up to three places
 * elsewhere (Or 1976) while that helps: about n⁴ steps.
 *
 * @param distances from place to place, metres, n × n, symmetric, finite
 */
export function patrolRound(distances: Float64Array): PatrolRound {
  const n = Math.round(Math.sqrt(distances.length));
  if (n * n !== distances.length) throw new RangeError(`${distances.length} distances are not n × n`);
  const isProvenShortest = n <= EXACT_PLACES;
  const found =
    n <= 3 ? [...Array(n).keys()] : isProvenShortest ? exactRound(distances, n) : bestOfStarts(distances, n);
  const order = oriented(found);
  return { order: Uint32Array.from(order), meters: lengthOf(distances, n, order), isProvenShortest };
}

/** From place 0 on, in the direction in which the lower of its neighbours comes first. */
function oriented(round: readonly number[]): number[] {
  const start = round.indexOf(0);
  const turned = [...round.slice(start), ...round.slice(0, start)];
  const [first, ...rest] = turned;
  return rest.length > 1 && rest[0] > rest[rest.length - 1] ? [first, ...rest.reverse()] : turned;
}

function lengthOf(distances: Float64Array, n: number, round: readonly number[]): number {
  let meters = 0;
  round.forEach((place, i) => {
    meters += distances[place * n + round[(i + 1) % n]];
  });
  return meters;
}

/** Held & Karp: the shortest way from place 0 through each set of places to each of its members. */
function exactRound(distances: Float64Array, n: number): number[] {
  const m = n - 1;
  const sets = 1 << m;
  const shortest = new Float64Array(sets * m).fill(Infinity);
  const before = new Int8Array(sets * m).fill(-1);
  for (let last = 0; last < m; last++) shortest[(1 << last) * m + last] = distances[last + 1];
  for (let set = 1; set < sets; set++) {
    for (let last = 0; last < m; last++) {
      const way = shortest[set * m + last];
      if (way === Infinity) continue;
      for (let next = 0; next < m; next++) {
        if (set & (1 << next)) continue;
        const at = (set | (1 << next)) * m + next;
        const longer = way + distances[(last + 1) * n + next + 1];
        if (longer >= shortest[at]) continue;
        shortest[at] = longer;
        before[at] = last;
      }
    }
  }
  let last = 0;
  let set = sets - 1;
  const whole = (end: number): number => shortest[set * m + end] + distances[(end + 1) * n];
  for (let end = 1; end < m; end++) if (whole(end) < whole(last)) last = end;
  const round: number[] = [];
  while (last >= 0) {
    round.push(last + 1);
    const previous = before[set * m + last];
    set &= ~(1 << last);
    last = previous;
  }
  return [0, ...round.reverse()];
}

function bestOfStarts(distances: Float64Array, n: number): number[] {
  let best: number[] = [];
  let meters = Infinity;
  for (let start = 0; start < n; start++) {
    const round = mended(distances, n, nearestInsertion(distances, n, start));
    const length = lengthOf(distances, n, round);
    if (length >= meters - 1e-9 * meters) continue;
    [best, meters] = [round, length];
  }
  return best;
}

/** Take the place nearest to the round, put it where it costs least, and again. */
function nearestInsertion(distances: Float64Array, n: number, start: number): number[] {
  const round = [start];
  const away = distances.slice(start * n, (start + 1) * n);
  const isIn = new Uint8Array(n);
  isIn[start] = 1;
  while (round.length < n) {
    let place = -1;
    for (let i = 0; i < n; i++) if (!isIn[i] && (place < 0 || away[i] < away[place])) place = i;
    const detour = (at: number): number => {
      const [a, b] = [round[at], round[(at + 1) % round.length]];
      return distances[a * n + place] + distances[place * n + b] - distances[a * n + b];
    };
    let cheapest = 0;
    for (let at = 1; at < round.length; at++) if (detour(at) < detour(cheapest)) cheapest = at;
    round.splice(cheapest + 1, 0, place);
    isIn[place] = 1;
    for (let i = 0; i < n; i++) away[i] = Math.min(away[i], distances[place * n + i]);
  }
  return round;
}

function mended(distances: Float64Array, n: number, begun: readonly number[]): number[] {
  let round = [...begun];
  for (let better: number[] | undefined = round; better; ) {
    round = better;
    better = turnedPart(distances, n, round) ?? movedPart(distances, n, round);
  }
  return round;
}

const LEAST_GAIN = 1e-9;

/** 2-opt: the round with one part turned round, where that is shorter. */
function turnedPart(distances: Float64Array, n: number, round: readonly number[]): number[] | undefined {
  const between = (a: number, b: number): number => distances[round[a % n] * n + round[b % n]];
  for (let i = 0; i + 2 < n; i++) {
    for (let j = i + 2; j < n; j++) {
      const gain = between(i, i + 1) + between(j, j + 1) - between(i, j) - between(i + 1, j + 1);
      if (gain <= LEAST_GAIN * between(j, j + 1)) continue;
      return [...round.slice(0, i + 1), ...round.slice(i + 1, j + 1).reverse(), ...round.slice(j + 1)];
    }
  }
  return undefined;
}

/** Or-opt: the round with one to three places in a row moved elsewhere, either way round, where that is shorter. */
function movedPart(distances: Float64Array, n: number, round: readonly number[]): number[] | undefined {
  const between = (a: number, b: number): number => distances[a * n + b];
  for (let size = 1; size <= 3; size++) {
    for (let start = 0; start < n; start++) {
      const turned = [...round.slice(start), ...round.slice(0, start)];
      const part = turned.slice(0, size);
      const rest = turned.slice(size);
      const [head, tail] = [part[0], part[size - 1]];
      const [next, previous] = [rest[0], rest[rest.length - 1]];
      const saved = between(previous, head) + between(tail, next) - between(previous, next);
      for (let at = 0; at + 1 < rest.length; at++) {
        const [a, b] = [rest[at], rest[at + 1]];
        const straight = between(a, head) + between(tail, b);
        const reversed = between(a, tail) + between(head, b);
        if (saved - Math.min(straight, reversed) + between(a, b) <= LEAST_GAIN * saved) continue;
        const put = straight <= reversed ? part : part.reverse();
        return [...rest.slice(0, at + 1), ...put, ...rest.slice(at + 1)];
      }
    }
  }
  return undefined;
}
