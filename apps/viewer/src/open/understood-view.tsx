import { formatInteger, formatPeriod, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { FactList } from '../ui/fact-list.tsx';
import type { UnderstoodContent } from '../worker/understand.ts';

/** What the rows of the files hold, how they were understood, and how good they are. */
export function UnderstoodView(props: { lang: Language; content: UnderstoodContent }): ReactNode {
  const { lang, content } = props;
  const { facts, dropped, withoutDate, outside, dates, verdict, reasons, page } = content;
  const n = (value: number): string => formatInteger(lang, value);
  const lines = [
    text(lang, 'open.rowsKept', { kept: n(content.kept), read: n(content.read) }),
    dropped[lang].length > 0 && text(lang, 'open.rowsDropped', { list: dropped[lang].join('; ') }),
    content.byDistrict?.[lang],
    outside !== undefined && outside > 0 && text(lang, 'open.rowsOutside', { n: n(outside) }),
    dates && text(lang, 'open.dates', { period: formatPeriod(lang, dates.first, dates.last) }),
    withoutDate > 0 && text(lang, 'open.rowsUndated', { n: n(withoutDate) }),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      <section>
        <h2>{text(lang, 'open.understood')}</h2>
        {content.simulated && <p className="pill">{text(lang, 'viewer.simulatedBanner')}</p>}
        <ul className="understood-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <FactList
          facts={facts[lang].map(({ name, value, reason, files }) => ({
            name: files.length > 0 ? `${name} (${files.join(', ')})` : name,
            value,
            reason,
          }))}
        />
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
