import type { FigureHeading } from '../frame/figure-heading.ts';

/** Besag's L with its envelopes, metres, one value for each distance; NaN where it is not defined. */
export interface EnvelopeOfL {
  readonly observed: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly pointwiseLevel: number;
  readonly globalLower: ArrayLike<number>;
  readonly globalUpper: ArrayLike<number>;
  readonly globalLevel: number;
}

export interface KChartProps extends FigureHeading {
  /** Distances in metres, ascending from 0. */
  readonly r: ArrayLike<number>;
  readonly l: EnvelopeOfL;
  readonly test: { readonly p: number; readonly draws: number; readonly seed: number };
  /** Points the curve is made of, out of the incidents inside the area. */
  readonly used: number;
  readonly incidents: number;
  /** Analysed incidents that lie outside the area on the plane, by rounding. */
  readonly outside: number;
  /** Points of the curve that share their coordinates with another. */
  readonly stacked: number;
  readonly areaSquareMeters: number;
  readonly simulated: boolean;
}
