import { type Language, text } from '@oryn/language';
import type { StudyInput } from '@oryn/study';
import { type ReactNode, useId } from 'react';

const RESOLUTIONS = [8, 9, 10] as const;
const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** What a person may say about the study; everything else is chosen with a reason. */
export function StudySettings(props: {
  lang: Language;
  title: string;
  input: Pick<StudyInput, 'resolution' | 'dateOrder' | 'possible'>;
  onTitle: (title: string) => void;
  onInput: (change: Partial<StudyInput>) => void;
}): ReactNode {
  const { lang, title, input, onTitle, onInput } = props;
  const id = useId();
  return (
    <section>
      <h2>{text(lang, 'open.settings')}</h2>
      <div className="settings">
        <label htmlFor={`${id}-title`}>{text(lang, 'open.name')}</label>
        <input
          id={`${id}-title`}
          value={title}
          maxLength={120}
          onChange={(event) => onTitle(event.target.value)}
        />
        <label htmlFor={`${id}-cells`}>{text(lang, 'open.resolution')}</label>
        <select
          id={`${id}-cells`}
          value={input.resolution ?? 9}
          onChange={(event) => onInput({ resolution: Number(event.target.value) })}
        >
          {RESOLUTIONS.map((resolution) => (
            <option key={resolution} value={resolution}>
              {text(lang, `open.resolution.${resolution}`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-order`}>{text(lang, 'open.dateOrder')}</label>
        <select
          id={`${id}-order`}
          value={input.dateOrder ?? 'auto'}
          onChange={(event) => onInput({ dateOrder: ORDERS.find((order) => order === event.target.value) })}
        >
          {(['auto', ...ORDERS] as const).map((order) => (
            <option key={order} value={order}>
              {text(lang, `open.dateOrder.${order}`)}
            </option>
          ))}
        </select>
      </div>
      <p className="second">{text(lang, input.possible ? 'open.maskStreets' : 'open.noMask')}</p>
    </section>
  );
}
