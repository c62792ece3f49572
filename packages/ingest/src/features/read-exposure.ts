import { OrynError } from '@oryn/core';
import type { Feature, Geometry } from 'geojson';
import { normaliseName, wordsOfName } from '../columns/column-name.ts';
import { recogniseColumns } from '../columns/recognise-columns.ts';
import { coordinateReader } from '../coordinates/coordinate-reader.ts';
import { formatOf, openTable } from '../formats/open-table.ts';
import { GEOMETRY_LON } from '../formats/table.ts';
import { cellPicker } from '../incidents/cell-reader.ts';
import type { SourceFile } from '../source/source-file.ts';
import { readFeatures } from './read-features.ts';

/** Points, lines or polygons and how much of the exposure each has: people, dwellings, metres. */
export interface ExposureFeatures {
  /** Name of the column; undefined for lines without one, whose own length is the exposure. */
  readonly column: string | undefined;
  readonly geometries: readonly Geometry[];
  /** One per geometry, finite and >= 0; 1 for lines without a column. */
  readonly values: Float64Array;
  /** Rows with a value; those whose value is empty and those without coordinates are left out and counted here. */
  readonly rows: { readonly used: number; readonly withoutValue: number; readonly withoutPlace: number };
}

/** Names of a column of people, the best first, as `normaliseName` leaves them; then of what else exposes. */
const NAMES =
  `population pop totalpopulation populationtotal poptotal totpop residents inhabitants people persons
  население численностьнаселения жители количествожителей числожителей людей
  халық халықсаны халықтыңсаны тұрғындар тұрғындарсаны
  households dwellings домохозяйства квартиры пәтерлер
  length lengthm длина длинам протяженность протяженностьм ұзындығы ұзындық`.split(/\s+/);
/** Beginnings of words that say the same inside a longer name, such as `POP_2020`. */
const STEMS = ['population', 'насел', 'жител', 'халық', 'халк', 'тұрғын'];

/**
 * A file of who or what is exposed, in any format: points or polygons with a column of people or of anything else that
 * can be added up, or lines.
 *
 * @param column its name as the file writes it; without it a column of people is recognised
 * @throws OrynError exposure.column-unknown, exposure.no-column, exposure.invalid, exposure.empty, and those of `readFeatures`
 */
export async function readExposure(file: SourceFile, column?: string): Promise<ExposureFeatures> {
  const format = await formatOf(file);
  const { names, rows } =
    format === 'csv' || format === 'xlsx' ? await tableRows(file) : await featureRows(file);
  const placed = rows.filter((row) => row.geometry !== undefined);
  const areLines = placed.length > 0 && placed.every(({ geometry }) => /LineString$/.test(geometry!.type));
  const at = columnAt(names, placed, column, areLines, file.name);

  const geometries: Geometry[] = [];
  const values: number[] = [];
  let withoutValue = 0;
  for (const { geometry, cells, row } of placed) {
    const value = at === undefined ? 1 : amountOf(cells[at] ?? '');
    if (value === undefined) {
      withoutValue++;
      continue;
    }
    if (!(value >= 0)) {
      throw new OrynError('exposure.invalid', {
        file: file.name,
        row,
        column: names[at!],
        given: cells[at!],
      });
    }
    geometries.push(geometry!);
    values.push(value);
  }
  if (values.length === 0) throw new OrynError('exposure.empty', { file: file.name, rows: rows.length });
  return {
    column: at === undefined ? undefined : names[at],
    geometries,
    values: Float64Array.from(values),
    rows: { used: values.length, withoutValue, withoutPlace: rows.length - placed.length },
  };
}

interface Row {
  readonly geometry: Geometry | undefined;
  readonly cells: readonly string[];
  /** As a person finds it. */
  readonly row: number;
}

interface Rows {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

async function tableRows(file: SourceFile): Promise<Rows> {
  const table = await openTable(file);
  if (table.columns[0] === GEOMETRY_LON) return { names: table.columns, rows: [] };
  const reader = coordinateReader(table, recogniseColumns(table).mapping);
  const cells = cellPicker(table, reader.columns);
  const rows: Row[] = [];
  await table.visit((values, row) => {
    const point = reader.read(cells(values));
    const geometry: Geometry | undefined =
      typeof point === 'string' ? undefined : { type: 'Point', coordinates: [point.lon, point.lat] };
    rows.push({ geometry, cells: [...values], row });
  });
  return { names: table.columns, rows };
}

async function featureRows(file: SourceFile): Promise<Rows> {
  const features: readonly Feature[] = await readFeatures(file);
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const rows = features.map(({ geometry, properties }, i) => ({
    geometry,
    cells: names.map((name) => textOf(properties?.[name])),
    row: i + 1,
  }));
  return { names, rows };
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

function columnAt(
  names: readonly string[],
  rows: readonly Row[],
  asked: string | undefined,
  areLines: boolean,
  file: string,
): number | undefined {
  if (asked !== undefined) {
    const at = names.findIndex((name) => name.toLowerCase() === asked.trim().toLowerCase());
    if (at >= 0) return at;
    throw new OrynError('exposure.column-unknown', { file, given: asked, columns: names.join(', ') });
  }
  const found = recognised(names);
  if (found !== undefined || areLines) return found;
  const numeric = names.filter((_, i) =>
    rows.slice(0, 200).every(({ cells }) => !Number.isNaN(amountOf(cells[i]) ?? 0)),
  );
  throw new OrynError('exposure.no-column', { file, columns: numeric.join(', ') || '–' });
}

/** The column with the best known name; else the only one whose name contains such a word. */
function recognised(names: readonly string[]): number | undefined {
  const plain = names.map(normaliseName);
  for (const name of NAMES) {
    const at = plain.indexOf(name);
    if (at >= 0) return at;
  }
  const stems = names.flatMap((name, i) =>
    wordsOfName(name).some((word) => /^pop\d*$/.test(word) || STEMS.some((stem) => word.startsWith(stem)))
      ? [i]
      : [],
  );
  return stems.length === 1 ? stems[0] : undefined;
}

/** A number >= 0, undefined for an empty cell, NaN for anything else; `1,234` could be two numbers and is neither. */
function amountOf(given: string): number | undefined {
  const text = given.trim();
  if (text === '' || /^(na|n\/a|null|none|-|–)$/i.test(text)) return undefined;
  const joined = text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(joined)) return Number(joined);
  return /^\d+,\d+$/.test(joined) && !/^\d{1,3},\d{3}$/.test(joined)
    ? Number(joined.replace(',', '.'))
    : Number.NaN;
}
