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
  const { lang, answer } = props;
  const [wanted, setWanted] = useState(WORKABLE);
  const workable = Math.min(wanted, answer.places.length);
  return (
    <>
      <Statement {...props} />
      {answer.places.length === 0 ? (
        <Nothing lang={lang} title="viewer.noProblemPlaces" hint="viewer.noProblemPlacesHint" />
      ) : (
        <>
          <Planner {...props} count={workable} onCount={setWanted} />
          <PlaceList {...props} workable={workable} />
          <ShortlistBar {...props} />
        </>
      )}
    </>
  );
}
