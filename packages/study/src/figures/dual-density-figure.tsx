import { contourPolygons, type RelabellingTest } from '@oryn/core';
import {
  DualDensityMap,
  type DualDensityMapProps,
  divergingClass,
  type Paper,
  renderSvg,
} from '@oryn/figures';
import { formatInteger, formatNumber, formatP, type Language, text } from '@oryn/language';
import { TOLERANCE_P, toleranceAreas } from '../bundle/contours-geojson.ts';
import { categoryName } from '../quality/words.ts';
import { ringsOf } from './density-figure.tsx';
import { densityNotes } from './density-figure-words.ts';
import type { Drawn } from './drawn.ts';
import {
  type ComparedCategories,
  comparedCategories,
  LEAST_TOGETHER,
} from './dual-density-figure-compared.ts';
import type { FigureChoices } from './figure-names.ts';
import { withFinding } from './finding-title.ts';
import { mapProps } from './map-ground.ts';

/** So many times as common as the other incidents, or as rare. */
const TIMES = [1.5, 2, 4] as const;
const LIMITS = TIMES.map(Math.log);

/**
 * Where a category is more and less common than the other incidents, with the contours of a test by random labels.
 *
 * @throws OrynError figure.not-possible, category.unknown
 */
export function dualDensityFigure(
  drawn: Drawn,
  lang: Language,
  paper: Paper,
  choices: FigureChoices,
): string {
  const found = comparedCategories(drawn, choices.against, choices.draws);
  const { compared, together, least } = found;
  const category = categoryName(lang, found.category);
  const [more, fewer] = toleranceAreas(compared);
  const title = more.test.wholeMapP <= TOLERANCE_P ? 'figures.dualTitleDiffers' : 'figures.dualTitleAlike';
  const turned = { ...compared, values: compared.values.map((value) => -value) };
  return renderSvg(
    <DualDensityMap
      {...withFinding(mapProps(drawn, lang), text(lang, title, { category }), drawn, lang)}
      caption={captionOf(found, more.test, lang)}
      shown={ringsOf(contourPolygons(together, least))}
      more={LIMITS.map((limit) => ringsOf(contourPolygons(compared, limit)))}
      fewer={LIMITS.map((limit) => ringsOf(contourPolygons(turned, limit)))}
      tolerance={{ more: ringsOf(more.area), fewer: ringsOf(fewer.area) }}
      legend={legendOf(found, drawn, lang)}
    />,
    paper,
  );
}

/** What is compared, how it was tested, and what is left blank. */
function captionOf(
  { radiusMeters }: ComparedCategories,
  { draws, seed, wholeMapP }: RelabellingTest,
  lang: Language,
): string {
  const p = formatP(lang, wholeMapP);
  return [
    text(lang, 'figures.dualShares'),
    text(lang, 'figures.dualTest', {
      draws: formatInteger(lang, draws),
      seed: String(seed),
      p: p.startsWith('<') ? `p\u00a0${p}` : `p\u00a0=\u00a0${p}`,
    }),
    text(lang, 'figures.dualBlankNote', {
      n: formatInteger(lang, LEAST_TOGETHER),
      radius: formatInteger(lang, radiusMeters),
    }),
  ].join(' ');
}

function legendOf(found: ComparedCategories, drawn: Drawn, lang: Language): DualDensityMapProps['legend'] {
  const { compared, together, least, inside } = found;
  const category = categoryName(lang, found.category);
  const cells = new Map<number | 'blank', number>();
  together.values.forEach((value, cell) => {
    if (inside[cell] !== 1) return;
    const group = value < least ? 'blank' : divergingClass(compared.values[cell], LIMITS);
    cells.set(group, (cells.get(group) ?? 0) + 1);
  });
  const km2 = (group: number | 'blank') =>
    formatNumber(lang, ((cells.get(group) ?? 0) * together.cellSize ** 2) / 1e6);
  const [least1 = '', ...times] = TIMES.map((n) => formatNumber(lang, n));
  const labels = [least1, ...times].map((from, i) =>
    i === times.length
      ? text(lang, 'figures.timesFrom', { n: from })
      : text(lang, 'figures.timesFromTo', { from, to: times[i] }),
  );
  const side = (sign: number) => labels.map((label, i) => ({ label, amount: km2(sign * (i + 1)) }));
  const p = formatNumber(lang, TOLERANCE_P);
  const [ofFirst, ofSecond] = compared.points.map((n) => formatInteger(lang, n));
  return {
    heading: text(lang, 'figures.dualHeading'),
    notes: densityNotes(
      { ...drawn, study: { ...drawn.study, adaptive: undefined } },
      lang,
      together.cellSize,
    ),
    amounts: text(lang, 'figures.km2'),
    more: { heading: text(lang, 'figures.dualMore', { category }), classes: side(1) },
    fewer: { heading: text(lang, 'figures.dualFewer', { category }), classes: side(-1) },
    middle: { label: text(lang, 'figures.timesUnder', { n: least1 }), amount: km2(0) },
    blank: {
      label: text(lang, 'figures.dualBlank'),
      // Without a boundary the ground beside the incidents has no end.
      amount: drawn.area ? km2('blank') : '',
    },
    lines: {
      more: { label: text(lang, 'figures.dualLineMore', { p }), amount: '' },
      fewer: { label: text(lang, 'figures.dualLineFewer', { p }), amount: '' },
    },
    totals: [
      text(lang, 'figures.dualFirst', { category, n: ofFirst }),
      text(lang, 'figures.dualSecond', { n: ofSecond }),
    ],
  };
}
