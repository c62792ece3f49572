import { passes, type Surface, sumByPlace, type TallyFilter } from '@oryn/core';
import { type Analysis, analyse } from '../evaluate/analyse.ts';
import { studySurface } from '../evaluate/smoothing.ts';
import { wholeYears } from '../evaluate/whole-years.ts';
import type { PlaceName } from '../naming/place-namer.ts';
import type { OpenBundle } from './open-bundle.ts';

/** What a filter of a bundle finds; the whole bundle is the filter that leaves nothing out. */
export interface FilteredFindings extends Analysis {
  n: Uint32Array;
  total: number;
  /** Per year of the bundle, per place, within the filter. */
  nByYear: Uint32Array[];
  names: PlaceName[];
}

/** Evaluate a filter: sums of the tally, then the same analysis as the study. */
export function filterBundle(bundle: OpenBundle, filter: TallyFilter): FilteredFindings {
  const { places, inMask, tally, manifest } = bundle;
  const { study } = manifest;
  const n = sumByPlace(tally, places.count, filter);
  const analysis = analyse(places, n, inMask, {
    ...study,
    maxCells: study.maxCells ?? 1,
    exposure: bundle.exposure,
    years: wholeYears(tally, places.count, filter, study),
  });
  const nByYear = manifest.years.map((year) =>
    sumByPlace(tally, places.count, {
      ...filter,
      fromMonth: Math.max(filter.fromMonth ?? 0, year * 12),
      toMonth: Math.min(filter.toMonth ?? Infinity, year * 12 + 11),
    }),
  );
  return {
    ...analysis,
    n,
    total: n.reduce((sum, count) => sum + count, 0),
    nByYear,
    names: analysis.problemPlaces.map(({ members, lon, lat }) => bundle.namer.nameOf(members, lon, lat)),
  };
}

/** The density surface of the incidents that pass a filter, with the bandwidth of the study. */
export function filteredSurface(bundle: OpenBundle, filter: TallyFilter): Surface {
  const { incidents, points, plane, area, manifest } = bundle;
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < incidents.count; i++) {
    if (!passes(points, i, filter)) continue;
    const [px, py] = plane.project(incidents.lon[i], incidents.lat[i]);
    x.push(px);
    y.push(py);
  }
  const smoothed = { x: Float64Array.from(x), y: Float64Array.from(y) };
  return studySurface(smoothed, { study: manifest.study, area, plane }).surface;
}
