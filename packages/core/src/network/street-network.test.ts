import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../test/support/streets.ts';
import { lixelAt, lixelNeighbours, lixelsOf } from './lixels.ts';
import { lineOfPart, placeOnNetwork, pointOnEdge } from './place-on-network.ts';
import { streetNetwork } from './streets-of-lines.ts';

describe('the street network of lines', () => {
  it('joins lines where they share a vertex, inside them too', () => {
    const network = streetNetwork(
      linesOf([
        [0, 0, 10, 0, 20, 0],
        [10, 0, 10, 30],
      ]),
    );
    expect([network.nodes, network.edges, network.components]).toEqual([4, 3, 1]);
    expect([...network.line]).toEqual([0, 0, 1]);
    expect([...network.length]).toEqual([10, 10, 30]);
    expect(network.totalLength).toBe(50);
    const degrees = Array.from({ length: 4 }, (_, v) => network.endOffsets[v + 1] - network.endOffsets[v]);
    expect(degrees.sort()).toEqual([1, 1, 1, 3]);
  });

  it('keeps the bends of an edge', () => {
    const network = streetNetwork(linesOf([[0, 0, 3, 4, 3, 10]]));
    expect([network.nodes, network.edges, network.length[0]]).toEqual([2, 1, 11]);
    expect(pointOnEdge(network, 0, 6)).toEqual([3, 5]);
    expect(pointOnEdge(network, 0, 11)).toEqual([3, 10]);
    expect(lineOfPart(network, 0, 2.5, 6)).toEqual([
      [1.5, 2],
      [3, 4],
      [3, 5],
    ]);
  });

  const crossing = linesOf([
    [0, 0, 10, 10],
    [0, 10, 10, 0],
  ]);

  it('does not join lines that cross without a vertex, unless asked to', () => {
    expect(streetNetwork(crossing)).toMatchObject({ nodes: 4, edges: 2, components: 2 });
    const joined = streetNetwork(crossing, { noding: 'crossings' });
    expect(joined).toMatchObject({ nodes: 5, edges: 4, components: 1 });
    expect([...joined.line]).toEqual([0, 0, 1, 1]);
  });

  it('joins ends that lie on another line, and lines on each other, when asked to', () => {
    const touching = linesOf([
      [0, 0, 10, 0],
      [4, 0, 4, 5],
      [4, -3, 4, -0.001],
    ]);
    expect(streetNetwork(touching, { noding: 'crossings' })).toMatchObject({ edges: 4, components: 2 });
    expect(streetNetwork(touching, { noding: 'crossings', tolerance: 0.01 })).toMatchObject({
      edges: 4,
      components: 1,
    });
    const overlapping = streetNetwork(
      linesOf([
        [0, 0, 10, 0],
        [5, 0, 15, 0],
      ]),
      { noding: 'crossings' },
    );
    expect(overlapping).toMatchObject({ edges: 3, totalLength: 15 });
    expect(overlapping.account).toMatchObject({ kept: 2, duplicateEdges: 1, duplicateLength: 5 });
  });

  it('joins vertices within a tolerance', () => {
    const near = linesOf([
      [0, 0, 10, 0],
      [10.3, 0, 20, 0],
      [20, 0.4, 20, 9],
    ]);
    expect(streetNetwork(near).components).toBe(3);
    expect(streetNetwork(near, { tolerance: 0.35 }).components).toBe(2);
    expect(streetNetwork(near, { tolerance: 0.5 })).toMatchObject({ components: 1, nodes: 4 });
    expect(() => streetNetwork(near, { tolerance: NaN })).toThrow(RangeError);
  });

  it('accounts for every line', () => {
    const { account, edges } = streetNetwork(
      linesOf([
        [0, 0, 10, 0],
        [10, 0, 0, 0],
        [5, 5],
        [],
        [7, 7, 7, 7],
        [0, 0, NaN, 3],
        [0, 0, 10, 0, 10, 10],
        [0, 0, 5, 1, 10, 0],
      ]),
    );
    expect(edges).toBe(3);
    expect(account).toEqual({
      ...{ lines: 8, kept: 3, tooShort: 2, notFinite: 1, withoutLength: 1, duplicates: 1 },
      ...{ duplicateEdges: 1, duplicateLength: 20 },
    });
    const { lines, kept, tooShort, notFinite, withoutLength, duplicates } = account;
    expect(kept + tooShort + notFinite + withoutLength + duplicates).toBe(lines);
  });

  it('knows loops, parallel edges and no lines at all', () => {
    const ring = streetNetwork(linesOf([[0, 0, 10, 0, 10, 10, 0, 0]]));
    expect(ring).toMatchObject({ nodes: 1, edges: 1 });
    expect([...ring.ends]).toEqual([0, 1]);
    const parallel = streetNetwork(
      linesOf([
        [0, 0, 10, 0],
        [0, 0, 5, 5, 10, 0],
      ]),
    );
    expect(parallel).toMatchObject({ nodes: 2, edges: 2 });
    expect(streetNetwork(linesOf([]))).toMatchObject({ nodes: 0, edges: 0, components: 0, totalLength: 0 });
  });
});

describe('lixels', () => {
  const network = streetNetwork(
    linesOf([
      [0, 0, 100, 0],
      [100, 0, 100, 30],
      [100, 0, 220, 0],
    ]),
  );

  it('are equal parts of each edge, no longer than asked for', () => {
    const lixels = lixelsOf(network, 50);
    expect([...lixels.offsets]).toEqual([0, 2, 3, 6]);
    expect([...lixels.length]).toEqual([50, 50, 30, 40, 40, 40]);
    expect([...lixels.along]).toEqual([25, 75, 15, 20, 60, 100]);
    expect([...lixels.x]).toEqual([25, 75, 100, 120, 160, 200]);
    expect(() => lixelsOf(network, 0)).toThrow(RangeError);
    expect(() => lixelsOf(network, NaN)).toThrow(RangeError);
  });

  it('know their neighbours and whom they hold', () => {
    const lixels = lixelsOf(network, 50);
    const { offsets, indices } = lixelNeighbours(network, lixels);
    const rows = Array.from({ length: 6 }, (_, i) => [...indices.subarray(offsets[i], offsets[i + 1])]);
    expect(rows).toEqual([[1], [0, 2, 3], [1, 3], [1, 2, 4], [3, 5], [4]]);
    const at = { edge: Uint32Array.of(0, 0, 0, 2, 2), along: Float64Array.of(0, 50, 100, 81, 120) };
    expect([...lixelAt(lixels, at)]).toEqual([0, 1, 1, 5, 5]);
  });
});

describe('placing points on a network', () => {
  it('gives the edge and the metres along it, bends included', () => {
    const network = streetNetwork(
      linesOf([
        [0, 0, 10, 0, 10, 10],
        [50, 0, 60, 0],
      ]),
    );
    const points = { x: Float64Array.of(11, 55, 30, NaN), y: Float64Array.of(4, 1, 40, 0) };
    const placed = placeOnNetwork(points, network, { maxDistance: 5 });
    expect([...placed.point]).toEqual([0, 1]);
    expect([...placed.edge]).toEqual([0, 1]);
    expect([...placed.along]).toEqual([14, 5]);
    expect([...placed.distance]).toEqual([1, 1]);
    expect([placed.tooFar, placed.withoutCoordinates]).toEqual([1, 1]);
    const none = placeOnNetwork(points, streetNetwork(linesOf([])));
    expect([none.edge.length, none.tooFar]).toEqual([0, 3]);
  });
});
