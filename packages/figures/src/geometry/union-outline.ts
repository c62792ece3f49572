/** Vertices nearer than this are one: neighbouring cells are projected apart and differ in the last bits. */
const SAME_VERTEX_METERS = 0.05;

/** Two whole numbers below it in size as one exact number: a key is found faster than its text. */
const PAIR = 2 ** 26;

/**
 * The outline of the union of polygons that share whole edges, as closed rings: an edge used by two of them
 * is inside and vanishes.
 *
 * @param rings one outer ring per polygon, x, y pairs in metres, closed or not, in either direction
 */
export function unionOutline(rings: Iterable<Float64Array>): Float64Array[] {
  const vertices = new VertexIndex();
  const edges = new Map<number, [number, number]>();
  for (const ring of rings) {
    const ids = withoutRepeats(vertexIds(ring, vertices));
    for (let i = 0; i < ids.length; i++) {
      const from = ids[i]!;
      const to = ids[(i + 1) % ids.length]!;
      if (!edges.delete(to * PAIR + from)) edges.set(from * PAIR + to, [from, to]);
    }
  }
  return chain(edges.values(), vertices);
}

function vertexIds(ring: Float64Array, vertices: VertexIndex): number[] {
  const ids: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) ids.push(vertices.idOf(ring[i]!, ring[i + 1]!));
  return signedArea(ring) < 0 ? ids.reverse() : ids;
}

function withoutRepeats(ids: readonly number[]): number[] {
  return ids.filter((id, i) => id !== ids[(i + 1) % ids.length]);
}

function signedArea(ring: Float64Array): number {
  let twice = 0;
  const n = ring.length / 2;
  // Taken from the first vertex: metres of a projected plane are large numbers.
  const [x0 = 0, y0 = 0] = ring;
  for (let i = 0, j = n - 1; i < n; j = i++) {
    twice += (ring[2 * j]! - x0) * (ring[2 * i + 1]! - y0) - (ring[2 * i]! - x0) * (ring[2 * j + 1]! - y0);
  }
  return twice;
}

function chain(edges: Iterable<[number, number]>, vertices: VertexIndex): Float64Array[] {
  const next = new Map<number, number[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const outlines: Float64Array[] = [];
  for (const start of next.keys()) {
    while ((next.get(start)?.length ?? 0) > 0) {
      const outline: number[] = [];
      let at: number | undefined = start;
      while (at !== undefined) {
        outline.push(vertices.xs[at]!, vertices.ys[at]!);
        at = next.get(at)?.shift();
        if (at === start) break;
      }
      outlines.push(Float64Array.from(outline));
    }
  }
  return outlines;
}

class VertexIndex {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  private readonly squares = new Map<number, number[]>();

  idOf(x: number, y: number): number {
    const d = SAME_VERTEX_METERS;
    for (let i = Math.floor(x - d); i <= Math.floor(x + d); i++) {
      for (let j = Math.floor(y - d); j <= Math.floor(y + d); j++) {
        for (const id of this.squares.get(i * PAIR + j) ?? []) {
          if (Math.abs(this.xs[id]! - x) <= d && Math.abs(this.ys[id]! - y) <= d) return id;
        }
      }
    }
    const id = this.xs.push(x) - 1;
    this.ys.push(y);
    const square = Math.floor(x) * PAIR + Math.floor(y);
    const known = this.squares.get(square);
    if (known === undefined) this.squares.set(square, [id]);
    else known.push(id);
    return id;
  }
}
