import { describe, expect, it } from 'vitest';
import { hasShared, sharedTable } from '../../../../test/support/shared.ts';
import { type MetricPlane, planeOfCrs } from '../geometry/crs.ts';
import { randomStream } from '../random/stream.ts';
import type { Meters } from '../units/units.ts';
import { placeAtAddresses } from './address-places.ts';
import { nodeSegments } from './noded-segments.ts';
import { placesById } from './places-by-id.ts';
import { type CrossingRule, placeOnSegments, segmentsHolding } from './segment-places.ts';
import { studyArea } from './study-area.ts';

const utm = planeOfCrs('EPSG:32642');
/** Metres about a corner in Astana as degrees. */
const at = (x: number, y: number): [number, number] => utm.unproject(560_000 + x, 5_660_000 + y);
const flat: MetricPlane = { crs: 'planar', project: (x, y) => [x, y], unproject: (x, y) => [x, y] };

describe('incidents on street segments', () => {
  const lines = [
    [at(0, 0), at(100, 0)],
    [at(100, 0), at(100, 300), at(200, 300)],
    [at(100, 0), at(250, 0)],
  ];
  const given = { ids: ['1', '2', '3'], lines };
  const place = (points: [number, number][], options: object = {}) =>
    placeOnSegments(
      Float64Array.from(points, (point) => point[0]),
      Float64Array.from(points, (point) => point[1]),
      given,
      { plane: utm, ...options },
    );

  it('go to the nearest, within the snap distance; the rest are counted', () => {
    const { placeOf, counts, unsnapped, snapMeters } = place([
      at(40, 30),
      at(150, 310),
      at(240, -99.9),
      at(240, -100.1),
      at(60, 0),
    ]);
    expect([...placeOf]).toEqual([0, 1, 2, -1, 0]);
    expect([...counts]).toEqual([2, 1, 1]);
    expect(unsnapped).toBe(1);
    expect(snapMeters[0]).toBeCloseTo(30, 6);
    expect(snapMeters[1]).toBeCloseTo(10, 6);
    expect(snapMeters[3]).toBeNaN();
    expect(place([at(240, -100.1)], { maxSnap: 101 as Meters }).unsnapped).toBe(0);
  });

  it('at a crossing go to the first segment that ends there', () => {
    expect([...place([at(100, 0), at(104, -9)]).placeOf]).toEqual([0, 2]);
    const turned = placeOnSegments(
      Float64Array.of(at(100, 0)[0]),
      Float64Array.of(at(100, 0)[1]),
      { ids: ['3', '2', '1'], lines: [...lines].reverse() },
      { plane: utm },
    );
    expect(turned.places.ids[turned.placeOf[0]]).toBe('3');
  });

  it('at a crossing are left out or counted on the crossing, as asked; 10 m is at it', () => {
    const { crossings } = nodeSegments(given, { plane: utm, noding: 'vertices' });
    const points = [at(100, 0), at(106, 8), at(106.1, 8), at(97, -9), at(40, 0), at(900, 900)];
    const by = (crossingRule: CrossingRule) => place(points, { crossings, crossingRule });
    const first = by('lowest-id');
    expect([[...first.placeOf], first.atCrossings]).toEqual([[0, 1, 1, 0, 0, -1], 3]);
    const out = by('leave-out');
    expect([[...out.placeOf], out.atCrossings, out.unsnapped]).toEqual([[-1, -1, 1, -1, 0, -1], 3, 1]);
    const { places, placeOf, counts } = by('places');
    expect([...placeOf]).toEqual([3, 3, 1, 3, 0, -1]);
    expect([[...counts], places.crossings, places.lengthMeters[3]]).toEqual([[1, 1, 0, 3], 1, 0]);
    expect(places.ids[3]).toMatch(/^E\d+\.\d{7}_N\d+\.\d{7}$/);
    const { offsets, indices } = places.neighbours;
    expect([...indices.subarray(offsets[3], offsets[4])]).toEqual([0, 1, 2]);
    expect(first.places.crossings).toBe(0);
  });

  it('have a length, a middle and shared ends, but no area', () => {
    const { places } = place([]);
    expect(places.lengthMeters[1]).toBeCloseTo(400, 5);
    const [x, y] = utm.project(places.lon[1], places.lat[1]);
    expect([x - 560_000, y - 5_660_000].map((value) => Math.round(value))).toEqual([100, 200]);
    expect(places.areaKm2[0]).toBeNaN();
    expect([...places.neighbours.indices]).toEqual([1, 2, 0, 2, 0, 1]);
    expect(places.extent).toBe('file');
  });

  it('inside an area: those with their middle or an incident in it', () => {
    const corners = [at(-10, -20), at(120, -20), at(120, 20), at(-10, 20), at(-10, -20)];
    const { places, placeOf, unsnapped } = place([at(112, 5), at(150, 5)], { area: studyArea([[corners]]) });
    expect(places.ids).toEqual(['1', '3']);
    expect([...placeOf]).toEqual([1, -1]);
    expect(unsnapped).toBe(0);
  });

  it('know no incidents, no segments, and segments without length', () => {
    expect([...place([]).counts]).toEqual([0, 0, 0]);
    const none = placeOnSegments(
      Float64Array.of(71),
      Float64Array.of(51),
      { ids: [], lines: [] },
      { plane: utm },
    );
    expect([none.places.count, none.unsnapped]).toEqual([0, 1]);
    const dot = { ids: ['dot'], lines: [[at(0, 0), at(0, 0)]] };
    const [lon, lat] = at(3, 4);
    const placed = placeOnSegments(Float64Array.of(lon), Float64Array.of(lat), dot, { plane: utm });
    expect(placed.places.lengthMeters[0]).toBe(0);
    expect(placed.snapMeters[0]).toBeCloseTo(5, 6);
  });

  it('do not change with the order of incidents', () => {
    const random = randomStream(4);
    const points = Array.from({ length: 200 }, () => at(300 * random.uniform(), 400 * random.uniform() - 50));
    const { counts } = place(points);
    expect(place([...points].reverse()).counts).toEqual(counts);
  });

  it.skipIf(!hasShared)(
    'of Chicago: the recorded segment of every point, and spatstat’s snapped counts',
    () => {
      const segments = sharedTable('golden/inputs/chicago_segments.csv');
      const points = sharedTable('golden/inputs/chicago_points.csv');
      const snap = sharedTable('golden/network/chicago_snap.csv');
      const golden = sharedTable('golden/network/chicago_segment_counts.csv');
      const chicago = {
        ids: segments.segment,
        lines: segments.x0.map((_, i) => [
          [Number(segments.x0[i]), Number(segments.y0[i])],
          [Number(segments.x1[i]), Number(segments.y1[i])],
        ]),
      };
      const numbers = (column: string[]): Float64Array => Float64Array.from(column, Number);
      const recorded = placeOnSegments(numbers(points.x), numbers(points.y), chicago, { plane: flat });
      recorded.placeOf.forEach((place, i) => {
        expect(recorded.places.ids[place]).toBe(points.segment[i]);
      });
      recorded.counts.forEach((count, i) => {
        expect(count).toBe(Number(golden.count[i]));
      });
      recorded.places.lengthMeters.forEach((length, i) => {
        expect(Math.abs(length - Number(golden.length[i]))).toBeLessThan(1e-9 * length);
      });

      const farther = { plane: flat, maxSnap: 1e6 as Meters };
      const random = placeOnSegments(numbers(snap.x), numbers(snap.y), chicago, farther);
      let atVertices = 0;
      random.placeOf.forEach((place, i) => {
        expect(Math.abs(random.snapMeters[i] - Number(snap.distance[i]))).toBeLessThan(
          1e-9 * Math.max(1, Number(snap.distance[i])),
        );
        if (random.places.ids[place] === snap.segment[i]) return;
        atVertices++;
        expect(['0', '1']).toContain(snap.fraction[i]);
      });
      const moved = random.counts.reduce(
        (sum, n, i) => sum + Math.abs(n - Number(golden.count_snapped[i])),
        0,
      );
      expect(moved).toBeLessThanOrEqual(2 * atVertices);
    },
  );
});

