import {
  type ChanceThrows,
  type Concentration,
  chanceThrows,
  concentrationOver,
  type DenominatorName,
  type GiniInterval,
  giniInterval,
  type NestedGini,
  nestedGini,
  type OnProgress,
  type PoissonGammaFit,
  poissonGammaFit,
  type RareEventConcentration,
  rareEventConcentration,
  type ShareInterval,
  shareIntervals,
  spatialBlocks,
  type TheilDecomposition,
  theilDecomposition,
} from '@oryn/core';
import type { PlaceCounts } from '../evaluate/evaluate.ts';
import { type CountedPlaces, countedPlaces, type PlaceExposure } from './counted-places.ts';
import { type PlaceSet, placeSets, valuesIn } from './denominators.ts';
import type { Parents } from './parents.ts';
import type { UnitFacts } from './unit-facts.ts';
import { type YearlyReport, yearlyReport } from './yearly-report.ts';

/** Draws of every null and every interval where the study does not say. */
export const REPORT_DRAWS = 999;

export interface ReportOptions {
  draws: number;
  /** Each part of the work counts by itself; may throw to stop. */
  onProgress?: OnProgress | undefined;
}

/** Chance less observed, as shares of places: > 0 is more concentrated than chance. */
interface Excess {
  value: number;
  /**
   * Ends of the interval: chance less those of the raw share, the chance at this number of incidents per place taken
   * as known. NaN where the share has no interval.
   */
  low: number;
  high: number;
}

/** Concentration over one set of places, with everything it must be read beside. */
export interface DenominatorReport {
  over: Concentration;
  /** The same incidents thrown evenly; undefined without an incident, and over the places with any beside others. */
  chance: ChanceThrows | undefined;
  /** Thrown in proportion to an exposure; undefined without one, and over the places with any incident. */
  byExposure: ChanceThrows | undefined;
  intervals: ShareInterval[];
  giniInterval: GiniInterval | undefined;
  /** Undefined over the places with any incident, whose counts begin at 1 and follow neither law. */
  fit: PoissonGammaFit | undefined;
  recc: RareEventConcentration | undefined;
  /** Of the share that holds half of the incidents. */
  excess50: Excess;
}

/** Inequality between larger places and inside them. */
interface NestedConcentration {
  parents: Omit<Parents, 'of'>;
  gini: NestedGini;
  theil: TheilDecomposition;
}

/** The law of crime concentration for one set of counts, every number beside its denominator and its chance. */
export interface ConcentrationReport extends YearlyReport {
  city: CountedPlaces['city'];
  unit: UnitFacts;
  simulated: boolean;
  subject: CountedPlaces['subject'];
  periodYears: number;
  period: CountedPlaces['period'];
  /** Labels of the offences counted; empty: all that the files have. */
  offences: string[];
  maskKind: CountedPlaces['maskKind'];
  /** What the exposure is; undefined without one. */
  exposure: Omit<PlaceExposure, 'values'> | undefined;
  /** The mask, then the widest set, then the places with any incident; as far as they are known. */
  denominators: DenominatorReport[];
  /**
   * Undefined without a mask: then the denominators stand side by side and none is the headline. Street segments are
   * where incidents are possible, and so their own mask.
   */
  headline: DenominatorName | undefined;
  nested: NestedConcentration | undefined;
}

/** The report of a study. */
export function concentrationReport(counts: PlaceCounts, options: ReportOptions): ConcentrationReport {
  return reportOn(countedPlaces(counts), options);
}

/**
 * The report of counts from wherever they are. Years, and what is nested, are over the first denominator, which is the
 * headline where there is one; over addresses, of which only the occupied are known, these are the places with an
 * incident in the whole period.
 */
export function reportOn(counted: CountedPlaces, options: ReportOptions): ConcentrationReport {
  const sets = placeSets(counted);
  const { city, unit, simulated, subject, periodYears, period, offences, maskKind, exposure } = counted;
  return {
    ...{ city, unit, simulated, subject, periodYears, period, offences, maskKind },
    exposure: exposure && { kind: exposure.kind, column: exposure.column },
    denominators: sets.map((set) => denominatorReport(counted, set, sets.length === 1, options)),
    headline: counted.inMask || unit.kind === 'segments' ? sets[0].denominator : undefined,
    nested: nestedIn(counted, sets[0]),
    ...yearlyReport(counted, sets[0], options),
  };
}

/** The denominator to speak of: the headline, else the widest. */
export function firstOf({ denominators }: Pick<ConcentrationReport, 'denominators'>): DenominatorReport {
  return denominators[0];
}

function denominatorReport(
  counted: CountedPlaces,
  set: PlaceSet,
  isAlone: boolean,
  { draws, onProgress }: ReportOptions,
): DenominatorReport {
  const { denominator } = set;
  const { seed } = counted;
  const counts = valuesIn(counted.n, set);
  const over = concentrationOver(counts, denominator);
  const unknown = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  if (over.incidents === 0) {
    return {
      ...{ over, chance: undefined, byExposure: undefined, intervals: [], giniInterval: undefined },
      ...{ fit: undefined, recc: undefined, excess50: unknown },
    };
  }
  // Places chosen for having an incident are tested by no throw that may leave them empty, unless no others are known.
  const isTested = denominator !== 'any' || isAlone;
  const chance = isTested ? chanceThrows(counts, { draws, seed, onProgress }) : undefined;
  const exposure =
    denominator === 'any' ? undefined : counted.exposure && valuesIn(counted.exposure.values, set);
  const blocks = blocksOf(counted, set);
  const intervals = shareIntervals(counts, { draws, seed, blocks, onProgress });
  return {
    over,
    chance,
    byExposure: exposure?.some((value) => value > 0)
      ? chanceThrows(counts, { draws, seed, exposure, onProgress })
      : undefined,
    intervals,
    giniInterval: giniInterval(counts, { draws, seed, blocks, onProgress }),
    fit: denominator === 'any' ? undefined : poissonGammaFit(counts),
    recc: denominator === 'any' ? undefined : rareEventConcentration(counts),
    excess50: chance ? excessOf(chance, rawIntervalOf(intervals, 50)) : unknown,
  };
}

/** The interval of the raw share that holds a percentage of the incidents. */
export function rawIntervalOf(
  intervals: readonly ShareInterval[],
  percent: number,
): ShareInterval | undefined {
  return intervals.find((one) => one.estimand === 'raw-share-superpopulation' && one.percent === percent);
}

function excessOf(chance: ChanceThrows, interval: ShareInterval | undefined): Excess {
  const half = chance.shares.find(({ percent }) => percent === 50)!;
  return {
    value: half.excess,
    low: half.mean - (interval?.high ?? Number.NaN),
    high: half.mean - (interval?.low ?? Number.NaN),
  };
}

/** Neighbouring places share their risk, so they are resampled together where it is known which are neighbours. */
function blocksOf({ positions }: CountedPlaces, set: PlaceSet): Uint32Array | undefined {
  if (!positions) return undefined;
  return spatialBlocks(valuesIn(positions.x, set), valuesIn(positions.y, set), {}).block;
}

function nestedIn({ n, parents }: CountedPlaces, set: PlaceSet): NestedConcentration | undefined {
  const counts = valuesIn(n, set);
  if (!parents || !counts.some((count) => count > 0)) return undefined;
  const { kind, resolution } = parents;
  const of = valuesIn(parents.of, set);
  return {
    parents: { kind, ...(resolution !== undefined && { resolution }) },
    gini: nestedGini(counts, of),
    theil: theilDecomposition(counts, of),
  };
}
