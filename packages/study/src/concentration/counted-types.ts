import { selectIncidents } from '@oryn/core';
import { analysedCategories } from '../evaluate/evaluate.ts';
import { countByPlaceType, type PlaceTypeCounts } from '../evaluate/place-types.ts';
import type { StudyData } from '../evaluate/read.ts';
import type { CountedPlaces } from './counted-places.ts';
import { unitWithoutSize } from './unit-facts.ts';

/** Types of place as if they were places: how many of them hold the incidents, and nothing about where. */
export function countedByPlaceType(data: StudyData): { counted: CountedPlaces; types: PlaceTypeCounts } {
  const { study, area, subject, simulated } = data;
  const isInside = Uint8Array.from(data.incidents.lon, (lon, i) =>
    !area || area.contains(lon, data.incidents.lat[i]) ? 1 : 0,
  );
  const incidents = selectIncidents(data.incidents, isInside);
  const types = countByPlaceType(incidents, analysedCategories(incidents, study.category));
  return {
    types,
    counted: {
      city: study.city ?? study.title ?? '',
      unit: unitWithoutSize('place-type'),
      // Of types outside the official list only those that occur are known.
      extent: types.isOfficial ? 'table' : 'occupied',
      ...{ subject, simulated },
      seed: study.seed,
      periodYears: Number.NaN,
      period: [],
      offences: [...(study.category ?? [])],
      n: types.counts,
      ...{ inMask: undefined, maskKind: undefined, exposure: undefined },
      ...{ positions: undefined, parents: undefined, years: [], categories: [] },
    },
  };
}
