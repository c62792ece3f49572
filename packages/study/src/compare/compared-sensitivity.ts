import { boundarySet, type ReportingSensitivity, reportingSensitivity } from '@oryn/core';
import { type PlaceSet, placeSets, valuesIn } from '../concentration/denominators.ts';
import { type Parents, parentsOf } from '../concentration/parents.ts';
import { type ComparedCity, countsOf } from './compared-city.ts';
import { HALF, periodOf } from './compared-rows.ts';

/**
 * The share of what happened that is registered, at the least and at the most: assumed. In one survey in Kazakhstan 21 %
 * of the victims had reported (methods, rule 17); by district it is not known.
 */
const REPORTING = { low: 0.15, high: 0.4 } as const;

/** Which places of a city stay among those that hold half, if reporting differs between its districts. */
export interface ComparedSensitivity {
  city: number;
  /**
   * Whose reporting varies: districts of the context, else cells two resolutions up. Places outside every district
   * share one rate.
   */
  districts: Pick<Parents, 'kind' | 'resolution'> & { outside: number };
  found: ReportingSensitivity;
  /** Of each place that was looked at: its number among the places of the bundle, its count and its district. */
  places: Uint32Array;
  counts: Float64Array;
  district: Int32Array;
  /** 1 for a place of the set that holds half as registered. */
  isInSet: Uint8Array;
}

/** For every city, all offences over its whole years; none for road accidents, which nobody was asked about. */
export function comparedSensitivity(
  cities: readonly ComparedCity[],
  { draws, seed, onProgress }: { draws: number; seed: number; onProgress?: (() => void) | undefined },
): ComparedSensitivity[] {
  return cities.flatMap((city, position) => {
    onProgress?.();
    const { bundle, unit } = city;
    const { places, plane, context, inMask, manifest } = bundle;
    if (manifest.subject === 'road-accidents') return [];
    const { years } = periodOf(city);
    const n = countsOf(city, undefined, years.length > 0 ? years : undefined);
    const set = placeSets({ n, inMask, extent: places.extent })[0];
    const counts = valuesIn(n, set);
    if (!counts.some((count) => count > 0)) return [];
    const { of, kind, resolution } = parentsOf(places, unit, plane, context);
    const district = Int32Array.from(valuesIn(of, set));
    return [
      {
        city: position,
        districts: {
          kind,
          outside: district.filter((number) => number < 0).length,
          ...(resolution !== undefined && { resolution }),
        },
        found: reportingSensitivity(counts, district, { percent: HALF, ...REPORTING, draws, seed }),
        places: membersOf(set, places.count),
        counts,
        district,
        isInSet: boundarySet(counts, HALF).has,
      },
    ];
  });
}

function membersOf({ members }: PlaceSet, count: number): Uint32Array {
  return members ?? Uint32Array.from({ length: count }, (_, place) => place);
}
