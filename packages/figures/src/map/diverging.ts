import { classStyle, palette } from '../palette.ts';

/** Fills on one side of "as elsewhere", the weakest first, with their outline. */
export interface DivergingSide {
  readonly fills: readonly string[];
  readonly edge: string;
}

const { hot90, hot95, hot99, cold90, cold95, cold99 } = classStyle;

/**
 * More is warm and fewer is blue, as on the map of hot spots: told apart by colour-blind readers, and hatched where
 * nothing is printed in colour (`greyOf`).
 */
export const moreSide: DivergingSide = { fills: [hot90.fill, hot95.fill, hot99.fill], edge: hot99.outline };
export const fewerSide: DivergingSide = {
  fills: [cold90.fill, cold95.fill, cold99.fill],
  edge: cold99.outline,
};

/** Neither more nor fewer. */
export const middleFill: string = palette.quiet;

/** The fills of so many classes on a side, 1 to 3: the strongest is always the darkest. */
export function sideFills({ fills }: DivergingSide, count: number): readonly string[] {
  return count === 1 ? [fills[1]!] : count === 2 ? [fills[0]!, fills[2]!] : fills;
}

/**
 * The class of a value on its side: 0 under the first limit, then 1, 2, 3, negative for values under zero.
 *
 * @param limits ascending, greater than 0; a value on a limit belongs to the class beyond it
 */
export function divergingClass(value: number, limits: readonly number[]): number {
  const beyond = limits.filter((limit) => Math.abs(value) >= limit).length;
  return beyond === 0 ? 0 : Math.sign(value) * beyond;
}
