import { OrynError, type ProjectedColumns } from '@oryn/core';
import { recogniseColumns } from '../columns/recognise-columns.ts';
import { coordinateReader } from '../coordinates/coordinate-reader.ts';
import { openTable } from '../formats/open-table.ts';
import { cellPicker } from '../incidents/cell-reader.ts';
import { Growable } from '../incidents/growable.ts';
import type { SourceFile } from '../source/source-file.ts';

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
 * @throws OrynError file.*, columns.no-coordinates, coordinates.bad-rows
 */
export async function readPoints(file: SourceFile, crs: string | undefined): Promise<Points> {
  const table = await openTable(file);
  const reader = coordinateReader(table, recogniseColumns(table).mapping, { crs });
  const cells = cellPicker(table, reader.columns);
  const column = (): Growable<Float64Array> => new Growable((length) => new Float64Array(length));
  const points = { lon: column(), lat: column(), x: column(), y: column() };
  let bad = 0;
  let firstBad = 0;
  await table.visit((values, row) => {
    const point = reader.read(cells(values));
    if (typeof point === 'string') {
      bad++;
      firstBad ||= row;
      return;
    }
    points.lon.push(point.lon);
    points.lat.push(point.lat);
    points.x.push(point.x);
    points.y.push(point.y);
  });
  if (bad > 0) throw new OrynError('coordinates.bad-rows', { file: file.name, count: bad, row: firstBad });
  return {
    lon: points.lon.finish(),
    lat: points.lat.finish(),
    ...(reader.projected && {
      projected: { crs: reader.projected, x: points.x.finish(), y: points.y.finish() },
    }),
  };
}
