/**
 * A balanced k-d tree over points of a plane (Bentley 1975), split at the median of the wider side of each box.
 * Node `k` holds the sorted points from `start[k]` to `end[k]`; its left child is `k + 1`, its right one
 * `right[k]`, 0 for a leaf. Children stand after their parents. Memory: 20 bytes a point, about 11 for the nodes.
 */
export interface KdTree {
  /** Position of each sorted point in the columns given. */
  readonly order: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly right: Uint32Array;
  /** Left, bottom, right, top of the points of each node. */
  readonly box: Float64Array;
}

const LEAF = 8;

export function kdTree(x: Float64Array, y: Float64Array): KdTree {
  const order = Uint32Array.from(x, (_, i) => i);
  const start: number[] = [];
  const end: number[] = [];
  const right: number[] = [];
  const box: number[] = [];
  const build = (from: number, to: number): number => {
    const node = start.length;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from; at < to; at++) {
      const i = order[at];
      west = Math.min(west, x[i]);
      south = Math.min(south, y[i]);
      east = Math.max(east, x[i]);
      north = Math.max(north, y[i]);
    }
    start.push(from);
    end.push(to);
    right.push(0);
    box.push(west, south, east, north);
    if (to - from <= LEAF) return node;
    const middle = (from + to) >>> 1;
    selectNth(order, east - west >= north - south ? x : y, from, to - 1, middle);
    build(from, middle);
    right[node] = build(middle, to);
    return node;
  };
  build(0, x.length);
  return {
    order,
    x: Float64Array.from(order, (i) => x[i]),
    y: Float64Array.from(order, (i) => y[i]),
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    right: Uint32Array.from(right),
    box: Float64Array.from(box),
  };
}

/** Put the element of rank `nth` at its place, smaller ones before it (Hoare 1961; median of three). */
function selectNth(order: Uint32Array, key: Float64Array, from: number, to: number, nth: number): void {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const a = key[order[low]];
    const b = key[order[middle]];
    const c = key[order[high]];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let [i, j] = [low, high];
    while (i <= j) {
      while (key[order[i]] < pivot) i++;
      while (key[order[j]] > pivot) j--;
      if (i > j) break;
      const swapped = order[i];
      order[i++] = order[j];
      order[j--] = swapped;
    }
    if (nth <= j) high = j;
    else if (nth >= i) low = i;
    else return;
  }
}

/** Squared distance from a point to the box of a node, 0 inside. */
export function squaredToBox({ box }: KdTree, node: number, px: number, py: number): number {
  const dx = Math.max(box[4 * node] - px, 0, px - box[4 * node + 2]);
  const dy = Math.max(box[4 * node + 1] - py, 0, py - box[4 * node + 3]);
  return dx * dx + dy * dy;
}

/**
 * A function that gives the squared distance to the k-th nearest point of the tree, counting each of its
 * points as often as `n` says; Infinity where all together are fewer than k.
 *
 * @param n how many points lie on each sorted point
 */
export function kthNearest(tree: KdTree, n: Uint32Array, k: number): (px: number, py: number) => number {
  const { x, y, start, end, right } = tree;
  const nearest: number[] = [];
  const mass: number[] = [];
  let total = 0;
  const bound = (): number => (total >= k ? nearest[nearest.length - 1] : Infinity);
  const insert = (squared: number, count: number): void => {
    let at = nearest.length;
    nearest.push(squared);
    mass.push(count);
    for (; at > 0 && nearest[at - 1] > squared; at--) {
      nearest[at] = nearest[at - 1];
      mass[at] = mass[at - 1];
    }
    nearest[at] = squared;
    mass[at] = count;
    total += count;
    while (total - mass[mass.length - 1] >= k) {
      total -= mass.pop() as number;
      nearest.pop();
    }
  };
  const search = (node: number, px: number, py: number): void => {
    if (right[node] === 0) {
      for (let j = start[node]; j < end[node]; j++) {
        const dx = x[j] - px;
        const dy = y[j] - py;
        const squared = dx * dx + dy * dy;
        if (squared < bound()) insert(squared, n[j]);
      }
      return;
    }
    const left = squaredToBox(tree, node + 1, px, py);
    const other = squaredToBox(tree, right[node], px, py);
    const [near, nearSquared] = left <= other ? [node + 1, left] : [right[node], other];
    const [far, farSquared] = left <= other ? [right[node], other] : [node + 1, left];
    if (nearSquared < bound()) search(near, px, py);
    if (farSquared < bound()) search(far, px, py);
  };
  return (px, py) => {
    nearest.length = mass.length = total = 0;
    search(0, px, py);
    return bound();
  };
}
