import { formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Answer, BundleFacts } from '../worker/types.ts';

/** What a hot spot is and where the rows went: one step away, never further. */
export function DataAccount(props: { lang: Language; facts: BundleFacts; answer: Answer }): ReactNode {
  const { lang, facts, answer } = props;
  const first = answer.concentration[0]?.over.denominator;
  const denominator =
    first === 'mask'
      ? facts.maskKind === 'streets'
        ? 'streets'
        : 'mask'
      : first === 'area'
        ? 'area'
        : 'occupied';
  return (
    <div className="foot">
      <details>
        <summary>{text(lang, 'viewer.whyHot')}</summary>
        <p>
          {text(lang, 'statements.hotPlace', {
            denominator,
            statistic: facts.statistic,
            q: formatNumber(lang, 0.1),
          })}
        </p>
        <p>{text(lang, 'statements.qMeaning')}</p>
      </details>
      <details>
        <summary>{text(lang, 'viewer.whyProblem')}</summary>
        <p>{text(lang, 'statements.problemPlaceMeans', { rankBy: answer.rankBy })}</p>
      </details>
      <details>
        <summary>{text(lang, 'viewer.aboutData')}</summary>
        <ul>
          {facts.accountLines[lang].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {facts.simulated ? null : <p>{text(lang, 'statements.registeredOnly')}</p>}
      </details>
    </div>
  );
}
