import { OrynError } from '../errors/oryn-error.ts';
import type { PlanarPoints } from '../geometry/planar-points.ts';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import type { OnProgress } from '../progress/on-progress.ts';
import { type Meters, meters } from '../units/units.ts';
import { arcgisRadius, massBandwidths, scottSigmas, silvermanSigmas } from './bandwidth-rules.ts';
import { diggleSigma, type FoundSigma, likelihoodSigma } from './bandwidth-search.ts';
import { checkPoints } from './check-points.ts';
import { distinctPoints } from './distinct-points.ts';
import { BANDWIDTH_PER_SIGMA, type Kernel } from './kernels.ts';
import { kthNearestDistances } from './nearest-distances.ts';

/** Rules that choose a bandwidth from the points; see `chooseBandwidth`. */
export const BANDWIDTH_RULES = [
  'scott',
  'silverman',
  'nrd',
  'arcgis',
  'diggle',
  'likelihood',
  'nearest',
] as const;
export type BandwidthRule = (typeof BANDWIDTH_RULES)[number];

/** A bandwidth that was chosen, and why that one. */
export interface BandwidthChoice {
  /** For the kernel asked for, metres. */
  value: Meters;
  unit: 'm';
  rule: BandwidthRule;
  /** Key of the sentence that says why; `searchEnd` where a search ended at its limit. */
  reason: BandwidthRule | 'searchEnd';
  /** Standard deviation of the kernel along one axis, metres: comparable between kernels. */
  sigma: Meters;
  /** Points, and the different coordinates they lie on. */
  points: number;
  coordinates: number;
  /** Coordinates a searched rule took its criterion at; fewer than all above 2,000. */
  evaluated: number;
}

export interface BandwidthOptions {
  readonly kernel: Kernel;
  /** The k of `nearest`, at least 1. */
  readonly neighbours?: number | undefined;
  /** The window whose edge `likelihood` corrects for; left out where the surface is not corrected either. */
  readonly window?: PlanarWindow | undefined;
  /** Seed of the sample of searched rules. */
  readonly seed: number;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * A bandwidth for some points by a rule. Every point counts once, whatever its weight.
 *
 * - `scott`, `silverman`: standard deviations of one normal cloud (geometric mean of the two axes)
 * - `diggle`, `likelihood`: searched; points on one coordinate do not foretell each other
 * - `nearest`: the mean distance of the different coordinates to their k-th nearest other
 * - `nrd`, `arcgis`: what MASS (mean of the axes) and ArcGIS take as the radius of a quartic kernel
 *
 * The first four give a standard deviation, which is carried to the kernel (a quartic's radius is √8 of them);
 * `nrd` and `arcgis` a quartic radius, carried likewise; `nearest` is taken as the bandwidth itself.
 *
 * It misleads where it is taken for the truth: rules of one normal cloud blur a city, searched ones answer to its
 * tightest clusters, and none of them knows how large an area a patrol can cover.
 *
 * @throws OrynError bandwidth.too-few where the points lie on fewer different coordinates than the rule needs;
 *   points.coordinate, points.weight
 */
export function chooseBandwidth(
  points: PlanarPoints,
  rule: BandwidthRule,
  options: BandwidthOptions,
): BandwidthChoice {
  checkPoints(points);
  const { kernel, neighbours = 1, onProgress } = options;
  if (!(Number.isInteger(neighbours) && neighbours >= 1))
    throw new RangeError('The number of neighbours must be a whole number, at least 1');
  const places = distinctPoints(points);
  const coordinates = places.x.length;
  const least = rule === 'nearest' ? neighbours + 1 : rule === 'diggle' || rule === 'likelihood' ? 3 : 2;
  if (coordinates < least) throw new OrynError('bandwidth.too-few', { rule, coordinates, least });
  const perSigma = BANDWIDTH_PER_SIGMA[kernel];
  const chosen = (sigma: number, found?: FoundSigma): BandwidthChoice => ({
    value: meters(sigma * perSigma),
    unit: 'm',
    rule,
    reason: found?.atEnd ? 'searchEnd' : rule,
    sigma: meters(sigma),
    points: points.x.length,
    coordinates,
    evaluated: found?.evaluated ?? coordinates,
  });
  const quartic = (radius: number): BandwidthChoice => chosen(radius / BANDWIDTH_PER_SIGMA.quartic);
  if (rule === 'scott') return chosen(scottSigmas(points).sigma);
  if (rule === 'silverman') return chosen(silvermanSigmas(points).sigma);
  if (rule === 'arcgis') return quartic(arcgisRadius(points));
  if (rule === 'nrd') {
    const { x, y } = massBandwidths(points);
    return quartic((x + y) / 2);
  }
  if (rule === 'nearest') {
    const distances = kthNearestDistances(places, neighbours, onProgress);
    return chosen(distances.reduce((a, b) => a + b) / coordinates / perSigma);
  }
  const found = rule === 'diggle' ? diggleSigma(places, options) : likelihoodSigma(places, options);
  return chosen(found.sigma, found);
}
