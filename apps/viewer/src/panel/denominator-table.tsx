import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { BundleFacts, StatedConcentration } from '../worker/types.ts';
import { chanceOfHalf, halfOf, wordFor } from './denominator-words.ts';

/** Every denominator beside its chance: no share stands without either. */
export function DenominatorTable(props: {
  lang: Language;
  facts: BundleFacts;
  rows: readonly StatedConcentration[];
}): ReactNode {
  const { lang, facts, rows } = props;
  return (
    <table className="denominators">
      <thead>
        <tr>
          <th scope="col">{text(lang, 'viewer.halfIn')}</th>
          <th scope="col">
            <span className="unseen">{text(lang, 'terms.share_of_places')}</span>
          </th>
          <th scope="col">{text(lang, 'viewer.byChance')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { over, chance } = row;
          const half = halfOf(over);
          const counts = { k: formatInteger(lang, half.k), n: formatInteger(lang, over.places) };
          return (
            <tr key={over.denominator}>
              <th scope="row">
                {text(lang, 'figures.denominatorName', { denominator: wordFor(over, facts) })}
                <small>{text(lang, 'viewer.headlineCounts', counts)}</small>
              </th>
              <td className="observed">{formatPercent(lang, half.share)}</td>
              <td>
                {formatPercent(lang, chanceOfHalf(row))}
                {chance && (
                  <small>
                    {formatPercent(lang, chance.low)} – {formatPercent(lang, chance.high)}
                  </small>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
