import { classStyle, type SignificantClass, significantClasses } from '@oryn/figures';

/** Colours of the ground and of what must stand out from it; hot and cold keep theirs in both themes. */
export interface MapPalette {
  ground: string;
  outside: string;
  land: string;
  quiet: string;
  untested: string;
  street: string;
  mainStreet: string;
  water: string;
  waterText: string;
  rail: string;
  district: string;
  boundary: string;
  label: string;
  halo: string;
  ink: string;
  casing: string;
  chosen: string;
  disc: string;
  chosenDisc: string;
  hotRim: string;
  /** One hue, from next to the ground to far from it. */
  density: readonly string[];
}

const light: MapPalette = {
  ground: '#FAF9F6',
  outside: '#E0E2E3',
  land: '#F3F1EA',
  quiet: '#ECE6DB',
  untested: '#F4F1EA',
  street: 'rgba(84, 74, 58, 0.25)',
  mainStreet: 'rgba(84, 74, 58, 0.42)',
  water: '#CFE0E8',
  waterText: '#3F6F86',
  rail: '#A39C90',
  district: '#6F685D',
  boundary: '#6B655B',
  label: '#4A453D',
  halo: 'rgba(255, 255, 255, 0.85)',
  ink: '#23201C',
  casing: 'rgba(255, 255, 255, 0.9)',
  chosen: '#C2410C',
  disc: '#23201C',
  chosenDisc: '#C2410C',
  hotRim: '#9A3412',
  density: ['#E9DDF2', '#CFB5E2', '#AE86CC', '#8454AE', '#562881'],
};

const dark: MapPalette = {
  ground: '#22262A',
  outside: '#191C1F',
  land: '#262B2E',
  quiet: '#363B3F',
  untested: '#2C3134',
  street: 'rgba(214, 208, 196, 0.2)',
  mainStreet: 'rgba(214, 208, 196, 0.36)',
  water: '#1D3642',
  waterText: '#86B4CB',
  rail: '#7C776D',
  district: '#B6AFA3',
  boundary: '#A9A294',
  label: '#D8D2C6',
  halo: 'rgba(24, 27, 30, 0.85)',
  ink: '#FFFFFF',
  casing: 'rgba(20, 22, 25, 0.9)',
  chosen: '#FF8A4C',
  disc: '#23201C',
  chosenDisc: '#B93A08',
  hotRim: '#FBB77E',
  density: ['#3B2C4C', '#5B4180', '#835BB0', '#B390D8', '#E6D8F3'],
};

export const mapPalettes = { light, dark } as const;

/** On a screen the cold steps are lighter than in print: the eye of a planner belongs to the hot ones. */
const coldFill: Partial<Record<SignificantClass, string>> = {
  cold99: '#5E8FC0',
  cold95: '#97BADB',
  cold90: '#C9DCEE',
};

/** Fill by `gi_class`; hot as in figures for print. */
export const classFill: readonly (readonly [SignificantClass, string])[] = significantClasses.map(
  (hotClass) => [hotClass, coldFill[hotClass] ?? classStyle[hotClass].fill] as const,
);
