import { type Degrees, degrees, type Meters, meters } from '../../units/units.ts';

/** A standard deviational ellipse about the mean centre; twice the axes is the 2x ellipse. */
export interface DeviationalEllipse {
  readonly semiMajor: Meters;
  readonly semiMinor: Meters;
  /** Direction of the major axis, clockwise from north, 0 … 180. */
  readonly azimuth: Degrees;
}

/**
 * Standard deviational ellipse as in CrimeStat (Levine 2013, chapter 4): the axes are those of the scatter, their
 * half lengths √(2 Σd² / (n - 2)) with d the distances along them. The 2 and the n - 2 are CrimeStat's; other
 * programs leave one or both out and get ellipses smaller by up to √2.
 *
 * @param scatter sums of squares and products about the mean centre, m²
 * @returns undefined for fewer than 3 points
 */
export function deviationalEllipse(
  n: number,
  scatter: { xx: number; yy: number; xy: number },
): DeviationalEllipse | undefined {
  if (n < 3) return undefined;
  const { xx, yy, xy } = scatter;
  const middle = (xx + yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  const axis = (sum: number): Meters => meters(Math.sqrt((2 * Math.max(0, sum)) / (n - 2)));
  const fromEast = (Math.atan2(2 * xy, xx - yy) / 2) * (180 / Math.PI);
  return {
    semiMajor: axis(middle + half),
    semiMinor: axis(middle - half),
    azimuth: degrees((((90 - fromEast) % 180) + 180) % 180),
  };
}
