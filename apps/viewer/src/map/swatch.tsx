import type { ReactNode } from 'react';

/** One row of a legend: the mark, its name, how many. */
export function Swatch(props: {
  fill?: string;
  className?: string;
  name: string;
  detail?: string;
  count?: string;
}): ReactNode {
  const { fill, className, name, detail, count } = props;
  return (
    <li>
      <i className={className} style={fill === undefined ? undefined : { background: fill }} />
      <span>{name}</span>
      {count && <span className="count">{count}</span>}
      {detail && <small>{detail}</small>}
    </li>
  );
}
