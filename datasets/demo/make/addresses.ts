import type { RandomStream } from '@oryn/core';
import { between, gamma } from './chance.ts';
import type { Facility } from './facilities.ts';
import { facilityKinds, type Rhythm } from './facility-kinds.ts';
import { pathLength, pointAlong, type XY } from './geometry.ts';
import type { Segment } from './network.ts';
import type { Zone } from './plan.ts';
import type { StreetName } from './street-names.ts';
import type { ZoneFinder } from './zone-finder.ts';

/** A place where incidents are registered: a house beside a street, or a facility. */
export interface Address {
  readonly point: XY;
  readonly segment: number;
  readonly street: string;
  readonly house: string;
  readonly zone: Zone;
  readonly district: number;
  /** Index of the facility, -1 for a house. */
  readonly facility: number;
  readonly rhythm: Rhythm;
  /** Mean 1 over houses; a few houses of a street have most of its incidents. */
  readonly weight: number;
}

/** Metres between houses by land use. */
const SPACING: Partial<Record<Zone, number>> = {
  C: 34,
  O: 30,
  M: 46,
  P: 32,
  I: 130,
  A: 80,
  G: 110,
  '.': 600,
};
const SETBACK_METRES = 13;
const HOUSE_SHAPE = 0.7;

/** Houses on alternate sides of every segment with numbers that run along the street, then the facilities. */
export function buildAddresses(
  segments: readonly Segment[],
  names: ReadonlyMap<string, StreetName>,
  facilities: readonly Facility[],
  zones: ZoneFinder,
  random: RandomStream,
): Address[] {
  const addresses: Address[] = [];
  const numbers = new Map<string, number>();
  const nextHouse = (key: string): string => {
    const next = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, next);
    return String(next);
  };
  for (const [index, segment] of segments.entries()) {
    const length = pathLength(segment.path);
    const middle = pointAlong(segment.path, length / 2).point;
    const here = zones.at(middle);
    if (!here) continue;
    const spacing = SPACING[here.zone] ?? 200;
    const count = Math.max(1, Math.round((length - 20) / spacing));
    for (let i = 0; i < count; i++) {
      const at = (length * (i + 0.5)) / count + between(random, -4, 4);
      const { point, left } = pointAlong(segment.path, at);
      const side = i % 2 === 0 ? SETBACK_METRES : -SETBACK_METRES;
      addresses.push({
        point: [point[0] + left[0] * side, point[1] + left[1] * side],
        segment: index,
        street: names.get(segment.key)!.official,
        house: nextHouse(segment.key),
        zone: here.zone,
        district: here.district,
        facility: -1,
        rhythm: 'open',
        weight: gamma(random, HOUSE_SHAPE),
      });
    }
  }
  for (const [index, facility] of facilities.entries()) {
    const segment = segments[facility.segment]!;
    addresses.push({
      point: facility.point,
      segment: facility.segment,
      street: names.get(segment.key)!.official,
      house: nextHouse(segment.key),
      zone: zones.at(facility.point)?.zone ?? 'M',
      district: facility.district,
      facility: index,
      rhythm: facilityKinds[facility.kind].rhythm,
      weight: gamma(random, 4),
    });
  }
  return addresses;
}
