import {
  GEOGRAPHIC_CRS,
  isGeographic,
  OrynError,
  PLANAR_CRS,
  planeOfCrs,
  type StudyArea,
  utmCrs,
} from '@oryn/core';

/** The system in which a file's coordinates are read, and why. */
export interface SystemChoice {
  /** `EPSG:<code>`, a proj string or `planar`. */
  crs: string;
  /**
   * `given` by a person, numbers that can only be `degrees`, the `name` of the column (or an SRID), the `values`
   * themselves, or the only system that puts the points into the `area`.
   */
  reason: 'given' | 'degrees' | 'name' | 'values' | 'area';
  /** The first column holds the northing or the latitude (Russian geodesy calls it X). */
  exchanged: boolean;
  /** What a sentence about the choice may name: `given`, `share` (percent of the sample), `x`, `y`. */
  evidence: Readonly<Record<string, string | number>>;
}

/** Numbers of the first rows, first and second column of the pair; blanks and 0,0 left out. */
export interface SamplePairs {
  first: readonly number[];
  second: readonly number[];
}

export interface SystemHints {
  file: string;
  crs: string | undefined;
  /** A system that the column's name or an SRID says. */
  named: string | undefined;
  area: StudyArea | undefined;
  /** False where the columns are called longitude and latitude, so that their order is known. */
  mayExchange: boolean;
}

/** Of the sample, how many must agree before values decide. */
const MOST = 0.9;
const HALF = 0.5;

/** Kazakhstan with a margin; only a tie between systems that both fit is decided by it. */
const KAZAKHSTAN = { west: 46, south: 40, east: 88, north: 56 };

/** Eastings of a transverse Mercator zone lie this near its central meridian, metres. */
const HALF_ZONE = 400_000;

interface Candidate {
  crs: string;
  exchanged: boolean;
}

/**
 * Decide the system of a pair of columns from what is given, the names and the first rows.
 *
 * @throws OrynError crs.unknown, crs.ambiguous, crs.needed
 */
export function chooseSystem(sample: SamplePairs, hints: SystemHints): SystemChoice {
  const { crs, named } = hints;
  if (crs === PLANAR_CRS) return { crs, reason: 'given', exchanged: false, evidence: {} };
  const given = crs === undefined ? undefined : planeOfCrs(crs).crs;
  const [x, y] = [middle(sample.first), middle(sample.second)];
  const evidence = { x: Math.round(x), y: Math.round(y) };
  if (sample.first.length === 0) {
    return given !== undefined
      ? { crs: given, reason: 'given', exchanged: false, evidence: {} }
      : { crs: named ?? GEOGRAPHIC_CRS, reason: named ? 'name' : 'degrees', exchanged: false, evidence: {} };
  }
  if (share(sample, (a, b) => Math.abs(a) <= 180 && Math.abs(b) <= 180) >= HALF) {
    const exchanged = hints.mayExchange && degreesExchanged(sample, hints.area);
    if (given !== undefined && isGeographic(given))
      return { crs: given, reason: 'given', exchanged, evidence: {} };
    return { crs: GEOGRAPHIC_CRS, reason: 'degrees', exchanged, evidence: given ? { given } : {} };
  }
  const said = given !== undefined && !isGeographic(given) ? given : undefined;
  const fromName = named !== undefined && !isGeographic(named) ? named : undefined;
  const system = said ?? fromName;
  if (system !== undefined) {
    const exchanged = axesExchanged(system, sample, hints.area);
    return { crs: system, reason: said ? 'given' : 'name', exchanged, evidence };
  }
  return byArea(sample, hints) ?? byValues(sample, hints);
}

/** True where x is far from the eastings of a zone with this code; always false for other systems. */
export function outsideZone(crs: string, easting: number): boolean {
  const zone = /^EPSG:284([0-3]\d)$/.exec(crs);
  return zone !== null && Math.abs(easting - Number(zone[1]) * 1e6 - 5e5) > HALF_ZONE;
}

function byArea(sample: SamplePairs, { file, area }: SystemHints): SystemChoice | undefined {
  if (!area) return undefined;
  const { west, south, east, north } = area.bounds;
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const systems = ['EPSG:3857', ...prefixedZones(sample)];
  for (const around of [lon - 6, lon, lon + 6]) {
    systems.push(utmCrs(around, lat));
    if (lat > 30 && around > 18 && around < 180) systems.push(`EPSG:${28460 + Math.ceil(around / 6)}`);
  }
  const inside = [...new Set(systems)]
    .flatMap((crs) => [false, true].map((exchanged) => ({ crs, exchanged })))
    .map((candidate) => ({ ...candidate, share: shareIn(candidate, sample, area.contains) }))
    .filter((candidate) => candidate.share >= HALF);
  if (inside.length === 0) return undefined;
  if (inside.length > 1) throw ambiguous(file, sample, inside);
  const [{ crs, exchanged, share: found }] = inside;
  return { crs, reason: 'area', exchanged, evidence: { share: Math.round(found * 100) } };
}

