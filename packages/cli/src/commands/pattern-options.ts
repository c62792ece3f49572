import { isAboveZero, numberOf } from '../option-values.ts';
import type { GivenOptions } from '../options.ts';

/** How far and in how many steps a curve goes, and against how many simulated ones it is held. */
export interface CurveOptions {
  /** Metres. */
  maxDistance: number | undefined;
  steps: number;
  draws: number;
}

const DEFAULT_DRAWS = 99;

export const isWhole =
  (least: number, most: number) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;

/** @throws OrynError option.invalid */
export function curveOptionsOf(given: GivenOptions): CurveOptions {
  const isDraws = (value: number): boolean => value === 0 || isWhole(19, 99_999)(value);
  return {
    maxDistance: numberOf(given, 'maxDistance', '> 0', isAboveZero),
    steps: numberOf(given, 'steps', '1 … 1000', isWhole(1, 1000)) ?? 100,
    draws: numberOf(given, 'permutations', '0; 19 … 99999', isDraws) ?? DEFAULT_DRAWS,
  };
}
