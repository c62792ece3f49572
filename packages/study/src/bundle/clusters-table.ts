import { type ClusterShape, type MetricPlane, planarWindow } from '@oryn/core';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { ClustersData } from '../evaluate/clusters-data.ts';
import type { ClusterOrder, FoundClusters } from '../evaluate/find-clusters.ts';
import { type Column, recordsOf } from './column.ts';

interface Row {
  order: number;
  shape: ClusterShape;
  squareMeters: number;
}

/** One row per cluster, orders one after another. */
function rowsOf({ found, orders }: FoundClusters): Row[] {
  return orders.flatMap(({ order, shapes }) =>
    shapes.map((shape, i) => ({
      order,
      shape,
      squareMeters:
        found.method === 'density'
          ? planarWindow([found.polygons[i]]).areaSquareMeters
          : shape.hullSquareMeters,
    })),
  );
}

/** Columns of a position: degrees, and metres where the plane does not know where on the globe it is. */
function positionColumns(plane: MetricPlane, xs: ArrayLike<number>, ys: ArrayLike<number>): Column[] {
  const names = plane.crs === 'planar' ? ['x', 'y'] : ['lon', 'lat'];
  const points = Array.from(xs, (x, i) => plane.unproject(x, ys[i]));
  return names.map((name, part) => ({ name, values: points.map((point) => point[part]) }));
}

/** The table of clusters; its columns are described in docs/methods/clusters.md. */
export function clustersTable(clusters: FoundClusters, data: ClustersData): Column[] {
  const rows = rowsOf(clusters);
  const column = (name: string, of: (row: Row) => number | undefined, integer = false): Column => ({
    name,
    values: rows.map((row) => of(row) ?? Number.NaN),
    integer,
  });
  const columns = [
    column('order', ({ order }) => order, true),
    column('cluster', ({ shape }) => shape.cluster, true),
    column('n', ({ shape }) => shape.points, true),
    ...(data.weights
      ? [
          column('w', ({ shape }) => shape.weight),
          column('n_without_weight', ({ shape }) => shape.withoutWeight, true),
        ]
      : []),
    ...positionColumns(
      data.plane,
      rows.map(({ shape }) => shape.x),
      rows.map(({ shape }) => shape.y),
    ),
    column('distinct_coordinates', ({ shape }) => shape.distinctCoordinates, true),
    column('largest_stack', ({ shape }) => shape.largestStack, true),
    column('largest_stack_share', ({ shape }) => shape.largestStack / shape.points),
    column('one_address', ({ shape }) => Number(shape.isOneAddress), true),
    column('area_km2', ({ squareMeters }) => squareMeters / 1e6),
    column('n_per_km2', ({ shape, squareMeters }) =>
      // The little there is between the coordinates of one address would make it immensely dense.
      squareMeters > 0 && !shape.isOneAddress ? (1e6 * shape.points) / squareMeters : undefined,
    ),
    column('ellipse_semi_major_m', ({ shape }) => shape.ellipse?.semiMajor),
    column('ellipse_semi_minor_m', ({ shape }) => shape.ellipse?.semiMinor),
    column('ellipse_azimuth', ({ shape }) => shape.ellipse?.azimuth),
  ];
  const { found } = clusters;
  if (found.method === 'hdbscan') columns.push({ name: 'stability', values: found.stability });
  return columns;
}

/** Clusters as polygons: those of the density, else the convex hulls; a line or a point where a hull has no area. */
export function clustersGeoJson(clusters: FoundClusters, data: ClustersData): FeatureCollection {
  const { found } = clusters;
  const mark = data.simulated && { simulated: true };
  const degreesOf = ([x, y]: Position): Position =>
    data.plane.unproject(x, y).map((degrees) => Number(degrees.toFixed(7)));
  const geometries = clusters.orders.flatMap(({ shapes }: ClusterOrder) =>
    shapes.map((shape, i): Geometry => {
      if (found.method === 'density')
        return { type: 'Polygon', coordinates: found.polygons[i].map((ring) => ring.map(degreesOf)) };
      const corners = shape.hull.map(degreesOf);
      if (corners.length === 1) return { type: 'Point', coordinates: corners[0] };
      if (corners.length === 2) return { type: 'LineString', coordinates: corners };
      return { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
    }),
  );
  const features = recordsOf(clustersTable(clusters, data)).map(
    (record, row): Feature => ({
      type: 'Feature',
      properties: { ...record, ...mark },
      geometry: geometries[row],
    }),
  );
  return { type: 'FeatureCollection', ...mark, features };
}

/** One row per analysed incident, noise included: its cluster, its part in it and how surely it belongs there. */
export function clusteredPointsTable({ found, orders }: FoundClusters, data: ClustersData): Column[] {
  const [first, ...higher] = orders;
  const role = (label: number, i: number): string => {
    if (label === 0) return 'noise';
    return found.method === 'dbscan' && found.core[i] === 0 ? 'border' : 'core';
  };
  const columns: Column[] = [
    { name: 'row', values: data.incidents.row, integer: true },
    ...positionColumns(data.plane, data.x, data.y),
    { name: 'cluster', values: first.labels, integer: true },
    ...higher.map(({ order, labels }) => ({ name: `cluster_order_${order}`, values: labels, integer: true })),
    { name: 'role', values: Array.from(first.labels, role) },
  ];
  if (found.method === 'hdbscan') {
    columns.push({ name: 'probability', values: found.probability });
    columns.push({ name: 'outlier_score', values: found.outlierScore });
  }
  return columns;
}
