import { type CodedColumn, type Incidents, OrynError, PLANAR_CRS, type StudyArea } from '@oryn/core';
import { drop, emptyAccount, type FileAccount } from './account.ts';
import { type ColumnMapping, describesRoadAccidents, mapColumns } from './column-roles.ts';
import { coordinateReader, type ReadPoint } from './coordinates.ts';
import { categoryOf } from './offence-layer.ts';
import type { SourceFile } from './source-file.ts';
import { looksSwapped } from './swapped-axes.ts';
import { openTable, type Table } from './table.ts';
import { parseWallClock } from './wall-clock.ts';

export interface ReadOptions {
  columns?: ColumnMapping | undefined;
  crs?: string | undefined;
  /** Lets rows with exchanged axes be told from rows outside the area. */
  area?: StudyArea | undefined;
}

export interface ReadResult {
  incidents: Incidents;
  accounts: FileAccount[];
  /** Column found for each role, per file. */
  columns: { file: string; mapping: ColumnMapping }[];
  subject: 'incidents' | 'road-accidents';
  /** True when every kept row says it is simulated. */
  simulated: boolean;
}

/**
 * Read files of incidents into one table, with an account of every row.
 *
 * Rows without usable coordinates, with an impossible date, struck off the register, or of offences that are
 * shown by district only are dropped and counted; a row without a date is kept. The time is the clock as
 * written, no zone applied.
 *
 * @throws OrynError file.*, json.invalid, columns.*, crs.*, coordinates.swapped, coordinates.none-valid,
 *   category.too-many
 */
export async function readIncidents(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const builder = new IncidentsBuilder();
  const accounts: FileAccount[] = [];
  const columns: ReadResult['columns'] = [];
  let roadAccidents = false;
  for (const file of files) {
    const table = await openTable(file);
    const mapping = mapColumns(table.file, table.columns, options.columns);
    roadAccidents ||= describesRoadAccidents(table.columns);
    columns.push({ file: table.file, mapping });
    accounts.push(readTable(table, mapping, options, builder));
  }
  const incidents = builder.finish();
  return {
    incidents,
    accounts,
    columns,
    subject: roadAccidents ? 'road-accidents' : 'incidents',
    simulated: incidents.count > 0 && builder.simulatedRows === incidents.count,
  };
}

function readTable(
  table: Table,
  mapping: ColumnMapping,
  options: ReadOptions,
  builder: IncidentsBuilder,
): FileAccount {
  const account = emptyAccount(table.file);
  const reader = coordinateReader(table.file, table.columns, mapping, options.crs);
  builder.projected ??= reader.projected;
  const at = (name: string | undefined): number => (name === undefined ? -1 : table.columns.indexOf(name));
  const positions = {
    first: at(reader.columns[0]),
    second: at(reader.columns[1]),
    time: at(mapping.time),
    clock: mapping.clock === mapping.time ? -1 : at(mapping.clock),
    category: at(mapping.category),
    placeType: at(mapping.placeType),
    discontinued: at(mapping.discontinued),
    simulated: at(mapping.simulated),
    weight: at(mapping.weight),
  };
  let swapped = 0;
  let valid = 0;
  let firstSwapped: { row: number; lon: number; lat: number } | undefined;
  table.visit((values, row) => {
    account.read++;
    const field = (position: number): string => (position < 0 ? '' : (values[position] ?? ''));
    const point = reader.read(field(positions.first), field(positions.second));
    const mirrored = mirroredDegrees(field(positions.first), field(positions.second), point);
    if (typeof point !== 'string') valid++;
    if (mirrored && looksSwapped(mirrored.lon, mirrored.lat, options.area)) {
      swapped++;
      firstSwapped ??= { row, ...mirrored };
      if (options.area) return drop(account, 'swapped-axes', row);
    }
    if (typeof point === 'string') return drop(account, point, row);
    if (field(positions.discontinued).trim() === '1') return drop(account, 'struck-off', row);
    const category = categoryOf(field(positions.category));
    if (category.restricted) return drop(account, 'restricted', row);
    const written = field(positions.time);
    const time = parseWallClock(written, field(positions.clock));
    if (!time && written.trim() !== '') return drop(account, 'bad-date', row);
    const weight = positions.weight < 0 ? 1 : Number(field(positions.weight).replace(',', '.'));
    if (!(weight >= 0) || (positions.weight >= 0 && field(positions.weight).trim() === ''))
      return drop(account, 'bad-weight', row);
    account.kept++;
    if (!time) account.withoutDate++;
    else if (!time.hourKnown) account.withoutHour++;
    builder.add(point, time?.seconds ?? Number.NaN, time?.hourKnown ?? false, weight, row);
    builder.category(category.label);
    builder.placeType(field(positions.placeType).trim());
    if (field(positions.simulated).trim().toLowerCase() === 'true') builder.simulatedRows++;
  });
  builder.hasWeights ||= positions.weight >= 0;
  if (account.read === 0) throw new OrynError('file.header-only', { file: table.file });
  if (firstSwapped && swapped > (valid + swapped) / 4) {
    throw new OrynError('coordinates.swapped', { file: table.file, count: swapped, ...firstSwapped });
  }
  if (valid === 0) {
    const row = Math.min(...Object.values(account.firstRow));
    throw new OrynError('coordinates.none-valid', { file: table.file, rows: account.read, row });
  }
  return account;
}

