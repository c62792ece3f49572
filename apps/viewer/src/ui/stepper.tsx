import { type Language, type TextKey, text } from '@oryn/language';
import type { ReactNode } from 'react';

/** A whole number from 1 to the most, typed or taken up and down by one. */
export function Stepper(props: {
  lang: Language;
  /** Where a label stands beside it; else `name` says what is counted. */
  id?: string;
  name?: TextKey;
  fewer: TextKey;
  more: TextKey;
  count: number;
  most: number;
  onCount: (count: number) => void;
}): ReactNode {
  const { lang, id, name, fewer, more, count, most, onCount } = props;
  return (
    <span className="stepper">
      <button
        type="button"
        aria-label={text(lang, fewer)}
        disabled={count <= 1}
        onClick={() => onCount(count - 1)}
      >
        −
      </button>
      <input
        id={id}
        type="number"
        aria-label={name && text(lang, name)}
        min={1}
        max={most}
        value={count}
        onChange={(event) => {
          const given = event.target.valueAsNumber;
          if (Number.isInteger(given) && given >= 1) onCount(Math.min(given, most));
        }}
      />
      <button
        type="button"
        aria-label={text(lang, more)}
        disabled={count >= most}
        onClick={() => onCount(count + 1)}
      >
        +
      </button>
    </span>
  );
}
