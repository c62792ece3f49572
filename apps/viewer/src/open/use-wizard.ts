import type { Language } from '@oryn/language';
import type { StudyInput } from '@oryn/study';
import { useEffect, useRef, useState } from 'react';
import type { Settings } from '../worker/dropped.ts';
import type { BundleEntry } from '../worker/types.ts';
import type { DroppedFile, FileRole } from './dropped-file.ts';
import { type Obstacle, obstacle, type Said, studyInput } from './study-input.ts';
import { type Studio, useStudio } from './use-studio.ts';

export interface Wizard extends Studio {
  files: readonly DroppedFile[];
  /** The study file that was dropped: it says what each file is for. */
  settings: (Settings & { file: string }) | undefined;
  said: Said;
  input: StudyInput;
  inTheWay: Obstacle | undefined;
  /** Whether `understood` is of what the page shows now. */
  isFresh: boolean;
  add: (given: readonly File[]) => void;
  remove: (name: string) => void;
  assign: (name: string, role: FileRole) => void;
  say: (change: Said) => void;
  readAgain: () => void;
}

/** Files and what was said of them, through a change of language too; read anew when what they mean changes. */
export function useWizard(
  lang: Language,
  dropped: readonly File[],
  onOpened: (entry: BundleEntry) => void,
): Wizard {
  const studio = useStudio(onOpened);
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const [settings, setSettings] = useState<Wizard['settings']>();
  const [said, setSaid] = useState<Said>({});

  const add = async (given: readonly File[]): Promise<void> => {
    const hasIncidents = files.some(({ role }) => role === 'incidents');
    const looked = await studio.look(given, hasIncidents);
    if (!looked) return;
    const names = new Set(looked.files.map(({ name }) => name));
    setFiles((old) => [...old.filter(({ name }) => !names.has(name)), ...looked.files]);
    if (looked.settings) setSettings(looked.settings);
    const title = looked.files.find(({ role }) => role === 'incidents')?.name.replace(/\.\w+(\.gz)?$/, '');
    setSaid((old) => ({
      ...(looked.settings ? {} : title !== undefined && { title }),
      ...(looked.settings ? {} : old),
      ...looked.mapping,
    }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped before this page opened is taken once
  useEffect(() => {
    if (dropped.length > 0) add(dropped);
  }, [dropped]);

  const isSettings = (name: string): boolean => settings?.file === name;
  const input = studyInput(files, settings?.study, said, lang);
  const inTheWay = files.length > 0 ? obstacle(files, settings) : undefined;
  const isReady = files.length > 0 && inTheWay === undefined;
  const key = isReady ? readingKey(input, files) : undefined;
  const isIdle = studio.work.kind !== 'stage';
  const read = (): void => {
    if (key !== undefined) studio.understand(files, input, key);
  };
  /** The files when they were last read for what they mean. */
  const readFiles = useRef<readonly DroppedFile[]>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files are read again when what they mean changes
  useEffect(() => {
    readFiles.current = files;
    read();
  }, [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drop that changed nothing has stopped the reading
  useEffect(() => {
    // Read just now: once more would only stop that and begin anew.
    if (readFiles.current === files) return;
    if (isIdle && studio.understoodKey === undefined) read();
  }, [files]);

  return {
    ...studio,
    files,
    settings,
    said,
    input,
    inTheWay,
    isFresh: key !== undefined && studio.understoodKey === key,
    add,
    remove: (name) => {
      setFiles(files.filter((file) => file.name !== name));
      if (isSettings(name)) setSettings(undefined);
    },
    assign: (name, role) => {
      setFiles(files.map((file) => (file.name === name ? { ...file, role } : file)));
      if (isSettings(name) && role !== 'study') setSettings(undefined);
    },
    say: (change) => setSaid({ ...said, ...change }),
    readAgain: read,
  };
}

/** What the reading of the files depends on: neither names, nor period and offences, which are chosen from what was read. */
function readingKey(input: StudyInput, files: readonly DroppedFile[]): string {
  const { title: _, lang: __, from: ___, to: ____, category: _____, ...reading } = input;
  return JSON.stringify([reading, files.map(({ name, file }) => [name, file.size, file.lastModified])]);
}
