import { daysInMonth } from '@oryn/core';
import { ChangeMap, type ChangeMapProps, divergingClass, type Paper, renderSvg } from '@oryn/figures';
import {
  formatInteger,
  formatNumber,
  formatPercent,
  formatPeriod,
  type Language,
  text,
} from '@oryn/language';
import { cellToBoundary } from 'h3-js';
import { type CellChanges, changedCells } from './change-figure-cells.ts';
import { monthOf, monthsIn, type NumberedSpan, sameSeasons } from './change-figure-periods.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { withFinding } from './finding-title.ts';
import { mapProps, projectOn } from './map-ground.ts';

/**
 * How the incidents of every cell changed between two periods, with the cells that did not go along with their city.
 *
 * @throws OrynError figure.not-possible
 */
export function changeFigure(drawn: Drawn, lang: Language, paper: Paper, choices: FigureChoices): string {
  const { places, plane } = drawn;
  const found = changedCells(drawn, choices.periods);
  const { direction } = found.changes;
  const [more, fewer] = [1, -1].map((sign) => direction.filter((value) => value === sign).length);
  const [first, second] = found.periods.map((span) => periodName(lang, span));
  const title =
    more + fewer === 0
      ? text(lang, 'figures.changeTitleNone', { first, second })
      : text(lang, 'figures.changeTitle', {
          ...{ first, second, more: formatInteger(lang, more), fewer: formatInteger(lang, fewer) },
        });
  const project = projectOn(plane);
  return renderSvg(
    <ChangeMap
      {...withFinding(mapProps(drawn, lang), title.charAt(0).toUpperCase() + title.slice(1), drawn, lang)}
      caption={captionOf(found, lang)}
      places={{
        count: places.count,
        rings: (index) => project(cellToBoundary(places.ids[index], true)),
        value: found.perYear,
        direction,
      }}
      limits={found.limits}
      legend={legendOf(found, { more, fewer, first, second }, lang)}
    />,
    paper,
  );
}

function periodName(lang: Language, { first, last }: NumberedSpan): string {
  const [from, to] = [monthOf(first), monthOf(last)];
  const day = ({ year, month }: { year: number; month: number }, date: number): string =>
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return formatPeriod(lang, day(from, 1), day(to, daysInMonth(to.year, to.month)));
}

/** How it was tested, what is not on the map, and what a difference may be besides a change. */
function captionOf(
  { periods, incompleteYears, neither, changes: { test } }: CellChanges,
  lang: Language,
): string {
  const [a, b] = periods;
  return [
    test.tested === 0
      ? text(lang, 'figures.changeNoTest')
      : text(lang, 'figures.changeTest', {
          level: formatNumber(lang, test.level),
          least: formatInteger(lang, test.leastIncidents),
          tested: formatInteger(lang, test.tested),
          correlation: formatNumber(lang, test.correlation, { significant: 2 }),
        }),
    ...(neither > 0 ? [text(lang, 'figures.changeNeither', { n: formatInteger(lang, neither) })] : []),
    ...(incompleteYears.length > 0
      ? [text(lang, 'figures.changeIncomplete', { years: incompleteYears.join(', ') })]
      : []),
    ...(monthsIn(a) === monthsIn(b) ? [] : [text(lang, 'figures.changeLengths')]),
    ...(sameSeasons(a, b) ? [] : [text(lang, 'figures.changeSeasons')]),
  ].join(' ');
}

/** Values under the first limit on both sides of zero. */
function middleLabel(limit: number, isWhole: boolean, lang: Language): string {
  const most = isWhole ? limit - 1 : limit;
  if (most === 0) return '0';
  const [low, high] = [formatNumber(lang, -most), `+${formatNumber(lang, most)}`];
  return isWhole ? `${low} … ${high}` : `>\u00a0${low} … <\u00a0${high}`;
}

function legendOf(
  { periods, totals, perYear, limits }: CellChanges,
  shown: { more: number; fewer: number; first: string; second: string },
  lang: Language,
): ChangeMapProps['legend'] {
  const { first, second } = shown;
  const cells = new Map<number | 'blank', number>();
  for (const value of perYear) {
    const group = Number.isNaN(value) ? 'blank' : divergingClass(value, limits);
    cells.set(group, (cells.get(group) ?? 0) + 1);
  }
  const amount = (group: number | 'blank') => formatInteger(lang, cells.get(group) ?? 0);
  const isWhole = periods.every((span) => monthsIn(span) === 12);
  const signed = (value: number) => (value > 0 ? '+' : '') + formatNumber(lang, value);
  const side = (sign: 1 | -1) =>
    limits.map((from, i) => {
      const next = limits[i + 1];
      const to = next === undefined || !isWhole ? next : next - 1;
      const n = signed(sign * from);
      if (to === undefined)
        return {
          label: text(lang, sign > 0 ? 'figures.classFrom' : 'figures.classTo', { n }),
          amount: amount(sign * (i + 1)),
        };
      // A value on a limit belongs to the class beyond it; where values are no whole numbers the label says so.
      const end = `${isWhole ? '' : sign > 0 ? '<\u00a0' : '>\u00a0'}${signed(sign * to)}`;
      return { label: to === from ? n : `${n} … ${end}`, amount: amount(sign * (i + 1)) };
    });
  const [before, after] = totals.map((n, i) => n / (monthsIn(periods[i]) / 12));
  const change = after / before - 1;
  return {
    heading: text(lang, 'figures.changeHeading'),
    notes: [
      text(lang, 'figures.changeOf', { first, second }),
      text(lang, 'figures.changeCity', {
        before: formatInteger(lang, before),
        after: formatInteger(lang, after),
        change: (change > 0 ? '+' : '') + formatPercent(lang, change, 2),
      }),
    ],
    amounts: text(lang, 'figures.cellsHeading'),
    more: { heading: text(lang, 'figures.changeMore'), classes: side(1) },
    fewer: { heading: text(lang, 'figures.changeFewer'), classes: side(-1) },
    middle: {
      label: middleLabel(limits[0], isWhole, lang),
      amount: amount(0),
    },
    blank: { label: text(lang, 'figures.emptyPlaces'), amount: amount('blank') },
    lines: {
      more: { label: text(lang, 'figures.changeLineMore'), amount: formatInteger(lang, shown.more) },
      fewer: { label: text(lang, 'figures.changeLineFewer'), amount: formatInteger(lang, shown.fewer) },
    },
    totals: [
      text(lang, 'figures.changePeriod', { period: first, n: formatInteger(lang, totals[0]) }),
      text(lang, 'figures.changePeriod', { period: second, n: formatInteger(lang, totals[1]) }),
    ],
  };
}
