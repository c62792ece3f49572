import {
  GEOGRAPHIC_CRS,
  isGeographic,
  metersPerUnit,
  OrynError,
  PLANAR_CRS,
  planeOfCrs,
  type StudyArea,
} from '@oryn/core';
import type { ColumnMapping } from '../columns/column-roles.ts';
import type { Table } from '../formats/table.ts';
import type { DropReason } from '../incidents/account.ts';
import { parseAngle } from './angle.ts';
import { isMissing, parseNumber } from './coordinate-number.ts';
import { chooseSystem, outsideZone, type SystemChoice } from './coordinate-system.ts';
import { choosePointOrder, type PointOrder } from './point-order.ts';
import { parsePointText } from './point-text.ts';

/** A point of a row: degrees WGS 84, and metres where the file is projected (NaN otherwise). */
interface ReadPoint {
  lon: number;
  lat: number;
  x: number;
  y: number;
}

/** Reads the coordinates of a row, or says why it cannot. */
export interface CoordinateReader {
  /** Columns read: two, or one that holds both coordinates. */
  readonly columns: readonly string[];
  /** The projected system of the file, if it has one. */
  readonly projected: string | undefined;
  readonly choice: SystemChoice;
  /** Which coordinate of a column that holds both comes first, and why. */
  readonly pointOrder: PointOrder | undefined;
  /**
   * Degrees of the row read last, also where they are `out-of-range` (a latitude of 128 may be a longitude);
   * NaN where the row has none. For `findRepairs`.
   */
  readonly last: { readonly lon: number; readonly lat: number };
  /** @param values fields of `columns`, in that order */
  read(values: readonly string[]): ReadPoint | DropReason;
}

export interface CoordinateOptions {
  /** System given by a person. */
  crs?: string | undefined;
  /** Where the points belong, which tells systems and axes apart. */
  area?: StudyArea | undefined;
}

/** A reader of two numbers; it leaves them in `pair` and returns why it could not, if so. */
type PairReader = (values: readonly string[], pair: Pair) => DropReason | undefined;

/** Reused from row to row; `exchanged` where letters of the row (N, в.д.) say that the latitude comes first. */
interface Pair {
  a: number;
  b: number;
  exchanged: boolean;
}

/** A column name that ends in the code of its system: `x_3857`. */
const CODE_IN_NAME = /(?:^|[^\d])(3857|102100|900913|4326|32[67]\d\d|269[012]\d|284[0-3]\d)$/;

/**
 * Reader of the coordinates of a table. Longitude and latitude win over a column of both, that over x and y;
 * with `planar` only x and y are read, as they are.
 *
 * @throws OrynError columns.no-coordinates, crs.unknown, crs.ambiguous, crs.needed
 */
export function coordinateReader(
  table: Pick<Table, 'file' | 'columns' | 'sample'>,
  mapping: ColumnMapping,
  options: CoordinateOptions = {},
): CoordinateReader {
  const { file } = table;
  const columns = columnsOf(table, mapping, options.crs);
  const isPoint = columns.length === 1;
  const named = CODE_IN_NAME.exec(columns[0])?.[1];
  const positions = columns.map((name) => table.columns.indexOf(name));
  const fields = table.sample.map((row) => positions.map((position) => row[position] ?? ''));
  const pointOrder = isPoint
    ? choosePointOrder(
        columns[0],
        fields.map(([text]) => text),
        options.area,
      )
    : undefined;
  const readPair = isPoint ? pointPair(pointOrder?.order === 'lat-lon') : columnPair;
  const choice = chooseSystem(samplePairs(fields, readPair), {
    file,
    crs: options.crs,
    named: named === undefined ? pointOrder?.srid : planeOfCrs(named).crs,
    area: options.area,
    mayExchange: columns[0] === mapping.x,
  });
  const last = { lon: Number.NaN, lat: Number.NaN };
  const pair: Pair = { a: 0, b: 0, exchanged: false };
  const finish = pointReader(choice.crs, last);
  return {
    columns,
    projected: isProjected(choice.crs) ? choice.crs : undefined,
    choice,
    pointOrder,
    last,
    read(values) {
      last.lon = Number.NaN;
      last.lat = Number.NaN;
      pair.exchanged = choice.exchanged;
      const refused = readPair(values, pair);
      if (refused) return refused;
      if (pair.a === 0 && pair.b === 0) return 'zero-zero';
      return pair.exchanged ? finish(pair.b, pair.a) : finish(pair.a, pair.b);
    },
  };
}

