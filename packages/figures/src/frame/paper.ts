import { createContext, useContext } from 'react';
import type { FontFace } from '../text/measure.ts';

/** How a figure is set on paper: what every figure of an article or a deck has in common. */
export interface Paper {
  /** Width on paper in millimetres; without it each figure has its own. */
  readonly widthMm?: number | undefined;
  /** Height that no figure exceeds, in millimetres: a slide has one, a page has room below. */
  readonly heightMm?: number | undefined;
  /** How many times larger letters and lines are than in print, 1 by default: slides and posters are read from afar. */
  readonly magnify?: number | undefined;
  /** Face of the letters, 'sans' by default. */
  readonly face?: FontFace | undefined;
  /** Number of the figure: its title then stands under it as a caption, as in an article. */
  readonly number?: number | undefined;
  /** Whether the page around the figure says its title, so that the figure does not. */
  readonly isTitleOutside?: boolean | undefined;
  /** Letter of a panel, set before the title. */
  readonly letter?: string | undefined;
  /** Title of a panel in place of the figure's own: what the panels show is said over or under all of them. */
  readonly title?: string | undefined;
  /** Least height of what stands over the drawing, in pixels, so that panels begin on one line. */
  readonly headPixels?: number | undefined;
  /** What maps side by side have in common. */
  readonly map?: MapFrame | undefined;
}

/** The largest scale of a map and the least height of its frame. */
export interface MapFrame {
  readonly pixelsPerMeter: number;
  readonly heightPixels: number;
}

export const PaperContext = createContext<Paper>({});

export function usePaper(): Paper {
  return useContext(PaperContext);
}

/** The width to lay a figure out in, in millimetres before it is magnified: the paper's, else its own. */
export function usePaperWidth(ownMm: number): number {
  const { widthMm, magnify = 1 } = usePaper();
  return widthMm === undefined ? ownMm : widthMm / magnify;
}