describe('incidents that carry the id of their place', () => {
  const lon = Float64Array.of(71, 71, 71, 71, 99);
  const lat = Float64Array.of(51, 51, 51, 51, 51);
  const column = { codes: Uint32Array.of(1, 0, 2, 3, 1), labels: ['', 'b', 'nowhere', 'a'] };

  it('go to it wherever they lie; blank and unknown ids are counted, never moved to the nearest', () => {
    const { placeOfPoint, blank, unknown } = placesById(lon, lat, column, ['a', 'b'], undefined);
    expect([[...placeOfPoint], blank, unknown]).toEqual([[1, -1, -1, 0, 1], 1, 1]);
  });

  it('count only inside the area', () => {
    const ring = [
      [70, 50],
      [72, 50],
      [72, 52],
      [70, 52],
      [70, 50],
    ];
    const { placeOfPoint } = placesById(lon, lat, column, ['a', 'b'], studyArea([[ring]]));
    expect([...placeOfPoint]).toEqual([1, -1, -1, 0, -1]);
    const named = {
      ids: ['a', 'b'],
      lines: [
        [at(0, 0), at(9, 0)],
        [at(0, 5), at(9, 5)],
      ],
    };
    const held = segmentsHolding(named, placeOfPoint, { plane: utm });
    expect([[...held.placeOf], [...held.counts]]).toEqual([
      [1, -1, -1, 0, -1],
      [1, 1],
    ]);
  });
});

describe('incidents at addresses', () => {
  it('are distinct coordinates after rounding, ascending', () => {
    const lon = Float64Array.of(71.4300004, 71.43, 71.42, 71.43, 71.42);
    const lat = Float64Array.of(51.12, 51.1199999, 51.13, 51.11, 51.13);
    const { places, placeOf, counts } = placeAtAddresses(lon, lat, { plane: utm });
    expect(places.ids).toEqual(['E71.420000_N51.130000', 'E71.430000_N51.110000', 'E71.430000_N51.120000']);
    expect([...placeOf]).toEqual([2, 2, 0, 1, 0]);
    expect([...counts]).toEqual([2, 1, 2]);
    expect(places.extent).toBe('occupied');
    expect([...places.neighbours.indices]).toEqual([1, 2, 0, 2, 0, 1]);
    expect(placeAtAddresses(lon, lat, { plane: utm, decimals: 8 }).places.count).toBe(4);
  });

  it('outside the area are none', () => {
    const ring = [at(-50, -50), at(50, -50), at(50, 50), at(-50, 50), at(-50, -50)];
    const points = [at(0, 0), at(200, 0)];
    const { places, placeOf } = placeAtAddresses(
      Float64Array.from(points, (p) => p[0]),
      Float64Array.from(points, (p) => p[1]),
      { plane: utm, area: studyArea([[ring]]) },
    );
    expect(places.count).toBe(1);
    expect([...placeOf]).toEqual([0, -1]);
  });
});
