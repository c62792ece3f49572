import type { ClassBreaks } from '@oryn/figures';
import type { MonthSpan } from './change-figure-periods.ts';
import type { CountClasses } from './count-classes.ts';

/** The figures of a study by the names of their files. */
export const figureNames = [
  'hot-places',
  'counts',
  'concentration-set',
  'density',
  'dual-density',
  'change',
  'years-maps',
  'offences-maps',
  'lorenz',
  'concentration-years',
  'concentration-world',
  'months',
  'week',
  'rank-flow',
  'k-function',
] as const;

export type FigureName = (typeof figureNames)[number];

/** Those that a bundle holds and that are drawn where none is asked for. */
export const bundleFigures: readonly FigureName[] = [
  'hot-places',
  'lorenz',
  'concentration-years',
  'concentration-world',
];

/** Those that bear comparison side by side: maps in one scale and the same classes, curves whose axes end at 100 %. */
export const panelFigureNames = ['hot-places', 'counts', 'concentration-set', 'density', 'lorenz'] as const;

/** Those that are drawn of several studies where none is asked for. */
export const panelFigures: readonly FigureName[] = ['hot-places', 'lorenz'];

/** What is asked of the figures beside language and paper. */
export interface FigureChoices {
  /** Which are drawn, in this order. */
  readonly figures?: readonly FigureName[] | undefined;
  /** How the map of counts is parted into classes, natural breaks in five by default. */
  readonly breaks?: ClassBreaks | undefined;
  /** Classes that maps of counts side by side share; each makes its own where left out. */
  readonly countClasses?: CountClasses | undefined;
  /** Levels that maps of density side by side share, incidents per km², ascending, at most 6. */
  readonly densityLevels?: readonly number[] | undefined;
  /** The periods whose difference the map of change shows; years or halves of the data where left out. */
  readonly periods?: readonly [MonthSpan, MonthSpan] | undefined;
  /** The category whose density is set against that of all others; the largest where left out. */
  readonly against?: string | undefined;
  /** Random draws of a test. */
  readonly draws?: number | undefined;
}