function columnsOf(
  table: Pick<Table, 'file' | 'columns'>,
  { lon, lat, x, y, point }: ColumnMapping,
  crs: string | undefined,
): readonly string[] {
  if (crs !== PLANAR_CRS) {
    if (lon && lat) return [lon, lat];
    if (point) return [point];
  }
  if (x && y) return [x, y];
  throw new OrynError('columns.no-coordinates', { file: table.file, columns: table.columns.join(', ') });
}

const isProjected = (crs: string): boolean => crs === PLANAR_CRS || !isGeographic(crs);

/** From two numbers of the system, first the easting or longitude, to the point. */
function pointReader(
  crs: string,
  last: { lon: number; lat: number },
): (a: number, b: number) => ReadPoint | DropReason {
  if (crs === PLANAR_CRS) return (x, y) => ({ lon: Number.NaN, lat: Number.NaN, x, y });
  const placed = (lon: number, lat: number, x: number, y: number): ReadPoint | DropReason => {
    last.lon = lon;
    last.lat = lat;
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return 'out-of-range';
    return { lon, lat, x, y };
  };
  if (crs === GEOGRAPHIC_CRS) return (lon, lat) => placed(lon, lat, Number.NaN, Number.NaN);
  const plane = planeOfCrs(crs);
  if (isGeographic(crs)) {
    return (a, b) => {
      // A latitude beyond the pole has no other datum; it is kept as written for its mirror.
      const [lon, lat] = Math.abs(b) > 90 ? [a, b] : plane.unproject(a, b);
      return placed(lon, lat, Number.NaN, Number.NaN);
    };
  }
  const unit = metersPerUnit(crs);
  return (a, b) => {
    // Another zone number before the easting would be a silent shift of thousands of kilometres.
    if (outsideZone(crs, a)) return 'out-of-range';
    const [lon, lat] = plane.unproject(a * unit, b * unit);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return 'out-of-range';
    return placed(lon, lat, a * unit, b * unit);
  };
}

const columnPair: PairReader = (values, pair) => {
  const first = values[0];
  const second = values[1];
  pair.a = parseNumber(first);
  pair.b = parseNumber(second);
  if (!Number.isNaN(pair.a) && !Number.isNaN(pair.b)) return undefined;
  if (isMissing(first) || isMissing(second)) return 'no-coordinates';
  const [a, b] = [parseAngle(first), parseAngle(second)];
  if (!a || !b || (a.axis && a.axis === b.axis)) return 'not-a-number';
  pair.a = a.degrees;
  pair.b = b.degrees;
  if (a.axis || b.axis) pair.exchanged = a.axis === 'lat' || b.axis === 'lon';
  return undefined;
};

/** Cells that hold both: letters and WKT say the order themselves, otherwise that of the column holds. */
function pointPair(latitudeFirst: boolean): PairReader {
  return ([text], pair) => {
    if (isMissing(text)) return 'no-coordinates';
    const point = parsePointText(text);
    if (!point) return 'not-a-number';
    const latFirst = point.order === undefined ? latitudeFirst : point.order === 'lat-lon';
    pair.a = latFirst ? point.second : point.first;
    pair.b = latFirst ? point.first : point.second;
    return undefined;
  };
}

function samplePairs(
  fields: readonly (readonly string[])[],
  readPair: PairReader,
): { first: number[]; second: number[] } {
  const first: number[] = [];
  const second: number[] = [];
  const pair: Pair = { a: 0, b: 0, exchanged: false };
  for (const values of fields) {
    pair.exchanged = false;
    if (readPair(values, pair) !== undefined || (pair.a === 0 && pair.b === 0)) continue;
    first.push(pair.exchanged ? pair.b : pair.a);
    second.push(pair.exchanged ? pair.a : pair.b);
  }
  return { first, second };
}
