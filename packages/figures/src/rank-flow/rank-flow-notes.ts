import { formatInteger, formatNumber, text } from '@oryn/language';
import { pText } from '../frame/p-text.ts';
import { sourceNote } from '../frame/source-note.ts';
import { type RankFlowProps, shortName } from './rank-flow-props.ts';
import type { RowsOfYear } from './rank-slots.ts';

/** How to read the ranks, and what they do not say. */
export function rankFlowNotes(
  props: RankFlowProps,
  columns: readonly number[],
  order: readonly RowsOfYear[],
  rows: number,
): (string | undefined)[] {
  const { lang, list, years, places, chance, level, overlap, sourceLine } = props;
  const number = (value: number): string => formatNumber(lang, value, { significant: 2 });
  const last = String(years[years.length - 1]);
  const span = (of: readonly number[]): string => `${of[0]}–${of[of.length - 1]}`;
  const shown = new Set(order.flatMap((year) => year.slice(0, rows)));
  const below = order[order.length - 1]!.slice(rows).filter((place) => shown.has(place));
  return [
    text(lang, list === 'cells' ? 'charts.rankListCells' : 'charts.rankListProblemPlaces', {
      n: formatInteger(lang, places.length),
    }),
    columns.length < years.length
      ? text(lang, 'charts.rankYearsDrawn', {
          years: span(columns.map((at) => years[at]!)),
          all: span(years),
        })
      : undefined,
    below.length > 0
      ? text(lang, 'charts.rankBelowList', {
          year: last,
          list: below.map((place) => shortName(places[place]!)).join('; '),
        })
      : undefined,
    text(lang, 'charts.rankBlocks', { level: formatNumber(lang, level) }),
    text(lang, 'charts.rankChance', {
      low: number(chance.low),
      high: number(chance.high),
      p: pText(lang, chance.p),
      draws: formatInteger(lang, chance.draws),
      seed: String(chance.seed),
    }),
    text(lang, 'charts.rankOverlap', {
      from: String(years[0]),
      to: last,
      rbo: number(overlap.rbo),
      chance: number(overlap.rboByChance),
      persistence: formatNumber(lang, overlap.persistence),
    }),
    text(lang, 'charts.rankMeaning'),
    sourceNote(lang, sourceLine),
  ];
}
