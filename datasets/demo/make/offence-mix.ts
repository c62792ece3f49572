import type { Zone } from './plan.ts';

/** One way an offence is registered: code, article with part, gravity, 5 crime or 6 misdemeanour. */
export interface Registration {
  readonly crimeCode: string;
  readonly stat: string;
  readonly hardCode: 0 | 1 | 2 | 3 | 4;
  readonly transgression: 5 | 6;
}

type Choice<T> = readonly (readonly [T, number])[];

export interface OffenceCategory {
  readonly id: string;
  /** Share of all rows. */
  readonly share: number;
  readonly layer: 'place' | 'police-detected' | 'placeless';
  readonly registered: Choice<Registration>;
  /** Relative risk of an address by land use. */
  readonly zones: Partial<Record<Zone, number>>;
  /** Place codes at addresses, by land use: blocks (C, O, M), houses (P, A), elsewhere. */
  readonly blocks: Choice<string>;
  readonly houses: Choice<string>;
  readonly elsewhere: Choice<string>;
  /** How much the shared risk of a street counts: 0 not at all, 1 in full. */
  readonly shared: number;
}

function row(
  crimeCode: string,
  stat: string,
  hardCode: Registration['hardCode'],
  transgression: 5 | 6 = 5,
): Registration {
  return { crimeCode, stat, hardCode, transgression };
}

const street = { C: 1.7, O: 1.45, M: 1.15, P: 0.45, I: 0.5, G: 1.2, A: 0.08, '.': 0.15 };
const home = { C: 0.9, O: 1.1, M: 1.4, P: 1.1, I: 0.05, G: 0, A: 0.55, '.': 0 };
const open: Choice<string> = [
  ['001', 6],
  ['007', 2],
  ['012', 1],
  ['091', 1],
];
const yard: Choice<string> = [
  ['007', 5],
  ['023', 2],
  ['001', 2],
  ['026', 1],
];
const plot: Choice<string> = [
  ['001', 4],
  ['018', 3],
  ['012', 1],
];
const bare: Choice<string> = [
  ['001', 4],
  ['015', 2],
  ['100', 1],
  ['075', 2],
];

