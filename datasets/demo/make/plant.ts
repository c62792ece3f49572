import type { RandomStream } from '@oryn/core';
import type { Address } from './addresses.ts';
import { gamma } from './chance.ts';
import { sumsAround } from './even.ts';
import type { Facility } from './facilities.ts';
import { distance, type XY } from './geometry.ts';
import { framePoint } from './grid.ts';
import { offenceMix } from './offence-mix.ts';
import type { AreaKind, CityPlan, PlantedArea } from './plan.ts';

/**
 * Share of an area's incidents on the exact coordinate of its first facility; the second has a half of that, the
 * third a third. The rest lies on the houses around: a problem area is a quarter, not a single address.
 */
const STACK_SHARE = 0.05;
/** Shape of the risk of a house inside an area. */
const HOUSE_SHAPE = 3;
/** Risk at the middle and at the rim of an area. */
const MIDDLE = 1.2;
const RIM = 0.85;
const GROUND_METRES = 120;
/** Houses fewer than this do not get more each: a lone house by a railway is not the worst of its quarter. */
const FEWEST_AROUND = 4;

const AREA_MIX: Readonly<Record<AreaKind, Readonly<Record<string, number>>>> = {
  market: {
    theft_simple: 3,
    theft: 6,
    petty: 1.5,
    open_theft: 1,
    hooliganism: 0.4,
    harm: 0.2,
    from_vehicle: 0.5,
  },
  station: {
    theft_simple: 3,
    theft: 5,
    petty: 0.6,
    open_theft: 1.4,
    robbery: 0.3,
    hooliganism: 1,
    harm: 0.4,
  },
  mall: { theft_simple: 1.5, theft: 3, petty: 5, open_theft: 0.3, from_vehicle: 0.8, hooliganism: 0.3 },
  bars: {
    theft: 2.5,
    open_theft: 1.4,
    robbery: 0.5,
    hooliganism: 3.2,
    harm: 1.8,
    damage: 0.6,
    from_vehicle: 0.5,
  },
  courtyards: {
    from_vehicle: 3,
    burglary: 2,
    theft: 2,
    open_theft: 0.9,
    damage: 1,
    hooliganism: 0.6,
    vehicle_taking: 0.6,
  },
  bus: { theft_simple: 2.5, theft: 5, petty: 0.5, open_theft: 1.2, hooliganism: 0.8, robbery: 0.2 },
  hostels: { theft: 4, theft_simple: 2, hooliganism: 1.2, harm: 0.8, open_theft: 0.7, damage: 0.5 },
  hospital: { theft: 4, theft_simple: 2, petty: 0.4, from_vehicle: 0.8 },
  park: { theft: 2, open_theft: 1.6, robbery: 0.6, hooliganism: 1.6, harm: 0.8, damage: 0.8 },
  gate: { theft: 3, petty: 1.5, hooliganism: 1.4, harm: 0.8, open_theft: 0.8 },
};

/** Expected incidents of a category that the areas add. */
export function expectedInAreas(areas: readonly PlantedArea[], category: string): number {
  return areas.reduce((sum, { kind, adds }) => {
    const mix = AREA_MIX[kind];
    const all = Object.values(mix).reduce((total, part) => total + part, 0);
    return sum + (adds * (mix[category] ?? 0)) / all;
  }, 0);
}

/** Adds the incidents of every area to the expectations `first`, and notes them in `planted` and `area`. */
export function plantAreas(
  plan: CityPlan,
  addresses: readonly Address[],
  facilities: readonly Facility[],
  first: readonly Float64Array[],
  planted: Float64Array,
  area: Int16Array,
  random: RandomStream,
): void {
  for (const [index, own] of plan.areas.entries()) {
    const shares = sharesOf(plan, own, addresses, facilities, random);
    const mix = AREA_MIX[own.kind];
    const all = Object.values(mix).reduce((sum, part) => sum + part, 0);
    for (const at of shares.keys()) area[at] = index;
    for (const [c, category] of offenceMix.entries()) {
      const total = (own.adds * (mix[category.id] ?? 0)) / all;
      for (const [at, share] of shares) {
        first[c]![at]! += total * share;
        planted[at]! += total * share;
      }
    }
  }
}

/** Which share of an area's incidents each address has; they add up to 1. */
function sharesOf(
  plan: CityPlan,
  own: PlantedArea,
  addresses: readonly Address[],
  facilities: readonly Facility[],
  random: RandomStream,
): Map<number, number> {
  const centre = areaCentre(plan, own);
  const houses = houseWeights(own, centre, addresses, random);
  const shares = new Map<number, number>();
  let onStacks = 0;
  for (const [at, { facility }] of addresses.entries()) {
    if (facility < 0 || facilities[facility]!.area !== own.name) continue;
    const share = (own.isolated ? 1 : STACK_SHARE) / (shares.size + 1);
    shares.set(at, share);
    onStacks += share;
  }
  const sum = [...houses.values()].reduce((all, weight) => all + weight, 0);
  for (const [at, weight] of houses) shares.set(at, ((1 - onStacks) * weight) / sum);
  return shares;
}

/** Weights of the houses inside an area: even over its ground, however closely its streets lie. */
function houseWeights(
  { radius }: PlantedArea,
  centre: XY,
  addresses: readonly Address[],
  random: RandomStream,
): Map<number, number> {
  const inside = new Map<number, number>();
  for (const [at, { facility, point }] of addresses.entries()) {
    if (facility < 0 && distance(point, centre) <= radius) inside.set(at, distance(point, centre));
  }
  const houses = [...inside.keys()].map((at) => addresses[at]!);
  const around = sumsAround(houses, new Uint8Array(houses.length).fill(1), GROUND_METRES);
  return new Map(
    [...inside].map(([at, off], order) => [
      at,
      ((MIDDLE + (RIM - MIDDLE) * (off / radius)) * gamma(random, HOUSE_SHAPE)) /
        Math.max(around[order]!, FEWEST_AROUND),
    ]),
  );
}

/** Centre of a planted area, metres. */
export function areaCentre(plan: CityPlan, area: PlantedArea): XY {
  const [u, v] = framePoint(plan, area.at);
  return plan.frame(u, v);
}
