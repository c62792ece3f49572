import type { TallyFilter } from '@oryn/core';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { analysedCategories } from '../evaluate/evaluate.ts';
import { type CountedPlaces, counted } from './counted-places.ts';

/** The places of a bundle, or of a filter of it; without categories, those that its study analysed. */
export function countedInBundle(bundle: OpenBundle, filter: TallyFilter = {}): CountedPlaces {
  const { manifest, incidents } = bundle;
  const { study, subject, simulated } = manifest;
  const categories = filter.categories ?? analysedCategories(incidents, study.category);
  const maskKind = manifest.maskKind ?? undefined;
  const named = manifest.problemPlaces.exposure;
  const exposure = bundle.exposure && named ? { ...named, values: bundle.exposure } : undefined;
  return counted({ ...bundle, study, subject, simulated, maskKind, exposure }, { ...filter, categories });
}
