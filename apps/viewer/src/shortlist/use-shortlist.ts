import { useEffect, useRef, useState } from 'react';
import type { Lists, Steps } from '../state/use-steps.ts';

/** Places chosen for work by their ids, in the order they were chosen, with a note each. */
export interface Shortlist {
  readonly ids: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
  /** True where the person asked that list and notes stay in this browser. */
  readonly isKept: boolean;
  readonly toggle: (id: string) => void;
  readonly take: (ids: readonly string[]) => void;
  readonly clear: () => void;
  readonly write: (id: string, note: string) => void;
  readonly keep: (isKept: boolean) => void;
}

interface Content {
  ids: readonly string[];
  notes: Readonly<Record<string, string>>;
}

interface Opened extends Content {
  isKept: boolean;
}

/**
 * The shortlist of a bundle. It is forgotten with the page; only where a person asks for it is it kept in the
 * browser. What is on it is a step that can be undone. A note belongs to its place: it comes back with it.
 *
 * @param bundleId undefined while no bundle is open
 */
export function useShortlist(
  bundleId: string | undefined,
  lists: Lists,
  changeList: Steps['changeList'],
): Shortlist {
  const id = bundleId ?? '';
  const key = `oryn-shortlist:${id}`;
  // Undo goes back to the list as it was opened, whatever has been stored since.
  const firsts = useRef(new Map<string, Opened>());
  if (!firsts.current.has(key)) firsts.current.set(key, opened(key));
  const first = firsts.current.get(key)!;
  const [besides, setBesides] = useState<Record<string, Omit<Opened, 'ids'>>>({});
  const { notes, isKept } = besides[id] ?? first;
  const ids = lists[id] ?? first.ids;

  useEffect(() => {
    if (isKept) store(key, { ids, notes });
  }, [key, ids, notes, isKept]);

  const change = (part: Partial<Omit<Opened, 'ids'>>): void =>
    setBesides({ ...besides, [id]: { notes, isKept, ...part } });
  return {
    ids,
    notes,
    isKept,
    toggle: (place) =>
      changeList(id, ids.includes(place) ? ids.filter((other) => other !== place) : [...ids, place], place),
    take: (places) => changeList(id, [...new Set([...ids, ...places])], 'taken'),
    clear: () => changeList(id, [], 'cleared'),
    write: (place, note) => change({ notes: { ...notes, [place]: note } }),
    keep: (isAsked) => {
      change({ isKept: isAsked });
      if (!isAsked) forget(key);
    },
  };
}

function opened(key: string): Opened {
  const kept = read(key);
  return { ids: [], notes: {}, ...kept, isKept: kept !== undefined };
}

/** A browser may refuse its storage; the list then lives as long as the page. */
function read(key: string): Content | undefined {
  try {
    const { ids, notes } = JSON.parse(localStorage.getItem(key) ?? 'null') as Content;
    const isNotes =
      typeof notes === 'object' && Object.values(notes).every((note) => typeof note === 'string');
    return Array.isArray(ids) && isNotes
      ? { ids: ids.filter((id) => typeof id === 'string'), notes }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Of the notes only those of places on the list: what was cleared does not stay behind. */
function store(key: string, { ids, notes }: Content): void {
  const listed = Object.fromEntries(ids.flatMap((id) => (notes[id] ? [[id, notes[id]]] : [])));
  try {
    localStorage.setItem(key, JSON.stringify({ ids, notes: listed }));
  } catch {
    // As above.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
