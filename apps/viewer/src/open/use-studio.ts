import type { MappingFile } from '@oryn/ingest';
import type { BundleFiles, StudyInput } from '@oryn/study';
import { proxy, transfer } from 'comlink';
import { useEffect, useRef, useState } from 'react';
import { buffersOf } from '../worker/buffers.ts';
import { worker } from '../worker/client.ts';
import type { Guess, Settings } from '../worker/dropped.ts';
import { openStudio } from '../worker/studio.ts';
import type { StudyStage } from '../worker/study-worker.ts';
import type { BundleEntry, Failure, Outcome } from '../worker/types.ts';
import type { Understood } from '../worker/understand.ts';
import type { DroppedFile } from './dropped-file.ts';
import { nextOwnId } from './own-studies.ts';

/** What is being done: the stages of a study, and those around them. */
type WorkStage = 'looking' | StudyStage | 'opening';

/** What the page waits for. */
export type Work =
  | { kind: 'idle' }
  | { kind: 'stage'; stage: WorkStage; done: number }
  | { kind: 'failed'; failure: Failure };

/** What dropped files turned out to be. */
interface Looked {
  files: DroppedFile[];
  settings: (Settings & { file: string }) | undefined;
  mapping: MappingFile | undefined;
}

export interface Studio {
  work: Work;
  understood: Understood | undefined;
  /** The question that `understood` answers. */
  understoodKey: string | undefined;
  understand: (files: readonly DroppedFile[], input: StudyInput, key: string) => void;
  run: (files: readonly DroppedFile[], input: StudyInput) => void;
  /** Opens what was dropped where it is a bundle, else says what the files are; undefined if it was stopped. */
  look: (files: readonly File[], hasIncidents: boolean) => Promise<Looked | undefined>;
  mappingText: (mapping: MappingFile) => Promise<string>;
  stop: () => void;
}

type OpenStudio = ReturnType<typeof openStudio>;

/** The worker of the studies, and what it is doing. `stop` ends it at once; the next work begins with a new one. */
export function useStudio(onOpened: (entry: BundleEntry) => void): Studio {
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const [understood, setUnderstood] = useState<{ value: Understood; key: string }>();
  const open = useRef<OpenStudio>(undefined);
  /** Ends the waiting for a worker that was stopped: it will never answer. */
  const endWaiting = useRef<() => void>(undefined);
  const studio = (): OpenStudio['studio'] => {
    open.current ??= openStudio();
    return open.current.studio;
  };
  const stop = (): void => {
    open.current?.stop();
    open.current = undefined;
    endWaiting.current?.();
  };
  useEffect(() => () => open.current?.stop(), []);

  /** One work at a time: a new one stops the old. Its value, or undefined where it failed or was stopped. */
  const during = async <Value>(
    first: WorkStage,
    does: (onStage: (stage: WorkStage, done: number) => void) => Promise<Outcome<Value>>,
  ): Promise<{ value: Value } | undefined> => {
    if (endWaiting.current) stop();
    setWork({ kind: 'stage', stage: first, done: 0 });
    let isStopped = false;
    const stopped = new Promise<undefined>((end) => {
      endWaiting.current = () => {
        isStopped = true;
        endWaiting.current = undefined;
        end(undefined);
      };
    });
    const outcome = await Promise.race([
      stopped,
      does((stage, done) => {
        if (!isStopped) setWork({ kind: 'stage', stage, done });
      }),
    ]);
    if (!outcome || isStopped) return undefined;
    endWaiting.current = undefined;
    setWork(outcome.ok ? { kind: 'idle' } : { kind: 'failed', failure: outcome.error });
    return outcome.ok ? { value: outcome.value } : undefined;
  };

  /** Hands a bundle to the worker of the map. */
  const adopt = async (files: BundleFiles): Promise<void> => {
    const id = nextOwnId();
    const opened = await during('opening', () => worker.adopt(id, transfer(files, buffersOf(files))));
    if (opened) onOpened(opened.value);
    else await worker.forget(id);
  };

  return {
    work,
    understood: understood?.value,
    understoodKey: understood?.key,
    understand: async (files, input, key) => {
      const found = await during('reading', (onStage) =>
        studio().understand([...files], input, proxy(onStage)),
      );
      if (found) setUnderstood({ value: found.value, key });
    },
    run: async (files, input) => {
      const found = await during('reading', (onStage) => studio().study([...files], input, proxy(onStage)));
      if (found) await adopt(found.value);
    },
    look: async (files, hasIncidents) => {
      const bundle = await during('looking', () => studio().bundleIn([...files]));
      if (bundle?.value) await adopt(bundle.value);
      if (!bundle || bundle.value) return undefined;
      const looked = await during('looking', () => lookInto(studio(), files, hasIncidents));
      if (looked?.value.failure) setWork({ kind: 'failed', failure: looked.value.failure });
      return looked?.value;
    },
    mappingText: (mapping) => studio().mappingText(mapping),
    stop: () => {
      stop();
      setWork({ kind: 'idle' });
    },
  };
}

/** What each file is for. One that cannot be read is not used, and the first of them is told of. */
async function lookInto(
  studio: OpenStudio['studio'],
  files: readonly File[],
  hasIncidents: boolean,
): Promise<Outcome<Looked & { failure: Failure | undefined }>> {
  const looked: Looked & { failure: Failure | undefined } = {
    files: [],
    settings: undefined,
    mapping: undefined,
    failure: undefined,
  };
  const guesses: Guess[] = [];
  for (const file of files) {
    let guess = await studio.role(file);
    if (guess.ok && guess.value.role === 'study') {
      const settings = await studio.settings(file);
      if (settings.ok) looked.settings = { ...settings.value, file: file.name };
      else guess = settings;
    }
    if (guess.ok && guess.value.role === 'mapping') {
      const mapping = await studio.mapping(file);
      if (mapping.ok) looked.mapping = mapping.value;
      else guess = mapping;
    }
    if (!guess.ok) looked.failure ??= guess.error;
    guesses.push(guess.ok ? guess.value : { role: 'skip', otherwise: 'skip' });
  }
  const isSure = hasIncidents || guesses.some(({ otherwise }) => otherwise === 'incidents');
  looked.files = files.map((file, i) => ({
    name: file.name,
    file,
    role: isSure ? guesses[i].otherwise : guesses[i].role,
  }));
  return { ok: true, value: looked };
}
