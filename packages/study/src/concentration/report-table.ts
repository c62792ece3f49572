import type { ChanceThrows, MarginalShare, ShareEstimand, WeightedConcentration } from '@oryn/core';
import type { Column } from '../bundle/column.ts';
import { concentrationTable } from '../bundle/tables.ts';
import type { ConcentrationReport, DenominatorReport } from './concentration-report.ts';

/**
 * The table of a report: `concentrationTable`, and to the right of it what chance, intervals and fits say of each row.
 *
 * @param weighted rows of weights, which have none of it
 */
export function reportTable(
  { denominators }: Pick<ConcentrationReport, 'denominators'>,
  weighted: readonly WeightedConcentration[] = [],
): Column[] {
  const columns = concentrationTable(
    denominators.map(({ over }) => over),
    weighted,
  );
  const rows = denominators.flatMap((report) =>
    report.over.shares.map(({ percent }) => ({ report, percent })),
  );
  const rest = (columns[0]?.values.length ?? 0) - rows.length;
  const column = (name: string, of: (row: Row) => number | undefined, integer = false): Column => ({
    name,
    values: [...rows.map((row) => of(row) ?? Number.NaN), ...new Array<number>(rest).fill(Number.NaN)],
    integer,
  });
  const words = (name: string, of: (row: Row) => string | undefined): Column => ({
    name,
    values: [...rows.map((row) => of(row) ?? ''), ...new Array<string>(rest).fill('')],
  });
  return [
    ...columns,
    ...chanceColumns('chance', column, words, ({ report }) => report.chance),
    ...(denominators.some(({ byExposure }) => byExposure)
      ? chanceColumns('exposure_chance', column, words, ({ report }) => report.byExposure)
      : []),
    ...intervalColumns('raw_share', 'raw-share-superpopulation', column, words),
    ...intervalColumns('latent_share', 'latent-share', column, words),
    column('gini_low', ({ report }) => report.giniInterval?.low),
    column('gini_high', ({ report }) => report.giniInterval?.high),
    column('excess_50_low', ({ report, percent }) => (percent === 50 ? report.excess50.low : undefined)),
    column('excess_50_high', ({ report, percent }) => (percent === 50 ? report.excess50.high : undefined)),
    column('latent_gini', ({ report }) => report.fit?.latentGini.value),
    column('latent_gini_low', ({ report }) => report.fit?.latentGini.low),
    column('latent_gini_high', ({ report }) => report.fit?.latentGini.high),
    column('poisson_gamma_shape', ({ report }) => finite(report.fit?.shape)),
    column('fit_p', ({ report }) => report.fit?.fit.p),
    words('fit', ({ report }) => report.fit?.fit.verdict),
    column('recc', ({ report }) => report.recc?.recc),
  ];
}

interface Row {
  report: DenominatorReport;
  percent: number;
}

type NumberColumn = (name: string, of: (row: Row) => number | undefined, integer?: boolean) => Column;
type WordColumn = (name: string, of: (row: Row) => string | undefined) => Column;

function chanceColumns(
  prefix: string,
  column: NumberColumn,
  words: WordColumn,
  of: (row: Row) => ChanceThrows | undefined,
): Column[] {
  const share = (row: Row): MarginalShare | undefined =>
    of(row)?.shares.find(({ percent }) => percent === row.percent);
  return [
    column(`${prefix}_mean`, (row) => share(row)?.mean),
    column(`${prefix}_low`, (row) => share(row)?.low),
    column(`${prefix}_high`, (row) => share(row)?.high),
    column(`${prefix}_excess`, (row) => share(row)?.excess),
    column(`${prefix}_p`, (row) => share(row)?.p),
    column(`${prefix}_gini_p`, (row) => of(row)?.gini.p),
    words(`${prefix}_null`, (row) => of(row)?.null),
    words(`${prefix}_alternative`, (row) => of(row)?.alternative),
    words(`${prefix}_correction`, (row) => of(row)?.correction),
    column(`${prefix}_draws`, (row) => of(row)?.draws, true),
    column(`${prefix}_seed`, (row) => of(row)?.seed, true),
  ];
}

function intervalColumns(
  prefix: string,
  estimand: ShareEstimand,
  column: NumberColumn,
  words: WordColumn,
): Column[] {
  const of = ({ report, percent }: Row) =>
    report.intervals.find((one) => one.estimand === estimand && one.percent === percent);
  return [
    column(`${prefix}_value`, (row) => of(row)?.value),
    column(`${prefix}_low`, (row) => of(row)?.low),
    column(`${prefix}_high`, (row) => of(row)?.high),
    words(`${prefix}_method`, (row) => of(row)?.method),
    words(`${prefix}_unavailable`, (row) => of(row)?.unavailable),
  ];
}

/** A shape without end, counts not distinguishable from Poisson, is no number of a table. */
function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
