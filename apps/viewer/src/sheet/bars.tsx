import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

interface BarsProps {
  lang: Language;
  /** The largest first. */
  rows: readonly { name: string; n: number }[];
  /** As many stand open; the rest folds away under its sum. */
  shown: number;
}

/** Named counts, the longest bar for the largest. */
export function Bars({ lang, rows, shown }: BarsProps): ReactNode {
  // One row more takes no more room than the line that would hide it.
  const open = rows.length <= shown + 1 ? rows.length : shown;
  const rest = rows.slice(open);
  const sum = rest.reduce((total, { n }) => total + n, 0);
  return (
    <>
      <List lang={lang} rows={rows.slice(0, open)} most={rows[0].n} />
      {rest.length > 0 && (
        <details className="fold">
          <summary>{text(lang, 'viewer.otherRows', { n: formatInteger(lang, sum) })}</summary>
          <List lang={lang} rows={rest} most={rows[0].n} />
        </details>
      )}
    </>
  );
}

function List({ lang, rows, most }: Pick<BarsProps, 'lang' | 'rows'> & { most: number }): ReactNode {
  return (
    <ul className="bars">
      {rows.map(({ name, n }) => (
        <li key={name}>
          <i style={{ width: `${(n / most) * 100}%` }} />
          <span>
            <bdi>{name}</bdi>
          </span>
          <b>{formatInteger(lang, n)}</b>
        </li>
      ))}
    </ul>
  );
}
