import type { RandomStream } from '@oryn/core';
import type { Address } from './addresses.ts';
import { gamma } from './chance.ts';
import { eveningFactors } from './even.ts';
import type { Facility } from './facilities.ts';
import { facilityKinds } from './facility-kinds.ts';
import { distance, type XY } from './geometry.ts';
import { nearRepeatShare, nearRepeatWeights } from './near-repeat.ts';
import type { Segment } from './network.ts';
import { type OffenceCategory, offenceMix } from './offence-mix.ts';
import type { CityPlan } from './plan.ts';
import { expectedInAreas, plantAreas } from './plant.ts';

/** Expected five-year counts under the generator, without defects of geocoding. */
export interface Risk {
  /** By category of `offenceMix`: expectation per address, first events of burglary chains only. */
  readonly first: readonly Float64Array[];
  /** Per address: expected place-layer incidents, near repeats included. */
  readonly place: Float64Array;
  /** Per address: the part of `place` that a planted area adds, and the index of that area (-1 none). */
  readonly planted: Float64Array;
  readonly area: Int16Array;
}

/** Facilities hold this share of the background of the categories that happen there. */
const FACILITY_SHARE = 0.09;
/** Shape of the risk that a street shares over categories; small = few streets hold most. */
const STREET_SHAPE = 1;
const OWN_SHAPE = 2;
/** No street is worse than this by chance alone: the problem places are the planted ones. */
const WORST_STREET = 2.6;
const CLASS_FACTOR = { main: 1.7, street: 1.1, lane: 0.75 } as const;
const HEART_METRES = 2600;
export function riskOf(
  plan: CityPlan,
  segments: readonly Segment[],
  addresses: readonly Address[],
  facilities: readonly Facility[],
  random: RandomStream,
): Risk {
  const heart = plan.frame(plan.heart[0], plan.heart[1]);
  const street = segments.map(() => Math.min(WORST_STREET, gamma(random, STREET_SHAPE)));
  const weights = offenceMix.map((category) => {
    const own = backgroundWeights(category, segments, addresses, facilities, street, heart, random);
    return scaledTo(own, backgroundOf(plan, category));
  });
  const factors = eveningFactors(addresses, placeSum(addresses, weights));
  const first = offenceMix.map((category, c) =>
    category.layer === 'place'
      ? scaledTo(
          weights[c]!.map((weight, at) => weight * factors[at]!),
          backgroundOf(plan, category),
        )
      : weights[c]!,
  );
  const planted = new Float64Array(addresses.length);
  const area = new Int16Array(addresses.length).fill(-1);
  plantAreas(plan, addresses, facilities, first, planted, area, random);
  return { first, place: placeTotals(addresses, first), planted, area };
}

/** Expected rows of a category that no planted area explains. */
function backgroundOf(plan: CityPlan, { id, share, layer }: OffenceCategory): number {
  const total = (id === 'livestock' ? plan.livestockShare : share) * plan.incidents;
  return Math.max(total - (layer === 'place' ? expectedInAreas(plan.areas, id) : 0), total * 0.3);
}

function scaledTo(weights: Float64Array, total: number): Float64Array {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum === 0 ? 0 : (weight / sum) * total));
}

function placeSum(addresses: readonly Address[], expected: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(addresses.length);
  for (const [c, { layer }] of offenceMix.entries()) {
    if (layer !== 'place') continue;
    for (let at = 0; at < sums.length; at++) sums[at]! += expected[c]![at]!;
  }
  return sums;
}

function backgroundWeights(
  category: OffenceCategory,
  segments: readonly Segment[],
  addresses: readonly Address[],
  facilities: readonly Facility[],
  street: readonly number[],
  heart: XY,
  random: RandomStream,
): Float64Array {
  const own = segments.map(() => gamma(random, OWN_SHAPE));
  const weights = new Float64Array(addresses.length);
  let houses = 0;
  let others = 0;
  for (const [index, address] of addresses.entries()) {
    if (address.facility >= 0) {
      const facility = facilities[address.facility]!;
      // The stacks of planted areas get their incidents from the plan alone.
      const kind = facilityKinds[facility.kind];
      const mix = kind.mix[category.id] ?? 0;
      const all = Object.values(kind.mix).reduce((sum, part) => sum + part, 0) || 1;
      weights[index] = facility.area === '' ? (kind.weight * address.weight * mix) / all : 0;
      others += weights[index]!;
      continue;
    }
    const near = Math.exp(-((distance(address.point, heart) / HEART_METRES) ** 2) / 2);
    const reach = category.layer === 'police-detected' ? patrolFactor(address, facilities) : 1;
    weights[index] =
      (category.zones[address.zone] ?? 0) *
      CLASS_FACTOR[segments[address.segment]!.class] *
      street[address.segment]! ** category.shared *
      own[address.segment]! *
      address.weight *
      (0.5 + near) *
      reach;
    houses += weights[index]!;
  }
  if (houses === 0 || others === 0) return weights;
  const scale = (FACILITY_SHARE / (1 - FACILITY_SHARE)) * (houses / others);
  return weights.map((weight, index) => (addresses[index]!.facility >= 0 ? weight * scale : weight));
}

const PATROLLED: ReadonlySet<string> = new Set([
  'police_station',
  'market',
  'railway_station',
  'bus_station',
  'bar',
]);
const PATROL_METRES = 380;

/** Police find offences where they look: around their stations, markets, terminals and bars. */
function patrolFactor(address: Address, facilities: readonly Facility[]): number {
  let factor = 0.12;
  for (const { kind, point } of facilities) {
    if (!PATROLLED.has(kind)) continue;
    const off = distance(point, address.point);
    if (off < 4 * PATROL_METRES)
      factor += (kind === 'police_station' ? 3 : 1.5) * Math.exp(-((off / PATROL_METRES) ** 2));
  }
  return factor;
}

/** Splits burglary into first events and near repeats and sums the place layer. */
function placeTotals(addresses: readonly Address[], first: readonly Float64Array[]): Float64Array {
  const place = new Float64Array(addresses.length);
  for (const [c, category] of offenceMix.entries()) {
    if (category.layer !== 'place') continue;
    const expected = first[c]!;
    if (category.id === 'burglary') {
      // The total of the category stays: what repeats add, first events give up.
      for (let at = 0; at < expected.length; at++) expected[at]! /= 1 + nearRepeatShare;
      const repeats = nearRepeatWeights(addresses, expected);
      for (let at = 0; at < expected.length; at++) place[at]! += repeats[at]!;
    }
    for (let at = 0; at < expected.length; at++) place[at]! += expected[at]!;
  }
  return place;
}
