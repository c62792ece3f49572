import type { GuideSection } from './guide-section.ts';
import { CONCENTRATION } from './kazakh/concentration.ts';
import { DATA } from './kazakh/data.ts';
import { EXAMPLE_STUDY } from './kazakh/example.ts';
import { HOT_PLACES } from './kazakh/hot-places.ts';
import { LIMITS } from './kazakh/limits.ts';
import { ORIGINS } from './kazakh/origins.ts';
import { PLACES } from './kazakh/places.ts';
import { PRACTICE } from './kazakh/practice.ts';
import { READING } from './kazakh/reading.ts';

/** The guide in Kazakh; the Russian one has the same sections, paragraph by paragraph. */
export const KAZAKH: readonly GuideSection[] = [
  ...ORIGINS,
  ...DATA,
  ...PLACES,
  ...CONCENTRATION,
  ...HOT_PLACES,
  ...READING,
  ...EXAMPLE_STUDY,
  ...LIMITS,
  ...PRACTICE,
];
