import { snappingGrid } from '@oryn/core';
import type { MetricIncidents } from './in-meters.ts';
import type { SnappingReport } from './quality-report.ts';

const DEGREE_STEPS = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.0025, 0.005, 0.01, 0.02, 0.025, 0.05, 0.1];
const PLANE_STEPS = [10, 20, 25, 30, 50, 100, 125, 150, 200, 250, 300, 400, 500, 1000];

/** The grid the coordinates lie on: in the unit of the file, else in metres on the plane. */
export function snappingOf(metric: MetricIncidents, distinct: Uint32Array): SnappingReport | null {
  const at = (values: Float64Array): Float64Array => Float64Array.from(distinct, (row) => values[row]);
  const steps = metric.unit === 'degree' ? DEGREE_STEPS : PLANE_STEPS;
  const given = snappingGrid(at(metric.givenX), at(metric.givenY), steps);
  if (given) return { ...given, unit: metric.unit, meters: given.step * metric.metersPerGiven };
  const plane = snappingGrid(at(metric.x), at(metric.y), PLANE_STEPS);
  return plane ? { ...plane, unit: 'metre', meters: plane.step } : null;
}
