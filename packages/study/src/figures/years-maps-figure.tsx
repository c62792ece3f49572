import { sumByPlace } from '@oryn/core';
import type { Paper } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import { coveredText, missingYears } from '../concentration/period-text.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { type PanelCounts, panelMaps } from './map-panels.tsx';
import { notPossible } from './not-possible.ts';

/** As many as a page holds with a city still to be seen in each. */
const MOST_YEARS = 12;

/** One map for each of the last twelve years, in one scale and the same classes. */
export function yearsMapsFigure(drawn: Drawn, lang: Language, paper: Paper, choices: FigureChoices): string {
  const years = yearCounts(drawn, lang);
  if (years.length === 0) throw notPossible('years-maps', 'noTime');
  if (years.length === 1) throw notPossible('years-maps', 'oneYear');
  const shown = years.slice(-MOST_YEARS);
  return panelMaps(drawn, lang, paper, choices, {
    title: titleOfYears(shown, drawn, lang),
    panels: shown,
    notes: notesOf(drawn, lang, years.slice(0, -shown.length)),
  });
}

/** How many incidents the whole years have, where there are two that differ. */
function titleOfYears(years: readonly YearCounts[], { report }: Drawn, lang: Language): string {
  const whole = new Set(report.period.filter(({ isWhole }) => isWhole).map(({ year }) => year));
  const sums = years.filter(({ year }) => whole.has(year)).map(sumOf);
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  if (!(least < most)) return text(lang, 'figures.yearsMapsTitle');
  return text(lang, 'figures.yearsMapsFinding', {
    least: formatInteger(lang, least),
    most: formatInteger(lang, most),
  });
}

const sumOf = ({ counts }: PanelCounts): number => counts.reduce((sum, n) => sum + n, 0);

interface YearCounts extends PanelCounts {
  readonly year: number;
}

/** The years with an incident, ascending; one that is not whole says which months it covers. */
function yearCounts({ years, nByYear, report }: Drawn, lang: Language): YearCounts[] {
  return years.flatMap((year, i) => {
    const counts = nByYear[i]!;
    const covered = report.period.find((one) => one.year === year);
    if (covered === undefined || !counts.some((n) => n > 0)) return [];
    const part = covered.isWhole ? '' : ` (${coveredText(lang, covered)})`;
    return [{ year, name: `${year}${part}`, counts }];
  });
}

function notesOf({ tally, analysed, places, report }: Drawn, lang: Language, earlier: readonly YearCounts[]) {
  const missing = missingYears(report.period.map(({ year }) => year));
  const undated = sumByPlace(tally, places.count, { categories: analysed, toMonth: -1 }).reduce(
    (sum, n) => sum + n,
    0,
  );
  return [
    earlier.length > 0 &&
      text(lang, 'figures.panelsEarlierYears', {
        years: earlier.map((one) => `${one.name} – ${formatInteger(lang, sumOf(one))}`).join('; '),
      }),
    missing.length > 0 && text(lang, 'figures.panelsMissingYears', { years: missing.join(', ') }),
    undated > 0 && text(lang, 'figures.panelsUndated', { n: formatInteger(lang, undated), count: undated }),
  ].filter((note) => note !== false);
}
