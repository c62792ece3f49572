import { type Language, languages, text } from '@oryn/language';
import type { ReactNode } from 'react';

const SHORT: Record<Language, string> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

export function LanguageSwitch(props: { lang: Language; onChange: (lang: Language) => void }): ReactNode {
  return (
    <fieldset className="switch languages">
      <legend className="unseen">{text(props.lang, 'viewer.language')}</legend>
      {languages.map((lang) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          aria-pressed={lang === props.lang}
          onClick={() => props.onChange(lang)}
        >
          {SHORT[lang]}
        </button>
      ))}
    </fieldset>
  );
}
