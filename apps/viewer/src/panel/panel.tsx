import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Tab } from '../state/view-state.ts';
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
        <Notes lang={lang} facts={facts} answer={answer} question={question} tab={tab} />
        {answer.total === 0 && tab !== 'data' ? (
          <NoIncidents lang={lang} facts={facts} question={question} />
        ) : (
          <Page {...props} />
        )}
        {tab !== 'data' && <DataAccount lang={lang} facts={facts} answer={answer} />}
      </div>
    </section>
  );
}

/** Filters that leave nothing, or data that hold nothing that takes part in the place analysis. */
function NoIncidents(props: Pick<PanelProps, 'lang' | 'facts' | 'question'>): ReactNode {
  const { lang, facts, question } = props;
  const areAllApart =
    question.category === undefined && facts.categories.every(({ layer }) => layer !== 'place');
  return areAllApart ? (
    <Nothing lang={lang} title="viewer.onlyApart" hint="viewer.onlyApartHint" />
  ) : (
    <Nothing lang={lang} title="viewer.noResults" hint="viewer.noResultsHint" />
  );
}

/** What must be said before any number is read. */
function Notes(props: {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  question: Question;
  tab: Tab;
}): ReactNode {
  const { lang, facts, answer, question, tab } = props;
  const name = answer.district?.names[lang];
  const layer = facts.categories.find(({ label }) => label === question.category)?.layer;
  const left = answer.hoursUnknown;
  const notes = [
    facts.simulated && text(lang, 'statements.simulated'),
    facts.subject === 'road-accidents' && text(lang, 'statements.notCrime'),
    layer === 'police-detected' && text(lang, 'viewer.apartPoliceDetected'),
    layer === 'placeless' && text(lang, 'viewer.apartPlaceless'),
    // The page of comparison says it in its own words.
    name !== undefined &&
      tab !== 'compare' &&
      text(lang, tab === 'concentration' ? 'layers.wholeCityNote' : 'layers.districtNote', { name }),
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
