/** The figures of a study by the names of their files. */
export const figureNames = ['hot-places', 'lorenz', 'concentration-years', 'concentration-world'] as const;

export type FigureName = (typeof figureNames)[number];

/** Those that a bundle holds and that are drawn where none is asked for. */
export const bundleFigures: readonly FigureName[] = [
  'hot-places',
  'lorenz',
  'concentration-years',
  'concentration-world',
];

/** What is asked of the figures beside language and paper. */
export interface FigureChoices {
  /** Which are drawn, in this order. */
  readonly figures?: readonly FigureName[] | undefined;
}
