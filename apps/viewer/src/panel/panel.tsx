import { formatInteger, type Language, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import type { Tab } from '../state/view-state.ts';
import type { Answer, BundleFacts, Question } from '../worker/types.ts';
import { ConcentrationPage } from './concentration-page.tsx';
import { DataAccount } from './data-account.tsx';
import { PlaceList } from './place-list.tsx';
import { Planner } from './planner.tsx';
import { Statement } from './statement.tsx';
import { Tabs } from './tabs.tsx';

/** How many places a team is thought to work before anyone says otherwise. */
const WORKABLE = 10;

/** What is found, what it would take, and where. */
export function Panel(props: {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  question: Question;
  tab: Tab;
  chosen: string | undefined;
  pointed: string | undefined;
  onTab: (tab: Tab) => void;
  onChoose: (id: string | undefined) => void;
  onPoint: (id: string | undefined) => void;
}): ReactNode {
  const { lang, facts, answer, question, tab, onTab } = props;
  return (
    <section className="panel" aria-label={text(lang, `viewer.tab.${tab}`)}>
      <Tabs lang={lang} tab={tab} onChange={onTab} />
      <div id="page" className="page" role="tabpanel" tabIndex={-1} aria-labelledby={`tab-${tab}`}>
        <Notes lang={lang} facts={facts} answer={answer} question={question} />
        {answer.total === 0 ? (
          <Nothing lang={lang} title="viewer.noResults" hint="viewer.noResultsHint" />
        ) : tab === 'concentration' ? (
          <ConcentrationPage lang={lang} facts={facts} answer={answer} />
        ) : (
          <PlacesPage {...props} />
        )}
        <DataAccount lang={lang} facts={facts} answer={answer} />
      </div>
    </section>
  );
}

/** The problem places: how much they hold, what it would take, and where they are. */
function PlacesPage(props: Parameters<typeof Panel>[0]): ReactNode {
  const { lang, facts, answer, chosen, pointed, onChoose, onPoint } = props;
  const [wanted, setWanted] = useState(WORKABLE);
  const workable = Math.min(wanted, answer.places.length);
  return (
    <>
      <Statement lang={lang} facts={facts} answer={answer} />
      {answer.places.length === 0 ? (
        <Nothing lang={lang} title="viewer.noProblemPlaces" hint="viewer.noProblemPlacesHint" />
      ) : (
        <>
          <Planner lang={lang} facts={facts} answer={answer} count={workable} onCount={setWanted} />
          <PlaceList
            lang={lang}
            answer={answer}
            workable={workable}
            chosen={chosen}
            pointed={pointed}
            onChoose={onChoose}
            onPoint={onPoint}
          />
        </>
      )}
    </>
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

function Nothing(props: {
  lang: Language;
  title: 'viewer.noResults' | 'viewer.noProblemPlaces';
  hint: 'viewer.noResultsHint' | 'viewer.noProblemPlacesHint';
}): ReactNode {
  return (
    <div className="nothing" role="status">
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <path d="M22 4 37.6 13v18L22 40 6.4 31V13z" className="nothing-cell" />
      </svg>
      <strong>{text(props.lang, props.title)}</strong>
      <p>{text(props.lang, props.hint)}</p>
    </div>
  );
}
