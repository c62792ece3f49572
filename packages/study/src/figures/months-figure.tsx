import { daysInMonth, monthsOfData, seasonality } from '@oryn/core';
import { MonthsChart, type Paper, renderSvg } from '@oryn/figures';
import { formatNumber, type Language, monthName, text } from '@oryn/language';
import { spanText } from '../concentration/period-text.ts';
import { subtitleText } from '../concentration/place-words.ts';
import type { Study } from '../definition/schema.ts';
import type { Drawn } from './drawn.ts';
import { sourceOf } from './figure-words.ts';
import { notPossible } from './not-possible.ts';

/** Fewer give no month a rate. */
const LEAST_INCIDENTS = 60;

/** Level of the words of the title. */
const LEVEL = 0.05;

/** Incidents of the months of a year, NaN where the data do not cover a month whole. */
interface CountedYear {
  readonly year: number;
  readonly n: number[];
}

/**
 * Incidents a day by calendar month, year by year.
 *
 * @throws OrynError figure.not-possible without dates, with fewer than 60 of them or fewer than two whole years
 */
export function monthsFigure(drawn: Drawn, lang: Language, paper: Paper): string {
  const { incidents, analysed, report, study, simulated } = drawn;
  const { years, undated, uncovered, dated } = monthsCounted(incidents, analysed, study);
  if (dated === 0) throw notPossible('months', 'noTime');
  if (dated < LEAST_INCIDENTS) throw notPossible('months', 'tooFew');
  const whole = years.filter(({ n }) => n.every(Number.isFinite));
  if (whole.length < 2) throw notPossible('months', 'oneYear');
  const together = seasonality(whole);
  return renderSvg(
    <MonthsChart
      lang={lang}
      title={titleOfMonths(lang, together)}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={sourceOf(study)}
      years={years.map(({ year, n }) => ({
        year,
        perDay: n.map((count, month) => count / daysInMonth(year, month + 1)),
      }))}
      together={{ ...together, years: spanText(whole.map(({ year }) => year)) }}
      incidents={dated + undated}
      undated={undated}
      uncovered={uncovered}
      simulated={simulated}
    />,
    paper,
  );
}

/** What is most and least where the test finds a season. */
function titleOfMonths(lang: Language, { perDay, test }: ReturnType<typeof seasonality>): string {
  if (test === undefined) return text(lang, 'charts.monthsTitle');
  if (test.p > LEVEL) return text(lang, 'charts.monthsEven');
  const [most, least] = [Math.max(...perDay), Math.min(...perDay)];
  const nameOf = (rate: number): string => monthName(lang, perDay.indexOf(rate) + 1);
  return text(lang, 'charts.monthsSeason', {
    most: nameOf(most),
    mostRate: formatNumber(lang, most),
    least: nameOf(least),
    leastRate: formatNumber(lang, least),
  });
}

/**
 * Analysed incidents by year and month. A month is covered whole where it lies in the period asked for and among the
 * months of data in earnest, is not missing by the rule of `monthsOfData`, and is no first or last month that broke off.
 */
export function monthsCounted(
  { time, category }: Pick<Drawn['incidents'], 'time' | 'category'>,
  analysed: Uint8Array,
  { from = '0000-01-01', to = '9999-12-31' }: Pick<Study, 'from' | 'to'>,
): { years: CountedYear[]; dated: number; undated: number; uncovered: number } {
  const own = time.filter((_, i) => analysed[category.codes[i]] === 1);
  const dated = own.reduce((sum, seconds) => sum + (Number.isNaN(seconds) ? 0 : 1), 0);
  const { months } = monthsOfData(own);
  const years: CountedYear[] = [];
  let covered = 0;
  months.forEach(({ year, month, n, state }, i) => {
    const [first, last] = [1, daysInMonth(year, month)].map((day) => isoDay(year, month, day));
    const isBroken = state === 'collapsed' && (i === 0 || i === months.length - 1);
    if (state === 'missing' || isBroken || first < from || last > to) return;
    let counted = years.at(-1);
    if (counted?.year !== year) {
      counted = { year, n: new Array<number>(12).fill(Number.NaN) };
      years.push(counted);
    }
    counted.n[month - 1] = n;
    covered += n;
  });
  return { years, dated, undated: own.length - dated, uncovered: dated - covered };
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
