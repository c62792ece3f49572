import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { TimeAnswer } from '../worker/time.ts';

/** Incidents by year; a year that the data cover only in part is hatched and must not be read as a fall. */
export function YearBars({ lang, years }: { lang: Language; years: TimeAnswer['years'] }): ReactNode {
  const most = Math.max(1, ...years.map(({ n }) => n));
  return (
    <table className="year-bars">
      <thead className="unseen">
        <tr>
          <th scope="col">{text(lang, 'viewer.year')}</th>
          <th scope="col">{text(lang, 'figures.incidentsHeading')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, n, isWhole }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>
              <span className="year-bar">
                <i className={isWhole ? undefined : 'part'} style={{ width: `${(n / most) * 70}%` }} />
                <b>{formatInteger(lang, n)}</b>
                {!isWhole && <small>{text(lang, 'viewer.notWholeYear')}</small>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
