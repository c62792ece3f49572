import { along, crossing, distance, nearestOnEdge, pathLength, simplified, type XY } from './geometry.ts';
import type { StreetClass } from './plan.ts';

/** A line of the street plan in metres. */
export interface Line {
  readonly key: string;
  readonly class: StreetClass;
  readonly path: readonly XY[];
}

/** A piece of street between two crossings (or a crossing and a dead end). */
export interface Segment {
  readonly key: string;
  readonly class: StreetClass;
  readonly path: readonly XY[];
  readonly from: number;
  readonly to: number;
}

const SNAP_METRES = 7;
const MERGE_METRES = 14;
const SHORTEST_DEAD_END_METRES = 32;
const STRAIGHTEN_METRES = 1.2;
const BIN_METRES = 120;

interface Edge {
  readonly line: number;
  readonly a: XY;
  readonly b: XY;
  readonly cuts: number[];
}

/**
 * Cuts lines where they cross or touch, joins crossings that lie closer than 14 m, and leaves out short dead
 * ends and whatever is not connected with the largest part.
 */
export function nodedNetwork(lines: readonly Line[]): Segment[] {
  const edges = lines.flatMap((line, index) =>
    line.path.slice(1).map((b, i): Edge => ({ line: index, a: line.path[i]!, b, cuts: [] })),
  );
  cutAtCrossings(edges);
  const pieces = piecesBetweenCuts(lines, edges);
  return largestPart(pruned(merged(pieces)));
}

function bins(edges: readonly Edge[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  edges.forEach(({ a, b }, index) => {
    const west = Math.floor((Math.min(a[0], b[0]) - SNAP_METRES) / BIN_METRES);
    const east = Math.floor((Math.max(a[0], b[0]) + SNAP_METRES) / BIN_METRES);
    const south = Math.floor((Math.min(a[1], b[1]) - SNAP_METRES) / BIN_METRES);
    const north = Math.floor((Math.max(a[1], b[1]) + SNAP_METRES) / BIN_METRES);
    for (let x = west; x <= east; x++) {
      for (let y = south; y <= north; y++) {
        const key = `${x},${y}`;
        const list = found.get(key);
        if (list) list.push(index);
        else found.set(key, [index]);
      }
    }
  });
  return found;
}

function cutAtCrossings(edges: readonly Edge[]): void {
  const seen = new Set<number>();
  for (const list of bins(edges).values()) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const low = Math.min(list[i]!, list[j]!);
        const high = Math.max(list[i]!, list[j]!);
        const pair = low * edges.length + high;
        if (seen.has(pair)) continue;
        seen.add(pair);
        cutPair(edges[low]!, edges[high]!);
      }
    }
  }
}

function cutPair(first: Edge, second: Edge): void {
  const neighbours = first.line === second.line;
  const cross = neighbours ? undefined : crossing(first.a, first.b, second.a, second.b);
  if (cross) {
    first.cuts.push(cross.first);
    second.cuts.push(cross.second);
    return;
  }
  if (neighbours) return;
  // A line that ends at another one touches it only nearly, because both follow the bent frame.
  for (const [edge, other] of [
    [first, second],
    [second, first],
  ] as const) {
    for (const end of [other.a, other.b]) {
      const near = nearestOnEdge(end, edge.a, edge.b);
      if (near.metres < SNAP_METRES) edge.cuts.push(near.share);
    }
  }
}

interface Piece {
  readonly key: string;
  readonly class: StreetClass;
  readonly path: readonly XY[];
}

function piecesBetweenCuts(lines: readonly Line[], edges: readonly Edge[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    let current: XY[] = [line.path[0]!];
    for (; at < edges.length && edges[at]!.line === index; at++) {
      const { a, b, cuts } = edges[at]!;
      for (const share of [...new Set(cuts)].sort((p, q) => p - q)) {
        current.push(along(a, b, share));
        pieces.push({ ...line, path: current });
        current = [along(a, b, share)];
      }
      current.push(b);
    }
    pieces.push({ ...line, path: current });
  }
  return pieces.filter((piece) => pathLength(piece.path) > 0.5);
}

