import type { BundleFiles, StudyInput } from '@oryn/study';
import { proxy } from 'comlink';
import { useEffect, useRef, useState } from 'react';
import { worker } from '../worker/client.ts';
import { openStudio } from '../worker/studio.ts';
import type { StudyStage } from '../worker/study-worker.ts';
import type { BundleEntry, Failure } from '../worker/types.ts';
import type { Understood } from '../worker/understand.ts';
import type { DroppedFile } from './dropped-file.ts';

/** What the page waits for. */
export type Work =
  | { kind: 'idle' }
  | { kind: 'stage'; stage: StudyStage; done: number }
  | { kind: 'failed'; failure: Failure };

export interface Studio {
  work: Work;
  understood: Understood | undefined;
  understand: (files: readonly DroppedFile[], input: StudyInput) => void;
  run: (files: readonly DroppedFile[], input: StudyInput) => void;
  role: (file: File) => Promise<DroppedFile['role']>;
  /** Opens what was dropped where it is a bundle; says whether it was. */
  openBundle: (files: readonly File[]) => Promise<boolean>;
  stop: () => void;
}

let made = 0;

/** The worker of the studies, and what it is doing. `stop` ends it at once; the next work begins with a new one. */
export function useStudio(onOpened: (entry: BundleEntry) => void): Studio {
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const [understood, setUnderstood] = useState<Understood>();
  const open = useRef<ReturnType<typeof openStudio>>(undefined);
  const turn = useRef(0);
  const studio = () => {
    open.current ??= openStudio();
    return open.current.studio;
  };
  const stop = (): void => {
    turn.current++;
    open.current?.stop();
    open.current = undefined;
  };
  useEffect(() => () => open.current?.stop(), []);

  /** Does one work at a time: what an older one says is not heard any more. */
  const begin = (): { isCurrent: () => boolean; onStage: (stage: StudyStage, done: number) => void } => {
    if (work.kind === 'stage') stop();
    const mine = ++turn.current;
    const isCurrent = (): boolean => turn.current === mine;
    setWork({ kind: 'stage', stage: 'reading', done: 0 });
    return {
      isCurrent,
      onStage: (stage, done) => {
        if (isCurrent()) setWork({ kind: 'stage', stage, done });
      },
    };
  };

  const adopt = async (files: BundleFiles, isCurrent: () => boolean): Promise<void> => {
    const opened = await worker.adopt(`own-${++made}`, files);
    if (!isCurrent()) return;
    if (!opened.ok) return setWork({ kind: 'failed', failure: opened.error });
    setWork({ kind: 'idle' });
    onOpened(opened.value);
  };

  return {
    work,
    understood,
    understand: async (files, input) => {
      const { isCurrent, onStage } = begin();
      const outcome = await studio().understand([...files], input, proxy(onStage));
      if (!isCurrent()) return;
      setWork(outcome.ok ? { kind: 'idle' } : { kind: 'failed', failure: outcome.error });
      setUnderstood(outcome.ok ? outcome.value : undefined);
    },
    run: async (files, input) => {
      const { isCurrent, onStage } = begin();
      const outcome = await studio().study([...files], input, proxy(onStage));
      if (!isCurrent()) return;
      if (!outcome.ok) return setWork({ kind: 'failed', failure: outcome.error });
      await adopt(outcome.value, isCurrent);
    },
    openBundle: async (files) => {
      const outcome = await studio().bundleIn([...files]);
      if (!outcome.ok) setWork({ kind: 'failed', failure: outcome.error });
      if (!outcome.ok || !outcome.value) return !outcome.ok;
      await adopt(outcome.value, () => true);
      return true;
    },
    role: async (file) => {
      const outcome = await studio().role(file);
      if (outcome.ok) return outcome.value;
      setWork({ kind: 'failed', failure: outcome.error });
      return 'skip';
    },
    stop: () => {
      stop();
      setWork({ kind: 'idle' });
    },
  };
}
