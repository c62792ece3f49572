import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Paper, PaperContext } from './frame/paper.ts';

/**
 * A figure as a standalone SVG document, the same bytes for the same data.
 *
 * @param paper width, size of letters and number of the figure; without it the figure's own
 *
 * @example
 * const svg = renderSvg(<LorenzChart {...props} />, { widthMm: 85 });
 */
export function renderSvg(element: ReactElement, paper: Paper = {}): string {
  return renderToStaticMarkup(createElement(PaperContext, { value: paper }, element));
}
