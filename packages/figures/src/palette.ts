/** Colours of figures for print; data palettes are kept apart from the ink. */
export const palette = {
  ink: '#23201C',
  secondary: '#5E584E',
  line: '#E3E0D9',
  paper: '#FFFFFF',
  ground: '#FAF9F6',
  outside: '#EDEBE6',
  water: '#D3E2EA',
  river: '#B9D0DC',
  street: '#B5AFA4',
  mainStreet: '#8F887C',
  rail: '#A39C90',
  boundary: '#6B655B',
  district: '#A39C90',
  quiet: '#E4E0D8',
  untested: '#F1EEE9',
  warningGround: '#FFF7D6',
  warningInk: '#6B4E00',
  curve: '#0B5563',
  chance: '#7A7468',
  attention: '#C2410C',
} as const;

/** The class of a place as written in the column `gi_class`; empty = not tested. */
export type HotClass = 'hot99' | 'hot95' | 'hot90' | 'none' | 'cold90' | 'cold95' | 'cold99' | '';

/** The significant classes, strongest first. */
export const significantClasses = ['hot99', 'hot95', 'hot90', 'cold99', 'cold95', 'cold90'] as const;

export type SignificantClass = (typeof significantClasses)[number];

/** Fill, outline (at least 3:1 against the ground) and q limit of each significant class. */
export const classStyle: Record<SignificantClass, { fill: string; outline: string; q: number }> = {
  hot99: { fill: '#B3260F', outline: '#7A1D08', q: 0.01 },
  hot95: { fill: '#EE7A3B', outline: '#9A3412', q: 0.05 },
  hot90: { fill: '#FBB77E', outline: '#9A3412', q: 0.1 },
  cold99: { fill: '#2A5F9E', outline: '#1B3F6B', q: 0.01 },
  cold95: { fill: '#7BA3D0', outline: '#2A5F9E', q: 0.05 },
  cold90: { fill: '#BDD3EA', outline: '#2A5F9E', q: 0.1 },
};
