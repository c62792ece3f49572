import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import { benchCity } from '../../../../test/support/bench-city.ts';
import { measure } from '../../../../test/support/measure.ts';
import { planeOfCrs } from '../geometry/crs.ts';
import { hexagonNeighbours, restrictNeighbours } from './neighbours.ts';
import { bandNeighbours, nearestNeighbours } from './point-neighbours.ts';

const PLACES = 100_000;

it('neighbours of 100,000 places: band and nearest under 1 s', () => {
  const city = benchCity(PLACES);
  const cells = gridDisk(latLngToCell(51.1, 71.4, 9), 183)
    .slice(0, PLACES)
    .sort();
  const plane = planeOfCrs('EPSG:32642');
  const x = new Float64Array(cells.length);
  const y = new Float64Array(cells.length);
  cells.forEach((cell, i) => {
    const [lat, lon] = cellToLatLng(cell);
    [x[i], y[i]] = plane.project(lon, lat);
  });
  expect(cells.length).toBe(PLACES);
  const pairs = bandNeighbours({ x, y }, 1000).indices.length / PLACES;
  process.stdout.write(`${pairs.toFixed(1)} neighbours a cell within 1 km; `);
  process.stdout.write(
    `${(bandNeighbours(city, 200).indices.length / PLACES).toFixed(1)} a point within 200 m\n`,
  );
  const limited = [
    measure('band of 1 km, centres of 100,000 cells of resolution 9', 5, () =>
      bandNeighbours({ x, y }, 1000),
    ),
    measure('band of 200 m, 100,000 points of the city', 5, () => bandNeighbours(city, 200)),
    measure('8 nearest, centres of 100,000 cells', 5, () => nearestNeighbours({ x, y }, 8)),
    measure('8 nearest, 100,000 points of the city (stacks)', 5, () => nearestNeighbours(city, 8)),
  ];
  const rings = hexagonNeighbours(cells, 1);
  const half = Uint32Array.from({ length: PLACES / 2 }, (_, i) => 2 * i);
  measure('first ring of 100,000 cells', 3, () => hexagonNeighbours(cells, 1));
  measure('third ring of 100,000 cells', 3, () => hexagonNeighbours(cells, 3));
  measure('first ring restricted to half of them', 5, () => restrictNeighbours(rings, half));
  for (const { median } of limited) expect(median).toBeLessThan(1000);
});
