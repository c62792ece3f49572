import type { Paper } from './frame/paper.ts';

/** Where a figure will stand. */
export const styleNames = ['one-column', 'two-column', 'slide', 'poster', 'kz-vak'] as const;

export type StyleName = (typeof styleNames)[number];

/**
 * The paper of each style. Letters are 8.25 points in print and as many times larger as lines are on a slide and a
 * poster; no figure is higher than a slide of 16:9 (338 × 190 mm). kz-vak is the type area of an A4 page with
 * margins of 30 and 15 mm: letters with the widths of Times in 9.5 points, figures numbered.
 */
export const paperStyles: Readonly<Record<StyleName, Paper & { readonly widthMm: number }>> = {
  'one-column': { widthMm: 85 },
  'two-column': { widthMm: 174 },
  slide: { widthMm: 220, heightMm: 190, magnify: 1.6 },
  poster: { widthMm: 600, magnify: 3.5 },
  'kz-vak': { widthMm: 165, magnify: 1.15, face: 'serif', number: 1 },
};

/** Narrower than this in print, words of a legend no longer fit. */
export const NARROWEST_MM = 60;
