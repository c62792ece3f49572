import type { Paper } from '@oryn/figures';
import type { Language } from '@oryn/language';
import { lorenzFigure } from '../concentration/lorenz-figure.tsx';
import { worldFigure } from '../concentration/world-figure.tsx';
import { yearsFigure } from '../concentration/years-figure.tsx';
import { changeFigure } from './change-figure.tsx';
import { concentrationSetFigure } from './concentration-set-figure.tsx';
import { countsFigure } from './counts-figure.tsx';
import { densityFigure } from './density-figure.tsx';
import type { Drawn } from './drawn.ts';
import { dualDensityFigure } from './dual-density-figure.tsx';
import { bundleFigures, type FigureChoices, type FigureName } from './figure-names.ts';
import { hotPlacesFigure } from './hot-places-figure.tsx';
import { kFunctionFigure } from './k-function-figure.tsx';
import { type LeftOut, orLeftOut } from './left-out.ts';
import { monthsFigure } from './months-figure.tsx';
import { type FigureObstacle, notPossible } from './not-possible.ts';
import { offencesMapsFigure } from './offences-maps-figure.tsx';
import { rankFlowFigure } from './rank-flow-figure.tsx';
import { weekFigure } from './week-figure.tsx';
import { yearsMapsFigure } from './years-maps-figure.tsx';

/** SVG text of a figure. @throws OrynError figure.not-possible where there is nothing it could show */
type Draw = (drawn: Drawn, lang: Language, paper: Paper, choices: FigureChoices) => string;

const DRAW: Record<FigureName, Draw> = {
  'hot-places': hotPlacesFigure,
  counts: countsFigure,
  'concentration-set': concentrationSetFigure,
  density: densityFigure,
  'dual-density': dualDensityFigure,
  change: changeFigure,
  'years-maps': yearsMapsFigure,
  'offences-maps': offencesMapsFigure,
  lorenz: ({ report, study, places, n, inMask }, lang, paper) =>
    possible(
      'lorenz',
      'tooFew',
      lorenzFigure(report, { n, inMask, extent: places.extent }, study, lang, paper),
    ),
  'concentration-years': ({ report, study }, lang, paper) =>
    possible(
      'concentration-years',
      report.period.length === 0 ? 'noTime' : 'oneYear',
      yearsFigure(report, study, lang, paper),
    ),
  'concentration-world': ({ report, study }, lang, paper) =>
    possible('concentration-world', 'notCompared', worldFigure(report, study, lang, paper)),
  months: monthsFigure,
  week: weekFigure,
  'rank-flow': rankFlowFigure,
  'k-function': kFunctionFigure,
};

function possible(figure: FigureName, obstacle: FigureObstacle, svg: string | undefined): string {
  if (svg === undefined) throw notPossible(figure, obstacle);
  return svg;
}

/** What could be drawn, and what not: its reason is a word of the sentence `figure.not-possible`. */
export interface DrawnFigures {
  /** SVG text by file name without extension. */
  readonly figures: ReadonlyMap<FigureName, string>;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The figures of a study in a language, and those that have nothing to show.
 *
 * @param paper its number is that of the first figure, the others follow
 * @throws OrynError what a choice names is not there, such as category.unknown
 */
export function drawFigures(
  drawn: Drawn,
  lang: Language,
  paper: Paper = {},
  choices: FigureChoices = {},
): DrawnFigures {
  const figures = new Map<FigureName, string>();
  const leftOut: LeftOut[] = [];
  for (const name of choices.figures ?? bundleFigures) {
    const own = paper.number === undefined ? paper : { ...paper, number: paper.number + figures.size };
    const svg = orLeftOut(leftOut, () => DRAW[name](drawn, lang, own, choices));
    if (svg !== undefined) figures.set(name, svg);
  }
  return { figures, leftOut };
}

/** The figures of a study in a language, without those that have nothing to show. */
export function figuresOf(
  drawn: Drawn,
  lang: Language,
  paper: Paper = {},
  choices: FigureChoices = {},
): ReadonlyMap<FigureName, string> {
  return drawFigures(drawn, lang, paper, choices).figures;
}
