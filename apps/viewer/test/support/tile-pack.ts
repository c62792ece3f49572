import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zxyToTileId } from 'pmtiles';

/** The one zoom of the pack; further in, the map stretches its tiles. */
const ZOOM = 10;
/** Tiles around the invented town, columns and rows of that zoom. */
const COLUMNS = [699, 700, 701];
const ROWS = [358, 359, 360];
const EXTENT = 4096;
const HEADER_BYTES = 127;

/** A small base map in the schema of Protomaps, written by hand: in every tile a lake and a named road. */
export function writeTilePack(folder: string): string {
  const tile = Buffer.concat([
    layer('water', [
      { type: 3, tags: { kind: 'lake' }, geometry: ring([400, 400], [2600, 400], [2600, 2600], [400, 2600]) },
    ]),
    layer('roads', [
      {
        type: 2,
        tags: {
          kind: 'major_road',
          name: 'Road',
          'name:kk': 'Сынақ жолы',
          'name:ru': 'Испытательная дорога',
        },
        geometry: line([0, 1200], [EXTENT, 2200]),
      },
    ]),
    layer('places', [
      {
        type: 1,
        tags: {
          kind: 'locality',
          name: 'Village',
          'name:kk': 'Сынақ ауылы',
          'name:ru': 'Испытательное село',
        },
        geometry: [command(1, 1), zigzag(3400), zigzag(1000)],
      },
    ]),
  ]);
  const ids = COLUMNS.flatMap((x) => ROWS.map((y) => zxyToTileId(ZOOM, x, y))).sort((a, b) => a - b);
  const directory = numbers([
    ids.length,
    ...ids.map((id, i) => id - (ids[i - 1] ?? 0)),
    ...ids.map(() => 1),
    ...ids.map(() => tile.length),
    // Every entry is the same tile; an offset is written plus one.
    ...ids.map(() => 1),
  ]);
  const metadata = Buffer.from(
    JSON.stringify({
      attribution: 'Invented <a href="https://example.org">tiles</a>',
      vector_layers: ['water', 'roads', 'places'].map((id) => ({ id, fields: {} })),
    }),
  );
  const path = join(folder, 'invented.pmtiles');
  writeFileSync(
    path,
    Buffer.concat([
      header(directory.length, metadata.length, tile.length, ids.length),
      directory,
      metadata,
      tile,
    ]),
  );
  return path;
}

/** PMTiles version 3: sections one behind another, nothing compressed. */
function header(directory: number, metadata: number, tiles: number, entries: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('PMTiles', 0);
  bytes[7] = 3;
  const behind = HEADER_BYTES + directory + metadata;
  const longs = [
    HEADER_BYTES,
    directory,
    HEADER_BYTES + directory,
    metadata,
    behind,
    0,
    behind,
    tiles,
    entries,
    entries,
    1,
  ];
  longs.forEach((value, i) => {
    bytes.writeBigUInt64LE(BigInt(value), 8 + i * 8);
  });
  // Clustered no; directory and tiles uncompressed (1); tiles are vector tiles (1); least and greatest zoom.
  bytes.set([0, 1, 1, 1, ZOOM, ZOOM], 96);
  return bytes;
}

interface TileFeature {
  type: 1 | 2 | 3;
  tags: Record<string, string>;
  geometry: number[];
}

/** A layer of a Mapbox vector tile, version 2. */
function layer(name: string, features: TileFeature[]): Buffer {
  const keys = [...new Set(features.flatMap(({ tags }) => Object.keys(tags)))];
  const values = [...new Set(features.flatMap(({ tags }) => Object.values(tags)))];
  const body = Buffer.concat([
    field(15, 2),
    field(1, Buffer.from(name)),
    ...features.map(({ type, tags, geometry }) => {
      const pairs = Object.entries(tags).flatMap(([key, value]) => [
        keys.indexOf(key),
        values.indexOf(value),
      ]);
      return field(2, Buffer.concat([field(2, numbers(pairs)), field(3, type), field(4, numbers(geometry))]));
    }),
    ...keys.map((key) => field(3, Buffer.from(key))),
    ...values.map((value) => field(4, field(1, Buffer.from(value)))),
    field(5, EXTENT),
  ]);
  return field(3, body);
}

type Point = readonly [number, number];

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const command = (id: number, count: number): number => id + count * 8;

function line(...points: Point[]): number[] {
  const steps = points.flatMap(([x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [0, 0];
    return [zigzag(x - beforeX), zigzag(y - beforeY)];
  });
  return [command(1, 1), ...steps.slice(0, 2), command(2, points.length - 1), ...steps.slice(2)];
}

const ring = (...points: Point[]): number[] => [...line(...points), command(7, 1)];

/** A field of a protocol buffer: a number, or bytes with their length before them. */
function field(tag: number, value: number | Buffer): Buffer {
  if (typeof value === 'number') return numbers([tag * 8, value]);
  return Buffer.concat([numbers([tag * 8 + 2, value.length]), value]);
}

function numbers(values: number[]): Buffer {
  const bytes: number[] = [];
  for (let rest of values) {
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}
