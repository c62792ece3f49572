import { useEffect, useState } from 'react';

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

const EMPTY: Content = { ids: [], notes: {} };

/**
 * The shortlist of a bundle. It is forgotten with the page; only where a person asks for it is it kept in the
 * browser.
 *
 * @param bundleId undefined while no bundle is open
 */
export function useShortlist(bundleId: string | undefined): Shortlist {
  const key = `oryn-shortlist:${bundleId ?? ''}`;
  const [state, setState] = useState<Content & { key: string; isKept: boolean }>(() => opened(key));
  const current = state.key === key ? state : opened(key);
  useEffect(() => {
    if (state.key !== key) setState(opened(key));
  }, [key, state.key]);

  const change = (content: Partial<Content>, isKept = current.isKept): void => {
    const next = { ...current, ...content, key, isKept };
    setState(next);
    if (isKept) store(key, next);
    else forget(key);
  };
  const without = (id: string): string[] => current.ids.filter((other) => other !== id);
  return {
    ids: current.ids,
    notes: current.notes,
    isKept: current.isKept,
    toggle: (id) => change({ ids: current.ids.includes(id) ? without(id) : [...current.ids, id] }),
    take: (ids) => change({ ids: [...new Set([...current.ids, ...ids])] }),
    clear: () => change(EMPTY),
    write: (id, note) => change({ notes: { ...current.notes, [id]: note } }),
    keep: (isKept) => change({}, isKept),
  };
}

function opened(key: string): Content & { key: string; isKept: boolean } {
  const kept = read(key);
  return { ...(kept ?? EMPTY), key, isKept: kept !== undefined };
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

function store(key: string, { ids, notes }: Content): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ids, notes }));
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
