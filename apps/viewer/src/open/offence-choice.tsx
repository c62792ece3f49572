import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { categoryName } from '../ui/words.ts';
import type { UnderstoodContent } from '../worker/understand.ts';

/** More than this many are no list to choose from. */
const MOST_LISTED = 100;

/** The offences that the study takes; none chosen means all of them. */
export function OffenceChoice(props: {
  lang: Language;
  categories: UnderstoodContent['categories'];
  chosen: readonly string[] | undefined;
  onChoose: (chosen: string[] | undefined) => void;
}): ReactNode {
  const { lang, categories, chosen = [], onChoose } = props;
  const toggle = (label: string): void => {
    const next = chosen.includes(label) ? chosen.filter((one) => one !== label) : [...chosen, label];
    onChoose(next.length > 0 ? next : undefined);
  };
  const rare = categories.length - MOST_LISTED;
  return (
    <details className="offences">
      <summary>
        {chosen.length === 0
          ? text(lang, 'open.offences.all')
          : text(lang, 'open.offences.some', { n: formatInteger(lang, chosen.length) })}
      </summary>
      <div className="offence-list">
        {categories.slice(0, MOST_LISTED).map((category) => (
          <label key={category.label}>
            <input
              type="checkbox"
              checked={chosen.includes(category.label)}
              onChange={() => toggle(category.label)}
            />
            <bdi>{categoryName(lang, category)}</bdi>
            <span className="second">{formatInteger(lang, category.n)}</span>
          </label>
        ))}
      </div>
      {rare > 0 && (
        <p className="second">{text(lang, 'open.offences.rare', { n: formatInteger(lang, rare) })}</p>
      )}
      {chosen.length > 0 && (
        <button type="button" className="button" onClick={() => onChoose(undefined)}>
          {text(lang, 'open.offences.clear')}
        </button>
      )}
    </details>
  );
}
