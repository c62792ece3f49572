import type { FigureHeading } from '../frame/figure-heading.ts';

/** A place of the list, one value for each year. */
export interface RankedPlace {
  readonly name: string;
  /** That of a problem place on the map, written after its name. */
  readonly number?: number | undefined;
  readonly n: ArrayLike<number>;
  /** Rank in the list, 1 for the most; equal counts share the mean of their ranks. */
  readonly rank: ArrayLike<number>;
  /** Block of counts that chance alone may tell apart, 0 at the top. */
  readonly block: ArrayLike<number>;
}

export interface RankFlowProps extends FigureHeading {
  readonly list: 'problem-places' | 'cells';
  /** Whole years, ascending. */
  readonly years: readonly number[];
  /** All places of the list, those with most incidents in all years first. */
  readonly places: readonly RankedPlace[];
  /** Whether the ranks change more than counts of places that keep their level. */
  readonly chance: {
    readonly low: number;
    readonly high: number;
    readonly p: number;
    readonly draws: number;
    readonly seed: number;
  };
  /** Level of the blocks. */
  readonly level: number;
  /** All places of the study in the first and the last year. */
  readonly overlap: { readonly rbo: number; readonly rboByChance: number; readonly persistence: number };
  readonly simulated: boolean;
}

/** A name and its number; no line ends between the two. */
export function numberedName({ name, number }: Pick<RankedPlace, 'name' | 'number'>): string {
  return `${name}${numberText(number)}`;
}

/** In a note, where a list of such names has to be read. */
const MOST_LETTERS = 40;

/** The same for a note: a name that is too long is cut at a word and says so, its number never. */
export function shortName({ name, number }: RankedPlace): string {
  if (name.length <= MOST_LETTERS) return numberedName({ name, number });
  const start = name.slice(0, MOST_LETTERS).replace(/[\s,—]+\S*$/, '');
  return `${start}\u00a0…${numberText(number)}`;
}

export function numberText(number: number | undefined): string {
  return number === undefined ? '' : `\u00a0·\u00a0${number}`;
}
