import { randomStream } from '@oryn/core';
import type { XY } from './geometry.ts';
import { CATEGORY_TABLE, stationsText, WEIGHT_TABLE } from './register-companions.ts';
import { registerCsv } from './register-csv.ts';
import { type SpoiledRegister, spoilRegister } from './register-defects.ts';
import { type RegisterLimits, registerRows } from './register-rows.ts';
import { CSV_LINES_ABOVE, SHEET_ROWS_ABOVE } from './register-table.ts';
import { registerXlsx } from './register-xlsx.ts';
import { streetsOsmText } from './streets-osm.ts';

/** Stored with gzip, as the incidents of the cities are. */
export const COMPRESSED = 'simulated-register-windows-1251.csv';

const SEED = 20231231;
const STREAM = { rows: 0, defects: 1 };
const YEARS = ['2022', '2023'];

/** What `truth-defects.json` says of each kind; rows count from 1 as the reader of the file counts them. */
export interface TruthOfDefects {
  readonly simulated: true;
  readonly rows: number;
  readonly defects: Readonly<
    Record<string, { readonly count: number; readonly sheetRows: number[]; readonly csvLines: number[] }>
  >;
}

/** The register of a demo city and where it is spoiled. Pure: the same files give the same rows. */
export function makeRegister(city: ReadonlyMap<string, string>): SpoiledRegister {
  const limits = limitsOf(city);
  const sound = registerRows(
    city.get('simulated-incidents.csv')!,
    YEARS,
    limits,
    randomStream(SEED, STREAM.rows),
  );
  return spoilRegister(sound, limits, randomStream(SEED, STREAM.defects));
}

/** The exports by name: the same city gives the same bytes. */
export async function registerExports(city: ReadonlyMap<string, string>): Promise<Map<string, Uint8Array>> {
  const register = makeRegister(city);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  return new Map([
    ['simulated-register.xlsx', await registerXlsx(register.rows)],
    [COMPRESSED, registerCsv(register.rows)],
    ['simulated-categories.csv', utf8(CATEGORY_TABLE)],
    ['simulated-weights.csv', utf8(WEIGHT_TABLE)],
    ['simulated-streets.osm', utf8(streetsOsmText(city))],
    ['simulated-police-stations.geojson', utf8(stationsText(city.get('facilities.geojson')!))],
    ['truth-defects.json', utf8(truthText(truthOf(register)))],
  ]);
}

export function truthOf({ rows, defects }: SpoiledRegister): TruthOfDefects {
  const kinds = [...defects].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    simulated: true,
    rows: rows.length,
    defects: Object.fromEntries(
      kinds.map(([kind, indices]) => [
        kind,
        {
          count: indices.length,
          sheetRows: indices.map((index) => index + 1 + SHEET_ROWS_ABOVE),
          csvLines: indices.map((index) => index + 1 + CSV_LINES_ABOVE),
        },
      ]),
    ),
  };
}

const LINE_WIDTH = 110;

/** JSON as the formatter of the repository leaves it: lists of numbers fill the line. */
function truthText(truth: TruthOfDefects): string {
  const text = JSON.stringify(truth, null, 2);
  return `${text.replaceAll(/^( *)("\w+": )\[\s*([\d,\s]+?)\s*\](,?)$/gm, filledList)}\n`;
}

function filledList(_: string, indent: string, key: string, list: string, comma: string): string {
  const numbers = list.split(/,\s*/);
  const whole = `${indent}${key}[${numbers.join(', ')}]${comma}`;
  if (whole.length <= LINE_WIDTH) return whole;
  const lines: string[] = [];
  let line = `${indent} `;
  for (const [at, number] of numbers.entries()) {
    const item = at < numbers.length - 1 ? ` ${number},` : ` ${number}`;
    if (line.length + item.length > LINE_WIDTH) {
      lines.push(line);
      line = `${indent} `;
    }
    line += item;
  }
  return [`${indent}${key}[`, ...lines, line, `${indent}]${comma}`].join('\n');
}

interface Layer {
  features: {
    properties: Readonly<Record<string, string>>;
    geometry: { type: string; coordinates: unknown };
  }[];
}

function limitsOf(city: ReadonlyMap<string, string>): RegisterLimits {
  const layer = (name: string) => (JSON.parse(city.get(name)!) as Layer).features;
  return {
    boundary: layer('boundary.geojson').flatMap(({ geometry }) => ringsOf(geometry)),
    districts: new Map(
      layer('districts.geojson').map(({ properties, geometry }) => [
        properties.code!,
        { name: properties.name_ru!, rings: ringsOf(geometry) },
      ]),
    ),
    stations: layer('facilities.geojson')
      .filter(({ properties }) => properties.kind === 'police_station')
      .map(({ geometry }) => geometry.coordinates as XY),
  };
}

/** Outer rings; the demo has no holes. */
function ringsOf({ type, coordinates }: { type: string; coordinates: unknown }): XY[][] {
  return type === 'Polygon'
    ? [(coordinates as XY[][])[0]!]
    : (coordinates as XY[][][]).map(([ring]) => ring!);
}
