import { type Language, text } from '@oryn/language';
import { type ReactNode, useId } from 'react';
import { type ChangeSplit, changeSplits } from '../state/view-state.ts';
import { splitText } from './legend-words.ts';

/** Which two periods the change is between. */
export function PeriodSplit(props: {
  lang: Language;
  years: readonly number[];
  split: ChangeSplit;
  onSplit: (split: ChangeSplit) => void;
}): ReactNode {
  const { lang, years, split, onSplit } = props;
  const id = useId();
  // Of two years both ways are the same.
  if (years.length < 3) return null;
  return (
    <p className="periods">
      <label htmlFor={id}>{text(lang, 'layers.periods')}</label>
      <select id={id} value={split} onChange={(event) => onSplit(event.target.value as ChangeSplit)}>
        {changeSplits.map((one) => (
          <option key={one} value={one}>
            {splitText(lang, years, one)}
          </option>
        ))}
      </select>
    </p>
  );
}
