import { describe, expect, it } from 'vitest';
import { planeOfCrs } from '../geometry/crs.ts';
import { randomStream } from '../random/stream.ts';
import { polygonNeighbours } from './shared-vertices.ts';
import { placeInSquares, squareNeighbours } from './squares.ts';
import { studyArea } from './study-area.ts';

const utm = planeOfCrs('EPSG:32642');
const at = (x: number, y: number): [number, number] => utm.unproject(560_000 + x, 5_660_000 + y);
const grid = { size: 250, offsetX: 0, offsetY: 0 };
const place = (points: [number, number][], options: object = {}) =>
  placeInSquares(
    Float64Array.from(points, (point) => point[0]),
    Float64Array.from(points, (point) => point[1]),
    { plane: utm, grid, ...options },
  );

describe('squares', () => {
  it('lie on a grid that the data do not move', () => {
    const { places, placeOf } = place([at(10, 10), at(240, 10), at(251, 10)]);
    expect([...placeOf].map((i) => places.ids[i])).toEqual(['E2240_N22640', 'E2240_N22640', 'E2241_N22640']);
    const more = place([at(-5000, -900), at(10, 10)]);
    expect(more.places.ids[more.placeOf[1]]).toBe('E2240_N22640');
    const [x, y] = utm.project(places.lon[placeOf[0]], places.lat[placeOf[0]]);
    expect([x - 560_000, y - 5_660_000]).toEqual([expect.closeTo(125, 4), expect.closeTo(125, 4)]);
    const moved = place([at(10, 10)], { grid: { size: 250, offsetX: 125, offsetY: 0 } });
    expect(moved.places.ids[moved.placeOf[0]]).toBe('E2239_N22640');
  });

  it('take the side of a square to the east and north', () => {
    const flat = planeOfCrs('planar');
    const { places, placeOf } = placeInSquares(
      Float64Array.of(250, 249.999, -1),
      Float64Array.of(500, 0, -250),
      {
        plane: flat,
        grid,
      },
    );
    expect([...placeOf].map((i) => places.ids[i])).toEqual(['E1_N2', 'E0_N0', 'W1_S1']);
  });

  it('without an area are the occupied and one ring around them', () => {
    const { places, counts, placeOf } = place([at(10, 10), at(20, 20), at(510, 10)]);
    expect(places.count).toBe(15);
    expect(places.extent).toBe('occupied-neighbourhood');
    expect(counts.reduce((a, b) => a + b, 0)).toBe(3);
    expect(counts[placeOf[0]]).toBe(2);
    const { offsets } = places.neighbours;
    expect(offsets[placeOf[0] + 1] - offsets[placeOf[0]]).toBe(8);
    for (const km2 of places.areaKm2) expect(Math.abs(km2 - 0.0625)).toBeLessThan(0.005 * 0.0625);
  });

  it('in an area are those with their centre or an incident in it', () => {
    const corners = [at(0, 0), at(1010, 0), at(1010, 880), at(0, 880), at(0, 0)];
    const area = studyArea([[corners]]);
    const { places, placeOf } = place([at(1005, 20), at(1020, 20), at(10, 10)], { area });
    expect(placeOf[1]).toBe(-1);
    expect(places.ids[placeOf[0]]).toBe('E2244_N22640');
    // 4 columns × 4 rows by centre (the last row's centre lies at 875 m), one more square by its incident.
    expect(places.count).toBe(17);
    expect(places.extent).toBe('area');
    expect(() => place([], { area, grid: { ...grid, size: 0.5 } })).toThrow(
      expect.objectContaining({ code: 'memory.cells' }),
    );
  });

  it('have the neighbours that their polygons have', () => {
    const random = randomStream(3);
    const points = Array.from({ length: 60 }, () => at(6000 * random.uniform(), 6000 * random.uniform()));
    const { places } = place(points);
    const rings = places.polygons.map((own) => own.flat());
    expect(places.neighbours).toEqual(polygonNeighbours(rings, 'queen'));
    expect(squareNeighbours(places.ids, 'queen')).toEqual(places.neighbours);
    expect(squareNeighbours(places.ids, 'rook')).toEqual(polygonNeighbours(rings, 'rook'));
  });

  it('of no points are none', () => {
    expect(place([]).places.count).toBe(0);
  });
});
