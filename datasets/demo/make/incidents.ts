import type { RandomStream } from '@oryn/core';
import type { Address } from './addresses.ts';
import { chance, cumulative, drawIndex, pickWeighted } from './chance.ts';
import type { Facility } from './facilities.ts';
import { facilityKinds } from './facility-kinds.ts';
import type { XY } from './geometry.ts';
import { drawRepeat, nearRepeatDays, nearRepeatShare } from './near-repeat.ts';
import { type OffenceCategory, offenceMix, type Registration } from './offence-mix.ts';
import type { CityPlan } from './plan.ts';
import { FIRST_DAY, LAST_DAY, type Pattern, Rhythms } from './rhythm.ts';
import type { Risk } from './risk.ts';

/** One simulated incident before any defect. */
export interface Incident {
  readonly day: number;
  readonly minute: number;
  readonly registered: Registration;
  readonly layer: OffenceCategory['layer'];
  readonly placeCode: string;
  readonly address: number;
  readonly point: XY;
  readonly struckOff: boolean;
}

const STRUCK_OFF_SHARE = 0.015;

/** Draws independent Poisson counts per address and category, then repeats of burglaries; sorted by time. */
export function drawIncidents(
  plan: CityPlan,
  addresses: readonly Address[],
  facilities: readonly Facility[],
  risk: Risk,
  random: RandomStream,
): Incident[] {
  const rhythms = new Rhythms();
  const incidents: Incident[] = [];
  for (const [c, category] of offenceMix.entries()) {
    const sums = cumulative(risk.first[c]!);
    const count = random.poisson(sums[sums.length - 1]!);
    for (let i = 0; i < count; i++) {
      const at = drawIndex(random, sums);
      const area = risk.area[at]!;
      const pattern: Pattern = area < 0 ? 'steady' : plan.areas[area]!.pattern;
      const day = rhythms.drawDay(random, category.id, pattern);
      const parent = incident(category, at, day, addresses, facilities, rhythms, random);
      incidents.push(parent);
      if (category.id !== 'burglary' || !chance(random, nearRepeatShare)) continue;
      const delay = random.integer(0, nearRepeatDays - 1);
      // Time has no end for burglars: a repeat after the last day is told as one before its first event.
      const when = day + delay <= LAST_DAY ? day + delay : Math.max(FIRST_DAY, day - delay);
      const where = drawRepeat(random, addresses, at);
      incidents.push(incident(category, where, when, addresses, facilities, rhythms, random));
    }
  }
  return incidents
    .map((one, order) => ({ one, order }))
    .sort((a, b) => a.one.day - b.one.day || a.one.minute - b.one.minute || a.order - b.order)
    .map(({ one }) => one);
}

function incident(
  category: OffenceCategory,
  at: number,
  day: number,
  addresses: readonly Address[],
  facilities: readonly Facility[],
  rhythms: Rhythms,
  random: RandomStream,
): Incident {
  const address = addresses[at]!;
  return {
    day,
    minute: rhythms.drawMinute(random, category.id, address.rhythm),
    registered: pickWeighted(random, category.registered),
    layer: category.layer,
    placeCode: placeCode(category, address, facilities, random),
    address: at,
    point: address.point,
    struckOff: chance(random, STRUCK_OFF_SHARE),
  };
}

function placeCode(
  category: OffenceCategory,
  address: Address,
  facilities: readonly Facility[],
  random: RandomStream,
): string {
  if (address.facility >= 0) return facilityKinds[facilities[address.facility]!.kind].code;
  if (address.zone === 'G') return '008';
  const blocks = 'COM'.includes(address.zone);
  const houses = 'PA'.includes(address.zone);
  return pickWeighted(random, blocks ? category.blocks : houses ? category.houses : category.elsewhere);
}
