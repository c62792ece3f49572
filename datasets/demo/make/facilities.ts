import type { RandomStream } from '@oryn/core';
import { between, chance } from './chance.ts';
import type { FacilityKind } from './facility-kinds.ts';
import { along, distance, nearestOnEdge, type XY } from './geometry.ts';
import { type Cell, framePoint } from './grid.ts';
import type { Segment } from './network.ts';
import type { CityPlan, Trilingual } from './plan.ts';

export interface Facility {
  readonly kind: FacilityKind;
  readonly name: Trilingual;
  readonly point: XY;
  readonly segment: number;
  readonly district: number;
  /** Name of the planted area on whose coordinate its incidents are stacked; empty for the others. */
  readonly area: string;
}

/** The point beside the nearest street, `offset` metres from it, and that street's segment. */
export function besideStreet(
  point: XY,
  segments: readonly Segment[],
  offset: number,
): { point: XY; segment: number } {
  let best = { metres: Infinity, segment: 0, foot: point, left: [0, 1] as XY };
  for (const [segment, { path }] of segments.entries()) {
    for (let i = 1; i < path.length; i++) {
      const a = path[i - 1]!;
      const b = path[i]!;
      if (Math.min(distance(point, a), distance(point, b)) - distance(a, b) > best.metres) continue;
      const near = nearestOnEdge(point, a, b);
      if (near.metres >= best.metres) continue;
      const length = distance(a, b) || 1;
      const side = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) < 0 ? -1 : 1;
      best = {
        metres: near.metres,
        segment,
        foot: along(a, b, near.share),
        left: [(-(b[1] - a[1]) / length) * side, ((b[0] - a[0]) / length) * side],
      };
    }
  }
  const { foot, left, segment } = best;
  return { point: [foot[0] + left[0] * offset, foot[1] + left[1] * offset], segment };
}

const COMMON: readonly {
  readonly kind: FacilityKind;
  readonly zones: string;
  readonly chance: number;
  name(number: number): Trilingual;
}[] = [
  {
    kind: 'school',
    zones: 'MPC',
    chance: 0.5,
    name: (n) => ({ kk: `№ ${n} мектеп`, ru: `Школа № ${n}`, en: `School No. ${n}` }),
  },
  {
    kind: 'kindergarten',
    zones: 'MC',
    chance: 0.45,
    name: (n) => ({ kk: `№ ${n} балабақша`, ru: `Детский сад № ${n}`, en: `Kindergarten No. ${n}` }),
  },
  {
    kind: 'shop',
    zones: 'MPCO',
    chance: 0.95,
    name: (n) => ({ kk: `№ ${n} дүкен`, ru: `Магазин № ${n}`, en: `Shop No. ${n}` }),
  },
  {
    kind: 'shop',
    zones: 'MC',
    chance: 0.6,
    name: (n) => ({ kk: `№ ${n} дүкен`, ru: `Магазин № ${n}`, en: `Shop No. ${n}` }),
  },
  {
    kind: 'cafe',
    zones: 'CMO',
    chance: 0.4,
    name: (n) => ({ kk: `№ ${n} кафе`, ru: `Кафе № ${n}`, en: `Cafe No. ${n}` }),
  },
  {
    kind: 'bar',
    zones: 'CMO',
    chance: 0.14,
    name: (n) => ({ kk: `№ ${n} бар`, ru: `Бар № ${n}`, en: `Bar No. ${n}` }),
  },
  {
    kind: 'pharmacy',
    zones: 'MCO',
    chance: 0.35,
    name: (n) => ({ kk: `№ ${n} дәріхана`, ru: `Аптека № ${n}`, en: `Pharmacy No. ${n}` }),
  },
  {
    kind: 'petrol_station',
    zones: 'PIM',
    chance: 0.1,
    name: (n) => ({ kk: `№ ${n} жанармай бекеті`, ru: `АЗС № ${n}`, en: `Petrol Station No. ${n}` }),
  },
  {
    kind: 'car_park',
    zones: 'MC',
    chance: 0.3,
    name: (n) => ({ kk: `№ ${n} автотұрақ`, ru: `Автостоянка № ${n}`, en: `Car Park No. ${n}` }),
  },
  {
    kind: 'park',
    zones: 'G',
    chance: 1,
    name: (n) => ({ kk: `№ ${n} саябақ`, ru: `Парк № ${n}`, en: `Park No. ${n}` }),
  },
];

