import type { XY } from '../geometry.ts';
import type { CityPlan } from '../plan.ts';

const ANGLE = (21 * Math.PI) / 180;

/** The town follows the bend of the railway, which runs along v = 0. */
function frame(u: number, v: number): XY {
  const bend = 620 * Math.cos(u / 3300) + 70 * Math.sin(u / 900 + v / 1800);
  // Cross streets stand square to the bent railway.
  const slope = -(620 / 3300) * Math.sin(u / 3300);
  const x = u - v * slope + 25 * Math.sin(v / 500 + u / 1700);
  const y = v + bend - 400;
  return [x * Math.cos(ANGLE) - y * Math.sin(ANGLE), x * Math.sin(ANGLE) + y * Math.cos(ANGLE)];
}

export const kenzhol: CityPlan = {
  id: 'demo-kenzhol',
  seed: 20190102,
  title: {
    kk: 'Кенжол: ойдан шығарылған өнеркәсіп қаласы',
    ru: 'Кенжол: вымышленный промышленный город',
    en: 'Kenzhol: an invented industrial town',
  },
  columns: [
    -8190, -6560, -5520, -4480, -3510, -2600, -1730, -830, 50, 910, 1820, 2800, 3840, 4940, 6040, 7800,
  ],
  rows: [3770, 2800, 1920, 1040, 100, -100, -990, -1950, -3250],
  zones: [
    '  ...AA...AA.. ',
    ' .AP.PPMPPP.A. ',
    '..PPMMMGMMPPA..',
    '.PPPMMCCCMMPPP.',
    '===============',
    '..PPIIPPIIIIII.',
    ' ..A.IIIIIII.. ',
    '  ...........  ',
  ],
  districts: [
    '  222222222333 ',
    ' 2222222223333 ',
    '222222222233333',
    '222211111133333',
    '222211111133333',
    '444444444433333',
    ' 4444444444333 ',
    '  44444444444  ',
  ],
  districtNames: [
    { kk: 'Орталық ауданы', ru: 'Центральный район', en: 'Central District' },
    { kk: 'Беріктас ауданы', ru: 'район Бериктас', en: 'Beriktas District' },
    { kk: 'Шығыс ауданы', ru: 'Восточный район', en: 'East District' },
    { kk: 'Кенші ауданы', ru: 'район Кенши', en: 'Kenshi District' },
  ],
  frame,
  avenues: { columns: [5, 8, 11], rows: [2, 3, 4, 5] },
  bridges: [],
  railCrossings: [3, 6, 8, 11],
  roads: [
    {
      key: 'road-west',
      path: [
        [-10660, 390],
        [-8580, 340],
        [-6560, 100],
      ],
    },
    {
      key: 'road-east',
      path: [
        [6040, 100],
        [7280, 310],
        [10270, 650],
      ],
    },
    {
      key: 'road-mine',
      path: [
        [910, -1950],
        [1040, -2860],
        [1950, -4030],
        [2140, -5590],
      ],
    },
  ],
  oldTownAngle: 0,
  heart: [0, 650],
  population: 90_400,
  incidents: 9000,
  livestockShare: 0.006,
  beatsPerDistrict: 4,
  firstCode: 11,
  facilities: [
    {
      kind: 'plant',
      at: [5, 5, 0.4, 0.5],
      name: {
        kk: 'Кенжол байыту фабрикасы',
        ru: 'Кенжольская обогатительная фабрика',
        en: 'Kenzhol Concentrator',
      },
    },
    {
      kind: 'plant',
      at: [9, 5, 0.5, 0.5],
      name: { kk: 'Вагон жөндеу депосы', ru: 'Вагоноремонтное депо', en: 'Wagon Repair Depot' },
    },
    {
      kind: 'hospital',
      at: [9, 2, 0.5, 0.5],
      name: { kk: 'Қалалық аурухана', ru: 'Городская больница', en: 'City Hospital' },
    },
    {
      kind: 'cinema',
      at: [7, 3, 0.5, 0.3],
      name: { kk: '«Кенші» мәдениет үйі', ru: 'Дом культуры «Кенши»', en: 'Kenshi House of Culture' },
    },
  ],
  areas: [
    {
      name: 'station-square',
      label: { kk: 'Вокзал алаңы', ru: 'Привокзальная площадь', en: 'Station Square' },
      kind: 'station',
      at: [7, 3, 0.6, 0.75],
      radius: 460,
      adds: 330,
      pattern: 'steady',
      stacks: [
        {
          kind: 'railway_station',
          name: {
            kk: 'Кенжол теміржол вокзалы',
            ru: 'Железнодорожный вокзал Кенжол',
            en: 'Kenzhol Railway Station',
          },
        },
      ],
    },
    {
      name: 'main-market',
      label: { kk: 'Қалалық базар', ru: 'Городской рынок', en: 'Town Market' },
      kind: 'market',
      at: [6, 2, 0.2, 0.9],
      radius: 480,
      adds: 360,
      pattern: 'steady',
      stacks: [{ kind: 'market', name: { kk: 'Қалалық базар', ru: 'Городской рынок', en: 'Town Market' } }],
    },
    {
      name: 'workers-hostels',
      label: { kk: 'Жұмысшылар жатақханалары', ru: 'Рабочие общежития', en: 'Workers’ Hostels' },
      kind: 'hostels',
      at: [6, 5, 0.3, 0.5],
      radius: 450,
      adds: 260,
      pattern: 'steady',
      stacks: [
        { kind: 'hostel', name: { kk: '№ 3 жатақхана', ru: 'Общежитие № 3', en: 'Hostel No. 3' } },
        { kind: 'hostel', name: { kk: '№ 5 жатақхана', ru: 'Общежитие № 5', en: 'Hostel No. 5' } },
      ],
    },
    {
      name: 'miners-bars',
      label: {
        kk: 'Кеншілер даңғылындағы барлар',
        ru: 'Бары на проспекте Кеншилер',
        en: 'Bars on Kenshiler Avenue',
      },
      kind: 'bars',
      at: [8, 2, 0.8, 0.6],
      radius: 440,
      adds: 270,
      pattern: 'steady',
      stacks: [
        { kind: 'bar', name: { kk: '«Шахта» бары', ru: 'Бар «Шахта»', en: 'Shakhta Bar' } },
        { kind: 'cafe', name: { kk: '«Достық» кафесі', ru: 'Кафе «Достык»', en: 'Dostyq Cafe' } },
      ],
    },
    {
      name: 'east-mall',
      label: { kk: '«Кен» сауда орталығы', ru: 'Торговый центр «Кен»', en: 'Ken Mall' },
      kind: 'mall',
      at: [10, 3, 0.4, 0.2],
      radius: 440,
      adds: 260,
      pattern: 'new',
      stacks: [{ kind: 'mall', name: { kk: '«Кен» сауда орталығы', ru: 'ТЦ «Кен»', en: 'Ken Mall' } }],
    },
    {
      name: 'west-yards',
      label: { kk: 'Батыс аулалары', ru: 'Западные дворы', en: 'West Yards' },
      kind: 'courtyards',
      at: [3, 2, 0.6, 0.8],
      radius: 480,
      adds: 260,
      pattern: 'fading',
      stacks: [],
    },
    {
      name: 'works-gate',
      label: { kk: 'Фабрика өтпесі', ru: 'Проходная фабрики', en: 'Works Gate' },
      kind: 'gate',
      at: [4, 5, 0.25, 0.4],
      radius: 450,
      adds: 330,
      pattern: 'steady',
      stacks: [{ kind: 'shop', name: { kk: '«Смена» дүкені', ru: 'Магазин «Смена»', en: 'Smena Shop' } }],
    },
  ],
};
