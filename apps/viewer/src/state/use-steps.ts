import { useEffect, useRef, useState } from 'react';
import { StepTrail } from './step-trail.ts';
import { hasOwnForm, parseViewState, searchOf, type ViewState } from './view-state.ts';

/** The ids on the shortlist of each bundle whose list was changed on this page. */
export type Lists = Readonly<Record<string, readonly string[]>>;

export interface Steps {
  /** The choices of a person, which are the address: a reload or a sent link restores them. */
  readonly view: ViewState;
  readonly lists: Lists;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (part: Partial<ViewState>) => void;
  /** @param what what was done to the list, so that the same done twice in a moment is one step */
  readonly changeList: (bundleId: string, ids: readonly string[], what: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Changes of one thing closer than this are one step; months that play follow each other faster. */
const PAUSE_MS = 1500;

const viewOfAddress = (): ViewState => parseViewState(window.location.search, navigator.languages);

/** Every deliberate choice is an entry of the browser's history, so that its Back undoes it too. */
export function useSteps(): Steps {
  const [choices, setChoices] = useState(() => ({ view: viewOfAddress(), lists: {} as Lists }));
  const [trail] = useState(() => new StepTrail<Lists>(stepOf(window.history.state) ?? 0, {}));
  const latest = useRef(choices);
  // The browser goes back in its own time: a key held down must not carry a person off this page.
  const isGoing = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (next: typeof choices, isStep: boolean): void => {
    isGoing.current = false;
    latest.current = next;
    setChoices(next);
    const entry = [{ step: trail.at }, '', searchOf(next.view)] as const;
    if (isStep) window.history.pushState(...entry);
    else window.history.replaceState(...entry);
  };
  const take = (subject: string, lists: Lists): boolean => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => trail.pause(), PAUSE_MS);
    return trail.take(subject, lists);
  };
  const go = (by: -1 | 1): void => {
    if (isGoing.current || !(by < 0 ? trail.canUndo : trail.canRedo)) return;
    isGoing.current = true;
    window.history.go(by);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: all that `show` uses lasts as long as the page
  useEffect(() => {
    show(latest.current, false);
    const restore = ({ state }: PopStateEvent): void => {
      const step = stepOf(state);
      // Who changes the language does not want the old one back.
      const view = { ...viewOfAddress(), lang: latest.current.view.lang };
      const { lists } = latest.current;
      show({ view, lists: step === undefined ? lists : trail.goTo(step, lists) }, false);
    };
    window.addEventListener('popstate', restore);
    return () => window.removeEventListener('popstate', restore);
  }, []);

  return {
    ...choices,
    canUndo: trail.canUndo,
    canRedo: trail.canRedo,
    change: (part) => {
      const { view, lists } = latest.current;
      const next = { view: { ...view, ...part }, lists };
      if (searchOf(next.view) === searchOf(view)) return;
      const subject = Object.keys(part).join();
      // A study that was opened takes the place of the page on which it was opened.
      const isNoStep = subject === 'lang' || (hasOwnForm(view.page) && part.city !== undefined);
      show(next, !isNoStep && take(subject, lists));
    },
    changeList: (bundleId, ids, what) => {
      const { view, lists } = latest.current;
      const next = { view, lists: { ...lists, [bundleId]: ids } };
      show(next, take(`${bundleId} ${what}`, next.lists));
    },
    undo: () => go(-1),
    redo: () => go(1),
  };
}

/** An entry that a fragment or another page has made has no step. */
function stepOf(state: unknown): number | undefined {
  const step = (state as { step?: unknown } | null)?.step;
  return typeof step === 'number' ? step : undefined;
}
