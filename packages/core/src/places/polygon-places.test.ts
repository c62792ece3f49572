import { area as turfArea } from '@turf/area';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { islandsOf } from './neighbours.ts';
import { polygonsMeeting } from './polygon-mask.ts';
import { placeInPolygons } from './polygon-places.ts';
import { studyArea } from './study-area.ts';

const nine = (degrees: number): number => Number(degrees.toFixed(9));
const square = (x: number, y: number, size: number): Position[] =>
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ].map((corner) => corner.map(nine));

/** A star of random corners about a point. */
function star(random: ReturnType<typeof randomStream>, x: number, y: number, reach: number): Position[] {
  const corners = Array.from({ length: 12 }, (_, i) => {
    const r = reach * (0.3 + 0.7 * random.uniform());
    return [x + r * Math.cos((i * Math.PI) / 6), y + r * Math.sin((i * Math.PI) / 6)];
  });
  return [...corners, corners[0]];
}

/** Whether a point lies in a ring, by the angles under which its sides are seen. */
function winds(ring: Position[], x: number, y: number): boolean {
  let turned = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1][0] - x, ring[i - 1][1] - y];
    const [bx, by] = [ring[i][0] - x, ring[i][1] - y];
    turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.abs(turned) > Math.PI;
}

describe('incidents in polygons', () => {
  it('equal the search through every polygon; a point in several goes to the first and is counted', () => {
    const random = randomStream(12);
    const polygons = Array.from({ length: 60 }, () => [
      [star(random, 71 + random.uniform(), 51 + random.uniform(), 0.12)],
    ]);
    const ids = polygons.map((_, i) => String(i + 1));
    const lon = Float64Array.from({ length: 3000 }, () => 71 + random.uniform());
    const lat = Float64Array.from({ length: 3000 }, () => 51 + random.uniform());
    const placed = placeInPolygons(lon, lat, { ids, polygons });
    let [inSeveral, inNone] = [0, 0];
    lon.forEach((x, i) => {
      const holders = polygons.map((_, p) => p).filter((p) => winds(polygons[p][0][0], x, lat[i]));
      expect(placed.placeOf[i]).toBe(holders[0] ?? -1);
      if (holders.length > 1) inSeveral++;
      if (holders.length === 0) inNone++;
    });
    expect([placed.inSeveral, placed.inNone]).toEqual([inSeveral, inNone]);
    expect(inSeveral).toBeGreaterThan(100);
    expect(placed.counts.reduce((a, b) => a + b, 0)).toBe(3000 - inNone);
    expect(placed.places.extent).toBe('file');
  });

  it('have the centroid and the area of the ground, holes and parts in either winding', () => {
    const whole = square(71, 51, 0.04);
    const hole = square(71.02, 51, 0.02);
    const part = square(71.1, 51, 0.02);
    for (const reversed of [false, true]) {
      const turn = (ring: Position[]): Position[] => (reversed ? [...ring].reverse() : ring);
      const own = [[turn(whole), turn(hole)], [turn(part)]];
      const { places } = placeInPolygons(new Float64Array(0), new Float64Array(0), {
        ids: ['a'],
        polygons: [own],
      });
      // Areas 16, -4 and 4 about the centres 71.02, 71.03 and 71.11.
      expect(places.lon[0]).toBeCloseTo((16 * 71.02 - 4 * 71.03 + 4 * 71.11) / 16, 9);
      expect(places.lat[0]).toBeCloseTo((16 * 51.02 - 4 * 51.01 + 4 * 51.01) / 16, 9);
      expect(places.areaKm2[0]).toBeCloseTo(turfArea({ type: 'MultiPolygon', coordinates: own }) / 1e6, 9);
    }
  });

  it('inside an area: those with their centroid or an incident in it', () => {
    const polygons = [0, 1, 2, 3].map((i) => [[square(71 + i * 0.1, 51, 0.1)]]);
    const area = studyArea([[square(71.02, 51.02, 0.21)]]);
    const given = { ids: ['a', 'b', 'c', 'd'], polygons };
    const { places, placeOf, counts, inNone } = placeInPolygons(
      Float64Array.of(71.21, 71.05, 71.35, 71.05),
      Float64Array.of(51.05, 51.01, 51.05, 51.15),
      given,
      { area },
    );
    // The middle of c lies outside, but it holds an incident inside; d holds one outside only.
    expect(places.ids).toEqual(['a', 'b', 'c']);
    expect([...placeOf]).toEqual([2, -1, -1, -1]);
    expect([...counts]).toEqual([0, 0, 1]);
    expect(inNone).toBe(1);
    expect([...places.neighbours.indices]).toEqual([1, 0, 2, 1]);
    expect(places.extent).toBe('area');
  });

  it('of one polygon, and of one without area', () => {
    const flat = [
      [71, 51],
      [71.1, 51],
      [71, 51],
    ];
    const { places } = placeInPolygons(Float64Array.of(71), Float64Array.of(51), {
      ids: ['flat', 'square'],
      polygons: [[[flat]], [[square(72, 51, 0.1)]]],
    });
    expect(places.areaKm2[0]).toBe(0);
    expect(places.lon[0]).toBeCloseTo(71.05, 9);
    expect([...islandsOf(places.neighbours)]).toEqual([0, 1]);
  });
});

describe('polygons that meet a mask', () => {
  const polygons = [0, 1, 2, 3, 4].map((i) => [[square(71 + i * 0.1, 51, 0.1)]]);
  const meeting = (geometry: object, properties: object = {}): number[] => [
    ...polygonsMeeting([{ type: 'Feature', properties, geometry } as never], polygons),
  ];

  it('hold a point, are crossed by a line or overlapped by a polygon', () => {
    expect(meeting({ type: 'Point', coordinates: [71.15, 51.05] })).toEqual([0, 1, 0, 0, 0]);
    const across = [
      [71.15, 51.2],
      [71.25, 50.9],
    ];
    expect(meeting({ type: 'LineString', coordinates: across })).toEqual([0, 1, 1, 0, 0]);
    expect(meeting({ type: 'Polygon', coordinates: [square(71.32, 51.02, 0.01)] })).toEqual([0, 0, 0, 1, 0]);
    expect(meeting({ type: 'Polygon', coordinates: [square(71.15, 50.5, 2)] })).toEqual([0, 1, 1, 1, 1]);
    expect(meeting({ type: 'MultiPoint', coordinates: [[70, 50]] })).toEqual([0, 0, 0, 0, 0]);
  });

  it('do not count where nobody lives', () => {
    expect(meeting({ type: 'Point', coordinates: [71.15, 51.05] }, { population: 0 })).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it('hold every sample along a line that they meet', () => {
    const random = randomStream(3);
    const stars = Array.from({ length: 40 }, () => [
      [star(random, 71 + random.uniform(), 51 + random.uniform(), 0.1)],
    ]);
    for (let trial = 0; trial < 6; trial++) {
      const [a, b] = [0, 1].map(() => [71 + random.uniform(), 51 + random.uniform()]);
      const met = polygonsMeeting(
        [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [a, b] } }],
        stars,
      );
      stars.forEach(([[ring]], place) => {
        let sampled = 0;
        for (let t = 0; t <= 800 && sampled === 0; t++) {
          const at = t / 800;
          if (winds(ring, a[0] + at * (b[0] - a[0]), a[1] + at * (b[1] - a[1]))) sampled = 1;
        }
        if (sampled === 1) expect(met[place]).toBe(1);
        if (met[place] === 0) expect(sampled).toBe(0);
      });
    }
  });
});
