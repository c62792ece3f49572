import type { PathSearch } from '../network/path-search.ts';
import type { StreetNetwork } from '../network/street-network.ts';

/**
 * How many places lie at exactly a distance from an event along the streets: the "circumference" of a network
 * circle. A branch begins at the distance of the node it leaves; it ends at a node reached no sooner any other way,
 * or meets the branch from the other end of its edge, where both end. Places at t are branches begun before t less
 * those ended before t.
 *
 * What lies within a thousandth of the shortest edge of a node counts as at it, as in spatstat: a node at t is one
 * place, however many branches leave it. An event placed on a crossing then has its pairs counted at the crossing,
 * whichever of its streets it was put on.
 */
export class NetworkCircles {
  private readonly network: StreetNetwork;
  private readonly play: number;
  private search: PathSearch | undefined;
  private edge = 0;
  private along = 0;
  private begun = new Float64Array(64);
  private ended = new Float64Array(64);
  private met = new Float64Array(64);
  private branches = 0;
  private ends = 0;
  private meetings = 0;
  private ready = false;

  constructor(network: StreetNetwork) {
    this.network = network;
    this.play = network.length.reduce((least, meters) => Math.min(least, meters), Infinity) / 1000;
  }

  /** The event whose circles are asked for next, and the search from it, at least as far as they will be. */
  about(search: PathSearch, edge: number, along: number): void {
    this.search = search;
    this.edge = edge;
    this.along = along;
    this.ready = false;
  }

  /** Places at a distance, at least 1; at 0 those just beside the event. */
  placesAt(distance: number): number {
    if (!this.ready) this.prepare();
    const { play, begun, ended, met, branches, ends, meetings } = this;
    if (distance <= play) return Math.max(1, below(begun, branches, play));
    const nearer = distance - play;
    const places =
      below(begun, branches, nearer) - below(ended, ends, nearer) - 2 * below(met, meetings, distance);
    return Math.max(1, places);
  }

  private prepare(): void {
    this.branches = 0;
    this.ends = 0;
    this.meetings = 0;
    this.ready = true;
    const { search, network, edge: own, along } = this;
    if (!search) return;
    const { from, to, length, endOffsets, ends } = network;
    const { distance, reached, count } = search;
    // The event cuts its own edge in two.
    this.way(0, distance[from[own]], along);
    this.way(0, distance[to[own]], length[own] - along);
    for (let i = 0; i < count; i++) {
      const node = reached[i];
      for (let at = endOffsets[node]; at < endOffsets[node + 1]; at++) {
        const edge = ends[at] >> 1;
        if (edge === own) continue;
        const other = ends[at] & 1 ? from[edge] : to[edge];
        // Each edge once: from its nearer node, of a tie from its first, and a loop from its first end.
        const [near, far] = [distance[node], distance[other]];
        if (near < far || (near === far && (ends[at] & 1) === 0)) this.way(near, far, length[edge]);
      }
    }
    this.begun.subarray(0, this.branches).sort();
    this.ended.subarray(0, this.ends).sort();
    this.met.subarray(0, this.meetings).sort();
  }

  /** The branches in a way of some length between places at distances `near` and `far`, `near` the less. */
  private way(near: number, far: number, meters: number): void {
    if (!(meters > 0)) return;
    if (this.branches + 2 > this.begun.length) {
      this.begun = doubled(this.begun);
      this.ended = doubled(this.ended);
      this.met = doubled(this.met);
    }
    this.begun[this.branches++] = near;
    if (near + meters <= far + this.play) {
      this.ended[this.ends++] = near + meters;
      return;
    }
    this.begun[this.branches++] = far;
    this.met[this.meetings++] = (near + far + meters) / 2;
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** How many of the first `count` values, ascending, are less than a limit. */
function below(values: Float64Array, count: number, limit: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
