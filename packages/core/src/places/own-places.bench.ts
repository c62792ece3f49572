import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import { benchCity } from '../../../../test/support/bench-city.ts';
import { measure } from '../../../../test/support/measure.ts';
import { planeOfCrs } from '../geometry/crs.ts';
import { placeAtAddresses } from './address-places.ts';
import { nodeSegments } from './noded-segments.ts';
import { placeInPolygons } from './polygon-places.ts';
import { placeOnSegments } from './segment-places.ts';
import { polygonNeighbours } from './shared-vertices.ts';
import { placeInSquares } from './squares.ts';
import { studyArea } from './study-area.ts';

const INCIDENTS = 1_000_000;
const plane = planeOfCrs('EPSG:32642');
const at = (x: number, y: number): [number, number] => plane.unproject(540_000 + x, 5_640_000 + y);

/** A lattice of streets or blocks 400 m apart over the 40 × 40 km of the bench city, corners computed once. */
function lattice(): { lines: Position[][]; blocks: Position[][][][] } {
  const side = 101;
  const corners = Array.from({ length: side * side }, (_, i) =>
    at((i % side) * 400, Math.floor(i / side) * 400),
  );
  const corner = (column: number, row: number): Position => corners[row * side + column];
  const lines: Position[][] = [];
  const blocks: Position[][][][] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const here = corner(column, row);
      if (column + 1 < side) lines.push([here, corner(column + 1, row)]);
      if (row + 1 < side) lines.push([here, corner(column, row + 1)]);
      if (column + 1 === side || row + 1 === side) continue;
      const ring = [
        here,
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        here,
      ];
      blocks.push([[ring]]);
    }
  }
  return { lines, blocks };
}

/** The same streets as whole rows and columns of the lattice, to be cut where they meet. */
function wholeStreets(): Position[][] {
  const side = 101;
  const along = (of: (step: number) => Position): Position[] =>
    Array.from({ length: side }, (_, step) => of(step));
  return Array.from({ length: side }, (_, i) => [
    along((step) => at(step * 400, i * 400)),
    along((step) => at(i * 400, step * 400)),
  ]).flat();
}

it('a million incidents counted to 20,200 segments, 102,400 squares or 10,000 polygons in under 10 s', () => {
  const city = benchCity(INCIDENTS);
  const lon = new Float64Array(INCIDENTS);
  const lat = new Float64Array(INCIDENTS);
  for (let i = 0; i < INCIDENTS; i++) [lon[i], lat[i]] = at(city.x[i], city.y[i]);
  const { lines, blocks } = lattice();
  const segments = { ids: lines.map((_, i) => String(i + 1)), lines };
  const polygons = { ids: blocks.map((_, i) => String(i + 1)), polygons: blocks };
  expect(lines.length).toBe(20_200);
  const streets = wholeStreets();
  const rows = { ids: streets.map((_, i) => String(i + 1)), lines: streets };
  // The four corners of the city are no intersections, and its rim is cut like the rest.
  expect(nodeSegments(rows, { plane, noding: 'vertices' }).ids.length).toBe(20_196);
  const ring = [at(0, 0), at(40_000, 0), at(40_000, 40_000), at(0, 40_000), at(0, 0)];
  const square = { plane, grid: { size: 125, offsetX: 0, offsetY: 0 }, area: studyArea([[ring]]) };
  expect(placeInSquares(lon, lat, square).places.count).toBeGreaterThan(102_000);
  const times = [
    measure('1 M incidents to 20,200 segments', 3, () => placeOnSegments(lon, lat, segments, { plane })),
    measure('202 streets cut into 20,196 segments, 1 M incidents snapped, crossings known', 3, () => {
      const noded = nodeSegments(rows, { plane, noding: 'vertices' });
      return placeOnSegments(lon, lat, noded, { plane, crossings: noded.crossings });
    }),
    measure('1 M incidents to 102,400 squares', 3, () => placeInSquares(lon, lat, square)),
    measure('1 M incidents to 10,000 polygons', 3, () => placeInPolygons(lon, lat, polygons)),
    measure('1 M incidents to addresses, 8 nearest', 1, () => placeAtAddresses(lon, lat, { plane })),
  ];
  const rings = blocks.map((own) => own.flat());
  measure('20,200 lines cut and joined', 3, () => nodeSegments(segments, { plane, noding: 'vertices' }));
  measure('queen neighbours of 10,000 polygons', 3, () => polygonNeighbours(rings, 'queen'));
  measure('rook neighbours of 10,000 polygons', 3, () => polygonNeighbours(rings, 'rook'));
  for (const { median } of times) expect(median).toBeLessThan(10_000);
});
