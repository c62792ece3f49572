import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomStream } from '@oryn/core';

/** In the empty steppe; half the side of the square in degrees gives about 100,000 cells of resolution 10. */
const CENTRE = [66.4, 47.2] as const;
const HALF_LON = 0.283;
const HALF_LAT = 0.193;
const YEARS = [2019, 2020, 2021, 2022, 2023];
const CLUSTERS = 400;
const INCIDENTS = 200_000;

/** The files of a study of 100,000 cells, most with an incident: what the map must bear. Invented, always the same. */
export function writeLargeTown(folder: string): string {
  const at = (x: number, y: number): [number, number] => [
    Number((CENTRE[0] + x * HALF_LON).toFixed(6)),
    Number((CENTRE[1] + y * HALF_LAT).toFixed(6)),
  ];
  const square = (x: number, y: number, width: number, height: number, name?: string): unknown => ({
    type: 'Feature',
    properties: name === undefined ? {} : { name },
    geometry: {
      type: 'Polygon',
      coordinates: [[at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height), at(x, y)]],
    },
  });
  const write = (name: string, features: unknown[]): void =>
    writeFileSync(
      join(folder, name),
      JSON.stringify({ type: 'FeatureCollection', simulated: true, features }),
    );
  write('boundary.geojson', [square(-1, -1, 2, 2)]);
  write('districts.geojson', [square(-1, -1, 1, 2, 'West'), square(0, -1, 1, 2, 'East')]);
  writeFileSync(join(folder, 'incidents.csv'), incidents(at));
  const study = [
    'title: "Large test town"',
    'files: [incidents.csv]',
    'boundary: boundary.geojson',
    'context: [districts.geojson]',
    'resolution: 10',
    'seed: 7',
    'lang: en',
  ];
  writeFileSync(join(folder, 'study.yaml'), study.join('\n'));
  return join(folder, 'study.yaml');
}

function incidents(at: (x: number, y: number) => [number, number]): string {
  const random = randomStream(11);
  const within = (): number => random.uniform() * 2 - 1;
  const middles = Array.from({ length: CLUSTERS }, () => [within(), within()] as const);
  const rows = Array.from({ length: INCIDENTS }, (_, i) => {
    const [x, y] = middles[i % CLUSTERS];
    // Two thirds lie anywhere, so that most cells have something to show.
    const isScattered = i % 3 > 0;
    const [lon, lat] = isScattered
      ? at(within(), within())
      : at(clip(x + random.normal() * 0.01), clip(y + random.normal() * 0.01));
    const two = (n: number): string => String(n).padStart(2, '0');
    const year = YEARS[Math.floor(random.uniform() * YEARS.length)];
    const day = `${two(1 + Math.floor(random.uniform() * 28))}.${two(1 + Math.floor(random.uniform() * 12))}.${year}`;
    const code = random.uniform() < 0.6 ? '1880' : '2930';
    return `${day} ${two(Math.floor(random.uniform() * 24))}:17,${code},001,true,${lon},${lat}`;
  });
  return ['dat_sover_str,crime_code,fe1r29p1_id,simulated,lon,lat', ...rows, ''].join('\n');
}

const clip = (value: number): number => Math.max(-0.999, Math.min(0.999, value));
