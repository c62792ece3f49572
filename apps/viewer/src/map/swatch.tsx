import type { ReactNode } from 'react';

/** One row of a legend: the mark, its name, how many. */
export function Swatch(props: {
  fill?: string;
  className?: string;
  /** In the stead of a filled cell. */
  mark?: ReactNode;
  name: string;
  detail?: string;
  count?: string;
}): ReactNode {
  const { fill, className, mark, name, detail, count } = props;
  return (
    <li>
      {mark ?? <i className={className} style={fill === undefined ? undefined : { background: fill }} />}
      <span>{name}</span>
      {count && <span className="count">{count}</span>}
      {detail && <small>{detail}</small>}
    </li>
  );
}
