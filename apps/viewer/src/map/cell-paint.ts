import { classIndex, divergingClass } from '@oryn/figures';
import { hotClasses } from '../worker/cell-columns.ts';
import type { LayerAnswer } from '../worker/layers.ts';
import type { Answer } from '../worker/types.ts';
import type { MapPalette } from './map-palette.ts';
import { thinned } from './rgba.ts';

/** How the cells of a class are drawn. */
export interface ClassPaint {
  /** Under the water and the streets' ground, or over them. */
  side: 'under' | 'over';
  fill: string;
  rim: string;
  /** Part of the width of the cell that is drawn: 1 all of it, 0 nothing. */
  size: number;
}

/** A class for every cell, and how each class is drawn. */
export interface CellPaint {
  classes: Uint8Array;
  styles: readonly ClassPaint[];
}

const CLEAR = 'rgba(0, 0, 0, 0)';
/** A hot place outside every problem place steps back: a smaller hexagon of the same colour. So are falls. */
const SMALLER = 0.72;
/** A change that may be chance is faint. */
const FAINT = 0.38;

const nothing: ClassPaint = { side: 'under', fill: CLEAR, rim: CLEAR, size: 0 };
const quiet = (fill: string): ClassPaint => ({ side: 'under', fill, rim: CLEAR, size: 1 });

/** Hot and cold cells; those with an incident and no class beneath them. */
export function hotPaint({ cells }: Pick<Answer, 'cells'>, colours: MapPalette): CellPaint {
  const fills = colours.classes as Record<string, string>;
  const [QUIET, UNTESTED, FIRST] = [1, 2, 3];
  const significant = hotClasses.slice(2);
  const classes = cells.hotClass.map((code, cell) => {
    if (code < 2) return cells.n[cell] === 0 ? 0 : code === 0 ? UNTESTED : QUIET;
    const isSingle = cells.rank[cell] === 0 && hotClasses[code].startsWith('hot');
    return FIRST + code - 2 + (isSingle ? significant.length : 0);
  });
  const styled = (size: number, rim: string): ClassPaint[] =>
    significant.map((hotClass) => ({ side: 'over', fill: fills[hotClass], rim, size }));
  return {
    classes,
    styles: [
      nothing,
      quiet(colours.quiet),
      quiet(colours.untested),
      ...styled(1, colours.rim),
      ...styled(SMALLER, colours.hotRim),
    ],
  };
}

/** What a layer paints; density has areas of its own and no cells. */
export function layerPaint(
  answer: Pick<Answer, 'cells'>,
  layer: LayerAnswer,
  colours: MapPalette,
): CellPaint {
  const { n } = answer.cells;
  switch (layer.layer) {
    case 'density':
      return { classes: new Uint8Array(n.length), styles: [nothing] };
    case 'counts': {
      const over = countFills(layer.limits, colours).map(
        (fill): ClassPaint => ({ side: 'over', fill, rim: colours.countRim, size: 1 }),
      );
      return {
        classes: Uint8Array.from(n, (count) => 1 + classIndex(count, layer.limits)),
        styles: [nothing, ...over],
      };
    }
    case 'set':
      return {
        classes: Uint8Array.from(n, (count, cell) => (layer.isIn[cell] === 1 ? 2 : count > 0 ? 1 : 0)),
        styles: [
          nothing,
          quiet(colours.quiet),
          { side: 'over', fill: colours.set, rim: colours.rim, size: 1 },
        ],
      };
    case 'change':
      return changePaint(layer, colours);
  }
}

/** A step of counts for each class, the first and the last among them. @param limits as `classLimits` gives them */
export function countFills(limits: readonly number[], { counts }: MapPalette): string[] {
  const classes = limits.length - 1;
  return limits.slice(1).map((_, i) => {
    const part = classes === 1 ? 1 : i / (classes - 1);
    return counts[Math.round(part * (counts.length - 1))];
  });
}

/**
 * Zero in the middle, fewer as smaller hexagons, so that the sides differ without colour too; a cell that does not go along
 * with its city is solid and outlined, the others are faint.
 */
function changePaint(
  { perYear, direction, limits }: Extract<LayerAnswer, { layer: 'change' }>,
  colours: MapPalette,
): CellPaint {
  const steps = limits.length;
  const [MIDDLE, MORE] = [1, 3];
  const FEWER = MORE + 2 * steps;
  const classes = Uint8Array.from(perYear, (value, cell) => {
    if (Number.isNaN(value)) return 0;
    const step = divergingClass(value, limits);
    const isShown = direction[cell] !== 0;
    if (step === 0) return isShown ? MIDDLE + 1 : MIDDLE;
    return (step > 0 ? MORE : FEWER) + Math.abs(step) - 1 + (isShown ? 0 : steps);
  });
  const shown = (fill: string, size = 1): ClassPaint => ({ side: 'over', fill, rim: colours.ink, size });
  const faint = (fill: string, size: number): ClassPaint => ({
    side: 'over',
    fill: thinned(fill, FAINT),
    rim: CLEAR,
    size,
  });
  const sideOf = (fills: readonly string[], size: number): ClassPaint[] => [
    ...fills.map((fill) => shown(fill, size)),
    ...fills.map((fill) => faint(fill, size)),
  ];
  return {
    classes,
    styles: [
      nothing,
      quiet(colours.quiet),
      shown(colours.quiet),
      ...sideOf(colours.more, 1),
      ...sideOf(colours.fewer, SMALLER),
    ],
  };
}
