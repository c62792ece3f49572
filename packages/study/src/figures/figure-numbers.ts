import { sumByPlace } from '@oryn/core';
import type { Column } from '../bundle/column.ts';
import { placeColumns, placesTable } from '../bundle/tables.ts';
import { reportTable } from '../concentration/report-table.ts';
import type { Drawn } from './drawn.ts';
import type { FigureName } from './figure-names.ts';
import { monthsCounted } from './months-figure.tsx';
import { weekOf } from './week-figure.tsx';

/**
 * The numbers behind a figure: of a map a row per place, of a curve a row per share, of years, months or hours a row each.
 * A month that the data do not cover whole has none.
 */
export function figureNumbers(drawn: Drawn, name: FigureName): Column[] {
  switch (name) {
    case 'lorenz':
    case 'concentration-world':
      return reportTable(drawn.report);
    case 'concentration-years':
      return yearsColumns(drawn);
    case 'months':
      return monthsColumns(drawn);
    case 'week':
      return weekColumns(drawn);
    case 'offences-maps':
      return offencesColumns(drawn);
    default:
      return placesTable(drawn);
  }
}

function yearsColumns({ report: { years } }: Drawn): Column[] {
  const halves = years.map(({ over }) => over.shares.find(({ percent }) => percent === 50)!);
  return [
    { name: 'year', values: years.map(({ year }) => year), integer: true },
    { name: 'whole_year', values: years.map(({ isWhole }) => Number(isWhole)), integer: true },
    { name: 'n', values: years.map(({ over }) => over.incidents), integer: true },
    { name: 'places', values: years.map(({ over }) => over.places), integer: true },
    { name: 'places_for_50', values: halves.map(({ k }) => k), integer: true },
    { name: 'share_for_50', values: halves.map(({ share }) => share) },
    { name: 'expected_share_for_50', values: halves.map(({ expectedShare }) => expectedShare) },
  ];
}

function monthsColumns({ incidents, analysed, study }: Drawn): Column[] {
  const { years } = monthsCounted(incidents, analysed, study);
  const months = years.flatMap(({ year, n }) => n.map((count, month) => ({ year, month: month + 1, count })));
  return [
    { name: 'year', values: months.map(({ year }) => year), integer: true },
    { name: 'month', values: months.map(({ month }) => month), integer: true },
    { name: 'n', values: months.map(({ count }) => count), integer: true },
  ];
}

/** Monday is 1; only incidents whose hour is known. */
function weekColumns(drawn: Drawn): Column[] {
  const { week } = weekOf(drawn);
  const slots = Array.from(week, (_, slot) => slot);
  return [
    { name: 'weekday', values: slots.map((slot) => Math.floor(slot / 24) + 1), integer: true },
    { name: 'hour', values: slots.map((slot) => slot % 24), integer: true },
    { name: 'n', values: Array.from(week), integer: true },
  ];
}

function offencesColumns(drawn: Drawn): Column[] {
  const { incidents, analysed, tally, places } = drawn;
  const byOffence = incidents.category.labels.flatMap((label, code) => {
    if (analysed[code] !== 1) return [];
    const only = Uint8Array.from(analysed, (_, other) => Number(other === code));
    return [
      { name: `n_${label}`, values: sumByPlace(tally, places.count, { categories: only }), integer: true },
    ];
  });
  return [...placeColumns(drawn), ...byOffence];
}
