import {
  besagL,
  type Envelope,
  OrynError,
  type PlanarPoints,
  type PlanarWindow,
  planarWindow,
  randomnessEnvelope,
  randomStream,
  ripleyK,
} from '@oryn/core';
import { KChart, type Paper, renderSvg } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import { subtitleText } from '../concentration/place-words.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { sourceOf } from './figure-words.ts';
import { notPossible } from './not-possible.ts';
import { oncePerStudy } from './once-per-study.ts';

/** Fewer points have a curve of single pairs. */
const LEAST_POINTS = 20;
/** As many take some seconds with the simulations; more are thinned, which leaves K as it is. */
const MOST_POINTS = 3000;
const USUAL_DRAWS = 199;
const LEAST_DRAWS = 19;
/** What is near at the scale of streets; a quarter of the shorter side of a smaller window. */
const USUAL_DISTANCE_METERS = 1000;
const STEPS = 64;
const LEVEL = 0.05;

/**
 * Ripley's K and Besag's L of the analysed incidents inside the boundary, with envelopes of complete randomness.
 *
 * @throws OrynError figure.not-possible without a boundary, or with fewer than 20 incidents inside
 * @throws OrynError option.invalid for fewer than 19 draws
 */
export function kFunctionFigure(
  drawn: Drawn,
  lang: Language,
  paper: Paper,
  { draws = USUAL_DRAWS }: FigureChoices,
): string {
  if (draws < LEAST_DRAWS)
    throw new OrynError('option.invalid', {
      option: '--draws',
      given: String(draws),
      expected: `>= ${LEAST_DRAWS}`,
    });
  const { report, study, simulated } = drawn;
  const { r, envelope, used, inside, outside, areaSquareMeters } = patternOf(drawn, draws);
  return renderSvg(
    <KChart
      lang={lang}
      title={text(lang, `charts.${findingOf(envelope)}`)}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={sourceOf(study)}
      r={r}
      l={envelope}
      test={envelope.test}
      used={used.x.length}
      incidents={inside}
      outside={outside}
      stacked={stackedIn(used)}
      areaSquareMeters={areaSquareMeters}
      simulated={simulated}
    />,
    paper,
  );
}

/** The curve, its envelopes and what they are made of. */
const patternOf = oncePerStudy((drawn, draws: number) => {
  const { area, study } = drawn;
  if (!area) throw notPossible('k-function', 'noArea');
  const window = windowOf(drawn, area);
  const { points, analysed } = pointsInside(drawn, window);
  const inside = points.x.length;
  if (inside < LEAST_POINTS) throw notPossible('k-function', 'tooFew');
  const used = thinned(points, MOST_POINTS, study.seed);
  return {
    ...envelopeOfL(used, window, { draws, seed: study.seed }),
    ...{ used, inside, outside: analysed - inside, areaSquareMeters: window.areaSquareMeters },
  };
});

/** L of the points and its envelopes over random points, up to 1 km or a quarter of the shorter side. */
export function envelopeOfL(
  points: PlanarPoints,
  window: PlanarWindow,
  options: { readonly draws: number; readonly seed: number },
): { r: Float64Array; envelope: Envelope } {
  const { left, bottom, right, top } = window.bounds;
  const shorter = Math.min(right - left, top - bottom);
  const maxDistanceMeters = Math.min(USUAL_DISTANCE_METERS, shorter / 4);
  const kOf = (of: PlanarPoints) => ripleyK(of, window, { maxDistanceMeters, steps: STEPS });
  const curveOf = (of: PlanarPoints): Float64Array => besagL(kOf(of).estimates.isotropic!);
  const { r } = kOf({ x: points.x.slice(0, 2), y: points.y.slice(0, 2) });
  return { r, envelope: randomnessEnvelope(points, window, curveOf, options) };
}

/** What the curve does where it deviates most, if the one test of all distances says that it does. */
function findingOf({ observed, mean, globalLower, test }: Envelope): 'kCloser' | 'kFurther' | 'kNoMore' {
  if (test.p > LEVEL) return 'kNoMore';
  const deviations = Array.from(observed, (value, at) => {
    const half = mean[at] - globalLower[at];
    return half > 0 ? (value - mean[at]) / half : 0;
  });
  const most = deviations.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return most > 0 ? 'kCloser' : 'kFurther';
}

function windowOf({ plane }: Drawn, { polygons }: NonNullable<Drawn['area']>): PlanarWindow {
  return planarWindow(
    polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => plane.project(lon, lat)))),
  );
}

/** Analysed incidents in metres; a point within rounding of the boundary may fall outside it on the plane. */
function pointsInside(
  { incidents, analysed, plane }: Drawn,
  window: PlanarWindow,
): { points: PlanarPoints; analysed: number } {
  const { lon, lat, projected, category } = incidents;
  const x: number[] = [];
  const y: number[] = [];
  let count = 0;
  for (let i = 0; i < incidents.count; i++) {
    if (analysed[category.codes[i]] !== 1) continue;
    count++;
    const isOnPlane = projected?.crs === plane.crs;
    const [px, py] = isOnPlane ? [projected.x[i], projected.y[i]] : plane.project(lon[i], lat[i]);
    if (!window.contains(px, py)) continue;
    x.push(px);
    y.push(py);
  }
  return { points: { x: Float64Array.from(x), y: Float64Array.from(y) }, analysed: count };
}

/** As many of the points at random, or all of them: the first steps of a shuffle. */
export function thinned(points: PlanarPoints, most: number, seed: number): PlanarPoints {
  const { length } = points.x;
  if (length <= most) return points;
  const random = randomStream(seed);
  const order = Uint32Array.from(points.x, (_, i) => i);
  for (let i = 0; i < most; i++) {
    const j = random.integer(i, length - 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const chosen = order.subarray(0, most).sort();
  return {
    x: Float64Array.from(chosen, (i) => points.x[i]),
    y: Float64Array.from(chosen, (i) => points.y[i]),
  };
}

/** Points that share their coordinates with another. */
function stackedIn({ x, y }: PlanarPoints): number {
  const counts = new Map<string, number>();
  for (let i = 0; i < x.length; i++) {
    const key = `${x[i]} ${y[i]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let stacked = 0;
  for (const n of counts.values()) if (n > 1) stacked += n;
  return stacked;
}
