import { type NetworkPoints, placesByEdge } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import type { Kernel } from './kernels.ts';
import { lineKernel } from './network-kernel.ts';
import { type LatticeUse, type Sums, spreadPool, spreadSimple, spreadSplit } from './network-spread.ts';
import { EqualSplitWalks } from './network-walks.ts';

export const NETWORK_METHODS = ['simple', 'discontinuous', 'continuous'] as const;
export type NetworkMethod = (typeof NETWORK_METHODS)[number];

/** A density along streets at some places. */
export interface NetworkDensity {
  /** Incidents (or their weight) per kilometre of street at each place, in order. */
  readonly values: Float64Array;
  readonly method: NetworkMethod;
  readonly kernel: Kernel;
  /** Metres. */
  readonly bandwidth: number;
  /** Sum of the weights, or the number of incidents. */
  readonly total: number;
  /** The integral of the density over all streets, in the unit of `total`; known without the places. */
  readonly mass: number;
  /** Part of `total` that ran out at dead ends: 0 but for `discontinuous`. */
  readonly lostAtDeadEnds: number;
  /** Where streets are too dense for every walk: what was followed on a lattice; undefined where nothing was. */
  readonly lattice: LatticeUse | undefined;
}

export interface NetworkDensityOptions {
  method: NetworkMethod;
  kernel: Kernel;
  /** Metres, greater than 0; the kernel's radius along the streets, for `gaussian` its standard deviation. */
  bandwidth: number;
  /** One per event, finite and >= 0. */
  weights?: Float64Array | undefined;
  /** Branches followed exactly from an end of an edge at most, see `EqualSplitWalks`; beyond it a lattice serves. */
  mostBranches?: number | undefined;
  onProgress?: OnProgress | undefined;
}

const MOST_BRANCHES = 4096;
const METERS_PER_KILOMETER = 1000;

/**
 * Kernel density along streets, per kilometre of street.
 *
 * - `simple`: the kernel of the shortest path to each place (Xie & Yan 2008). Mass multiplies at junctions, so it
 *   does not sum to the incidents: `mass` says to what.
 * - `discontinuous`: equal split at junctions (Okabe, Satoh & Sugihara 2009): of what arrives at a node of
 *   degree k each other edge gets 1/(k-1). Sums to the incidents less what runs out at dead ends; jumps at nodes.
 * - `continuous`: each other edge gets 2/k and 2/k - 1 goes back (same). Sums to the incidents and has no
 *   jumps; near a junction an incident may take away a little from its own street.
 *
 * The equal splits follow every walk, not only the shortest path, so around a short block mass meets itself. An
 * incident at a node belongs to the one edge it was placed on; under `discontinuous` which one matters. Cutting an
 * edge at an inner point changes nothing.
 *
 * No events give zeros. Misleads where the network lacks streets (mass goes around), where drawing splits one
 * junction into several (roundabouts, dual carriageways), and in one-way or grade-separated streets, unknown here.
 *
 * Cost: a search or two walks per edge with events, and per event the places within the kernel along each walk;
 * where short edges lie close together (roundabouts, junctions drawn street by street) the walks are too many, and
 * the mass is followed on a lattice: `lattice` says how much of it and how far that may be off.
 *
 * @param at places at which the density is wanted, such as the middles of lixels
 */
export function networkDensity(
  network: StreetNetwork,
  events: NetworkPoints,
  at: NetworkPoints,
  options: NetworkDensityOptions,
): NetworkDensity {
  const { method, kernel: name, bandwidth, weights, mostBranches = MOST_BRANCHES, onProgress } = options;
  if (weights?.some((weight) => !(weight >= 0 && weight < Infinity))) throw new RangeError('weights');
  const kernel = lineKernel(name, bandwidth);
  const stacks = stacksByEdge(network.edges, events, weights);
  const places = placesByEdge(network.edges, at);
  const spread =
    method === 'simple'
      ? spreadSimple(network, kernel, places)
      : spreadSplit(network, kernel, places, new EqualSplitWalks(network, method, mostBranches));
  const sums: Sums = { values: new Float64Array(at.edge.length), mass: 0, lost: 0, pool: [] };
  for (let edge = 0; edge < network.edges; edge++) {
    if (edge % 16 === 0) onProgress?.(edge, network.edges);
    const [start, end] = [stacks.offsets[edge], stacks.offsets[edge + 1]];
    if (start < end)
      spread(edge, stacks.along.subarray(start, end), stacks.weight.subarray(start, end), sums);
  }
  const onLattice =
    method === 'simple' ? undefined : spreadPool(network, method, kernel, places, sums, onProgress);
  onProgress?.(network.edges, network.edges);
  // The sums were kept in the order of the places along the edges.
  const values = new Float64Array(at.edge.length);
  for (let i = 0; i < values.length; i++) values[places.order[i]] = sums.values[i] * METERS_PER_KILOMETER;
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : events.edge.length;
  const { mass, lost: lostAtDeadEnds } = sums;
  const lattice = onLattice && { ...onLattice, error: onLattice.error * METERS_PER_KILOMETER };
  return { values, method, kernel: name, bandwidth, total, mass, lostAtDeadEnds, lattice };
}

/** Events by edge and along it, those at one place added up. */
function stacksByEdge(
  edges: number,
  events: NetworkPoints,
  weights: Float64Array | undefined,
): { offsets: Uint32Array; along: Float64Array; weight: Float64Array } {
  const sorted = placesByEdge(edges, events);
  const offsets = new Uint32Array(edges + 1);
  const along = new Float64Array(events.edge.length);
  const weight = new Float64Array(events.edge.length);
  let stacks = 0;
  for (let edge = 0; edge < edges; edge++) {
    for (let at = sorted.offsets[edge]; at < sorted.offsets[edge + 1]; at++) {
      const own = weights ? weights[sorted.order[at]] : 1;
      if (own === 0) continue;
      if (stacks > offsets[edge] && along[stacks - 1] === sorted.along[at]) weight[stacks - 1] += own;
      else {
        along[stacks] = sorted.along[at];
        weight[stacks++] = own;
      }
    }
    offsets[edge + 1] = stacks;
  }
  return { offsets, along, weight };
}
