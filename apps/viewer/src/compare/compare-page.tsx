import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { PanelProps } from '../panel/panel-props.ts';
import { Awaited, Failed } from '../ui/awaited.tsx';
import type { CompareAnswer } from '../worker/compare.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { Cautions, Verdict } from './compare-words.tsx';
import { FirstChoice } from './first-choice.tsx';
import { ShareTable } from './share-table.tsx';

/** The present question beside another period, another offence or another city. */
export function ComparePage(props: PanelProps): ReactNode {
  const { lang, answer, comparison } = props;
  const { choice, refused, found } = comparison;
  const district = choice?.by === 'city' ? undefined : answer.district;
  if (!choice) return <FirstChoice {...props} />;
  return (
    <div className="compare" aria-busy={found.isBusy}>
      <ChoiceFields {...props} choice={choice} />
      {district && (
        <p className="caution">{text(lang, 'comparison.districtOnly', { name: district.names[lang] })}</p>
      )}
      {refused && (
        <p className="caution" role="status">
          {text(lang, `comparison.refused.${refused}`)}
        </p>
      )}
      {!refused && (
        <Awaited lang={lang} pending={found} waiting="viewer.counting">
          {(value) => <Found {...props} answerOf={value} />}
        </Awaited>
      )}
    </div>
  );
}

function Found(props: PanelProps & { answerOf: CompareAnswer }): ReactNode {
  const { lang, facts, comparison, answerOf } = props;
  const { drawn, names } = comparison;
  const common = { lang, names, found: answerOf, drawn: drawn.value };
  return (
    <>
      {answerOf.toDraw && !drawn.value && !drawn.error && <Progress lang={lang} done={drawn.done} />}
      <Verdict {...common} />
      {drawn.error && <Failed lang={lang} failure={drawn.error} />}
      <ShareTable {...common} facts={facts} />
      <Cautions {...common} />
    </>
  );
}

function Progress({ lang, done }: { lang: Language; done: number }): ReactNode {
  return (
    <p className="compare-progress" role="status">
      <progress value={done} aria-label={text(lang, 'comparison.reckoning')} />
      {text(lang, 'comparison.reckoning')}
    </p>
  );
}
