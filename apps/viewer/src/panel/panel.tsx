import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Answer, BundleFacts, Question } from '../worker/types.ts';
import { DataAccount } from './data-account.tsx';
import { Nothing } from './nothing.tsx';
import { panelPages } from './panel-pages.tsx';
import type { PanelProps } from './panel-props.ts';
import { Tabs } from './tabs.tsx';

/** What is found, what it would take, and where. */
export function Panel(props: PanelProps): ReactNode {
  const { lang, facts, answer, question, tab, onTab } = props;
  const Page = panelPages[tab];
  return (
    <section className="panel" aria-label={text(lang, `viewer.tab.${tab}`)}>
      <Tabs lang={lang} tab={tab} onChange={onTab} />
      <div id="page" className="page" role="tabpanel" tabIndex={-1} aria-labelledby={`tab-${tab}`}>
        <Notes lang={lang} facts={facts} answer={answer} question={question} />
        {answer.total === 0 ? (
          <Nothing lang={lang} title="viewer.noResults" hint="viewer.noResultsHint" />
        ) : (
          <Page {...props} />
        )}
        <DataAccount lang={lang} facts={facts} answer={answer} />
      </div>
    </section>
  );
}

/** What must be said before any number is read. */
function Notes(props: { lang: Language; facts: BundleFacts; answer: Answer; question: Question }): ReactNode {
  const { lang, facts, answer, question } = props;
  const layer = facts.categories.find(({ label }) => label === question.category)?.layer;
  const left = answer.hoursUnknown;
  const notes = [
    facts.simulated && text(lang, 'statements.simulated'),
    facts.subject === 'road-accidents' && text(lang, 'statements.notCrime'),
    layer === 'police-detected' && text(lang, 'viewer.apartPoliceDetected'),
    layer === 'placeless' && text(lang, 'viewer.apartPlaceless'),
    left > 0 && text(lang, 'viewer.hoursLeftOut', { n: formatInteger(lang, left), count: left }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
