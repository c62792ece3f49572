import { useEffect, useRef, useState } from 'react';
import type { Failure, Outcome } from '../worker/types.ts';

export interface Pending<T> {
  /** What `value` answers. */
  key: string | undefined;
  value: T | undefined;
  error: Failure | undefined;
  /** Work is under way; `value` is then that of the question before. */
  isBusy: boolean;
}

/**
 * The outcome of work that depends on a key. Old values stay until new ones come, and an answer to an
 * outdated key is dropped. Without a key there is no work and no value.
 */
export function useOutcome<T>(key: string | undefined, work: () => Promise<Outcome<T>>): Pending<T> {
  const [pending, setPending] = useState<Pending<T>>({
    key: undefined,
    value: undefined,
    error: undefined,
    isBusy: false,
  });
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (key === undefined) {
      setPending({ key, value: undefined, error: undefined, isBusy: false });
      return;
    }
    let isCurrent = true;
    setPending((old) => ({ ...old, isBusy: true }));
    latest.current().then((outcome) => {
      if (!isCurrent) return;
      setPending(
        outcome.ok
          ? { key, value: outcome.value, error: undefined, isBusy: false }
          : { key, value: undefined, error: outcome.error, isBusy: false },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return pending;
}
