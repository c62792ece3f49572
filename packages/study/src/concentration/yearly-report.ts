import {
  adjustP,
  type Concentration,
  type ConcentrationDifference,
  concentrationOver,
  differenceOverSamePlaces,
  type Persistence,
  type PointPatternTest,
  persistenceOfPlaces,
  pointPatternTest,
  type RankBiasedOverlap,
  type Rarefied,
  rankBiasedOverlap,
  rarefiedConcentration,
  type SetStability,
  spearman,
  stabilityOfSets,
} from '@oryn/core';
import type { ReportOptions } from './concentration-report.ts';
import type { CountedPlaces } from './counted-places.ts';
import { type PlaceSet, valuesIn } from './denominators.ts';

/** A mean and its range need fewer draws than a p: 199 tell the share to a few thousandths of itself. */
export const RAREFACTION_DRAWS = 199;

/** The places that hold half of the incidents are followed from year to year. */
const PERCENT = 50;

export interface YearReport {
  year: number;
  /** A year that the data cut short is shown and never compared. */
  isWhole: boolean;
  over: Concentration;
  /** At the incidents of the smallest whole year; undefined for a year that is not whole or has none. */
  rarefied: Rarefied | undefined;
}

/** A difference between two whole years at equal incidents per place: `a` is of the later year, `b` of the earlier. */
interface YearDifference extends ConcentrationDifference {
  from: number;
  to: number;
  kind: 'first-last' | 'year-to-year';
  /** p adjusted over this list. */
  q: number;
  adjusted: 'holm';
}

/** Whether the same places hold half of the incidents in two years. */
interface PairStability {
  from: number;
  to: number;
  sets: SetStability;
  rankBiasedOverlap: RankBiasedOverlap;
  spearman: ReturnType<typeof spearman>;
  pointPattern: PointPatternTest;
}

export interface YearlyReport {
  years: YearReport[];
  /** The smallest whole year, to whose incidents every whole year is thinned. */
  rarefiedTo: { incidents: number; year: number } | undefined;
  /** First against last, then each year against the next; empty with fewer than two whole years. */
  differences: YearDifference[];
  /** "The same share" is not "the same places": undefined with fewer than two whole years. */
  stability: { percent: number; pairs: PairStability[]; persistence: Persistence } | undefined;
}

/** The years over one set of places: each alone, all at equal incidents per place, and which places they share. */
export function yearlyReport(counted: CountedPlaces, set: PlaceSet, options: ReportOptions): YearlyReport {
  const years = counted.years.map(({ year, isWhole, n }) => {
    const counts = valuesIn(n, set);
    return { year, isWhole, counts, over: concentrationOver(counts, set.denominator) };
  });
  const whole = years.filter(({ isWhole, over }) => isWhole && over.incidents > 0);
  const smallest = whole.reduce<(typeof whole)[number] | undefined>(
    (least, year) => (least && least.over.incidents <= year.over.incidents ? least : year),
    undefined,
  );
  const { seed } = counted;
  const draws = Math.min(options.draws, RAREFACTION_DRAWS);
  const { onProgress } = options;
  const rarefied = (year: (typeof years)[number]): Rarefied | undefined =>
    smallest && whole.includes(year)
      ? rarefiedConcentration(year.counts, { incidents: smallest.over.incidents, draws, seed, onProgress })
      : undefined;
  return {
    years: years.map((year) => ({
      year: year.year,
      isWhole: year.isWhole,
      over: year.over,
      rarefied: rarefied(year),
    })),
    rarefiedTo: smallest && { incidents: smallest.over.incidents, year: smallest.year },
    differences: differencesOf(whole, { ...options, seed }),
    stability: stabilityOf(whole, seed),
  };
}

interface WholeYear {
  year: number;
  counts: Float64Array;
}

interface Pair {
  a: WholeYear;
  b: WholeYear;
  kind: YearDifference['kind'];
}

/** First and last, then each with the next; of two years the one pair there is. */
function pairsOf(whole: readonly WholeYear[]): Pair[] {
  if (whole.length < 2) return [];
  const firstLast: Pair = { a: whole[0], b: whole[whole.length - 1], kind: 'first-last' };
  if (whole.length === 2) return [firstLast];
  const next = whole.slice(1).map((b, i): Pair => ({ a: whole[i], b, kind: 'year-to-year' }));
  return [firstLast, ...next];
}

/** The pairs share years, so their tests depend on one another: Holm's correction allows that. */
function differencesOf(
  whole: readonly WholeYear[],
  { draws, seed, onProgress }: ReportOptions & { seed: number },
): YearDifference[] {
  const found = pairsOf(whole).map(({ a, b, kind }) => ({
    ...differenceOverSamePlaces(b.counts, a.counts, { percent: PERCENT, draws, seed, onProgress }),
    ...{ from: a.year, to: b.year, kind },
  }));
  const q = adjustP(
    Float64Array.from(found, ({ p }) => p),
    'holm',
  );
  return found.map((difference, i) => ({ ...difference, q: q[i], adjusted: 'holm' }));
}

function stabilityOf(whole: readonly WholeYear[], seed: number): YearlyReport['stability'] {
  if (whole.length < 2) return undefined;
  const pairs = pairsOf(whole).map(({ a, b }) => ({
    from: a.year,
    to: b.year,
    sets: stabilityOfSets(a.counts, b.counts, PERCENT),
    rankBiasedOverlap: rankBiasedOverlap(a.counts, b.counts),
    spearman: spearman(a.counts, b.counts),
    pointPattern: pointPatternTest(a.counts, b.counts, { seed }),
  }));
  return {
    percent: PERCENT,
    pairs,
    persistence: persistenceOfPlaces(
      whole.map(({ counts }) => counts),
      PERCENT,
    ),
  };
}
