import { text } from '@oryn/language';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { PanelProps } from '../panel/panel-props.ts';
import { useOutcome } from '../state/use-outcome.ts';
import { Failed, Waiting } from '../ui/awaited.tsx';
import { root, worker } from '../worker/client.ts';
import { PatrolSection } from './patrol-section.tsx';
import { PostList } from './post-list.tsx';
import { readChoice, writeChoice } from './siting-choice.ts';
import { SitingForm } from './siting-form.tsx';
import { Assumptions, SitingResult } from './siting-result.tsx';

/** Where new posts would be near the incidents of the question, and a round through the shortlist. */
export function PostsPage(props: PanelProps): ReactNode {
  const { lang, facts, answer, shortlist, posts, onPosts, onSiting } = props;
  const { question } = answer;
  const choice = readChoice(posts);
  const { count, radius, goal, by, existing } = choice;
  const offered = useOutcome(facts.id, () => worker.sitingFacts(root, facts.id));
  const asked = { count, radius, goal, by, existing };
  const found = useOutcome(JSON.stringify([facts.id, question, asked]), () =>
    worker.siting(root, facts.id, question, asked),
  );
  const stops = useMemo(
    () =>
      answer.places
        .filter(({ id }) => shortlist.ids.includes(id))
        .map(({ id, lon, lat }) => ({ id, lon, lat })),
    [answer.places, shortlist.ids],
  );
  const round = useOutcome(stops.length < 2 ? undefined : JSON.stringify([facts.id, stops, by]), () =>
    worker.patrol(root, facts.id, stops, by),
  );

  const sited = found.value?.map;
  const line = round.value?.line;
  useEffect(() => {
    const features = [
      ...(sited?.features ?? []),
      ...(line ? [{ type: 'Feature' as const, properties: { kind: 'round' }, geometry: line }] : []),
    ];
    onSiting({ type: 'FeatureCollection', features });
  }, [sited, line, onSiting]);
  useEffect(() => () => onSiting(undefined), [onSiting]);

  const failure = found.error ?? offered.error;
  return (
    <div className="siting" aria-busy={found.isBusy || round.isBusy}>
      <SitingForm
        lang={lang}
        choice={choice}
        facts={offered.value}
        onChange={(next) => onPosts(writeChoice({ ...choice, ...next }))}
      />
      {failure && <Failed lang={lang} failure={failure} />}
      {!failure && found.value === undefined && <Waiting lang={lang} what="siting.reckoning" />}
      {found.value === null && (
        <div className="siting-nothing" role="status">
          <strong>{text(lang, 'siting.nothing')}</strong>
          <p>{text(lang, 'siting.nothingHint')}</p>
        </div>
      )}
      {found.value && (
        <>
          <SitingResult lang={lang} found={found.value} isBusy={found.isBusy} />
          <PostList lang={lang} found={found.value} isSimulated={facts.simulated} />
        </>
      )}
      {round.error && <Failed lang={lang} failure={round.error} />}
      <PatrolSection
        lang={lang}
        answer={answer}
        round={round.value}
        choice={choice}
        onChange={(next) => onPosts(writeChoice({ ...choice, ...next }))}
      />
      {found.value && <Assumptions lang={lang} found={found.value} />}
    </div>
  );
}
