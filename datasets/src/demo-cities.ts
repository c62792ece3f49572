import type { LonLat, Names } from './names.ts';

/** A city that does not exist. Its incidents are simulated and never enter a comparison with real ones. */
export interface DemoCity {
  readonly id: string;
  readonly name: Names;
  readonly centre: LonLat;
  readonly simulated: true;
  /** Folder of its files, relative to the root of this package. */
  readonly folder: string;
}

/** Invented cities in empty steppe, each over 60 km from any real town. */
export const demoCities: readonly DemoCity[] = [
  {
    id: 'demo-tasozen',
    name: { kk: 'Тасөзен', ru: 'Тасозен', en: 'Tasozen' },
    centre: [70.3, 46.35],
    simulated: true,
    folder: 'demo/demo-tasozen',
  },
  {
    id: 'demo-kenzhol',
    name: { kk: 'Кенжол', ru: 'Кенжол', en: 'Kenzhol' },
    centre: [71.8, 46.75],
    simulated: true,
    folder: 'demo/demo-kenzhol',
  },
  {
    id: 'demo-ashyqdala',
    name: { kk: 'Ашықдала', ru: 'Ашыкдала', en: 'Ashyqdala' },
    centre: [65.0, 48.75],
    simulated: true,
    folder: 'demo/demo-ashyqdala',
  },
];
