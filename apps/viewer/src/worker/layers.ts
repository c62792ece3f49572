import { type Concentration, sumByPlace } from '@oryn/core';
import type { Language } from '@oryn/language';
import { denominatorText, halfOf, nullText, type OpenBundle } from '@oryn/study';
import type { ChangeSplit, Layer } from '../state/view-state.ts';
import { concentrationIn, filterOf, inLanguages } from './answer.ts';
import { type ChangeAnswer, change } from './change.ts';
import { equalCountLimits, reached } from './class-limits.ts';
import { density } from './density.ts';
import { districtOf } from './districts.ts';
import type { DensityAnswer, Question } from './types.ts';

/** Classes of the map of counts; more are not told apart at a glance. */
const COUNT_CLASSES = 5;

export interface CountsAnswer {
  /** Least number of incidents of each class, ascending. */
  limits: number[];
  /** Cells of each class, of the district where one is chosen. */
  cells: number[];
  /** Cells without an incident. */
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

/** Limits over the whole city, so that a district keeps its colours; numbers of cells of the district. */
export function counts(bundle: OpenBundle, question: Question): CountsAnswer {
  const { tally, places } = bundle;
  const n = sumByPlace(tally, places.count, filterOf(bundle, question));
  const inside = districtOf(bundle, question)?.inside;
  const limits = equalCountLimits(n, COUNT_CLASSES);
  const cells = new Array<number>(limits.length).fill(0);
  let [empty, most] = [0, 0];
  n.forEach((count, cell) => {
    if (inside?.[cell] === 0) return;
    most = Math.max(most, count);
    if (count === 0) empty++;
    else cells[reached(count, limits) - 1]++;
  });
  return { limits, cells, empty, most };
}

/** The set over the first denominator: the cells where an incident is possible, else all. */
export function setOfHalf(bundle: OpenBundle, question: Question): SetAnswer {
  const { tally, places, inMask, manifest } = bundle;
  const n = sumByPlace(tally, places.count, filterOf(bundle, question));
  const inside = districtOf(bundle, question)?.inside;
  const over: Concentration = concentrationIn(bundle, n, inside)[0];
  const { k, boundaryCount, share, expectedShare } = halfOf(over);
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
    expectedShare,
    incidents: over.incidents,
    denominatorText: inLanguages((lang) => denominatorText(described, lang)),
    nullText: inLanguages((lang) => nullText(lang, described)),
    isIn,
  };
}
