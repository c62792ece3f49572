import { formatInteger, type Language, text } from '@oryn/language';
import { type ReactNode, useId } from 'react';
import { SelectField } from '../bar/select-field.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { lengthText } from '../ui/words.ts';
import type { SitingFacts } from '../worker/siting.ts';
import {
  distanceKinds,
  type ExistingPosts,
  existingPosts,
  goals,
  MOST_POSTS,
  RADII,
  type SitingChoice,
} from './siting-choice.ts';

/** What posts are asked for. Choices that the bundle cannot serve are not offered. */
export function SitingForm(props: {
  lang: Language;
  choice: SitingChoice;
  /** Undefined while they are read. */
  facts: SitingFacts | undefined;
  onChange: (change: Partial<SitingChoice>) => void;
}): ReactNode {
  const { lang, choice, facts, onChange } = props;
  const options = <T extends string>(list: readonly T[], nameOf: (one: T) => string) => [
    { options: list.map((value) => ({ value, name: nameOf(value) })) },
  ];
  const among = <T extends string>(list: readonly T[], value: string): T =>
    list.find((one) => one === value)!;
  const offered = existingPosts.filter((one) => one === 'none' || (facts?.[one] ?? 0) > 0);
  const existingName = (one: ExistingPosts): string =>
    one === 'none'
      ? text(lang, 'siting.existing.none')
      : text(lang, `siting.existing.${one}`, { n: formatInteger(lang, facts?.[one] ?? 0) });
  return (
    <div className="siting-form">
      <Count lang={lang} count={choice.count} onChange={(count) => onChange({ count })} />
      <SelectField
        label={text(lang, 'siting.radius')}
        value={String(choice.radius)}
        groups={[
          {
            options: RADII.map((meters) => ({ value: String(meters), name: lengthText(lang, meters) })),
          },
        ]}
        onChange={(value) => onChange({ radius: Number(value) })}
      />
      <SelectField
        className="wide"
        label={text(lang, 'siting.goal')}
        value={choice.goal}
        groups={options(goals, (one) => text(lang, `siting.goal.${one}`))}
        onChange={(value) => onChange({ goal: among(goals, value) })}
      />
      {facts?.hasStreets && (
        <SelectField
          label={text(lang, 'siting.distance')}
          value={choice.by}
          groups={options(distanceKinds, (one) => text(lang, `siting.by.${one}`))}
          onChange={(value) => onChange({ by: among(distanceKinds, value) })}
        />
      )}
      {offered.length > 1 && (
        <SelectField
          label={text(lang, 'siting.existing')}
          value={offered.includes(choice.existing) ? choice.existing : 'none'}
          groups={options(offered, existingName)}
          onChange={(value) => onChange({ existing: among(existingPosts, value) })}
        />
      )}
    </div>
  );
}

function Count(props: { lang: Language; count: number; onChange: (count: number) => void }): ReactNode {
  const { lang, count, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {text(lang, 'siting.count')}
      </label>
      <Stepper
        lang={lang}
        id={id}
        fewer="siting.fewer"
        more="siting.more"
        count={count}
        most={MOST_POSTS}
        onCount={onChange}
      />
    </div>
  );
}
