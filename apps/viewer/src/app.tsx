import { text } from '@oryn/language';
import type { FeatureCollection } from 'geojson';
import { type ReactNode, useEffect, useState } from 'react';
import { TopBar } from './bar/top-bar.tsx';
import { LinkedMaps } from './compare/linked-maps.tsx';
import { useComparison } from './compare/use-comparison.ts';
import { figureOfLayer, offeredFigure } from './figure/figure-choice.ts';
import { FigurePage } from './figure/figure-page.tsx';
import { MapView } from './map/map-view.tsx';
import { OpenPage } from './open/open-page.tsx';
import { keepNewest } from './open/own-studies.ts';
import { useDroppedFiles } from './open/use-dropped-files.ts';
import { Panel } from './panel/panel.tsx';
import { PublicPage } from './public-table/public-page.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { BriefingPage } from './shortlist/briefing-page.tsx';
import { useShortlist } from './shortlist/use-shortlist.ts';
import { useUndoKeys } from './state/undo-keys.ts';
import { questionOf, useBundles } from './state/use-bundles.ts';
import { useSteps } from './state/use-steps.ts';
import { hasOwnForm, NOTHING_CHOSEN } from './state/view-state.ts';
import { monthOfKey } from './time/months.ts';
import { useMonthOnMap } from './time/use-month-on-map.ts';
import { Tour } from './tour/tour.tsx';
import type { TourStep } from './tour/tour-steps.ts';
import { SkipLinks } from './ui/skip-links.tsx';
import { FailedState, LoadingState } from './ui/states.tsx';
import { cityName } from './ui/words.ts';
import type { Bounds, BundleEntry } from './worker/types.ts';

