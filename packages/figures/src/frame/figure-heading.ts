import type { Language } from '@oryn/language';

/** What every chart is told of its head, its source and its place on paper. */
export interface FigureHeading {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** The word for "source" is set before it. */
  readonly sourceLine?: string | undefined;
  /** Width on paper; each kind of figure has its own where it is left out. */
  readonly widthMm?: number | undefined;
}
