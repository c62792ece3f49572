import { logProbability, type NegativeBinomial } from '../significance/negative-binomial.ts';
import type { CountTiers } from './count-tiers.ts';

/** Half the 95 % point of chi-squared with one degree of freedom: as far may a log-likelihood fall. */
const HALF_CHI_SQUARE_95 = 1.920729410347062;

/** A shape above this is Poisson: the differences of ln gamma in its likelihood lose their digits. */
const LARGEST_SHAPE = 1e6;

/** Shapes tried between the ends of their interval; what depends on the law changes smoothly between them. */
const SHAPES = 33;

export function logLikelihood({ counts, sizes }: CountTiers, { mean, size }: NegativeBinomial): number {
  let sum = 0;
  for (let tier = 0; tier < counts.length; tier++) {
    sum += sizes[tier] * logProbability(counts[tier], mean, size);
  }
  return sum;
}

/**
 * The shapes whose log-likelihood lies at most 1.92 under the largest. For every shape the best mean is the sample mean,
 * so this is the profile-likelihood interval. Its upper end is Infinity where Poisson is not excluded.
 *
 * @param best the fit to the same counts
 */
export function shapeInterval(tiers: CountTiers, best: NegativeBinomial): [number, number] {
  const floor = logLikelihood(tiers, best) - HALF_CHI_SQUARE_95;
  const isInside = (logShape: number): boolean =>
    logLikelihood(tiers, { mean: best.mean, size: Math.exp(logShape) }) >= floor;
  const start = Math.log(Math.min(best.size, LARGEST_SHAPE));
  let below = start - 1;
  while (isInside(below)) below--;
  const low = Math.exp(edge(isInside, below + 1, below));
  let above = start + 1;
  while (above < Math.log(LARGEST_SHAPE) && isInside(above)) above++;
  const isPoissonInside = logLikelihood(tiers, { mean: best.mean, size: Number.POSITIVE_INFINITY }) >= floor;
  if (isPoissonInside || above >= Math.log(LARGEST_SHAPE)) return [low, Number.POSITIVE_INFINITY];
  return [low, Math.exp(edge(isInside, above - 1, above))];
}

/** Laws all around the contour where the log-likelihood lies 1.92 under the largest: two means for each of 33 shapes. */
export function lawsOnContour(
  tiers: CountTiers,
  best: NegativeBinomial,
  shapes: readonly [number, number],
): NegativeBinomial[] {
  const floor = logLikelihood(tiers, best) - HALF_CHI_SQUARE_95;
  const laws: NegativeBinomial[] = [];
  for (let i = 0; i < SHAPES; i++) {
    // Even in 1 / shape, which may be 0, and closer towards both ends, where the contour turns.
    const part = (1 - Math.cos((Math.PI * i) / (SHAPES - 1))) / 2;
    const size = 1 / ((1 - part) / shapes[1] + part / shapes[0]);
    const above = logLikelihood(tiers, { mean: best.mean, size }) - floor;
    const isInside = (logRatio: number): boolean =>
      above + changeWithMean(tiers, best.mean, logRatio, size) >= 0;
    for (const step of [-0.5, 0.5]) {
      let outside = step;
      while (isInside(outside)) outside += step;
      const ratio = above > 0 ? edge(isInside, outside - step, outside) : 0;
      laws.push({ mean: best.mean * Math.exp(ratio), size });
    }
  }
  return laws;
}

/** Log-likelihood at mean × e^logRatio less that at the mean: no count takes part but through their sum. */
function changeWithMean(
  { places, incidents }: CountTiers,
  mean: number,
  logRatio: number,
  size: number,
): number {
  const rise = mean * Math.expm1(logRatio);
  if (size === Number.POSITIVE_INFINITY) return incidents * logRatio - places * rise;
  return incidents * logRatio - (incidents + places * size) * Math.log1p(rise / (mean + size));
}

/** The boundary between a point inside and a point outside, to 1e-9. */
function edge(isInside: (at: number) => boolean, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  while (Math.abs(far - near) > 1e-9) {
    const middle = (near + far) / 2;
    if (isInside(middle)) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}
