import { type Concentration, sumByPlace } from '@oryn/core';
import { countByClass } from '@oryn/figures';
import type { Language } from '@oryn/language';
import {
  countClasses,
  denominatorText,
  halfOf,
  nullText,
  type OpenBundle,
  statedChanceShare,
} from '@oryn/study';
import type { ChangeSplit, Layer } from '../state/view-state.ts';
import { concentrationIn, filterOf, inLanguages, throwsOn } from './answer.ts';
import { type ChangeAnswer, change } from './change.ts';
import { density } from './density.ts';
import { districtOf } from './districts.ts';
import type { DensityAnswer, Question } from './types.ts';

export interface CountsAnswer {
  /** As `classLimits` gives them: the least of each class, and the most of the last. */
  limits: readonly number[];
  /** Cells of each class, of the district where one is chosen. */
  cells: number[];
  /** Cells without an incident, of those where one is possible. */
  empty: number;
  most: number;
  /** Of one month, whose classes are those of all months. */
  isOfMonth?: true;
}

/** The fewest cells that hold half of the incidents, over the first denominator. */
export interface SetAnswer {
  /** Cells with fewer incidents are not in the set. */
  leastCount: number;
  /** Cells needed, and cells drawn: all that tie with the last of them. */
  k: number;
  drawn: number;
  /** k of the cells of the denominator, and what chance would give. */
  places: number;
  share: number;
  expectedShare: number;
  /** Chance is that of the law, since the report of the bundle has thrown no such number. */
  isByLaw: boolean;
  incidents: number;
  denominatorText: Record<Language, string>;
  nullText: Record<Language, string>;
  /** 1 for cells of the set. */
  isIn: Uint8Array;
}

/** What a layer needs beside the answer to the question. */
export type LayerAnswer =
  | ({ layer: 'density' } & DensityAnswer)
  | ({ layer: 'counts' } & CountsAnswer)
  | ({ layer: 'set' } & SetAnswer)
  | ({ layer: 'change' } & ChangeAnswer);

export function layerAnswer(
  bundle: OpenBundle,
  question: Question,
  layer: Exclude<Layer, 'hot'>,
  split: ChangeSplit,
): LayerAnswer {
  switch (layer) {
    case 'density':
      return { layer, ...density(bundle, question) };
    case 'counts':
      return { layer, ...counts(bundle, question) };
    case 'set':
      return { layer, ...setOfHalf(bundle, question) };
    case 'change':
      return { layer, ...change(bundle, question, split) };
  }
}

/** The classes of the printed map, over the whole city, so that a district keeps its colours; cells of the district. */
export function counts(bundle: OpenBundle, question: Question): CountsAnswer {
  const { tally, places, inMask } = bundle;
  const n = sumByPlace(tally, places.count, filterOf(bundle, question));
  const inside = districtOf(bundle, question)?.inside;
  const { limits } = countClasses([n], undefined);
  const here = n.filter((_, cell) => inside?.[cell] !== 0);
  return {
    limits,
    cells: countByClass(here, limits),
    empty: n.filter((count, cell) => count === 0 && inside?.[cell] !== 0 && inMask?.[cell] !== 0).length,
    most: here.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** The set over the first denominator: the cells where an incident is possible, else all. */
export function setOfHalf(bundle: OpenBundle, question: Question): SetAnswer {
  const { tally, places, inMask, manifest } = bundle;
  const n = sumByPlace(tally, places.count, filterOf(bundle, question));
  const inside = districtOf(bundle, question)?.inside;
  const over: Concentration = concentrationIn(bundle, n, inside)[0];
  const { k, boundaryCount, share } = halfOf(over);
  const chance = throwsOn(bundle, over);
  const isIn = Uint8Array.from(n, (count, cell) =>
    count > 0 && count >= boundaryCount && inMask?.[cell] !== 0 && inside?.[cell] !== 0 ? 1 : 0,
  );
  const described = { maskKind: manifest.maskKind ?? undefined, places };
  return {
    leastCount: boundaryCount,
    k,
    drawn: isIn.reduce((sum, one) => sum + one, 0),
    places: over.places,
    share,
    expectedShare: statedChanceShare({ over, ...(chance && { chance }) }, 50),
    isByLaw: chance === undefined,
    incidents: over.incidents,
    denominatorText: inLanguages((lang) => denominatorText(described, lang)),
    nullText: inLanguages((lang) => nullText(lang, described)),
    isIn,
  };
}
