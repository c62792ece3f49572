import { OrynError, type ProjectedColumns } from '@oryn/core';
import { mapColumns } from './column-roles.ts';
import { coordinateReader } from './coordinates.ts';
import type { SourceFile } from './source-file.ts';
import { openTable } from './table.ts';

/** Where the rows of a table lie, one per row, in order; nothing else of them is read. */
export interface Points {
  /** Degrees, WGS 84; NaN throughout where the table is `planar`. */
  lon: Float64Array;
  lat: Float64Array;
  projected?: ProjectedColumns;
}

/**
 * The points of a table at which something is evaluated. Rows answer one by one, so none may be left out.
 *
 * @param crs system of x and y columns; lon/lat columns win over them
 * @throws OrynError file.*, columns.no-coordinates, coordinates.none-valid
 */
export async function readPoints(file: SourceFile, crs: string | undefined): Promise<Points> {
  const table = await openTable(file);
  const reader = coordinateReader(table.file, table.columns, mapColumns(table.file, table.columns), crs);
  const [first, second] = reader.columns.map((name) => table.columns.indexOf(name));
  const columns = { lon: [] as number[], lat: [] as number[], x: [] as number[], y: [] as number[] };
  let bad = 0;
  let firstBad = 0;
  table.visit((values, row) => {
    const point = reader.read(values[first] ?? '', values[second] ?? '');
    if (typeof point === 'string') {
      bad++;
      firstBad ||= row;
      return;
    }
    columns.lon.push(point.lon);
    columns.lat.push(point.lat);
    columns.x.push(point.x);
    columns.y.push(point.y);
  });
  if (bad > 0) throw new OrynError('coordinates.none-valid', { file: file.name, rows: bad, row: firstBad });
  const column = (values: number[]): Float64Array => Float64Array.from(values);
  return {
    lon: column(columns.lon),
    lat: column(columns.lat),
    ...(reader.projected && {
      projected: { crs: reader.projected, x: column(columns.x), y: column(columns.y) },
    }),
  };
}
