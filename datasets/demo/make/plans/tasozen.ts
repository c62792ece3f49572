import type { XY } from '../geometry.ts';
import type { CityPlan } from '../plan.ts';
import { tasozenAreas } from './tasozen-areas.ts';

const ANGLE = (-13 * Math.PI) / 180;

/** The river meanders along v = 0; avenues follow its bends and straighten away from it. */
function frame(u: number, v: number): XY {
  const meander = 330 * Math.sin(u / 1450 + 0.5) + 130 * Math.sin(u / 610 + 2.1);
  const decay = Math.exp(-((v / 1500) ** 2));
  const x = u + 130 * Math.sin(v / 1500 + 0.4) + 40 * Math.sin(v / 640 + u / 1900);
  const y = v + meander * decay + 210 * Math.sin(u / 2300 + v / 5200 + 1.3);
  return [x * Math.cos(ANGLE) - y * Math.sin(ANGLE), x * Math.sin(ANGLE) + y * Math.cos(ANGLE)];
}

export const tasozen: CityPlan = {
  id: 'demo-tasozen',
  seed: 20190101,
  title: {
    kk: 'Тасөзен: ойдан шығарылған қаланың үлгі зерттеуі',
    ru: 'Тасозен: учебное исследование вымышленного города',
    en: 'Tasozen: a demonstration study of an invented city',
  },
  columns: [-6540, -5280, -4320, -3360, -2400, -1480, -560, 360, 1270, 2220, 3220, 4180, 5160, 6600],
  rows: [5820, 4800, 3950, 3780, 2900, 2060, 1180, 140, -140, -1030, -1920, -2860, -3740, -4860],
  zones: [
    '  .AIIII.PA. ',
    ' .PAIIIIPPP. ',
    ' =========== ',
    '.APPMOOMMMPP.',
    '.PPMMOOCMMMP.',
    '.PMMMCCCMGMP.',
    '..MMCCGCCMMM.',
    '~~~~~~~~~~~~~',
    '.PPMGMMMMMM..',
    '.PPPMMMGMMPP.',
    '..PPPMMMPPP..',
    ' ..PPPMPPA.. ',
    '  ..AA..AA.  ',
  ],
  districts: [
    '  2222222222 ',
    ' 22222222222 ',
    ' 22222222222 ',
    '3332222244444',
    '3333111144444',
    '3333111144444',
    '3333111144444',
    '3333111144444',
    '3355555555544',
    '3355555555555',
    '3355555555555',
    ' 55555555555 ',
    '  555555555  ',
  ],
  districtNames: [
    { kk: 'Орталық ауданы', ru: 'Центральный район', en: 'Central District' },
    { kk: 'Темірқазық ауданы', ru: 'район Темирказык', en: 'Temirqazyq District' },
    { kk: 'Күнбатыс ауданы', ru: 'район Кунбатыс', en: 'Kunbatys District' },
    { kk: 'Шұғыла ауданы', ru: 'район Шугыла', en: 'Shugyla District' },
    { kk: 'Жағалау ауданы', ru: 'район Жагалау', en: 'Zhagalau District' },
  ],
  frame,
  avenues: { columns: [2, 4, 6, 7, 8, 10, 11], rows: [3, 5, 7, 8, 10] },
  bridges: [2, 4, 6, 8, 10],
  railCrossings: [3, 5, 8, 10],
  roads: [
    {
      key: 'road-west',
      path: [
        [-9120, 1740],
        [-7440, 1560],
        [-6000, 1220],
        [-5280, 1180],
      ],
    },
    {
      key: 'road-east',
      path: [
        [5160, 1180],
        [6120, 1380],
        [7560, 2280],
        [9240, 2760],
      ],
    },
    {
      key: 'road-south',
      path: [
        [360, -3740],
        [460, -4680],
        [980, -5760],
        [1080, -7560],
      ],
    },
    {
      key: 'diagonal',
      path: [
        [370, 3780],
        [1270, 2530],
        [2220, 1180],
      ],
    },
    {
      key: 'road-north',
      path: [
        [2220, 4800],
        [2280, 5640],
        [2880, 6720],
        [3000, 7920],
      ],
    },
  ],
  riverHalfWidth: (u) => 62 + 16 * Math.sin(u / 520) + 9 * Math.sin(u / 190 + 1),
  oldTownAngle: 31,
  heart: [120, 1800],
  population: 251_000,
  incidents: 30_000,
  livestockShare: 0.003,
  beatsPerDistrict: 5,
  firstCode: 1,
  facilities: [
    {
      kind: 'university',
      at: [8, 6, 0.3, 0.4],
      name: { kk: 'Тасөзен университеті', ru: 'Тасозенский университет', en: 'Tasozen University' },
    },
    {
      kind: 'hotel',
      at: [6, 5, 0.2, 0.7],
      name: { kk: '«Тасөзен» қонақүйі', ru: 'Гостиница «Тасозен»', en: 'Hotel Tasozen' },
    },
    {
      kind: 'cinema',
      at: [7, 5, 0.6, 0.3],
      name: { kk: '«Шұғыла» кинотеатры', ru: 'Кинотеатр «Шугыла»', en: 'Shugyla Cinema' },
    },
    {
      kind: 'hospital',
      at: [3, 5, 0.5, 0.6],
      name: { kk: '№ 2 қалалық аурухана', ru: 'Городская больница № 2', en: 'City Hospital No. 2' },
    },
    {
      kind: 'plant',
      at: [6, 1, 0.5, 0.5],
      name: {
        kk: 'Тасөзен машина жасау зауыты',
        ru: 'Тасозенский машиностроительный завод',
        en: 'Tasozen Machine Works',
      },
    },
    {
      kind: 'plant',
      at: [4, 0, 0.6, 0.5],
      name: {
        kk: 'Құрылыс материалдары комбинаты',
        ru: 'Комбинат строительных материалов',
        en: 'Building Materials Works',
      },
    },
  ],
  areas: tasozenAreas,
};
