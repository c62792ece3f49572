import { type ReactNode, useState } from 'react';
import { ShortlistBar } from '../shortlist/shortlist-bar.tsx';
import { Nothing } from './nothing.tsx';
import type { PanelProps } from './panel-props.ts';
import { PlaceList } from './place-list.tsx';
import { Planner } from './planner.tsx';
import { Statement } from './statement.tsx';

/** How many places a team is thought to work before anyone says otherwise. */
const WORKABLE = 10;

/** The problem places: how much they hold, what it would take, and where they are. */
export function PlacesPage(props: PanelProps): ReactNode {
  const { lang, facts, answer, chosen, pointed, shortlist, onChoose, onPoint, onBriefing } = props;
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
            shortlist={shortlist}
            onChoose={onChoose}
            onPoint={onPoint}
          />
          <ShortlistBar
            lang={lang}
            answer={answer}
            shortlist={shortlist}
            workable={workable}
            onBriefing={onBriefing}
          />
        </>
      )}
    </>
  );
}