function byValues(sample: SamplePairs, { file }: SystemHints): SystemChoice {
  const candidates: Candidate[] = prefixedZones(sample).flatMap((crs) => [
    { crs, exchanged: false },
    { crs, exchanged: true },
  ]);
  candidates.push({ crs: 'EPSG:3857', exchanged: false });
  const fitting = candidates.filter((candidate) => shareIn(candidate, sample, inKazakhstan) >= MOST);
  // West of Greenwich no other system counts in millions below zero.
  if (
    fitting.length === 0 &&
    share(sample, (a, b) => a < -1e6 && a > -2.0038e7 && Math.abs(b) < 2e7) >= MOST
  ) {
    fitting.push({ crs: 'EPSG:3857', exchanged: false });
  }
  const [x, y] = [Math.round(middle(sample.first)), Math.round(middle(sample.second))];
  if (fitting.length === 1) return { ...fitting[0], reason: 'values', evidence: { x, y } };
  if (fitting.length > 1) throw ambiguous(file, sample, fitting);
  const unprefixed = zonesOfKazakhstan().filter((crs) =>
    [false, true].some((exchanged) => shareIn({ crs, exchanged }, sample, inKazakhstan) >= MOST),
  );
  if (unprefixed.length === 0) throw new OrynError('crs.needed', { file, x, y });
  throw ambiguous(
    file,
    sample,
    unprefixed.map((crs) => ({ crs, exchanged: false })),
  );
}

/** Gauss-Krueger systems whose zone number stands before the eastings of the middle row, in either column. */
function prefixedZones(sample: SamplePairs): string[] {
  const zones = [middle(sample.first), middle(sample.second)].map((value) => Math.floor(value / 1e6));
  return [...new Set(zones)]
    .filter((zone) => zone >= 4 && zone <= 32)
    .map((zone) => `EPSG:284${String(zone).padStart(2, '0')}`);
}

function zonesOfKazakhstan(): string[] {
  const utm = Array.from({ length: 7 }, (_, i) => `EPSG:${32639 + i}`);
  return [...utm, ...Array.from({ length: 8 }, (_, i) => `EPSG:${28468 + i}`)];
}

function shareIn(
  { crs, exchanged }: Candidate,
  sample: SamplePairs,
  inside: (lon: number, lat: number) => boolean,
): number {
  const plane = planeOfCrs(crs);
  const zonal = crs !== 'EPSG:3857';
  return share(sample, (a, b) => {
    const [x, y] = exchanged ? [b, a] : [a, b];
    const easting = /^EPSG:284[0-3]/.test(crs) ? x % 1e6 : x;
    if (zonal && (outsideZone(crs, x) || Math.abs(easting - 5e5) > HALF_ZONE || Math.abs(y) > 1e7))
      return false;
    const [lon, lat] = plane.unproject(x, y);
    return inside(lon, lat);
  });
}

function axesExchanged(crs: string, sample: SamplePairs, area: StudyArea | undefined): boolean {
  const inside =
    area?.contains ?? ((lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 85);
  const zone = /^EPSG:(?:32[67]\d\d|284\d\d)$/.test(crs);
  if (!area && !zone) return false;
  const [asIs, mirrored] = [false, true].map((exchanged) => shareIn({ crs, exchanged }, sample, inside));
  return asIs < HALF && mirrored >= HALF;
}

/** Degrees under names that do not say which is which: latitude first only where longitude first cannot be. */
function degreesExchanged(sample: SamplePairs, area: StudyArea | undefined): boolean {
  if (area) {
    return share(sample, area.contains) < HALF && share(sample, (a, b) => area.contains(b, a)) >= HALF;
  }
  // Beyond the pole, or in the empty far north where the mirror lies in Kazakhstan.
  return share(sample, (a, b) => Math.abs(b) > 90 || (b >= 62 && b <= 88 && a >= 40 && a <= 56)) >= MOST;
}

function inKazakhstan(lon: number, lat: number): boolean {
  const { west, south, east, north } = KAZAKHSTAN;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function share({ first, second }: SamplePairs, holds: (a: number, b: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < first.length; i++) if (holds(first[i], second[i])) count++;
  return count / first.length;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function ambiguous(file: string, sample: SamplePairs, fitting: readonly Candidate[]): OrynError {
  const candidates = [...new Set(fitting.map(({ crs }) => crs))].join(', ');
  const [x, y] = [Math.round(middle(sample.first)), Math.round(middle(sample.second))];
  return new OrynError('crs.ambiguous', { file, x, y, candidates });
}
