import type { Bounds } from '@oryn/core';
import type { Findings } from '../evaluate/evaluate.ts';
import type { FigureStudy } from './figure-words.ts';

/** What the figures of a study are drawn from; a bundle read back has it too. */
export type Drawn = Pick<
  Findings,
  | 'subject'
  | 'simulated'
  | 'choices'
  | 'area'
  | 'plane'
  | 'context'
  | 'places'
  | 'inMask'
  | 'maskKind'
  | 'n'
  | 'hot'
  | 'problemPlaces'
  | 'names'
  | 'account'
  | 'report'
  | 'incidents'
  | 'tally'
  | 'analysed'
  | 'years'
  | 'nByYear'
> & {
  study: FigureStudy;
  /** The part that maps show; all of the study area where left out. */
  extent?: Bounds | undefined;
};