/** Ends closer than 14 m become one crossing; what then is a point or a double is left out. */
function merged(pieces: readonly Piece[]): Segment[] {
  const nodes: { sum: [number, number]; count: number; home: XY }[] = [];
  const grid = new Map<string, number[]>();
  const nodeOf = (point: XY): number => {
    const x = Math.floor(point[0] / MERGE_METRES);
    const y = Math.floor(point[1] / MERGE_METRES);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const index of grid.get(`${x + dx},${y + dy}`) ?? []) {
          if (distance(nodes[index]!.home, point) < MERGE_METRES) return index;
        }
      }
    }
    nodes.push({ sum: [0, 0], count: 0, home: point });
    const key = `${x},${y}`;
    grid.set(key, [...(grid.get(key) ?? []), nodes.length - 1]);
    return nodes.length - 1;
  };
  const ends = pieces.map(({ path }) => [nodeOf(path[0]!), nodeOf(path[path.length - 1]!)] as const);
  pieces.forEach(({ path }, index) => {
    for (const [node, point] of [
      [ends[index]![0], path[0]!],
      [ends[index]![1], path[path.length - 1]!],
    ] as const) {
      const found = nodes[node]!;
      found.sum[0] += point[0];
      found.sum[1] += point[1];
      found.count++;
    }
  });
  const place = (node: number): XY => [
    nodes[node]!.sum[0] / nodes[node]!.count,
    nodes[node]!.sum[1] / nodes[node]!.count,
  ];
  const known = new Map<string, Segment[]>();
  const segments: Segment[] = [];
  // Main streets first: of two lines on one course the more important one stays.
  const order = { main: 0, street: 1, lane: 2 } as const;
  const sorted = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => order[a.piece.class] - order[b.piece.class] || a.index - b.index);
  for (const { piece, index } of sorted) {
    const [from, to] = ends[index]!;
    const path = [place(from), ...piece.path.slice(1, -1), place(to)];
    const length = pathLength(path);
    if (from === to && length < 120) continue;
    const pair = from < to ? `${from},${to}` : `${to},${from}`;
    const twins = known.get(pair) ?? [];
    if (twins.some((twin) => Math.abs(pathLength(twin.path) - length) < 0.12 * length)) continue;
    const segment: Segment = {
      key: piece.key,
      class: piece.class,
      path: simplified(path, STRAIGHTEN_METRES),
      from,
      to,
    };
    known.set(pair, [...twins, segment]);
    segments.push(segment);
  }
  return segments;
}

function pruned(segments: readonly Segment[]): Segment[] {
  let kept = [...segments];
  for (;;) {
    const degree = new Map<number, number>();
    for (const { from, to } of kept) {
      degree.set(from, (degree.get(from) ?? 0) + 1);
      degree.set(to, (degree.get(to) ?? 0) + 1);
    }
    const next = kept.filter(({ from, to, path }) => {
      const deadEnd = degree.get(from) === 1 || degree.get(to) === 1;
      return !deadEnd || pathLength(path) >= SHORTEST_DEAD_END_METRES;
    });
    if (next.length === kept.length) return joined(next, degree);
    kept = next;
  }
}

/** Two segments of one street that meet where nothing else does are one segment. */
function joined(segments: readonly Segment[], degree: ReadonlyMap<number, number>): Segment[] {
  const list: (Segment | undefined)[] = [...segments];
  const at = new Map<number, number[]>();
  list.forEach((segment, index) => {
    for (const node of [segment!.from, segment!.to]) at.set(node, [...(at.get(node) ?? []), index]);
  });
  const home = list.map((_, index) => index);
  const root = (index: number): number => (home[index] === index ? index : root(home[index]!));
  for (const [node, touching] of at) {
    if (degree.get(node) !== 2 || touching.length !== 2) continue;
    const i = root(touching[0]!);
    const j = root(touching[1]!);
    const a = list[i];
    const b = list[j];
    if (i === j || !a || !b || a.key !== b.key || a.class !== b.class) continue;
    const head = a.to === node ? a.path : [...a.path].reverse();
    const tail = b.from === node ? b.path : [...b.path].reverse();
    list[i] = {
      ...a,
      path: simplified([...head, ...tail.slice(1)], STRAIGHTEN_METRES),
      from: a.to === node ? a.from : a.to,
      to: b.from === node ? b.to : b.from,
    };
    list[j] = undefined;
    home[j] = i;
  }
  return list.filter((segment) => segment !== undefined);
}

function largestPart(segments: readonly Segment[]): Segment[] {
  const parent = new Map<number, number>();
  const root = (node: number): number => {
    let at = node;
    while ((parent.get(at) ?? at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const { from, to } of segments) parent.set(root(from), root(to));
  const size = new Map<number, number>();
  for (const { from } of segments) size.set(root(from), (size.get(root(from)) ?? 0) + 1);
  let best = -1;
  for (const [node, count] of size) if (count > (size.get(best) ?? 0)) best = node;
  return segments.filter(({ from }) => root(from) === best);
}
