import type { GuideSection } from './guide-section.ts';
import { CONCENTRATION } from './russian/concentration.ts';
import { DATA } from './russian/data.ts';
import { EXAMPLE_STUDY } from './russian/example.ts';
import { HOT_PLACES } from './russian/hot-places.ts';
import { LIMITS } from './russian/limits.ts';
import { ORIGINS } from './russian/origins.ts';
import { PLACES } from './russian/places.ts';
import { PRACTICE } from './russian/practice.ts';
import { READING } from './russian/reading.ts';

/** The guide in Russian; the Kazakh one has the same sections, paragraph by paragraph. */
export const RUSSIAN: readonly GuideSection[] = [
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