/** Named facilities of the plan, those of the planted areas, a police station per district, everyday ones. */
export function placeFacilities(
  plan: CityPlan,
  cells: readonly Cell[],
  segments: readonly Segment[],
  random: RandomStream,
): Facility[] {
  const facilities: Facility[] = [];
  const districtAt = (column: number, row: number): number => Number(plan.districts[row]![column]);
  const add = (
    kind: FacilityKind,
    name: Trilingual,
    uv: XY,
    offset: number,
    district: number,
    area: string,
  ): void => {
    const [u, v] = uv;
    const { point, segment } = besideStreet(plan.frame(u, v), segments, offset);
    facilities.push({ kind, name, point, segment, district, area });
  };
  for (const area of plan.areas) {
    const [u, v] = framePoint(plan, area.at);
    for (const [index, { kind, name }] of area.stacks.entries()) {
      const turn = index * 2.4;
      const out = index === 0 ? 0 : area.radius * 0.45;
      const uv: XY = [u + out * Math.cos(turn), v + out * Math.sin(turn)];
      add(kind, name, uv, 18, districtAt(area.at[0], area.at[1]), area.name);
    }
  }
  for (const { kind, at, name } of plan.facilities) {
    add(kind, name, framePoint(plan, at), 24, districtAt(at[0], at[1]), '');
  }
  addPoliceStations(plan, cells, add);
  const numbers = new Map<string, number>();
  for (const cell of cells) {
    for (const common of COMMON) {
      if (!common.zones.includes(cell.zone) || !chance(random, common.chance)) continue;
      const number = (numbers.get(common.kind) ?? 0) + 1;
      numbers.set(common.kind, number);
      const uv: XY = [
        cell.west + (cell.east - cell.west) * between(random, 0.12, 0.88),
        cell.south + (cell.north - cell.south) * between(random, 0.12, 0.88),
      ];
      add(common.kind, common.name(number), uv, between(random, 14, 26), cell.district, '');
    }
  }
  return facilities;
}

type Add = (
  kind: FacilityKind,
  name: Trilingual,
  uv: XY,
  offset: number,
  district: number,
  area: string,
) => void;

/** A station stands in the cell nearest to the middle of its district's blocks, of its houses if it has none. */
function addPoliceStations(plan: CityPlan, cells: readonly Cell[], add: Add): void {
  for (const [index, name] of plan.districtNames.entries()) {
    const within = (zones: string): Cell[] =>
      cells.filter((cell) => cell.district === index + 1 && zones.includes(cell.zone));
    const blocks = within('COM');
    const own = blocks.length > 0 ? blocks : within('P');
    const middle = (of: (cell: Cell) => number): number =>
      own.reduce((sum, cell) => sum + of(cell), 0) / own.length;
    const column = middle((cell) => cell.column);
    const row = middle((cell) => cell.row);
    const off = (cell: Cell): number => Math.hypot(cell.column - column, cell.row - row);
    const home = own.reduce((best, cell) => (off(cell) < off(best) ? cell : best));
    const uv: XY = [home.west + (home.east - home.west) * 0.3, home.north - 25];
    add(
      'police_station',
      { kk: `Полиция бөлімі: ${name.kk}`, ru: `Отдел полиции: ${name.ru}`, en: `Police Station: ${name.en}` },
      uv,
      22,
      index + 1,
      '',
    );
  }
}
