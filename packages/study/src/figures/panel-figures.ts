import { type MapFrame, NARROWEST_MM, PANEL_GAP_MM, type Paper, sideBySide } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import { countClasses } from './count-classes.ts';
import { densityOf, roundLevels } from './density-figure-surface.ts';
import type { Drawn } from './drawn.ts';
import { type FigureChoices, type FigureName, type panelFigureNames, panelFigures } from './figure-names.ts';
import { titleOf } from './figure-words.ts';
import { type DrawnFigures, drawFigures } from './figures.tsx';
import { type LeftOut, orLeftOut } from './left-out.ts';

type PanelFigure = (typeof panelFigureNames)[number];

/** What all panels of a figure show. */
const HEADINGS = {
  'hot-places': 'figures.hotPlacesTitle',
  counts: 'figures.countsHeading',
  'concentration-set': 'figures.setHeading',
  density: 'figures.densityHeading',
  lorenz: 'figures.lorenzTitle',
} as const satisfies Record<PanelFigure, string>;

/** Width on paper where none is asked for: two columns. */
const WIDTH_MM = 174;

/**
 * Figures of several studies as panels a, b, … of one: SVG text by file name without extension. Maps have one scale,
 * that of the largest city, and the same classes; of a figure that one of the studies cannot show there is none.
 *
 * @param drawn two to four studies
 * @param paper its width is that of all panels together
 * @param choices figures: names among `panelFigureNames`; others are left out
 */
export function panelFiguresOf(
  drawn: readonly Drawn[],
  lang: Language,
  paper: Paper = {},
  choices: FigureChoices = {},
): { readonly figures: ReadonlyMap<string, string>; readonly leftOut: readonly LeftOut[] } {
  const { magnify, face, heightMm, number } = paper;
  const letters = text(lang, 'figures.panelLetters').split(' ');
  const { columns, panelWidth } = gridOf(drawn.length, paper);
  const names = drawn.map(({ study }, i) => `${letters[i]}) ${titleOf(study, lang)}`).join('; ');
  const figures = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const name of (choices.figures ?? panelFigures).filter(isPanelFigure)) {
    const shared = orLeftOut(leftOut, () => sharedClasses(name, drawn, choices));
    if (shared === undefined) continue;
    const panels = (common: Paper): DrawnFigures[] =>
      drawn.map((one, i) =>
        drawFigures(
          one,
          lang,
          {
            widthMm: panelWidth,
            magnify,
            face,
            letter: letters[i],
            title: titleOf(one.study, lang),
            ...common,
          },
          { ...choices, ...shared, figures: [name] },
        ),
      );
    const apart = panels({});
    const obstacle = apart.flatMap((panel) => panel.leftOut)[0];
    if (obstacle !== undefined) {
      leftOut.push(obstacle);
      continue;
    }
    const svgs = (of: readonly DrawnFigures[]) => of.map((panel) => panel.figures.get(name)!);
    const heading = text(lang, HEADINGS[name]);
    const own = number === undefined ? undefined : number + figures.size;
    figures.set(
      `${name}-panels`,
      sideBySide(svgs(panels(commonOf(svgs(apart)))), lang, `${heading}: ${names}`, {
        ...{ magnify, face, heightMm, columns, heading },
        number: own,
      }),
    );
  }
  return { figures, leftOut };
}

const isPanelFigure = (name: FigureName): name is PanelFigure => name in HEADINGS;

/** As many panels in a row as have room, the rows as equal as can be. */
function gridOf(count: number, { widthMm = WIDTH_MM, magnify = 1 }: Paper) {
  const gap = PANEL_GAP_MM * magnify;
  const most = Math.max(1, Math.floor((widthMm + gap) / (NARROWEST_MM * magnify + gap)));
  const columns = Math.ceil(count / Math.ceil(count / most));
  return { columns, panelWidth: (widthMm - (columns - 1) * gap) / columns };
}

/** The classes of all panels together, for maps whose classes are made of their values. */
function sharedClasses(name: PanelFigure, drawn: readonly Drawn[], choices: FigureChoices): FigureChoices {
  if (name === 'counts') {
    const counts = drawn.map(({ n }) => n);
    return { countClasses: countClasses(counts, choices.breaks) };
  }
  if (name === 'density') return { densityLevels: sharedLevels(drawn.map((one) => densityOf(one).peak)) };
  return {};
}

/** Levels of 1, 2, 5 or 1, 3, or tens alone: the finest under which the city with the lowest peak has two classes. */
function sharedLevels(peaks: readonly number[]): number[] {
  const [lowest, highest] = [Math.min(...peaks), Math.max(...peaks)];
  const ladders = [[1, 2, 5], [1, 3], [1]].map((steps) => roundLevels(highest, steps));
  const found = ladders.find((levels) => levels[0]! <= lowest / 2) ?? ladders.at(-1)!;
  return found.filter((level) => level >= lowest / 20);
}

/** The head and the frame that every one of some panels fits into. */
function commonOf(panels: readonly string[]): Paper {
  const heads = panels.map((svg) => Number(/data-head-height="([\d.]+)"/.exec(svg)![1]));
  const frames = panels.flatMap((svg) => {
    const [, scale, height] = /data-map-scale="([\d.e-]+)" data-map-height="([\d.]+)"/.exec(svg) ?? [];
    return scale === undefined ? [] : [{ scale: Number(scale), height: Number(height) }];
  });
  const map: MapFrame | undefined =
    frames.length === 0
      ? undefined
      : {
          pixelsPerMeter: Math.min(...frames.map(({ scale }) => scale)),
          heightPixels: Math.max(...frames.map(({ height }) => height)),
        };
  return { headPixels: Math.max(...heads), map };
}
