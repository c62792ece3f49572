import type { ReactNode } from 'react';

interface Fact {
  name: string;
  value: string;
  reason: string;
}

/** What was understood or chosen, each with its reason. */
export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map(({ name, value, reason }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may be understood alike
        <div key={i}>
          <dt>{name}</dt>
          <dd>
            <b>
              <bdi>{value}</bdi>
            </b>{' '}
            {reason}
          </dd>
        </div>
      ))}
    </dl>
  );
}
