import { NARROWEST_MM, type Paper, paperStyles, styleNames } from '@oryn/figures';
import { type Language, languages } from '@oryn/language';
import type { FigureChoices } from '@oryn/study';
import { figureChoices } from './figure-choices.ts';
import { listOf, numberOf, wordOf } from './option-values.ts';
import type { GivenOptions } from './options.ts';

const FORMATS = ['svg', 'pdf', 'png', 'tiff'] as const;
export type FigureFormat = (typeof FORMATS)[number];

const WIDEST_MM = 1500;

/** How figures are to be drawn and written. */
export interface FigureOptions {
  readonly langs: readonly Language[];
  readonly formats: readonly FigureFormat[];
  readonly paper: Paper;
  readonly isGrey: boolean;
  readonly outlineText: boolean;
  readonly dpi: number;
  readonly choices: FigureChoices;
  /** What becomes of a figure that has nothing to show: one asked for by name is a mistake, one of all is said. */
  readonly onLeftOut: 'refuse' | 'say' | 'pass';
}

/**
 * What the options of `oryn figures` ask for; a width or a number of its own wins over that of a style.
 *
 * @param panels figures side by side; two of them need room in a row
 * @throws OrynError option.invalid
 */
export function figureOptions(given: GivenOptions, panels: number): FigureOptions {
  const style = given.style === undefined ? undefined : wordOf(given, 'style', styleNames);
  const ofStyle: Paper = style === undefined ? {} : paperStyles[style];
  const narrowest = Math.ceil(NARROWEST_MM * Math.min(panels, 2) * (ofStyle.magnify ?? 1));
  const widthMm = numberOf(
    { width: given.width ?? ofStyle.widthMm?.toString() },
    'width',
    `${narrowest} … ${WIDEST_MM}`,
    (mm) => mm >= narrowest && mm <= WIDEST_MM,
  );
  const number = numberOf(given, 'number', '1, 2, 3, …', (n) => Number.isInteger(n) && n > 0);
  return {
    langs: listOf(given, 'lang', languages) ?? languages,
    formats: listOf(given, 'format', FORMATS) ?? ['svg', 'png'],
    paper: {
      ...ofStyle,
      ...(widthMm === undefined ? {} : { widthMm }),
      ...(number === undefined ? {} : { number }),
    },
    isGrey: wordOf(given, 'palette', ['colour', 'grey']) === 'grey',
    outlineText: given.outlineText === true,
    dpi: numberOf(given, 'dpi', '72 … 1200', (dpi) => dpi >= 72 && dpi <= 1200) ?? 300,
    choices: figureChoices(given, panels),
    onLeftOut: given.figures === undefined ? 'pass' : given.figures === 'all' ? 'say' : 'refuse',
  };
}