export function App(): ReactNode {
  const steps = useSteps();
  const { view: state, change } = steps;
  const [attempt, setAttempt] = useState(0);
  const [pointed, setPointed] = useState<string>();
  const [siting, setSiting] = useState<FeatureCollection>();
  /** What the map showed when its figure was asked for. */
  const [mapBounds, setMapBounds] = useState<Bounds>();
  const [own, setOwn] = useState<readonly BundleEntry[]>([]);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [tour, setTour] = useState<TourStep | 'begins'>();
  const { lang, place: chosenId, layer, tab } = state;
  const { index, entry, facts, answer } = useBundles(state, own, attempt);
  const city = entry && cityName(lang, entry);
  const isEmpty = index.value?.length === 0;
  const page = isEmpty ? 'open' : state.page;

  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = city ? `${city} · ${text(lang, 'viewer.problemPlaces')} · Oryn` : 'Oryn';
  }, [lang, city]);

  const open = facts.value && facts.value.id === entry?.id ? facts.value : undefined;
  const failure = index.error ?? facts.error ?? answer.error;
  const shortlist = useShortlist(open?.id, steps.lists, steps.changeList);
  const shownId = chosenId ?? (isAtSheet(tour) ? answer.value?.places[0]?.id : undefined);
  const chosen = answer.value?.places.find(({ id }) => id === shownId);
  const choose = (id: string | undefined): void => change({ place: id });
  const month = useMonthOnMap(open, answer.value, tab === 'time' ? monthOfKey(state.month) : undefined);
  const comparison = useComparison(
    lang,
    index.value ?? [],
    open,
    answer.value?.question,
    tab === 'compare' ? state.other : undefined,
  );
  const areCompared = comparison.facts[1] !== undefined;

  const startTour = (): void => {
    if (!isEmpty) change({ page: 'map', tab: 'places', layer: 'hot', month: undefined, figure: undefined });
    setTour('begins');
  };
  const onTour = isEmpty || (open && answer.value) ? startTour : undefined;
  useUndoKeys(steps, !hasOwnForm(page));

  const body = (): ReactNode => {
    if (page === 'open') {
      return (
        <OpenPage
          lang={lang}
          dropped={dropped}
          canGoBack={!isEmpty}
          onTour={onTour}
          onBack={() => change({ page: 'map' })}
          onOpened={(opened) => {
            setOwn(keepNewest([opened, ...own]));
            setDropped([]);
            change({ ...NOTHING_CHOSEN, city: opened.id, page: 'map' });
          }}
        />
      );
    }
    if (failure) return <FailedState lang={lang} failure={failure} onRetry={() => setAttempt(attempt + 1)} />;
    if (!open || !answer.value) return <LoadingState lang={lang} />;
    if (page === 'public') {
      return <PublicPage key={open.id} lang={lang} facts={open} onBack={() => change({ page: 'map' })} />;
    }
    if (page === 'briefing') {
      return (
        <BriefingPage
          lang={lang}
          facts={open}
          city={city ?? ''}
          question={answer.value.question}
          shortlist={shortlist}
          onBack={() => change({ page: 'map' })}
        />
      );
    }
    if (page === 'figure') {
      return (
        <FigurePage
          lang={lang}
          facts={open}
          question={answer.value.question}
          name={offeredFigure(state.figure) ?? figureOfLayer(layer)}
          view={mapBounds}
          district={answer.value.district?.bounds}
          month={tab === 'time' ? state.month : undefined}
          split={state.change}
          onName={(figure) => change({ figure })}
          onBack={() => change({ page: 'map', figure: undefined })}
        />
      );
    }
    const sheet = chosen && (
      <Sheet
        // What was found in one place never stands under the name of another, not even while it is counted.
        key={chosen.id}
        lang={lang}
        facts={open}
        answer={answer.value}
        place={chosen}
        shortlist={shortlist}
        onClose={() => choose(undefined)}
      />
    );
    return (
      <main className="room" aria-busy={answer.isBusy}>
        <Panel
          lang={lang}
          facts={open}
          answer={answer.value}
          question={questionOf(open, state)}
          tab={tab}
          onTab={(next) => change({ tab: next })}
          chosen={chosen?.id}
          pointed={pointed}
          onChoose={choose}
          onPoint={setPointed}
          shortlist={shortlist}
          onBriefing={() => change({ page: 'briefing' })}
          onPublic={() => change({ page: 'public' })}
          month={state.month}
          onMonth={(next) => change({ month: next })}
          comparison={comparison}
          onCompare={change}
          posts={state.posts}
          onPosts={(posts) => change({ posts })}
          onSiting={setSiting}
        />
        {areCompared ? (
          <LinkedMaps lang={lang} comparison={comparison} district={answer.value.district} />
        ) : (
          <>
            <MapView
              lang={lang}
              facts={open}
              answer={answer.value}
              layer={layer}
              month={month}
              split={state.change}
              chosen={chosen}
              pointed={pointed}
              siting={siting}
              isBusy={answer.isBusy}
              onLayer={(next) => change({ layer: next, month: undefined })}
              onSplit={(next) => change({ change: next })}
              onChoose={choose}
              onPoint={setPointed}
              onFigure={(view) => {
                setMapBounds(view);
                change({ page: 'figure', figure: figureOfLayer(month ? 'counts' : layer) });
              }}
            />
            {sheet}
          </>
        )}
      </main>
    );
  };

  useDroppedFiles((files) => {
    setDropped(files);
    change({ page: 'open' });
  }, page !== 'open');

  return (
    <>
      <SkipLinks lang={lang} hasMap={page === 'map' && !isEmpty} />
      <TopBar
        steps={steps}
        page={page}
        index={index.value ?? []}
        entry={entry}
        facts={open}
        onTour={onTour}
      />
      {body()}
      {tour && (
        <Tour
          lang={lang}
          hasDistricts={open !== undefined && open.districts.length > 0}
          onStep={setTour}
          onEnd={() => setTour(undefined)}
        />
      )}
    </>
  );
}

const isAtSheet = (tour: TourStep | 'begins' | undefined): boolean =>
  typeof tour === 'object' && tour.id === 'sheet';
