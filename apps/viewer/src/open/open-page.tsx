import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Failed } from '../ui/awaited.tsx';
import { failureText } from '../ui/words.ts';
import type { BundleEntry } from '../worker/types.ts';
import { DropZone } from './drop-zone.tsx';
import { FileList } from './file-list.tsx';
import { ReadingSettings } from './reading-settings.tsx';
import type { Obstacle } from './study-input.ts';
import { StudySettings } from './study-settings.tsx';
import { UnderstoodColumns } from './understood-columns.tsx';
import { UnderstoodView } from './understood-view.tsx';
import type { Work } from './use-studio.ts';
import { useWizard } from './use-wizard.ts';

/** From files of one's own to a study: what was understood, what may be mended, and the run. */
export function OpenPage(props: {
  lang: Language;
  /** Files dropped elsewhere on the page. */
  dropped: readonly File[];
  canGoBack: boolean;
  onTour: (() => void) | undefined;
  onBack: () => void;
  onOpened: (entry: BundleEntry) => void;
}): ReactNode {
  const { lang, dropped, canGoBack, onTour, onBack, onOpened } = props;
  const wizard = useWizard(lang, dropped, onOpened);
  const { files, settings, work, understood, inTheWay, input } = wizard;
  const hasFiles = files.length > 0;
  const shown = hasFiles && !inTheWay ? understood : undefined;
  const content = shown?.content.ok ? shown.content.value : undefined;
  const isWorking = work.kind === 'stage';
  const mayReadAgain = !isWorking && !inTheWay && hasFiles && !wizard.isFresh;
  // Of rows none of which can stand on the map the report on quality says why.
  const mayRun = !isWorking && content !== undefined && content.kept > (content.outside ?? 0);

  return (
    <main className="open-page" id="page">
      <div className="open-sheet">
        <header>
          <h1>{text(lang, 'open.title')}</h1>
          {onTour && !hasFiles && (
            <button type="button" className="button open-tour" aria-haspopup="dialog" onClick={onTour}>
              {text(lang, 'tour.name')}
            </button>
          )}
          {canGoBack && (
            <button type="button" className="button open-back" onClick={onBack}>
              {text(lang, 'open.back')}
            </button>
          )}
        </header>
        <DropZone lang={lang} isSmall={hasFiles} onFiles={wizard.add} />
        {!hasFiles && work.kind === 'idle' && <WhatIsNeeded lang={lang} />}
        {hasFiles && (
          <FileList
            lang={lang}
            files={files}
            settings={settings}
            onRole={wizard.assign}
            onRemove={wizard.remove}
          />
        )}
        {inTheWay && (
          <p className="caution" role="alert">
            {obstacleText(lang, inTheWay)}
          </p>
        )}
        {shown && (
          <>
            {shown.content.ok ? (
              <UnderstoodView lang={lang} content={shown.content.value} />
            ) : (
              <section role="alert" className="cannot-read">
                <h2>{text(lang, 'open.cannotRead')}</h2>
                <p>{failureText(lang, shown.content.error)}</p>
              </section>
            )}
            <UnderstoodColumns lang={lang} understood={shown} wizard={wizard} />
            <ReadingSettings
              lang={lang}
              understood={shown}
              input={input}
              isNeeded={!shown.content.ok}
              onSay={wizard.say}
            />
            {content && <StudySettings lang={lang} content={content} input={input} onSay={wizard.say} />}
          </>
        )}
        {(work.kind !== 'idle' || mayReadAgain || mayRun) && (
          <footer className="open-actions">
            <WorkView lang={lang} work={work} onStop={wizard.stop} />
            {mayReadAgain && (
              <button type="button" className="button" onClick={wizard.readAgain}>
                {text(lang, 'open.readAgain')}
              </button>
            )}
            {mayRun && (
              <button type="button" className="button primary" onClick={() => wizard.run(files, input)}>
                {text(lang, 'open.run')}
              </button>
            )}
          </footer>
        )}
      </div>
    </main>
  );
}

/** Before there is a file: what it must hold, what makes the result better, and what will happen. */
function WhatIsNeeded({ lang }: { lang: Language }): ReactNode {
  return (
    <ol className="what-is-needed">
      {(['table', 'ground', 'then'] as const).map((step) => (
        <li key={step}>
          <h2>{text(lang, `open.need.${step}`)}</h2>
          <p>{text(lang, `open.need.${step}.text`)}</p>
        </li>
      ))}
    </ol>
  );
}

function obstacleText(lang: Language, inTheWay: Obstacle): string {
  return inTheWay.kind === 'missing'
    ? text(lang, 'open.missing', { list: inTheWay.files.join(', ') })
    : text(lang, `open.${inTheWay.kind}`);
}

/** What is being done, how far it is, and the way to stop it; or what went wrong. */
function WorkView({ lang, work, onStop }: { lang: Language; work: Work; onStop: () => void }): ReactNode {
  if (work.kind === 'idle') return null;
  if (work.kind === 'failed') return <Failed lang={lang} failure={work.failure} />;
  return (
    <div className="work">
      <span role="status">{text(lang, `open.stage.${work.stage}`)}</span>
      <progress max={1} value={work.done} aria-label={text(lang, `open.stage.${work.stage}`)} />
      <button type="button" className="button" onClick={onStop}>
        {text(lang, 'open.cancel')}
      </button>
    </div>
  );
}
