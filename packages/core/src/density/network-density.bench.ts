import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { benchCity } from '../../../../test/support/bench-city.ts';
import { measure } from '../../../../test/support/measure.ts';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { linesOf } from '../../../../test/support/streets.ts';
import { planeOfCrs, utmCrs } from '../geometry/crs.ts';
import { lixelsOf } from '../network/lixels.ts';
import { type NetworkPoints, placeOnNetwork } from '../network/place-on-network.ts';
import type { StreetNetwork } from '../network/street-network.ts';
import { streetNetwork } from '../network/streets-of-lines.ts';
import { uniformOnNetwork } from '../network/uniform-points.ts';
import { networkK } from '../pattern/network-k.ts';
import { randomStream } from '../random/stream.ts';
import { NETWORK_METHODS, networkDensity } from './network-density.ts';

/** An invented town of 100 × 100 blocks of about 100 m; corners moved so that no two streets are equally long. */
function gridTown(blocks: number): StreetNetwork {
  const random = randomStream(9);
  const corner = Array.from({ length: (blocks + 1) ** 2 }, (_, i) => [
    100 * (i % (blocks + 1)) + 20 * random.uniform(),
    100 * Math.floor(i / (blocks + 1)) + 20 * random.uniform(),
  ]);
  const row = Array.from({ length: blocks + 1 }, (_, i) => i);
  return streetNetwork(
    linesOf([
      ...row.map((y) => row.flatMap((x) => corner[y * (blocks + 1) + x])),
      ...row.map((x) => row.flatMap((y) => corner[y * (blocks + 1) + x])),
    ]),
  );
}

/** Density by every method; each must be done within `most` milliseconds. */
function measureDensities(name: string, network: StreetNetwork, events: NetworkPoints, most: number): void {
  const lixels = lixelsOf(network, 50);
  for (const method of NETWORK_METHODS) {
    const options = { method, kernel: 'quartic', bandwidth: 300 } as const;
    const density = networkDensity(network, events, lixels, options);
    const sum = lixels.length.reduce((all, meters, i) => all + (meters * density.values[i]) / 1000, 0);
    const times = measure(`${name}, ${method}, 300 m on ${lixels.count} lixels`, 3, () =>
      networkDensity(network, events, lixels, options),
    );
    expect(times.median).toBeLessThan(most);
    process.stdout.write(
      `  of ${density.total}: mass ${density.mass.toFixed(3)}, lixels ${sum.toFixed(3)}, dead ends ${density.lostAtDeadEnds.toFixed(3)}, lattice ${JSON.stringify(density.lattice)}, highest ${density.values.reduce((most, value) => Math.max(most, value), 0).toFixed(1)}\n`,
    );
  }
}

it('an invented grid town, 100,000 incidents', () => {
  measure('street network of 20,200 edges', 3, () => gridTown(100));
  const network = gridTown(100);
  const events = uniformOnNetwork(network, 100_000, randomStream(1));
  expect(network.edges).toBe(20_200);
  const radii = Float64Array.from({ length: 20 }, (_, i) => 25 * (i + 1));
  const points = benchCity(1_000_000);
  const inTown = { x: points.x.map((x) => x / 4), y: points.y.map((y) => y / 4) };
  measure('1,000,000 points placed on 20,200 edges', 3, () => placeOnNetwork(inTown, network));
  measureDensities('grid town, 100,000 incidents', network, events, 6000);
  const few = { edge: events.edge.subarray(0, 20_000), along: events.along.subarray(0, 20_000) };
  measure('network K to 500 m, 20,000 incidents', 2, () => networkK(network, few, radii));
});

/** Streets and incidents of the real files, in metres. */
function realTown(
  path: string,
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
): { network: StreetNetwork; x: Float64Array; y: Float64Array } {
  const { features } = sharedJson<FeatureCollection<LineString | MultiLineString>>(path);
  const lines = features.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates,
  );
  const plane = planeOfCrs(utmCrs(lines[0][0][0], lines[0][0][1]));
  const network = streetNetwork(linesOf(lines.map((line) => line.flatMap(([x, y]) => plane.project(x, y)))));
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let i = 0; i < x.length; i++) [x[i], y[i]] = plane.project(lon[i], lat[i]);
  process.stdout.write(
    `${path}: ${JSON.stringify(network.account)} nodes ${network.nodes} edges ${network.edges} parts ${network.components} km ${(network.totalLength / 1000).toFixed(0)}\n`,
  );
  return { network, x, y };
}

describe.skipIf(!hasShared)('real towns', () => {
  it('Astana accidents on named streets', () => {
    const table = sharedTable('data/kz/astana-road-accidents-2019-2023.csv');
    const { network, x, y } = realTown(
      'data/kz/astana-named-streets.geojson',
      table.lon.map(Number),
      table.lat.map(Number),
    );
    const placed = placeOnNetwork({ x, y }, network, { maxDistance: 100 });
    process.stdout.write(`placed ${placed.point.length}, too far ${placed.tooFar}\n`);
    measureDensities('Astana', network, placed, 4000);
  });

  it('30,000 Cincinnati incidents on its segments', () => {
    const table = sharedTable('data/cincinnati/incidents_2011_2024.csv.gz');
    const { network, x, y } = realTown(
      'data/cincinnati/street_segments.geojson.gz',
      table.lon.slice(0, 30_000).map(Number),
      table.lat.slice(0, 30_000).map(Number),
    );
    const placed = placeOnNetwork({ x, y }, network, { maxDistance: 100 });
    process.stdout.write(`placed ${placed.point.length}, too far ${placed.tooFar}\n`);
    measureDensities('Cincinnati', network, placed, 4000);
  });

  it('10,000 invented incidents on the roads of Aktau', () => {
    const { network } = realTown('data/kz/aktau-roads.geojson', [], []);
    measureDensities('Aktau', network, uniformOnNetwork(network, 10_000, randomStream(3)), 6000);
  });
});
