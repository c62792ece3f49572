import { twoSidedNormalP } from '../significance/normal.ts';

/** Values with as many decimals or more were computed, not written down. */
const MOST_DECIMALS = 10;

/** A few computed values in a file do not make it finer. */
const WRITTEN_SHARE = 0.05;

/**
 * Decimals a number was written with, 0 to 10 (10: ten or more). Noise of binary arithmetic does not count:
 * 71.30000000000001 has one decimal.
 */
export function decimalsOf(value: number): number {
  let scale = 1;
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++, scale *= 10) {
    const scaled = Math.abs(value) * scale;
    if (Math.abs(scaled - Math.round(scaled)) <= scaled * 8 * Number.EPSILON) return decimals;
  }
  return MOST_DECIMALS;
}

export interface CoordinateDecimals {
  /** Points by number of decimals, 0 to 10 (and more): the larger of the two coordinates. */
  points: number[];
  /** Decimals the file is written with: the most that at least 5 % of the points have. */
  written: number;
  /** Share of points with at least two decimals fewer than written, and what even digits would give (1e-4). */
  roundedShare: number;
  roundedExpected: number;
  /** How often each digit 0 to 9 is the last written one, both coordinates; empty for computed values. */
  lastDigits: number[];
  /** Pearson's test of the last digits against even ones (9 degrees of freedom); null for computed values. */
  chiSquare: number | null;
  p: number | null;
  /** Share of values that would have to take another last digit for all to be even, 0 to 0.9. */
  excess: number | null;
}

/**
 * Decimals and heaping of the last digit. Give every distinct coordinate once: a stack would repeat its digit.
 *
 * @param lon,lat values as the file gave them
 */
export function coordinateDecimals(lon: ArrayLike<number>, lat: ArrayLike<number>): CoordinateDecimals {
  const points: number[] = new Array(MOST_DECIMALS + 1).fill(0);
  for (let i = 0; i < lon.length; i++) points[Math.max(decimalsOf(lon[i]), decimalsOf(lat[i]))]++;
  let written = MOST_DECIMALS;
  while (written > 0 && points[written] < lon.length * WRITTEN_SHARE) written--;
  const rounded = points.slice(0, Math.max(0, written - 1)).reduce((sum, n) => sum + n, 0);
  const counts = {
    points,
    written,
    roundedShare: lon.length > 0 ? rounded / lon.length : 0,
    roundedExpected: 1e-4,
  };
  if (written === MOST_DECIMALS || written === 0 || lon.length === 0)
    return { ...counts, lastDigits: [], chiSquare: null, p: null, excess: null };

  const lastDigits: number[] = new Array(10).fill(0);
  const scale = 10 ** written;
  for (const values of [lon, lat])
    for (let i = 0; i < values.length; i++) lastDigits[Math.round(Math.abs(values[i]) * scale) % 10]++;
  const expected = (2 * lon.length) / 10;
  const chiSquare = lastDigits.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  const excess = lastDigits.reduce((sum, n) => sum + Math.max(0, n - expected), 0) / (2 * lon.length);
  return { ...counts, lastDigits, chiSquare, p: chiSquareTail9(chiSquare), excess };
}

/** P(X >= x) of chi-square with 9 degrees of freedom (Abramowitz & Stegun 1964, 26.4.4). */
function chiSquareTail9(x: number): number {
  const series = 1 + x / 3 + x ** 2 / 15 + x ** 3 / 105;
  return twoSidedNormalP(Math.sqrt(x)) + Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) * series;
}
