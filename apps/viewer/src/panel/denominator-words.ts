import type { Concentration } from '@oryn/core';
import type { BundleFacts } from '../worker/types.ts';

/** The share of places that holds half of the incidents. */
export const halfOf = ({ shares }: Concentration): Concentration['shares'][number] =>
  shares.find(({ percent }) => percent === 50)!;

/** The word for a denominator in the catalogue's selections. */
export function wordFor({ denominator }: Concentration, { maskKind }: BundleFacts): string {
  if (denominator === 'mask') return maskKind === 'streets' ? 'streets' : 'mask';
  return denominator === 'occupied-neighbourhood' ? 'occupied' : denominator;
}
