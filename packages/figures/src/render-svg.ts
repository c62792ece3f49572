import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * A figure as a standalone SVG document, the same bytes for the same data.
 *
 * @example
 * const svg = renderSvg(<LorenzChart {...props} />);
 */
export function renderSvg(element: ReactElement): string {
  return renderToStaticMarkup(element);
}
