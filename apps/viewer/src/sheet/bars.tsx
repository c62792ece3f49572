import { formatInteger, type Language } from '@oryn/language';
import type { ReactNode } from 'react';

/** Named counts, the longest bar for the largest. */
export function Bars(props: { lang: Language; rows: readonly { name: string; n: number }[] }): ReactNode {
  const highest = Math.max(...props.rows.map(({ n }) => n));
  return (
    <ul className="bars">
      {props.rows.map(({ name, n }) => (
        <li key={name}>
          <i style={{ width: `${(n / highest) * 100}%` }} />
          <span>{name}</span>
          <b>{formatInteger(props.lang, n)}</b>
        </li>
      ))}
    </ul>
  );
}
