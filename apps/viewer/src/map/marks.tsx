import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { monthText } from '../time/months.ts';
import type { MonthOnMap } from '../time/use-month-on-map.ts';
import type { BundleFacts } from '../worker/types.ts';

/** What no reader of a map may miss: the month it shows, that data are invented, that accidents are no crime. */
export function Marks(props: {
  lang: Language;
  /** Of the bundles on the map. */
  facts: readonly BundleFacts[];
  month?: MonthOnMap | undefined;
}): ReactNode {
  const { lang, facts, month } = props;
  return (
    <div className="marks">
      {month && (
        <p className="pill month-mark">
          <b>{monthText(lang, month.month)}</b>
          {' · '}
          {text(lang, 'viewer.incidentCount', {
            n: formatInteger(lang, month.answer.total),
            count: month.answer.total,
          })}
        </p>
      )}
      {facts.some(({ simulated }) => simulated) && (
        <p className="pill" data-mark="simulated">
          {text(lang, 'viewer.simulatedBanner')}
        </p>
      )}
      {facts.some(({ subject }) => subject === 'road-accidents') && (
        <p className="pill" data-mark="not-crime">
          {text(lang, 'figures.roadAccidentsNotCrime')}
        </p>
      )}
    </div>
  );
}
