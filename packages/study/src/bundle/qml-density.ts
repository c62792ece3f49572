import { cellCentres } from '@oryn/core';
import { classLabel, palette, sequentialFills } from '@oryn/figures';
import { formatNumber, type Language, text } from '@oryn/language';
import type { Findings } from '../evaluate/evaluate.ts';
import { windowOf } from '../evaluate/smoothing.ts';
import { roundLevels } from '../figures/density-figure-surface.ts';
import type { Drawn } from '../figures/drawn.ts';
import { element, styleDocument } from './qml.ts';

/** What the styles of a bundle are written from. */
export type Styled = Drawn & Pick<Findings, 'surface'>;

/** Style of the density: the levels and the hue of its figure, incidents per km². */
export function densityQml(styled: Styled, lang: Language): string {
  const peak = peakOf(styled);
  const levels = peak > 0 ? roundLevels(peak) : [];
  const limits = [...levels, Number.POSITIVE_INFINITY];
  const fills = sequentialFills(levels.length, 'teal');
  // The ground shows through under the lowest level; its row says what the numbers are.
  const [lowest] = levels;
  const under =
    lowest === undefined ? '0' : text(lang, 'figures.classUnder', { n: formatNumber(lang, lowest) });
  const heading = `${text(lang, 'figures.densityHeading')}: ${under}`;
  const label = styled.simulated ? `${text(lang, 'figures.simulatedLong')}. ${heading}` : heading;
  const items = [
    element('item', { value: lowest ?? 'inf', label, color: palette.ground, alpha: 0 }),
    ...fills.map((color, i) =>
      element('item', {
        // The upper end of a class.
        value: levels[i + 1] ?? 'inf',
        label: classLabel(lang, limits, i, false),
        color,
        alpha: 255,
      }),
    ),
  ];
  const shader = element('colorrampshader', { colorRampType: 'DISCRETE', clip: 0 }, ...items);
  const renderer = { type: 'singlebandpseudocolor', band: 1, opacity: 1, alphaBand: -1 };
  return styleDocument(
    element('pipe', {}, element('rasterrenderer', renderer, element('rastershader', {}, shader))),
  );
}

/** The highest density inside the area. */
function peakOf({ surface, area, plane }: Styled): number {
  const window = area && windowOf(area, plane);
  const centres = cellCentres(surface);
  let peak = 0;
  surface.values.forEach((value, cell) => {
    if (value > peak && (window?.contains(centres.x[cell], centres.y[cell]) ?? true)) peak = value;
  });
  return peak;
}
