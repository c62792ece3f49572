import { type ContourArea, contourPolygons } from '@oryn/core';
import { DensityMap, type Paper, renderSvg } from '@oryn/figures';
import { formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { densityOf, roundLevels } from './density-figure-surface.ts';
import { densityNotes } from './density-figure-words.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { withFinding } from './finding-title.ts';
import { mapProps } from './map-ground.ts';

/**
 * The density of the incidents in bands of round levels, and the densest ground that holds half of them.
 *
 * @throws OrynError figure.not-possible
 */
export function densityFigure(drawn: Drawn, lang: Language, paper: Paper, choices: FigureChoices): string {
  const { surface, incidents, peak, half, km2From, areaKm2 } = densityOf(drawn);
  const levels = choices.densityLevels ?? roundLevels(peak);
  const bands = levels.map((from, i) => ({
    from,
    rings: ringsOf(contourPolygons(surface, from)),
    km2: km2From(from) - (i + 1 < levels.length ? km2From(levels[i + 1]) : 0),
  }));
  const halfKm2 = km2From(half.level);
  const km2 = formatNumber(lang, halfKm2);
  const title =
    areaKm2 === undefined
      ? text(lang, 'figures.densityTitleNoArea', { km2 })
      : text(lang, 'figures.densityTitle', { km2, share: formatPercent(lang, halfKm2 / areaKm2, 2) });
  return renderSvg(
    <DensityMap
      {...withFinding(mapProps(drawn, lang), title, drawn, lang)}
      caption={text(lang, 'viewer.densityNote')}
      bands={bands}
      belowKm2={areaKm2 === undefined ? undefined : Math.max(0, areaKm2 - km2From(levels[0]))}
      half={{ rings: ringsOf(half), km2: halfKm2 }}
      notes={densityNotes(drawn, lang)}
      total={incidents}
    />,
    paper,
  );
}

/** All rings of an area, outlines and holes, x, y pairs in metres. */
export function ringsOf({ polygons }: Pick<ContourArea, 'polygons'>): Float64Array[] {
  return polygons.flatMap((rings) => rings.map((ring) => Float64Array.from(ring.flat())));
}
