import type { FigureName } from '@oryn/study';
import type { Layer } from '../state/view-state.ts';
import type { AskedFigure } from '../worker/figure.ts';
import type { Bounds } from '../worker/types.ts';

/** The figures of one question: those that need a second category or minutes of draws are for the command line. */
export const mapFigures = [
  'hot-places',
  'counts',
  'density',
  'concentration-set',
  'change',
  'years-maps',
  'offences-maps',
] as const satisfies readonly FigureName[];
export const chartFigures = [
  'lorenz',
  'concentration-years',
  'concentration-world',
  'months',
  'week',
  'rank-flow',
] as const satisfies readonly FigureName[];

export type OfferedFigure = (typeof mapFigures)[number] | (typeof chartFigures)[number];

/** Small maps share one frame; charts have none. */
const WITH_EXTENT: readonly OfferedFigure[] = [
  'hot-places',
  'counts',
  'density',
  'concentration-set',
  'change',
];

export const hasExtent = (name: OfferedFigure): boolean => WITH_EXTENT.includes(name);

const OF_LAYER: Readonly<Record<Layer, OfferedFigure>> = {
  hot: 'hot-places',
  density: 'density',
  counts: 'counts',
  set: 'concentration-set',
  change: 'change',
};

export const figureOfLayer = (layer: Layer): OfferedFigure => OF_LAYER[layer];

export const offeredFigure = (name: string | undefined): OfferedFigure | undefined =>
  [...mapFigures, ...chartFigures].find((one) => one === name);

/** What a person has said of the figure beside its kind. */
export interface FigureForm {
  /** Which part of the city a map shows. */
  part: 'view' | 'district' | 'city';
  widthMm: number;
  isGrey: boolean;
  dpi: number;
}

/** Columns of journals, in millimetres, and the type area of an A4 page. */
export const widthsMm: readonly number[] = [85, 174, 165];
export const resolutions: readonly number[] = [300, 600];

/** The parts of the city that there are. */
export type Parts = Partial<Record<'view' | 'district', Bounds | undefined>>;

/** What a map shows of a city; undefined where it shows all of it or nothing, which is the whole city. */
export function partOf(view: Bounds | undefined, [west, south, east, north]: Bounds): Bounds | undefined {
  if (!view) return undefined;
  const holdsAll = view[0] <= west && view[1] <= south && view[2] >= east && view[3] >= north;
  const isElsewhere = view[0] >= east || view[2] <= west || view[1] >= north || view[3] <= south;
  return holdsAll || isElsewhere ? undefined : view;
}

/** What the worker is asked for. A part that is not there is the whole city. */
export function askedOf(
  name: OfferedFigure,
  { part, widthMm, isGrey }: FigureForm,
  parts: Parts,
  shown: Pick<AskedFigure, 'month' | 'split'>,
): AskedFigure {
  const extent = part === 'city' || !hasExtent(name) ? undefined : parts[part];
  return { name, ...shown, extent, paper: { widthMm }, isGrey };
}
