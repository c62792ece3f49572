import type { StreetNetwork } from '../network/street-network.ts';

/** How a kernel's mass is passed on at nodes; see `networkDensity`. */
export type EqualSplit = 'discontinuous' | 'continuous';

/** Distances are one where they differ by less than this share of the reach. */
const TICKS = 2 ** 30;

/**
 * All walks along the streets that start by arriving at one end of an edge, within a reach, each with the share of
 * mass that it carries (Okabe, Satoh & Sugihara 2009). At a node of degree k a walk goes on
 *
 * - discontinuous: into each edge but its own with 1/(k-1); at a dead end it stops;
 * - continuous: into each edge but its own with 2/k, and back with 2/k - 1; a dead end sends all of it back.
 *
 * Walks that begin the same edge end after the same distance go on alike, so they are added into one branch before
 * they are followed; on a grid of streets this turns an exponential number of walks into one that grows as the
 * area reached. Branches are followed nearest first, so that every addition is done by then.
 *
 * Where streets are so dense or so short that there are more than `most` branches, the walk is given up; see
 * `NetworkLattice`.
 */
export class EqualSplitWalks {
  /** Branches, nearest first: the end of an edge that each leaves through, into that edge. */
  readonly end: Uint32Array;
  /** Metres from the start of the walk to that end. */
  readonly distance: Float64Array;
  /** Share of the mass carried; negative where the continuous split sends it back. */
  readonly share: Float64Array;
  count = 0;
  /** Mass that reaches dead ends and stops there (discontinuous): metres walked, share. */
  readonly stopped: { distance: number; share: number }[] = [];

  private readonly network: StreetNetwork;
  private readonly split: EqualSplit;
  private readonly most: number;
  private readonly heap: Uint32Array;
  private heapSize = 0;
  private readonly slotEnd: Uint32Array;
  private readonly slotDistance: Float64Array;
  private readonly slotShare: Float64Array;
  private slots = 0;
  private full = false;
  /** Open addressing: slot + 1 of each (end, distance), 0 where free. */
  private readonly table: Uint32Array;
  private readonly slotPlace: Uint32Array;
  private ticksPerMeter = 1;

  /** @param most branches of a walk that are followed at most */
  constructor(network: StreetNetwork, split: EqualSplit, most: number) {
    this.network = network;
    this.split = split;
    this.most = most;
    const { endOffsets } = network;
    let degree = 1;
    for (let v = 0; v < network.nodes; v++) degree = Math.max(degree, endOffsets[v + 1] - endOffsets[v]);
    const slots = 8 * most + degree;
    this.end = new Uint32Array(most);
    this.distance = new Float64Array(most);
    this.share = new Float64Array(most);
    this.heap = new Uint32Array(slots);
    this.slotEnd = new Uint32Array(slots);
    this.slotDistance = new Float64Array(slots);
    this.slotShare = new Float64Array(slots);
    this.slotPlace = new Uint32Array(slots);
    this.table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * slots)));
  }

  /**
   * Walk on from an end of an edge that the mass arrives at; false where there are too many branches.
   *
   * @param reach metres, beyond which nothing is followed
   */
  from(end: number, reach: number): boolean {
    const { length } = this.network;
    this.count = 0;
    this.stopped.length = 0;
    this.ticksPerMeter = TICKS / reach;
    this.arrive(end, 0, 1);
    let fits = true;
    while (this.heapSize > 0) {
      const slot = this.takeNearest();
      const share = this.slotShare[slot];
      if (share === 0) continue;
      const distance = this.slotDistance[slot];
      if (this.count === this.most || this.full) {
        fits = false;
        break;
      }
      const branch = this.slotEnd[slot];
      this.end[this.count] = branch;
      this.distance[this.count] = distance;
      this.share[this.count++] = share;
      const arrival = distance + length[branch >> 1];
      if (arrival < reach) this.arrive(branch ^ 1, arrival, share);
    }
    fits &&= !this.full;
    for (let slot = 0; slot < this.slots; slot++) this.table[this.slotPlace[slot]] = 0;
    this.slots = 0;
    this.heapSize = 0;
    this.full = false;
    return fits;
  }

  /** Pass the mass that arrives at an end on to the ends at its node. */
  private arrive(arrived: number, distance: number, share: number): void {
    const { from, to, endOffsets, ends } = this.network;
    const node = arrived & 1 ? to[arrived >> 1] : from[arrived >> 1];
    const degree = endOffsets[node + 1] - endOffsets[node];
    if (this.split === 'discontinuous' && degree === 1) {
      this.stopped.push({ distance, share });
      return;
    }
    const onward = this.split === 'continuous' ? 2 / degree : 1 / (degree - 1);
    const back = this.split === 'continuous' ? 2 / degree - 1 : 0;
    for (let at = endOffsets[node]; at < endOffsets[node + 1]; at++) {
      const passed = ends[at] === arrived ? back : onward;
      if (passed !== 0) this.open(ends[at], distance, share * passed);
    }
  }

  /** Add mass to the branch of an end and a distance, which is made where it is not there yet. */
  private open(end: number, distance: number, share: number): void {
    const tick = Math.round(distance * this.ticksPerMeter);
    const mask = this.table.length - 1;
    let place = (Math.imul(end, 0x9e3779b1) ^ Math.imul(tick, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & mask;
    for (; this.table[place] !== 0; place = (place + 1) & mask) {
      const slot = this.table[place] - 1;
      if (this.slotEnd[slot] === end && Math.round(this.slotDistance[slot] * this.ticksPerMeter) === tick) {
        this.slotShare[slot] += share;
        return;
      }
    }
    if (this.slots === this.slotEnd.length) {
      this.full = true;
      return;
    }
    const slot = this.slots++;
    this.table[place] = slot + 1;
    this.slotPlace[slot] = place;
    this.slotEnd[slot] = end;
    this.slotDistance[slot] = distance;
    this.slotShare[slot] = share;
    let at = this.heapSize++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.slotDistance[this.heap[parent]] <= distance) break;
      this.heap[at] = this.heap[parent];
      at = parent;
    }
    this.heap[at] = slot;
  }

  private takeNearest(): number {
    const { heap, slotDistance } = this;
    const nearest = heap[0];
    const last = heap[--this.heapSize];
    let at = 0;
    for (let child = 1; child < this.heapSize; child = 2 * at + 1) {
      if (child + 1 < this.heapSize && slotDistance[heap[child + 1]] < slotDistance[heap[child]]) child++;
      if (slotDistance[heap[child]] >= slotDistance[last]) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return nearest;
  }
}
