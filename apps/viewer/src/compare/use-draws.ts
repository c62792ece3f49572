import { proxy } from 'comlink';
import { useEffect, useState } from 'react';
import type { DrawAnswer, DrawInput } from '../worker/compare-draws.ts';
import { openDrawer } from '../worker/drawer.ts';
import type { Failure } from '../worker/types.ts';

/** Draws under way: a part of them, then what they give. */
export interface Drawn {
  /** From 0 to 1. */
  done: number;
  value: DrawAnswer | undefined;
  error: Failure | undefined;
}

const NOTHING: Drawn = { done: 0, value: undefined, error: undefined };

/** Draws in a worker of their own, which is ended as soon as something else is asked. */
export function useDraws(input: DrawInput | undefined): Drawn {
  const [told, setTold] = useState<{ of: DrawInput | undefined; drawn: Drawn }>({
    of: undefined,
    drawn: NOTHING,
  });
  useEffect(() => {
    if (!input) return;
    const { drawer, stop } = openDrawer();
    let isOver = false;
    const tell = (drawn: Partial<Drawn>): void => {
      if (!isOver) setTold({ of: input, drawn: { ...NOTHING, ...drawn } });
    };
    const onProgress = proxy((done: number) => tell({ done }));
    drawer.compare(input, onProgress).then((outcome) => {
      stop();
      tell(outcome.ok ? { done: 1, value: outcome.value } : { error: outcome.error });
      // Progress has a channel of its own, and some of it comes after the outcome.
      isOver = true;
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [input]);
  // What was drawn for another comparison never stands beside this one.
  return told.of === input ? told.drawn : NOTHING;
}
