import type { Concentration } from '@oryn/core';
import type { BundleFacts, StatedConcentration } from '../worker/types.ts';

/** The share of places that holds half of the incidents. */
export const halfOf = ({ shares }: Concentration): Concentration['shares'][number] =>
  shares.find(({ percent }) => percent === 50)!;

/** The same share by chance. */
export const chanceOfHalf = ({ over, chance }: StatedConcentration): number =>
  chance?.mean ?? halfOf(over).expectedShare;

/** The word for a denominator in the catalogue's selections. */
export function wordFor({ denominator }: Concentration, { maskKind }: BundleFacts): string {
  if (denominator === 'mask') return maskKind === 'streets' ? 'streets' : 'mask';
  return denominator === 'occupied-neighbourhood' ? 'occupied' : denominator;
}
