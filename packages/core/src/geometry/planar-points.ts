/** Points on a metric plane, in metres; a weight each where they do not all count as one. */
export interface PlanarPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Finite and >= 0. */
  readonly weights?: Float64Array | undefined;
}
