import type { RandomStream } from '@oryn/core';
import type { Address } from './addresses.ts';
import { distance } from './geometry.ts';

/** Expected repeats per burglary of a dwelling; repeats have no repeats of their own. */
export const nearRepeatShare = 0.28;
export const nearRepeatMetres = 180;
/** Delays are uniform on 0-13 days. */
export const nearRepeatDays = 14;

const neighbourLists = new WeakMap<readonly Address[], Int32Array[]>();

/** The dwellings within reach of each address, itself included. */
function neighbours(addresses: readonly Address[]): Int32Array[] {
  const known = neighbourLists.get(addresses);
  if (known) return known;
  const bins = new Map<string, number[]>();
  const isDwelling = (address: Address): boolean => address.facility < 0 && 'COMPA'.includes(address.zone);
  const bin = (metres: number): number => Math.floor(metres / nearRepeatMetres);
  addresses.forEach((address, index) => {
    if (!isDwelling(address)) return;
    const key = `${bin(address.point[0])},${bin(address.point[1])}`;
    const list = bins.get(key);
    if (list) list.push(index);
    else bins.set(key, [index]);
  });
  const lists = addresses.map((address, index) => {
    const found: number[] = [];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of bins.get(`${bin(address.point[0]) + dx},${bin(address.point[1]) + dy}`) ?? []) {
          if (distance(addresses[other]!.point, address.point) <= nearRepeatMetres) found.push(other);
        }
      }
    }
    return Int32Array.from(found.length > 0 ? found : [index]);
  });
  neighbourLists.set(addresses, lists);
  return lists;
}

/** Expected repeats per address when first events have the expectations `first`. */
export function nearRepeatWeights(addresses: readonly Address[], first: Float64Array): Float64Array {
  const lists = neighbours(addresses);
  const repeats = new Float64Array(addresses.length);
  for (let at = 0; at < addresses.length; at++) {
    const list = lists[at]!;
    const each = (first[at]! * nearRepeatShare) / list.length;
    for (const other of list) repeats[other]! += each;
  }
  return repeats;
}

/** Address of a repeat of a burglary at `at`: any dwelling within reach, all alike. */
export function drawRepeat(random: RandomStream, addresses: readonly Address[], at: number): number {
  const list = neighbours(addresses)[at]!;
  return list[random.integer(0, list.length - 1)]!;
}
