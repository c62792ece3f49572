import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { linesOf } from '../../../../test/support/streets.ts';
import { randomStream } from '../random/stream.ts';
import { nearestOnNetwork, nodeDistances, visitPathDistances } from './path-distances.ts';
import type { NetworkPoints } from './place-on-network.ts';
import { streetNetwork } from './streets-of-lines.ts';
import { uniformOnNetwork } from './uniform-points.ts';

describe('shortest paths', () => {
  it('equal those of Floyd and Warshall on a random network', () => {
    const random = randomStream(4);
    const at = Array.from({ length: 60 }, () => [1000 * random.uniform(), 1000 * random.uniform()]);
    const lines = Array.from({ length: 110 }, () => [
      ...at[random.integer(0, 59)],
      ...at[random.integer(0, 59)],
    ]);
    const network = streetNetwork(linesOf(lines));
    const { nodes, edges, from, to, length } = network;
    const all = Array.from({ length: nodes }, (_, a) =>
      Float64Array.from({ length: nodes }, (_, b) => (a === b ? 0 : Infinity)),
    );
    for (let e = 0; e < edges; e++) {
      const shorter = Math.min(all[from[e]][to[e]], length[e]);
      all[from[e]][to[e]] = shorter;
      all[to[e]][from[e]] = shorter;
    }
    for (let via = 0; via < nodes; via++)
      for (let a = 0; a < nodes; a++)
        for (let b = 0; b < nodes; b++) all[a][b] = Math.min(all[a][b], all[a][via] + all[via][b]);
    const rows = nodeDistances(
      network,
      Uint32Array.from({ length: nodes }, (_, v) => v),
    );
    const bounded = nodeDistances(network, Uint32Array.of(0), 700);
    for (let a = 0; a < nodes; a++) {
      for (let b = 0; b < nodes; b++) {
        const found = rows[a * nodes + b];
        if (all[a][b] === Infinity) expect(found).toBe(Infinity);
        else expect(Math.abs(found - all[a][b])).toBeLessThan(1e-9);
      }
      expect(bounded[a]).toBe(rows[a] <= 700 ? rows[a] : Infinity);
    }

    const [first, second] = [uniformOnNetwork(network, 30, random), uniformOnNetwork(network, 40, random)];
    const pairs = new Map<number, number>();
    visitPathDistances(network, first, second, 400, (i, j, d) => {
      expect(pairs.has(40 * i + j)).toBe(false);
      pairs.set(40 * i + j, d);
    });
    for (let i = 0; i < 30; i++) {
      for (let j = 0; j < 40; j++) {
        const [e, f] = [first.edge[i], second.edge[j]];
        const ways = [
          [from[e], first.along[i]],
          [to[e], length[e] - first.along[i]],
        ].flatMap(([a, before]) => [
          before + all[a][from[f]] + second.along[j],
          before + all[a][to[f]] + length[f] - second.along[j],
        ]);
        if (e === f) ways.push(Math.abs(first.along[i] - second.along[j]));
        const least = Math.min(...ways);
        if (least > 400) expect(pairs.has(40 * i + j)).toBe(false);
        else expect(Math.abs((pairs.get(40 * i + j) ?? NaN) - least)).toBeLessThan(1e-9);
      }
    }
  });

  it('do not reach other parts of the network', () => {
    const network = streetNetwork(
      linesOf([
        [0, 0, 10, 0],
        [0, 5, 10, 5],
      ]),
    );
    const places = { edge: Uint32Array.of(0, 1), along: Float64Array.of(5, 5) };
    const found: number[][] = [];
    visitPathDistances(network, places, places, Infinity, (i, j, d) => found.push([i, j, d]));
    expect(found).toEqual([
      [0, 0, 0],
      [1, 1, 0],
    ]);
    const other = { edge: Uint32Array.of(1), along: Float64Array.of(5) };
    expect([...nearestOnNetwork(network, places, other).nearest]).toEqual([-1, 0]);
  });
});

describe.skipIf(!hasShared)('Chicago streets against spatstat', () => {
  const table = (name: string): Record<string, Float64Array> =>
    Object.fromEntries(
      Object.entries(sharedTable(`golden/${name}.csv`)).map(([key, values]) => [
        key,
        Float64Array.from(values, Number),
      ]),
    );
  const chicago = () => {
    const given = table('inputs/chicago_segments');
    const network = streetNetwork(
      linesOf(Array.from(given.x0, (x, i) => [x, given.y0[i], given.x1[i], given.y1[i]])),
    );
    const place = ({ segment, fraction }: Record<string, Float64Array>): NetworkPoints => ({
      edge: Uint32Array.from(segment, (one) => one - 1),
      along: Float64Array.from(segment, (one, i) => fraction[i] * network.length[one - 1]),
    });
    return { given, network, place, events: place(table('inputs/chicago_points')) };
  };
  const near = (value: number, wanted: number): void =>
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, wanted));

  it('reads the graph as given', () => {
    const { network, given } = chicago();
    expect(network).toMatchObject({ nodes: 338, edges: 503, components: 1 });
    expect(network.totalLength).toBeCloseTo(31150.2101534059, 8);
    network.length.forEach((length, i) => {
      near(length, given.length[i]);
    });
  });

  it('distances between events, and between vertices, within 1e-9', () => {
    const { network, events, given } = chicago();
    const pairs = table('network/chicago_pairdist');
    visitPathDistances(network, events, events, Infinity, (i, j, distance) => {
      near(distance, pairs[`p${j + 1}`][i]);
    });
    const nodeOf = new Map<number, number>();
    given.from.forEach((vertex, i) => {
      nodeOf.set(vertex, network.from[i]).set(given.to[i], network.to[i]);
    });
    const expected = table('network/chicago_vertex_dist');
    const rows = nodeDistances(
      network,
      Uint32Array.from(expected.vertex, (v) => nodeOf.get(v) ?? 0),
    );
    expected.vertex.forEach((_, row) => {
      for (const [name, column] of Object.entries(expected)) {
        if (name === 'vertex') continue;
        const to = nodeOf.get(Number(name.slice(1))) ?? 0;
        near(rows[row * network.nodes + to], column[row]);
      }
    });
  });

  it('the nearest event and the events within 60 feet', () => {
    const { network, events, place } = chicago();
    const expected = table('network/chicago_nearest');
    const at = place(expected);
    const { nearest, distance } = nearestOnNetwork(network, at, events);
    const within = new Uint32Array(at.edge.length);
    visitPathDistances(network, at, events, 60, (i) => {
      within[i]++;
    });
    nearest.forEach((event, i) => {
      near(distance[i], expected.nearest_event[i]);
      expect(event + 1).toBe(expected.nearest_id[i]);
      expect(within[i]).toBe(expected.n_within_sigma[i]);
    });
  });
});
