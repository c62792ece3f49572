import { type Language, text } from '@oryn/language';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { type Tab, tabs } from '../state/view-state.ts';

/** The pages of the panel. Arrow keys go from one to the next, as WAI-ARIA asks of tabs. */
export function Tabs(props: { lang: Language; tab: Tab; onChange: (tab: Tab) => void }): ReactNode {
  const { lang, tab, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (tabs.indexOf(tab) + step + tabs.length) % tabs.length;
    onChange(tabs[next]);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={text(lang, 'viewer.tabs')} onKeyDown={move}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === tab}
          aria-controls="page"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onChange(one)}
        >
          {text(lang, `viewer.tab.${one}`)}
        </button>
      ))}
    </div>
  );
}
