import { classStyle, type SignificantClass } from '@oryn/figures';

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
  /** Between neighbouring cells of one class. */
  rim: string;
  /** Fill by class: hot as in print, cold quieter, since the eye of a planner belongs to the hot ones. */
  classes: Record<SignificantClass, string>;
  /** One hue, from next to the ground to far from it. */
  density: readonly string[];
  /** Warm for numbers of incidents, the fewest next to the ground, with the outline of a cell. */
  counts: readonly string[];
  countRim: string;
  /** The cells that hold half of the incidents. */
  set: string;
  /** Changes, the weakest first: warm for more, blue for fewer. */
  more: readonly string[];
  fewer: readonly string[];
  /** Over what is outside the chosen district. */
  veil: string;
  /** Points of the user's own files, such as police posts. */
  post: string;
}

const fillOf = (hotClass: SignificantClass): string => classStyle[hotClass].fill;
const hot = { hot99: fillOf('hot99'), hot95: fillOf('hot95'), hot90: fillOf('hot90') };
/** As on the map of hot spots. */
const diverging = {
  more: (['hot90', 'hot95', 'hot99'] as const).map(fillOf),
  fewer: (['cold90', 'cold95', 'cold99'] as const).map(fillOf),
};

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
  rim: 'rgba(255, 255, 255, 0.45)',
  classes: { ...hot, cold99: '#5E8FC0', cold95: '#97BADB', cold90: '#C9DCEE' },
  density: ['#CFEFEC', '#81D8CE', '#00BEAF', '#00939F', '#00667F', '#003850'],
  counts: ['#FBDDB8', '#F4AF6D', '#ED7D29', '#CA4415', '#7B2114'],
  countRim: 'rgba(138, 42, 16, 0.5)',
  set: '#0B5563',
  ...diverging,
  veil: 'rgba(250, 249, 246, 0.68)',
  post: '#0B5563',
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
  rim: 'rgba(255, 255, 255, 0.3)',
  classes: { ...hot, cold99: '#6FA0D2', cold95: '#4A7099', cold90: '#354C66' },
  density: ['#143A3D', '#155256', '#197478', '#2C9C98', '#6CC9BE', '#C2EEE7'],
  counts: ['#573118', '#8F4716', '#CC6B22', '#F3A45C', '#FFE0BC'],
  countRim: 'rgba(255, 224, 188, 0.35)',
  set: '#58B5C4',
  ...diverging,
  veil: 'rgba(24, 27, 30, 0.66)',
  post: '#8FD3DF',
};

export const mapPalettes = { light, dark } as const;
