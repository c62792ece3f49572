import { cellCentres, type Grid, type MetricPlane, PLANAR_CRS } from '@oryn/core';
import type { Column } from '@oryn/study';

/** Where a grid lies, as `--json` says it. */
export function gridRecord(
  { left, bottom, cellSize, columns, rows }: Grid,
  { crs }: MetricPlane,
): Record<string, number | string> {
  return { left, bottom, cellSize, columns, rows, unit: 'incidents per km²', crs };
}

/** Centres of the cells in metres and degrees, and what stands in them; one row per cell. */
export function gridColumns(grid: Grid, plane: MetricPlane, values: readonly Column[]): Column[] {
  const { x, y } = cellCentres(grid);
  const columns: Column[] = [
    { name: 'x', values: x },
    { name: 'y', values: y },
  ];
  if (plane.crs !== PLANAR_CRS) {
    const degrees = Array.from(x, (_, i) => plane.unproject(x[i], y[i]));
    columns.push({ name: 'lon', values: degrees.map((point) => point[0]) });
    columns.push({ name: 'lat', values: degrees.map((point) => point[1]) });
  }
  return [...columns, ...values];
}