/** The degrees as written, also of a row whose latitude is impossible because it is a longitude. */
function mirroredDegrees(
  first: string,
  second: string,
  point: ReadPoint | string,
): { lon: number; lat: number } | undefined {
  if (typeof point !== 'string')
    return Number.isNaN(point.lon) ? undefined : { lon: point.lon, lat: point.lat };
  if (point !== 'out-of-range') return undefined;
  return { lon: Number(first.replace(',', '.')), lat: Number(second.replace(',', '.')) };
}

/** Columns that grow row by row; dictionaries number their texts in order of appearance, 0 = not known. */
class IncidentsBuilder {
  projected: string | undefined;
  hasWeights = false;
  simulatedRows = 0;
  private readonly lon: number[] = [];
  private readonly lat: number[] = [];
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  private readonly time: number[] = [];
  private readonly hourKnown: number[] = [];
  private readonly weights: number[] = [];
  private readonly rows: number[] = [];
  private readonly categories = new Dictionary();
  private readonly placeTypes = new Dictionary();

  add(point: ReadPoint, time: number, hourKnown: boolean, weight: number, row: number): void {
    this.lon.push(point.lon);
    this.lat.push(point.lat);
    this.x.push(point.x);
    this.y.push(point.y);
    this.time.push(time);
    this.hourKnown.push(hourKnown ? 1 : 0);
    this.weights.push(weight);
    this.rows.push(row);
  }

  category(label: string): void {
    this.categories.add(label);
  }

  placeType(label: string): void {
    this.placeTypes.add(label);
  }

  finish(): Incidents {
    const { projected } = this;
    const usesPlane =
      projected !== undefined && (projected === PLANAR_CRS || this.x.every((x) => !Number.isNaN(x)));
    return {
      count: this.lon.length,
      lon: Float64Array.from(this.lon),
      lat: Float64Array.from(this.lat),
      ...(usesPlane && {
        projected: { crs: projected, x: Float64Array.from(this.x), y: Float64Array.from(this.y) },
      }),
      time: Float64Array.from(this.time),
      hourKnown: Uint8Array.from(this.hourKnown),
      category: this.categories.column(),
      placeType: this.placeTypes.column(),
      ...(this.hasWeights && { weight: Float64Array.from(this.weights) }),
      row: Uint32Array.from(this.rows),
    };
  }
}

/** Codes are 16-bit; a column with more texts than that is no category. */
const MOST_LABELS = 65_535;

class Dictionary {
  private readonly codes: number[] = [];
  private readonly codeOf = new Map<string, number>([['', 0]]);

  add(label: string): void {
    let code = this.codeOf.get(label);
    if (code === undefined) {
      code = this.codeOf.size;
      if (code > MOST_LABELS) throw new OrynError('category.too-many', { count: code });
      this.codeOf.set(label, code);
    }
    this.codes.push(code);
  }

  column(): CodedColumn {
    return { codes: Uint16Array.from(this.codes), labels: [...this.codeOf.keys()] };
  }
}
