import type { Language } from '@oryn/language';
import type { ReactElement, ReactNode } from 'react';
import { greyOf, type Paper, renderSvg } from '../src/index.ts';

/** A figure as an author may have it: of made-up data, for saved pictures, checks and looking at. */
export interface FigureExample {
  /** File name of its pictures: the kind, then what is special: 'lorenz', 'lorenz-column', 'lorenz-grey'. */
  readonly name: string;
  /** An element, or the text of an SVG where panels were put together. */
  readonly draw: (lang: Language) => ReactNode;
  /** Paper that is not the figure's own. */
  readonly paper?: Paper;
  /** Printed without colour. */
  readonly isGrey?: boolean;
}

/** An example as a standalone SVG document. */
export function exampleSvg({ draw, paper, isGrey }: FigureExample, lang: Language): string {
  const drawn = draw(lang);
  const svg = typeof drawn === 'string' ? drawn : renderSvg(drawn as ReactElement, paper);
  return isGrey ? greyOf(svg) : svg;
}

/** Whether an example shows another one's kind on other paper or with other data: 'lorenz-column' beside 'lorenz'. */
export function isVariant({ name }: FigureExample, among: readonly FigureExample[]): boolean {
  return among.some((other) => name.startsWith(`${other.name}-`));
}
