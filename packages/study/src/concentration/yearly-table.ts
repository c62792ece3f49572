import type { Concentration, Rarefied } from '@oryn/core';
import type { Column } from '../bundle/column.ts';
import type { CategoryReport } from './by-category.ts';
import type { YearReport } from './yearly-report.ts';

/** One row per year, the year alone and at the incidents of the smallest whole year. */
export function yearsTable(years: readonly YearReport[]): Column[] {
  return [
    { name: 'year', values: years.map(({ year }) => year), integer: true },
    { name: 'is_whole', values: years.map(({ isWhole }) => (isWhole ? 1 : 0)), integer: true },
    ...groupColumns(years),
  ];
}

/** One row per category of offence, the category alone and at the incidents of the smallest compared. */
export function categoriesTable(categories: readonly CategoryReport[]): Column[] {
  const rest = (of: (category: CategoryReport) => number | undefined): number[] =>
    categories.map((category) => of(category) ?? Number.NaN);
  return [
    { name: 'category', values: categories.map(({ category }) => category) },
    ...groupColumns(categories),
    { name: 'difference_from_rest', values: rest(({ againstRest }) => againstRest?.difference) },
    { name: 'difference_per_place', values: rest(({ againstRest }) => againstRest?.incidentsPerPlace) },
    { name: 'difference_p', values: rest(({ againstRest }) => againstRest?.p) },
    { name: 'difference_q', values: rest(({ againstRest }) => againstRest?.q) },
    { name: 'difference_null', values: categories.map(({ againstRest }) => againstRest?.null ?? '') },
    { name: 'difference_adjusted', values: categories.map(({ againstRest }) => againstRest?.adjusted ?? '') },
  ];
}

interface Group {
  over: Concentration;
  rarefied: Rarefied | undefined;
}

function groupColumns(groups: readonly Group[]): Column[] {
  const column = (name: string, of: (group: Group) => number | undefined, integer = false): Column => ({
    name,
    values: groups.map((group) => of(group) ?? Number.NaN),
    integer,
  });
  const shareOf = ({ over }: Group, percent: number) => over.shares.find((one) => one.percent === percent)!;
  const half = ({ rarefied }: Group) => rarefied?.shares.find(({ percent }) => percent === 50);
  return [
    { name: 'denominator', values: groups.map(({ over }) => over.denominator) },
    column('places', ({ over }) => over.places, true),
    column('incidents', ({ over }) => over.incidents, true),
    column('incidents_per_place', ({ over }) => over.incidentsPerPlace),
    ...[25, 50, 80].flatMap((percent) => [
      column(`k_${percent}`, (group) => shareOf(group, percent).k, true),
      column(`share_${percent}`, (group) => shareOf(group, percent).share),
      column(`expected_share_${percent}`, (group) => shareOf(group, percent).expectedShare),
    ]),
    column('gini', ({ over }) => over.gini.gini),
    column('expected_gini', ({ over }) => over.expected.gini),
    column('rarefied_incidents', ({ rarefied }) => rarefied?.incidents, true),
    column('rarefied_share_50', (group) => half(group)?.mean),
    column('rarefied_share_50_low', (group) => half(group)?.low),
    column('rarefied_share_50_high', (group) => half(group)?.high),
    column('rarefied_gini', ({ rarefied }) => rarefied?.gini.mean),
    column('draws', ({ rarefied }) => rarefied?.draws, true),
    column('seed', ({ rarefied }) => rarefied?.seed, true),
  ];
}
