import type { Cell } from '../blocks.ts';

/** The figures of the guide, drawn from the study of its example. */
export const GUIDE_FIGURES = ['hot-places', 'lorenz'] as const;
export type GuideFigure = (typeof GUIDE_FIGURES)[number];

/** A paragraph, in which the key of a work stands in brackets where it is cited; or what is no paragraph. */
export type GuidePart =
  | string
  /** A paragraph with a few words before it that stand out. */
  | { label: string; text: string }
  /** Formulas or commands, on lines of their own. */
  | { formula: string }
  | { list: readonly string[] }
  | { table: { title: string; head: string[]; rows: Cell[][] } }
  | { figure: GuideFigure; title: string };

export interface GuideSection {
  title: string;
  parts: readonly GuidePart[];
}
