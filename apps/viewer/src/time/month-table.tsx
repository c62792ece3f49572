import { formatInteger, type Language, monthName, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { TimeAnswer } from '../worker/time.ts';
import { yearOf } from './months.ts';

/** The numbers of the months, a year a row. */
export function MonthTable({ lang, found }: { lang: Language; found: TimeAnswer }): ReactNode {
  const { firstMonth, months } = found;
  const years = Array.from({ length: months.length / 12 }, (_, i) => yearOf(firstMonth) + i);
  return (
    <details className="fold">
      <summary>{text(lang, 'time.numbers')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="month-table" tabIndex={0} aria-label={text(lang, 'time.numbers')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text(lang, 'viewer.year')}</th>
              {Array.from({ length: 12 }, (_, i) => (
                <th key={monthName('en', i + 1)} scope="col">
                  <abbr title={monthName(lang, i + 1)}>{monthName(lang, i + 1).slice(0, 3)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year, row) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {months.slice(row * 12, row * 12 + 12).map((n, i) => (
                  <td key={monthName('en', i + 1)}>{n === undefined ? '–' : formatInteger(lang, n)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
