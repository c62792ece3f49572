import { type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useState } from 'react';
import { failureText } from '../ui/words.ts';
import type { BundleEntry } from '../worker/types.ts';
import { DropZone } from './drop-zone.tsx';
import type { DroppedFile, FileRole } from './dropped-file.ts';
import { FileList } from './file-list.tsx';
import { obstacle, type Said, studyInput } from './study-input.ts';
import { StudySettings } from './study-settings.tsx';
import { UnderstoodView } from './understood-view.tsx';
import { useStudio, type Work } from './use-studio.ts';

const NOTHING_SAID: Said = { title: '', resolution: 9, dateOrder: undefined, columns: undefined };

/** From files of one's own to a study: what was understood, what may be mended, and the run. */
export function OpenPage(props: {
  lang: Language;
  /** Files dropped elsewhere on the page. */
  dropped: readonly File[];
  canGoBack: boolean;
  onBack: () => void;
  onOpened: (entry: BundleEntry) => void;
}): ReactNode {
  const { lang, dropped, canGoBack, onBack, onOpened } = props;
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const [said, setSaid] = useState(NOTHING_SAID);
  const studio = useStudio(onOpened);
  const { work, understood } = studio;

  const add = async (given: readonly File[]): Promise<void> => {
    if (await studio.openBundle(given)) return;
    const fresh: DroppedFile[] = [];
    for (const file of given) {
      const role = await studio.role(file);
      fresh.push({ name: file.name, file, role });
    }
    const names = new Set(fresh.map(({ name }) => name));
    setFiles((old) => [...old.filter(({ name }) => !names.has(name)), ...fresh]);
    const incidents = fresh.find(({ role }) => role === 'incidents');
    if (incidents && said.title === '') {
      setSaid((old) => ({ ...old, title: incidents.name.replace(/\.\w+(\.gz)?$/, '') }));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped before this page opened is taken once
  useEffect(() => {
    if (dropped.length > 0) add(dropped);
  }, [dropped]);

  const inTheWay = files.length > 0 ? obstacle(files) : undefined;
  const isReady = files.length > 0 && inTheWay === undefined;
  const input = studyInput(files, said, lang);
  const { title: _, lang: __, ...read } = input;
  const key = isReady ? JSON.stringify([read, files.map(({ file }) => file.lastModified)]) : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files are read again when what they mean changes
  useEffect(() => {
    if (key !== undefined) studio.understand(files, input);
  }, [key]);

  return (
    <main className="open-page" id="page">
      <div className="open-sheet">
        <header>
          <h1>{text(lang, 'open.title')}</h1>
          {canGoBack && (
            <button type="button" className="button" onClick={onBack}>
              {text(lang, 'open.back')}
            </button>
          )}
        </header>
        <DropZone lang={lang} isSmall={files.length > 0} onFiles={add} />
        {files.length > 0 && (
          <FileList
            lang={lang}
            files={files}
            onRole={(name, role: FileRole) =>
              setFiles(files.map((file) => (file.name === name ? { ...file, role } : file)))
            }
            onRemove={(name) => setFiles(files.filter((file) => file.name !== name))}
          />
        )}
        {inTheWay && (
          <p className="caution" role="alert">
            {text(lang, `open.${inTheWay}`)}
          </p>
        )}
        {isReady && understood && (
          <>
            <UnderstoodView
              lang={lang}
              understood={understood}
              onMapping={(columns) => setSaid({ ...said, columns })}
            />
            <StudySettings
              lang={lang}
              title={said.title}
              input={input}
              onTitle={(title) => setSaid({ ...said, title })}
              onInput={({ resolution = said.resolution, dateOrder }) =>
                setSaid({ ...said, resolution, dateOrder: dateOrder ?? said.dateOrder })
              }
            />
          </>
        )}
        {(isReady || work.kind !== 'idle') && (
          <footer className="open-actions">
            <WorkView lang={lang} work={work} onStop={studio.stop} />
            {work.kind !== 'stage' && understood && isReady && (
              <button type="button" className="button primary" onClick={() => studio.run(files, input)}>
                {text(lang, 'open.run')}
              </button>
            )}
          </footer>
        )}
      </div>
    </main>
  );
}

/** What is being done, how far it is, and the way to stop it; or what went wrong. */
function WorkView({ lang, work, onStop }: { lang: Language; work: Work; onStop: () => void }): ReactNode {
  if (work.kind === 'idle') return null;
  if (work.kind === 'failed') {
    return (
      <p className="caution" role="alert">
        {failureText(lang, work.failure)}
      </p>
    );
  }
  return (
    <div className="work" role="status">
      <span>{text(lang, `open.stage.${work.stage}`)}</span>
      <progress max={1} value={work.done} aria-label={text(lang, `open.stage.${work.stage}`)} />
      <button type="button" className="button" onClick={onStop}>
        {text(lang, 'open.cancel')}
      </button>
    </div>
  );
}
