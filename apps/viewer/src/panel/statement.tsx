import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Answer, BundleFacts, StatedConcentration } from '../worker/types.ts';
import { DenominatorTable } from './denominator-table.tsx';
import { chanceOfHalf, halfOf, wordFor } from './denominator-words.ts';

/** The share for half of the incidents, never without its denominator and what chance would give. */
export function Statement(props: { lang: Language; facts: BundleFacts; answer: Answer }): ReactNode {
  const { lang, facts, answer } = props;
  const [first, ...others] = answer.concentration;
  return (
    <div className="statement">
      {answer.headline === undefined ? (
        <Denominators {...props} />
      ) : (
        <Headline lang={lang} facts={facts} share={answer.headline} first={first} others={others} />
      )}
      {isLikeChance(first) && <p className="caution">{text(lang, 'statements.likeChance')}</p>}
    </div>
  );
}

function Headline(props: {
  lang: Language;
  facts: BundleFacts;
  share: number;
  first: StatedConcentration;
  others: readonly StatedConcentration[];
}): ReactNode {
  const { lang, facts, share, first, others } = props;
  const { over } = first;
  const half = halfOf(over);
  const counts = { k: formatInteger(lang, half.k), n: formatInteger(lang, over.places) };
  return (
    <div className="headline">
      <strong className="figure" title={text(lang, 'viewer.headlineCounts', counts)}>
        {formatPercent(lang, share)}
      </strong>
      <div>
        <p className="lead">
          {text(lang, 'viewer.headline', {
            denominator: wordFor(over, facts),
            subject: facts.subject === 'road-accidents' ? 'accidents' : 'incidents',
          })}{' '}
          <span className="quiet">({text(lang, 'viewer.headlineCounts', counts)})</span>
        </p>
        <p>
          {text(lang, 'viewer.headlineChance', {
            expected: formatPercent(lang, chanceOfHalf(first)),
            by: first.chance ? 'throws' : 'law',
          })}
        </p>
        {others.map((other) => (
          <p key={other.over.denominator} className="second">
            {text(lang, 'statements.secondDenominator', {
              denominator: wordFor(other.over, facts),
              share: formatPercent(lang, halfOf(other.over).share),
              expected: formatPercent(lang, chanceOfHalf(other)),
            })}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Without a mask no share is the headline: the denominators stand side by side. */
function Denominators({
  lang,
  facts,
  answer,
}: {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
}): ReactNode {
  return (
    <>
      <DenominatorTable lang={lang} facts={facts} rows={answer.concentration} />
      {!answer.concentration[0].chance && <p className="second">{text(lang, 'viewer.chanceByLaw')}</p>}
      <p className="second">
        {text(lang, facts.hasBoundary ? 'statements.noHeadline' : 'statements.occupied')}
      </p>
      {!facts.hasBoundary && <p className="caution">{text(lang, 'statements.occupiedWarning')}</p>}
    </>
  );
}

/** Whole places stand beside whole places, as in the report; beside the law, which has parts of places, parts. */
function isLikeChance({ over, chance }: StatedConcentration): boolean {
  const half = halfOf(over);
  return chance ? half.share >= chance.mean : half.interpolatedShare >= half.expectedShare;
}
