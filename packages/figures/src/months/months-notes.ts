import { formatInteger, formatNumber, text } from '@oryn/language';
import { pText } from '../frame/p-text.ts';
import { sourceNote } from '../frame/source-note.ts';
import type { MonthsChartProps } from './months-props.ts';

/** What is counted, what is not drawn, and how an even year was held against it. */
export function monthsNotes(props: MonthsChartProps): (string | undefined)[] {
  const { lang, together, incidents, undated, uncovered, sourceLine } = props;
  const { band, test, years } = together;
  const gaps = [
    ...(undated > 0 ? [text(lang, 'charts.undated', { n: formatInteger(lang, undated) })] : []),
    ...(uncovered > 0 ? [text(lang, 'charts.uncovered', { n: formatInteger(lang, uncovered) })] : []),
  ];
  const total = text(lang, 'figures.totalIncidents', { n: formatInteger(lang, incidents), count: incidents });
  return [
    gaps.length === 0 ? total : `${total}. ${text(lang, 'charts.monthsGaps', { list: gaps.join('; ') })}`,
    band && test
      ? text(lang, 'charts.monthsWhole', {
          years,
          law: band.law,
          dispersion: formatNumber(lang, test.dispersion, { significant: 2 }),
        })
      : undefined,
    test === undefined
      ? text(lang, 'charts.monthsNoTest')
      : text(lang, 'charts.monthsTest', {
          months: String(test.freedom[0]),
          swings: String(test.freedom[1]),
          f: formatNumber(lang, test.f),
          p: pText(lang, test.p),
        }),
    sourceNote(lang, sourceLine),
  ];
}
