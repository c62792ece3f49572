import type { XY } from '../geometry.ts';
import type { CityPlan } from '../plan.ts';
import { ashyqdalaAreas } from './ashyqdala-areas.ts';

const ANGLE = (7 * Math.PI) / 180;

/** A planned town in open land: wide spaces, a gentle bend, nothing to follow. */
function frame(u: number, v: number): XY {
  const x = u + 260 * Math.sin(v / 2300 + 0.7) + 60 * Math.sin(u / 1100 + v / 1500);
  const y = v + 340 * Math.sin(u / 2900 + 0.3) + 55 * Math.sin(v / 800 + u / 1300);
  return [x * Math.cos(ANGLE) - y * Math.sin(ANGLE), x * Math.sin(ANGLE) + y * Math.cos(ANGLE)];
}

const columns = Array.from({ length: 23 }, (_, i) => -10_120 + i * 920);
const rows = Array.from({ length: 19 }, (_, i) => 8280 - i * 920);

export const ashyqdala: CityPlan = {
  id: 'demo-ashyqdala',
  seed: 20190103,
  title: {
    kk: 'Ашықдала: айналасы бос дала ойдан шығарылған қала',
    ru: 'Ашыкдала: вымышленный город среди пустой степи',
    en: 'Ashyqdala: an invented city in open steppe',
  },
  columns,
  rows,
  zones: [
    '    ............      ',
    '   ...............    ',
    '  .................   ',
    ' ..PP..............   ',
    ' ..PP.......II.....   ',
    ' .......MM..III.....  ',
    '......PMMMM.II....... ',
    '......MMMGMM..PPP.... ',
    '.....PMMCCMM.MMPP.....',
    '.....PMGCCMMMMMP......',
    '......MMMMG.MMM.......',
    '.......MMMM...........',
    ' .AA....MM.........PP.',
    ' .AA...............PP.',
    ' ..........AA.........',
    '  .........AA........ ',
    '   ................   ',
    '      ..........      ',
  ],
  districts: [
    '    333333333333      ',
    '   333333333333333    ',
    '  33333333333333333   ',
    ' 333333333333333333   ',
    ' 333333333333333333   ',
    ' 3333333333333333333  ',
    '222222222233333333333 ',
    '222222222244444444444 ',
    '2222222222444444444444',
    '2222222222444444444444',
    '1111111111144444444444',
    '1111111111144444444444',
    ' 111111111144444444444',
    ' 111111111144444444444',
    ' 111111111114444444444',
    '  1111111111444444444 ',
    '   1111111114444444   ',
    '      1111111444      ',
  ],
  districtNames: [
    { kk: 'Оңтүстік ауданы', ru: 'Южный район', en: 'South District' },
    { kk: 'Орталық ауданы', ru: 'Центральный район', en: 'Central District' },
    { kk: 'Солтүстік ауданы', ru: 'Северный район', en: 'North District' },
    { kk: 'Жаңадала ауданы', ru: 'район Жанадала', en: 'Zhangadala District' },
  ],
  frame,
  avenues: { columns: [8, 10, 12, 14], rows: [7, 9, 11] },
  bridges: [],
  railCrossings: [],
  roads: [
    {
      key: 'road-north-west',
      path: [
        [-4600, 2760],
        [-5290, 3560],
        [-6440, 4140],
        [-7360, 4600],
      ],
    },
    {
      key: 'road-north',
      path: [
        [-1840, 3680],
        [-1490, 5290],
        [-1720, 7360],
        [-1380, 10350],
      ],
    },
    {
      key: 'road-works',
      path: [
        [0, 2760],
        [580, 3100],
        [920, 3330],
      ],
    },
    {
      key: 'road-airport',
      path: [
        [3680, 1840],
        [5060, 1380],
        [6440, 1720],
        [7820, 1490],
      ],
    },
    {
      key: 'road-south-east',
      path: [
        [3680, -460],
        [4940, -1260],
        [6210, -2300],
        [7360, -2880],
      ],
    },
    {
      key: 'road-south',
      path: [
        [-1840, -3680],
        [-1610, -4600],
        [-580, -5180],
        [0, -5520],
      ],
    },
    {
      key: 'road-south-out',
      path: [
        [-1610, -4600],
        [-2070, -6440],
        [-1950, -9540],
      ],
    },
    {
      key: 'road-west',
      path: [
        [-5520, 0],
        [-7130, -340],
        [-9200, 230],
        [-11840, 110],
      ],
    },
    {
      key: 'road-plots',
      path: [
        [-3680, -1840],
        [-4940, -2180],
        [-6210, -3100],
        [-7360, -3330],
      ],
    },
  ],
  oldTownAngle: 0,
  heart: [-1840, 460],
  population: 139_600,
  incidents: 14_000,
  livestockShare: 0.012,
  beatsPerDistrict: 4,
  firstCode: 21,
  facilities: [
    {
      kind: 'university',
      at: [10, 9, 0.5, 0.4],
      name: { kk: 'Ашықдала университеті', ru: 'Ашыкдалинский университет', en: 'Ashyqdala University' },
    },
    {
      kind: 'plant',
      at: [12, 5, 0.5, 0.5],
      name: { kk: 'Жылу электр орталығы', ru: 'Теплоэлектроцентраль', en: 'Heat and Power Plant' },
    },
    {
      kind: 'hotel',
      at: [8, 8, 0.6, 0.5],
      name: { kk: '«Дала» қонақүйі', ru: 'Гостиница «Дала»', en: 'Hotel Dala' },
    },
    {
      kind: 'hospital',
      at: [13, 9, 0.5, 0.5],
      name: { kk: '№ 2 аурухана', ru: 'Больница № 2', en: 'Hospital No. 2' },
    },
  ],
  areas: ashyqdalaAreas,
};
