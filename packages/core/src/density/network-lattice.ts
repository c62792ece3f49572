import { PathSearch } from '../network/path-search.ts';
import type { PlacesByEdge } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { LineKernel } from './network-kernel.ts';
import type { EqualSplit } from './network-walks.ts';

/** Mass that arrives at an end of an edge after some metres from its event. */
export interface Arrival {
  readonly end: number;
  readonly distance: number;
  readonly weight: number;
}

/** Ends of edges times ticks at most; with rings of delay this is what bounds time and memory. */
const MOST_STATES = 2 ** 23;
const LEAST_TICKS = 256;
const MOST_TICKS = 2 ** 16;

/**
 * Equal splits followed by distance instead of walk by walk, for all events together: the mass that leaves through
 * an end of an edge is kept per tick of the distance from its event, so walks of nearly one length are one number
 * and their count does not matter. Splitting is linear and the kernel depends on that distance alone, so events may
 * be added up.
 *
 * A distance between two ticks is shared between them by nearness, which keeps mass and mean distance exactly; what
 * is off is a blur of half a tick per node passed, so the error falls with the square of the step (with the step
 * where the kernel jumps, as `uniform` does). An edge shorter than a tick counts as one tick long.
 *
 * Time: ends reached × ticks × (1 + places on an edge). Memory: 16 bytes × metres reached / step.
 */
export class NetworkLattice {
  /** Ticks of the reach, a power of 2: as many as `MOST_STATES` allows for the streets reached. */
  readonly ticks: number;
  private readonly network: StreetNetwork;
  private readonly split: EqualSplit;
  private readonly kernel: LineKernel;
  private readonly arrivals: readonly Arrival[];
  /** Nodes that any mass may reach, ascending. */
  private readonly nodes: Uint32Array;

  constructor(network: StreetNetwork, split: EqualSplit, kernel: LineKernel, arrivals: readonly Arrival[]) {
    this.network = network;
    this.split = split;
    this.kernel = kernel;
    this.arrivals = arrivals;
    const search = new PathSearch(network);
    search.fromNodes(
      arrivals.map(({ end }) => nodeOf(network, end)),
      kernel.reach,
    );
    this.nodes = search.reached.slice(0, search.count).sort();
    const ends = this.nodes.reduce(
      (sum, node) => sum + network.endOffsets[node + 1] - network.endOffsets[node],
      0,
    );
    const ticks = 2 ** Math.floor(Math.log2(MOST_STATES / Math.max(1, ends)));
    this.ticks = Math.max(LEAST_TICKS, Math.min(MOST_TICKS, ticks));
  }

  /**
   * Add the density, per metre, to the values of places; returns the mass lost at dead ends.
   *
   * @param values by the place's position along the edges, as `PlacesByEdge` sorts them
   */
  spread(ticks: number, places: PlacesByEdge, values: Float64Array, onProgress?: OnProgress): number {
    const { network, split, kernel, nodes } = this;
    const { endOffsets, ends, length } = network;
    const step = kernel.reach / ticks;
    const lines = delayLines(network, nodes, step, ticks);
    const arrive = (end: number, at: number, tick: number, mass: number): void => {
      if (lines.size[end] === 0) return;
      const whole = Math.floor(at);
      // Mass that would arrive within the tick under way waits for the next one.
      const first = whole > tick ? whole : tick + 1;
      const later = whole > tick ? at - whole : 0;
      if (first <= ticks) lines.mass[lines.offset[end] + (first % lines.size[end])] += mass * (1 - later);
      if (first < ticks && later > 0)
        lines.mass[lines.offset[end] + ((first + 1) % lines.size[end])] += mass * later;
    };
    for (const { end, distance, weight } of this.arrivals) arrive(end, distance / step, -1, weight);

    let lost = 0;
    for (let tick = 0; tick < ticks; tick++) {
      onProgress?.(tick, ticks);
      const walked = tick * step;
      for (const node of nodes) {
        const [first, last] = [endOffsets[node], endOffsets[node + 1]];
        let [sum, any] = [0, false];
        for (let at = first; at < last; at++) {
          const mass = lines.mass[lines.offset[ends[at]] + (tick % lines.size[ends[at]])];
          sum += mass;
          any ||= mass !== 0;
        }
        if (!any) continue;
        const degree = last - first;
        for (let at = first; at < last; at++) {
          const end = ends[at];
          const own = lines.offset[end] + (tick % lines.size[end]);
          const arrived = lines.mass[own];
          lines.mass[own] = 0;
          let leaving = (2 * sum) / degree - arrived;
          if (split === 'discontinuous') leaving = degree === 1 ? 0 : (sum - arrived) / (degree - 1);
          if (split === 'discontinuous' && degree === 1) lost += sum * kernel.beyond(walked);
          if (leaving === 0) continue;
          enter(end, walked, leaving);
          arrive(end ^ 1, tick + length[end >> 1] / step, tick, leaving);
        }
      }
    }
    return lost;

    /** Add the kernel along an edge entered through an end. */
    function enter(end: number, base: number, mass: number): void {
      const edge = end >> 1;
      const [first, last] = [places.offsets[edge], places.offsets[edge + 1]];
      for (let i = 0; i < last - first; i++) {
        const at = end & 1 ? last - 1 - i : first + i;
        const distance = base + (end & 1 ? length[edge] - places.along[at] : places.along[at]);
        if (distance > kernel.reach) break;
        values[at] += mass * kernel.at(distance);
      }
    }
  }
}

function nodeOf({ from, to }: StreetNetwork, end: number): number {
  return end & 1 ? to[end >> 1] : from[end >> 1];
}

/** A ring of ticks for the mass under way to each end at the nodes, as long as its edge; size 0 for other ends. */
function delayLines(
  network: StreetNetwork,
  nodes: Uint32Array,
  step: number,
  ticks: number,
): { offset: Uint32Array; size: Uint32Array; mass: Float64Array } {
  const { endOffsets, ends, length } = network;
  const offset = new Uint32Array(ends.length);
  const size = new Uint32Array(ends.length);
  let total = 0;
  for (const node of nodes) {
    for (let at = endOffsets[node]; at < endOffsets[node + 1]; at++) {
      const end = ends[at];
      offset[end] = total;
      size[end] = Math.min(ticks, Math.ceil(length[end >> 1] / step)) + 2;
      total += size[end];
    }
  }
  return { offset, size, mass: new Float64Array(total) };
}
