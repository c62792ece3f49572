import type { ColumnMapping } from '@oryn/ingest';
import { formatInteger, formatPeriod, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Understood } from '../worker/understand.ts';
import { ColumnTable } from './column-table.tsx';

/** What was understood of the files: rows, dates, columns, quality; what is wrong can be mended in place. */
export function UnderstoodView(props: {
  lang: Language;
  understood: Understood;
  onMapping: (mapping: ColumnMapping) => void;
}): ReactNode {
  const { lang, understood, onMapping } = props;
  const { tables, facts, dropped, withoutDate, outside, dates, verdict, reasons, page } = understood;
  const n = (value: number): string => formatInteger(lang, value);
  const lines = [
    text(lang, 'open.rowsKept', { kept: n(understood.kept), read: n(understood.read) }),
    dropped[lang].length > 0 && text(lang, 'open.rowsDropped', { list: dropped[lang].join('; ') }),
    outside !== undefined && outside > 0 && text(lang, 'open.rowsOutside', { n: n(outside) }),
    dates && text(lang, 'open.dates', { period: formatPeriod(lang, dates.first, dates.last) }),
    withoutDate > 0 && text(lang, 'open.rowsUndated', { n: n(withoutDate) }),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      <section>
        <h2>{text(lang, 'open.understood')}</h2>
        {understood.simulated && <p className="pill">{text(lang, 'viewer.simulatedBanner')}</p>}
        <ul className="understood-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="second">{text(lang, 'open.columnsHint')}</p>
        {tables.map((table) => (
          <ColumnTable
            key={table.file}
            lang={lang}
            table={table}
            offered={understood.offered}
            onMapping={onMapping}
          />
        ))}
        <dl className="facts">
          {facts[lang].map(({ name, value, reason, files }) => (
            <div key={name + value + files.join()}>
              <dt>{files.length > 0 ? `${name} (${files.join(', ')})` : name}</dt>
              <dd>
                <b>{value}</b> {reason}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{text(lang, 'open.quality')}</h2>
        <p className="lead">{verdict[lang]}</p>
        <ul className="understood-lines">
          {reasons[lang].map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <button type="button" className="button" onClick={() => openPage(page[lang])}>
          {text(lang, 'open.qualityPage')}
        </button>
      </section>
    </>
  );
}

/** A page of our own in a tab of its own; its scripts, if a file smuggled any in, have nothing to run with. */
function openPage(html: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  window.open(address, '_blank', 'noopener');
}
