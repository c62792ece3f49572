import type { StreetNetwork } from './street-network.ts';

/**
 * Shortest paths along the streets from one place at a time (Dijkstra 1959), within a radius; the memory, 24 bytes a
 * node, is used again from search to search, so a search costs only what it reaches: about (nodes + edges reached)
 * × log(nodes reached).
 */
export class PathSearch {
  /** Metres from the place searched from; Infinity at nodes not reached. */
  readonly distance: Float64Array;
  /** The nodes reached, nearest first: `reached[0] … reached[count - 1]`. */
  readonly reached: Uint32Array;
  count = 0;
  private readonly network: StreetNetwork;
  private readonly heap: Uint32Array;
  private readonly place: Int32Array;
  private size = 0;

  constructor(network: StreetNetwork) {
    this.network = network;
    this.distance = new Float64Array(network.nodes).fill(Infinity);
    this.reached = new Uint32Array(network.nodes);
    this.heap = new Uint32Array(network.nodes);
    this.place = new Int32Array(network.nodes).fill(-1);
  }

  /** Search from a node. @param radius metres; nodes farther are not reached */
  fromNode(node: number, radius = Infinity): void {
    this.clear();
    this.offer(node, 0, radius);
    this.run(radius);
  }

  /** Search from several nodes at once: distances are to the nearest of them. */
  fromNodes(nodes: Iterable<number>, radius = Infinity): void {
    this.clear();
    for (const node of nodes) this.offer(node, 0, radius);
    this.run(radius);
  }

  /** Search from a place on an edge, both ways. @param along metres from the edge's first node */
  fromEdge(edge: number, along: number, radius = Infinity): void {
    const { from, to, length } = this.network;
    this.clear();
    this.offer(from[edge], along, radius);
    this.offer(to[edge], length[edge] - along, radius);
    this.run(radius);
  }

  /** Metres to a place on an edge other than the one searched from, through the nearer of its nodes. */
  toEdge(edge: number, along: number): number {
    const { from, to, length } = this.network;
    return Math.min(this.distance[from[edge]] + along, this.distance[to[edge]] + length[edge] - along);
  }

  private clear(): void {
    for (let i = 0; i < this.count; i++) this.distance[this.reached[i]] = Infinity;
    this.count = 0;
  }

  private run(radius: number): void {
    const { from, to, length, endOffsets, ends } = this.network;
    while (this.size > 0) {
      const node = this.takeNearest();
      this.reached[this.count++] = node;
      for (let at = endOffsets[node]; at < endOffsets[node + 1]; at++) {
        const edge = ends[at] >> 1;
        const next = ends[at] & 1 ? from[edge] : to[edge];
        this.offer(next, this.distance[node] + length[edge], radius);
      }
    }
  }

  /** Put a node into the heap, or move it up where the new way is shorter. */
  private offer(node: number, distance: number, radius: number): void {
    if (!(distance < this.distance[node]) || distance > radius) return;
    if (this.distance[node] === Infinity) this.place[node] = this.size++;
    this.distance[node] = distance;
    let at = this.place[node];
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent];
      if (this.distance[above] <= distance) break;
      this.heap[at] = above;
      this.place[above] = at;
      at = parent;
    }
    this.heap[at] = node;
    this.place[node] = at;
  }

  private takeNearest(): number {
    const { heap, place, distance } = this;
    const nearest = heap[0];
    const last = heap[--this.size];
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && distance[heap[child + 1]] < distance[heap[child]]) child++;
      if (distance[heap[child]] >= distance[last]) break;
      heap[at] = heap[child];
      place[heap[at]] = at;
      at = child;
    }
    heap[at] = last;
    place[last] = at;
    return nearest;
  }
}
