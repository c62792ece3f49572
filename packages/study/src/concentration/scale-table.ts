import type { Column } from '../bundle/column.ts';
import type { ScaleRow } from './scale.ts';

/** One row per size and position of the grid; the chance beside every share and every coefficient. */
export function scaleTable(rows: readonly ScaleRow[]): Column[] {
  const column = (name: string, of: (row: ScaleRow) => number | string, integer = false): Column => ({
    name,
    values: rows.map(of) as number[] | string[],
    integer,
  });
  const shareAt = ({ over }: ScaleRow, percent: number) =>
    over.shares.find((share) => share.percent === percent)!;
  const halfOf = ({ chance }: ScaleRow) => chance.shares.find(({ percent }) => percent === 50)!;
  return [
    column('unit', ({ unit }) => unitText(unit)),
    column('position', ({ position }) => position, true),
    column('area_km2', ({ unit }) => unit.medianAreaKm2),
    column('denominator', ({ over }) => over.denominator),
    column('places', ({ over }) => over.places, true),
    column('incidents', ({ over }) => over.incidents, true),
    column('incidents_per_place', ({ over }) => over.incidentsPerPlace),
    ...[25, 50, 80].flatMap((percent) => [
      column(`share_${percent}`, (row) => shareAt(row, percent).share),
      column(`expected_share_${percent}`, (row) => shareAt(row, percent).expectedShare),
    ]),
    column('chance_low_50', (row) => halfOf(row).low),
    column('chance_high_50', (row) => halfOf(row).high),
    column('excess_50', (row) => halfOf(row).excess),
    column('p_50', (row) => halfOf(row).p),
    column('gini', ({ over }) => over.gini.gini),
    column('expected_gini', ({ over }) => over.expected.gini),
    column('nested_gini', ({ nested }) => nested.mean),
    column('expected_nested_gini', ({ nested }) => nested.expected),
    column('parents', ({ nested }) => nested.parents, true),
    column('parents_without_gini', ({ nested }) => nested.skipped, true),
    column('null', ({ chance }) => chance.null),
    column('alternative', ({ chance }) => chance.alternative),
    column('draws', ({ chance }) => chance.draws, true),
    column('seed', ({ chance }) => chance.seed, true),
  ];
}

/** The unit as a study writes it. */
function unitText({ kind, resolution, sizeMeters }: ScaleRow['unit']): string {
  return `${kind}:${resolution ?? sizeMeters ?? ''}`;
}
