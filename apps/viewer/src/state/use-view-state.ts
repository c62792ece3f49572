import { useCallback, useEffect, useState } from 'react';
import { parseViewState, searchOf, type ViewState } from './view-state.ts';

const fromAddress = (): ViewState => parseViewState(window.location.search, navigator.languages);

/** The choices of a person, kept in the address: a reload or a sent link restores them. */
export function useViewState(): [ViewState, (change: Partial<ViewState>) => void] {
  const [state, setState] = useState(fromAddress);
  useEffect(() => {
    const restore = (): void => setState(fromAddress());
    window.addEventListener('popstate', restore);
    return () => window.removeEventListener('popstate', restore);
  }, []);
  useEffect(() => {
    const search = searchOf(state);
    if (search !== window.location.search) window.history.replaceState(null, '', search);
  }, [state]);
  const change = useCallback((part: Partial<ViewState>) => setState((old) => ({ ...old, ...part })), []);
  return [state, change];
}
