import { formatPeriod, type Language, text } from '@oryn/language';
import type { StudyInput } from '@oryn/study';
import { type ReactNode, useId } from 'react';
import type { UnderstoodContent } from '../worker/understand.ts';
import { OffenceChoice } from './offence-choice.tsx';
import type { Said } from './study-input.ts';

const RESOLUTIONS = [8, 9, 10] as const;

/** What a person may say about the study; everything else is chosen with a reason. */
export function StudySettings(props: {
  lang: Language;
  content: UnderstoodContent;
  input: StudyInput;
  onSay: (change: Said) => void;
}): ReactNode {
  const { lang, content, input, onSay } = props;
  const { dates, categories } = content;
  const id = useId();
  const title = typeof input.title === 'object' ? input.title[lang] : (input.title ?? '');
  const resolution = input.resolution ?? 9;
  const day = (name: 'from' | 'to'): ReactNode => (
    <label>
      <small>{text(lang, `open.${name}`)}</small>
      <input
        type="date"
        value={input[name] ?? ''}
        min={dates?.first}
        max={dates?.last}
        onChange={(event) => onSay({ [name]: event.target.value || undefined })}
      />
    </label>
  );
  return (
    <section>
      <h2>{text(lang, 'open.settings')}</h2>
      <div className="settings">
        <label htmlFor={`${id}-title`}>{text(lang, 'open.name')}</label>
        <input
          id={`${id}-title`}
          value={title}
          maxLength={120}
          onChange={(event) => onSay({ title: event.target.value || undefined })}
        />
        <label htmlFor={`${id}-cells`}>{text(lang, 'open.resolution')}</label>
        <select
          id={`${id}-cells`}
          value={resolution}
          onChange={(event) => onSay({ resolution: Number(event.target.value) })}
        >
          {RESOLUTIONS.map((one) => (
            <option key={one} value={one}>
              {text(lang, `open.resolution.${one}`)}
            </option>
          ))}
          {!RESOLUTIONS.some((one) => one === resolution) && (
            <option value={resolution}>{`H3 ${resolution}`}</option>
          )}
        </select>
        {dates && (
          <>
            <span>{text(lang, 'open.period')}</span>
            <fieldset className="period" aria-label={text(lang, 'open.period')}>
              {day('from')}
              {day('to')}
              <span className="second">
                {text(lang, 'open.periodHint', { period: formatPeriod(lang, dates.first, dates.last) })}
              </span>
            </fieldset>
          </>
        )}
        {(categories.length > 1 || input.category) && (
          <>
            <span>{text(lang, 'open.offences')}</span>
            <OffenceChoice
              lang={lang}
              categories={categories}
              chosen={input.category}
              onChoose={(category) => onSay({ category })}
            />
          </>
        )}
      </div>
      <p className="second">{text(lang, input.possible ? 'open.maskStreets' : 'open.noMask')}</p>
    </section>
  );
}