/** What is registered in the invented cities, roughly as in a Kazakhstan city of 2019-2023. */
export const offenceMix: readonly OffenceCategory[] = [
  {
    id: 'theft_simple',
    share: 0.095,
    layer: 'place',
    registered: [[row('1880', 'ст.188 ч.1', 2), 1]],
    zones: street,
    blocks: open,
    houses: plot,
    elsewhere: bare,
    shared: 1,
  },
  {
    id: 'theft',
    share: 0.325,
    layer: 'place',
    registered: [[row('1880', 'ст.188 ч.2', 2), 1]],
    zones: street,
    blocks: [...open, ['053', 2], ['058', 1], ['023', 1]],
    houses: [...plot, ['039', 1], ['053', 1]],
    elsewhere: bare,
    shared: 1,
  },
  {
    id: 'burglary',
    share: 0.12,
    layer: 'place',
    registered: [[row('1880', 'ст.188 ч.3', 3), 1]],
    zones: home,
    blocks: [['021', 1]],
    houses: [
      ['022', 5],
      ['031', 1],
    ],
    elsewhere: [['022', 1]],
    shared: 0.5,
  },
  {
    id: 'petty',
    share: 0.085,
    layer: 'place',
    registered: [
      [row('1870', 'ст.187 ч.1', 0, 6), 3],
      [row('1870', 'ст.187 ч.2', 0, 6), 1],
    ],
    zones: { ...street, P: 0.25 },
    blocks: [
      ['053', 4],
      ['057', 1],
      ['083', 1],
    ],
    houses: [['053', 1]],
    elsewhere: [
      ['043', 1],
      ['053', 1],
    ],
    shared: 0.8,
  },
  {
    id: 'from_vehicle',
    share: 0.075,
    layer: 'place',
    registered: [
      [row('1880', 'ст.188 ч.2', 2), 4],
      [row('1880', 'ст.188 ч.3', 3), 1],
    ],
    zones: { ...home, C: 1.2, M: 1.8 },
    blocks: [
      ['101', 4],
      ['007', 1],
    ],
    houses: [['101', 1]],
    elsewhere: [['016', 1]],
    shared: 0.6,
  },
  {
    id: 'open_theft',
    share: 0.05,
    layer: 'place',
    registered: [
      [row('1910', 'ст.191 ч.1', 2), 11],
      [row('1910', 'ст.191 ч.2', 3), 9],
    ],
    zones: street,
    blocks: open,
    houses: plot,
    elsewhere: bare,
    shared: 1,
  },
  {
    id: 'robbery',
    share: 0.013,
    layer: 'place',
    registered: [
      [row('1920', 'ст.192 ч.1', 3), 2],
      [row('1920', 'ст.192 ч.2', 3), 3],
    ],
    zones: street,
    blocks: open,
    houses: plot,
    elsewhere: bare,
    shared: 1,
  },
  {
    id: 'hooliganism',
    share: 0.055,
    layer: 'place',
    registered: [
      [row('2930', 'ст.293 ч.1', 1), 7],
      [row('2930', 'ст.293 ч.2', 2), 3],
    ],
    zones: { ...street, P: 0.6 },
    blocks: [...open, ['058', 2], ['046', 1], ['023', 1]],
    houses: plot,
    elsewhere: bare,
    shared: 1,
  },
  {
    id: 'harm',
    share: 0.025,
    layer: 'place',
    registered: [
      [row('1070', 'ст.107 ч.1', 1), 45],
      [row('1070', 'ст.107 ч.2', 2), 15],
      [row('1060', 'ст.106 ч.1', 3), 30],
      [row('1060', 'ст.106 ч.2', 3), 10],
    ],
    zones: { ...street, P: 0.9 },
    blocks: yard,
    houses: plot,
    elsewhere: bare,
    shared: 0.9,
  },
  {
    id: 'vehicle_taking',
    share: 0.018,
    layer: 'place',
    registered: [
      [row('2000', 'ст.200 ч.1', 1), 2],
      [row('2000', 'ст.200 ч.2', 2), 3],
    ],
    zones: home,
    blocks: [
      ['007', 3],
      ['016', 2],
      ['001', 1],
    ],
    houses: [
      ['018', 2],
      ['001', 1],
    ],
    elsewhere: [['016', 1]],
    shared: 0.5,
  },
  {
    id: 'damage',
    share: 0.03,
    layer: 'place',
    registered: [
      [row('2020', 'ст.202 ч.1', 1), 3],
      [row('2940', 'ст.294', 0, 6), 2],
    ],
    zones: { ...home, C: 1.1 },
    blocks: yard,
    houses: plot,
    elsewhere: bare,
    shared: 0.7,
  },
  // The article exists since January 2020; the share is the plan's.
  {
    id: 'livestock',
    share: 0,
    layer: 'place',
    registered: [
      [row('1881', 'ст.188-1 ч.1', 2), 2],
      [row('1881', 'ст.188-1 ч.2', 3), 1],
    ],
    zones: { P: 1, A: 0.2, '.': 0.4 },
    blocks: [['018', 1]],
    houses: [
      ['039', 2],
      ['018', 1],
    ],
    elsewhere: [['079', 1]],
    shared: 0,
  },
  {
    id: 'fraud',
    share: 0.075,
    layer: 'placeless',
    registered: [
      [row('1900', 'ст.190 ч.1', 1), 3],
      [row('1900', 'ст.190 ч.2', 2), 3],
      [row('1900', 'ст.190 ч.3', 3), 4],
    ],
    zones: home,
    blocks: [
      ['021', 4],
      ['081', 1],
      ['100', 2],
    ],
    houses: [
      ['022', 4],
      ['100', 2],
    ],
    elsewhere: [['100', 1]],
    shared: 0,
  },
  {
    id: 'drugs',
    share: 0.034,
    layer: 'police-detected',
    registered: [
      [row('2960', 'ст.296 ч.3', 0, 6), 4],
      [row('2960', 'ст.296 ч.4', 3), 2],
      [row('2970', 'ст.297 ч.1', 3), 2],
      [row('2970', 'ст.297 ч.2', 3), 2],
    ],
    zones: street,
    blocks: [
      ['001', 4],
      ['007', 3],
      ['008', 1],
    ],
    houses: [['001', 1]],
    elsewhere: [
      ['015', 1],
      ['001', 1],
    ],
    shared: 0.2,
  },
];
