import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomStream } from '@oryn/core';

/** A town that does not exist, in the empty steppe; nothing in the tests describes a real place. */
const CENTRE = [66.4, 47.2] as const;
const HALF_LON = 0.066;
const HALF_LAT = 0.044;
const YEARS = [2019, 2020, 2021, 2022, 2023];
/** To pick from: twice as many every year. */
const GROWING = [4, 9, 20, 45, 90].flatMap((n, i) => new Array<number>(n).fill(YEARS[i]));
const STREETS = 13;

/** Theft, hooliganism, vehicle taking, and one that police find themselves. */
const CODES = ['1880', '1880', '1880', '2930', '2000', '2960'];
/** Corners of the town where incidents gather; one grows, of one most hours are not known. */
const CLUSTERS = [
  { at: [0.3, 0.4], n: 260, years: YEARS, hourUnknown: 0.1 },
  { at: [-0.5, -0.3], n: 170, years: YEARS, hourUnknown: 0.1 },
  { at: [0.6, -0.6], n: 260, years: GROWING, hourUnknown: 0.1 },
  { at: [-0.7, 0.7], n: 90, years: YEARS, hourUnknown: 0.8 },
] as const;
const SCATTERED = 700;

/** The files of a small study of invented incidents, always the same. */
export function writeFixture(folder: string): string {
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  write('boundary.geojson', collection([polygon()]));
  write('streets.geojson', collection(streets()));
  write('incidents.csv', incidents());
  write(
    'study.yaml',
    [
      'title: { kk: "Сынақ қаласы", ru: "Испытательный город", en: "Test town" }',
      'files: [incidents.csv]',
      'boundary: boundary.geojson',
      'possible: streets.geojson',
      'context: [streets.geojson]',
      'resolution: 9',
      'seed: 7',
      'lang: en',
    ].join('\n'),
  );
  return join(folder, 'study.yaml');
}

const collection = (features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', simulated: true, features });

const at = (x: number, y: number): [number, number] => [
  Number((CENTRE[0] + x * HALF_LON).toFixed(6)),
  Number((CENTRE[1] + y * HALF_LAT).toFixed(6)),
];

function polygon(): unknown {
  const ring = [at(-1.1, -1.1), at(1.1, -1.1), at(1.1, 1.1), at(-1.1, 1.1), at(-1.1, -1.1)];
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}

function streets(): unknown[] {
  return Array.from({ length: STREETS * 2 }, (_, i) => {
    const across = ((i % STREETS) / (STREETS - 1)) * 2 - 1;
    const isRow = i < STREETS;
    const number = i + 1;
    return {
      type: 'Feature',
      properties: {
        name_kk: `${number}-сынақ көшесі`,
        name_ru: `${number}-я испытательная улица`,
        name_en: `Test Street ${number}`,
        class: i % 4 === 0 ? 'main' : 'street',
        simulated: true,
      },
      geometry: {
        type: 'LineString',
        coordinates: isRow ? [at(-1, across), at(1, across)] : [at(across, -1), at(across, 1)],
      },
    };
  });
}

function incidents(): string {
  const random = randomStream(7);
  const points: { where: [number, number]; years: readonly number[]; hourUnknown: number }[] = [];
  for (const { at: middle, n, ...when } of CLUSTERS) {
    for (let i = 0; i < n; i++) {
      const where = at(middle[0] + random.normal() * 0.05, middle[1] + random.normal() * 0.05);
      points.push({ where, ...when });
    }
    // A quarter of a cluster stands on one address, as a default address would.
    for (let i = 0; i < n / 4; i++) points.push({ where: at(middle[0], middle[1]), ...when });
  }
  for (let i = 0; i < SCATTERED; i++) {
    const where = at(random.uniform() * 2 - 1, random.uniform() * 2 - 1);
    points.push({ where, years: YEARS, hourUnknown: 0.1 });
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.uniform() * list.length)];
  const two = (n: number): string => String(n).padStart(2, '0');
  const rows = points.map(({ where: [lon, lat], years, hourUnknown }) => {
    const day = `${two(1 + Math.floor(random.uniform() * 28))}.${two(1 + Math.floor(random.uniform() * 12))}.${pick(years)}`;
    const clock = random.uniform() < hourUnknown ? '00:00' : `${two(Math.floor(random.uniform() * 24))}:17`;
    return [`${day} ${clock}`, pick(CODES), '021', 'true', lon, lat].join(',');
  });
  return ['dat_sover_str,crime_code,fe1r29p1_id,simulated,lon,lat', ...rows, ''].join('\n');
}
