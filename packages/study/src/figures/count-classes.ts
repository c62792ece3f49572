import { type ClassBreaks, classLimits } from '@oryn/figures';
import { formatNumber, type Language, text } from '@oryn/language';
import { unitFacts } from '../concentration/unit-facts.ts';
import type { Drawn } from './drawn.ts';

/** The classes of one or more maps of counts. */
export interface CountClasses {
  /** As `classLimits` gives them. */
  readonly limits: readonly number[];
  readonly method: 'quantile' | 'jenks' | 'equal' | 'headTail' | 'own' | 'steps';
  /** Whether several maps have them in common. */
  readonly areShared: boolean;
}

const NATURAL: ClassBreaks = { method: 'jenks', classes: 5 };

/** Where the largest count of a map is so many times that of another, natural breaks leave one of them one colour. */
const UNEVEN = 5;

/** Most limits of one's own that classes can have. */
const MOST_STEPS = 6;

/**
 * Classes over all counts of some maps together: those asked for, else natural breaks, or steps of about three where
 * the maps are too uneven for them.
 *
 * @throws OrynError breaks.classes, breaks.limits
 */
export function countClasses(
  maps: readonly ArrayLike<number>[],
  breaks: ClassBreaks | undefined,
): CountClasses {
  const counts = maps.flatMap((map) => Array.from(map));
  const largest = maps.map(largestOf);
  const isStepped = breaks === undefined && Math.max(...largest) > UNEVEN * Math.min(...largest);
  const used = isStepped ? stepBreaks(Math.max(...largest)) : (breaks ?? NATURAL);
  return {
    limits: classLimits(counts, used),
    method: isStepped ? 'steps' : used.method === 'head-tail' ? 'headTail' : used.method,
    areShared: maps.length > 1,
  };
}

/** The size of a cell and how the classes were made, in words. */
export function countClassesText(
  { places }: Drawn,
  lang: Language,
  { method, areShared }: CountClasses,
): string {
  const area = formatNumber(lang, unitFacts(places).medianAreaKm2, { significant: 3 });
  const classes = text(lang, 'figures.countsCell', { area, method });
  return areShared ? `${classes}, ${text(lang, 'figures.panelsClasses')}` : classes;
}

const largestOf = (counts: ArrayLike<number>): number =>
  Array.from(counts).reduce((most, n) => Math.max(most, n), 1);

/** Limits 1, 3, 10, 30, … below the largest count. */
function stepBreaks(largest: number): ClassBreaks {
  const limits = [1];
  for (let ten = 1; ten < largest; ten *= 10) limits.push(3 * ten, 10 * ten);
  return {
    method: 'own',
    limits: limits.filter((limit, i) => i === 0 || limit < largest).slice(-MOST_STEPS),
  };
}
