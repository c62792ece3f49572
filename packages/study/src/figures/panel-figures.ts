import { type MapFrame, PANEL_GAP_MM, type Paper, sideBySide } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import type { Drawn } from './drawn.ts';
import type { FigureName } from './figure-names.ts';
import { titleOf } from './figure-words.ts';
import { figuresOf } from './figures.tsx';

/** Figures that bear comparison side by side: maps in one scale, curves whose axes both end at 100 %. */
const COMPARABLE = { 'hot-places': 'figures.hotPlacesTitle', lorenz: 'figures.lorenzTitle' } as const;

/** Width on paper where none is asked for: two columns. */
const WIDTH_MM = 174;

/**
 * Figures of several studies side by side as panels a, b, …: SVG text by file name without extension. Maps have one
 * scale, that of the largest city.
 *
 * @param drawn two to four studies
 * @param paper its width is that of all panels together
 */
export function panelFiguresOf(
  drawn: readonly Drawn[],
  lang: Language,
  paper: Paper = {},
): Map<string, string> {
  const { widthMm = WIDTH_MM, magnify, face, number } = paper;
  const letters = text(lang, 'figures.panelLetters').split(' ');
  const panelWidth = (widthMm - (drawn.length - 1) * PANEL_GAP_MM * (magnify ?? 1)) / drawn.length;
  const panels = (map?: MapFrame) =>
    drawn.map((one, i) =>
      figuresOf(one, lang, { widthMm: panelWidth, magnify, face, letter: letters[i], map }),
    );
  const inOneFrame = panels(commonFrame(panels().map((figures) => figures.get('hot-places')!)));
  const names = drawn.map(({ study }, i) => `${letters[i]}) ${titleOf(study, lang)}`).join('; ');
  const figures = new Map<string, string>();
  for (const [name, heading] of Object.entries(COMPARABLE) as [
    FigureName,
    (typeof COMPARABLE)[keyof typeof COMPARABLE],
  ][]) {
    const parts = inOneFrame.flatMap((panel) => panel.get(name) ?? []);
    if (parts.length < drawn.length) continue;
    const own = number === undefined ? undefined : number + figures.size;
    figures.set(
      `${name}-panels`,
      sideBySide(parts, lang, `${text(lang, heading)}: ${names}`, { magnify, face, number: own }),
    );
  }
  return figures;
}

/** The frame that every one of some maps fits into. */
function commonFrame(maps: readonly string[]): MapFrame {
  const frames = maps.map((svg) => {
    const [, scale, height] = /data-map-scale="([\d.e-]+)" data-map-height="(\d+)"/.exec(svg)!;
    return { scale: Number(scale), height: Number(height) };
  });
  return {
    pixelsPerMeter: Math.min(...frames.map(({ scale }) => scale)),
    heightPixels: Math.max(...frames.map(({ height }) => height)),
  };
}
