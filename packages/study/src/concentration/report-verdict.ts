import { compareWithWorld, type WorldComparison, type WorldFacts } from '../world/compare-with-world.ts';
import type { VerdictFacts } from '../world/concentration-verdict.ts';
import {
  type ConcentrationReport,
  type DenominatorReport,
  firstOf,
  rawIntervalOf,
} from './concentration-report.ts';
import { statedChanceShare } from './stated-chance.ts';
import type { YearReport } from './yearly-report.ts';

/** What the verdict on one denominator of a report has to know, its comparison with published values made. */
export function verdictFacts(
  report: ConcentrationReport,
  over: DenominatorReport = firstOf(report),
): VerdictFacts {
  const measured = worldFacts(report, over);
  const half = over.chance?.shares.find(({ percent }) => percent === 50);
  const { value, low, high } = over.excess50;
  const unknown = Number.NaN;
  return {
    city: report.city,
    period: report.period,
    measured,
    comparison: compareWithWorld(measured),
    places: over.over.places,
    incidents: over.over.incidents,
    k: over.over.shares.find(({ percent }) => percent === 50)!.k,
    chance: {
      mean: half?.mean ?? unknown,
      low: half?.low ?? unknown,
      high: half?.high ?? unknown,
      p: half?.p ?? unknown,
      giniP: over.chance?.gini.p ?? unknown,
      draws: over.chance?.draws ?? 0,
    },
    excess: {
      ...{ value, low, high },
      estimand: rawIntervalOf(over.intervals, 50)?.estimand ?? 'raw-share-superpopulation',
    },
  };
}

function worldFacts(
  { simulated, subject, unit, maskKind, periodYears, offences }: ConcentrationReport,
  { over, chance }: Pick<DenominatorReport, 'over'> & Partial<DenominatorReport>,
): WorldFacts {
  const share = (percent: number) => over.shares.find((one) => one.percent === percent)!;
  return {
    ...{ simulated, subject, unit, denominator: over.denominator, periodYears, offences },
    ...(over.denominator === 'mask' && { mask: maskKind === 'streets' ? 'with streets' : 'unknown' }),
    share50: share(50).share,
    share25: share(25).share,
    expected50: statedChanceShare({ over, chance }, 50),
    incidentsPerPlace: over.incidentsPerPlace,
  };
}

/** A whole year set beside published values of single years. */
export interface YearInWorld {
  year: YearReport;
  comparison: WorldComparison;
}

/** Each whole year of a report by itself: most published shares are of single years, and a period is not one. */
export function yearsInWorld(report: ConcentrationReport): YearInWorld[] {
  return report.years
    .filter(({ isWhole, over }) => isWhole && over.incidents > 0)
    .map((year) => ({
      year,
      comparison: compareWithWorld(worldFacts({ ...report, periodYears: 1 }, { over: year.over })),
    }));
}
