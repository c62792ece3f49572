import { type Language, text } from '@oryn/language';
import { type ReactNode, useId } from 'react';
import { SelectField } from '../bar/select-field.tsx';
import type { PanelProps } from '../panel/panel-props.ts';
import { categoryName } from '../ui/words.ts';
import type { BundleFacts, Question } from '../worker/types.ts';
import { type Choice, choiceText, nameOfBundle } from './choice.ts';
import { otherCities } from './first-choice.tsx';

/** The first side is what stands above the page; here is what the second differs in. */
export function ChoiceFields(props: PanelProps & { choice: Choice }): ReactNode {
  const { lang, facts, question, choice, comparison, onCompare } = props;
  const choose = (next: Choice): void => onCompare({ other: choiceText(next) });
  return (
    <div className="compare-choice">
      <p className="side a">
        <i aria-hidden="true">A</i>
        <bdi>{comparison.names[0] || text(lang, 'comparison.asAbove')}</bdi>
        <small>{text(lang, 'comparison.chosenAbove')}</small>
      </p>
      <div className="side b">
        <i aria-hidden="true">B</i>
        {choice.by === 'years' && (
          <Years lang={lang} facts={facts} question={question} choice={choice} onChoose={choose} />
        )}
        {choice.by === 'offence' && (
          <SelectField
            label={text(lang, 'comparison.withOffence')}
            value={choice.category}
            groups={[{ options: offences(lang, facts, question, choice) }]}
            onChange={(category) => choose({ by: 'offence', category })}
          />
        )}
        {choice.by === 'city' && (
          <SelectField
            label={text(lang, 'comparison.withCity')}
            value={choice.id}
            groups={[
              {
                options: otherCities(props).map(({ id }) => ({
                  value: id,
                  name: nameOfBundle(comparison.index, id, lang),
                })),
              },
            ]}
            onChange={(id) => choose({ by: 'city', id })}
          />
        )}
        <button type="button" className="button" onClick={() => onCompare({ other: undefined })}>
          {text(lang, 'comparison.another')}
        </button>
      </div>
    </div>
  );
}

function offences(
  lang: Language,
  facts: BundleFacts,
  question: Question,
  { category }: Choice & { by: 'offence' },
) {
  return facts.categories
    .filter(({ label }) => label !== '' && (label !== question.category || label === category))
    .map((one) => ({ value: one.label, name: categoryName(lang, one) }));
}

/** Years outside the period above; the second select goes on from the first without passing through it. */
function Years(props: {
  lang: Language;
  facts: BundleFacts;
  question: Question;
  choice: Choice & { by: 'years' };
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const { lang, facts, question, choice, onChoose } = props;
  const id = useId();
  const isFree = (year: number): boolean => year < question.from || year > question.to;
  const starts = facts.years.filter((year) => isFree(year) || year === choice.from);
  const endsFor = (from: number): number[] =>
    facts.years.filter((year) => year >= from && (from > question.to || year < question.from));
  const ends = [...new Set([...endsFor(choice.from), choice.to])].sort((a, b) => a - b);
  const pick = (from: number, to: number): void => onChoose({ by: 'years', from, to: Math.max(from, to) });
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {text(lang, 'comparison.withPeriod')}
      </label>
      <span className="years">
        <select
          id={id}
          value={choice.from}
          onChange={(event) => {
            const from = Number(event.target.value);
            pick(from, endsFor(from).includes(choice.to) ? choice.to : from);
          }}
        >
          {starts.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
        <span aria-hidden="true">–</span>
        <select
          aria-label={`${text(lang, 'comparison.withPeriod')}: ${text(lang, 'viewer.to')}`}
          value={choice.to}
          onChange={(event) => pick(choice.from, Number(event.target.value))}
        >
          {ends.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </span>
    </div>
  );
}
