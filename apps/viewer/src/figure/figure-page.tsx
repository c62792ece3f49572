import { errorText, type Language, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import type { ChangeSplit } from '../state/view-state.ts';
import { Awaited } from '../ui/awaited.tsx';
import { Drawing } from '../ui/drawing.tsx';
import { saveFile } from '../ui/save-file.ts';
import { failureText } from '../ui/words.ts';
import { root, worker } from '../worker/client.ts';
import type { Bounds, BundleFacts, Question } from '../worker/types.ts';
import { askedOf, type FigureForm, type OfferedFigure, partOf } from './figure-choice.ts';
import { FigureSettings } from './figure-form.tsx';
import { pngOf } from './png-of.ts';

interface FigurePageProps {
  lang: Language;
  facts: BundleFacts;
  question: Question;
  name: OfferedFigure;
  /** What the map showed when the page was opened. */
  view: Bounds | undefined;
  district: Bounds | undefined;
  month: string | undefined;
  split: ChangeSplit;
  onName: (name: OfferedFigure) => void;
  onBack: () => void;
}

/** What the map or a page shows, as it will stand on paper: seen before it is saved. */
export function FigurePage(props: FigurePageProps): ReactNode {
  const { lang, facts, question, name, view, district, month, split, onName, onBack } = props;
  const [form, setForm] = useState<FigureForm>({ part: 'view', widthMm: 174, isGrey: false, dpi: 300 });
  const parts = { view: partOf(view, facts.bounds), district };
  const asked = askedOf(name, form, parts, { month, split });
  const figure = useOutcome(JSON.stringify([facts.id, question, asked, lang]), () =>
    worker.figure(root, facts.id, question, asked, lang),
  );
  return (
    <main className="figure-page" id="page" aria-busy={figure.isBusy}>
      <header>
        <h1>{text(lang, 'figurePage.title')}</h1>
        <button type="button" className="button" onClick={onBack}>
          {text(lang, 'open.back')}
        </button>
      </header>
      <FigureSettings
        lang={lang}
        name={name}
        form={form}
        parts={parts}
        onName={onName}
        onSay={(change) => setForm({ ...form, ...change })}
      />
      <Awaited lang={lang} pending={figure} waiting="figurePage.drawing">
        {({ svg, reason }) =>
          svg === undefined ? (
            <p className="caution" role="status">
              {errorText(lang, { code: 'figure.not-possible', parameters: { figure: name, reason } })}
            </p>
          ) : (
            <>
              <Saving
                lang={lang}
                name={name}
                svg={svg}
                dpi={form.dpi}
                tableOf={() => worker.figureTable(root, facts.id, question, asked)}
              />
              <Drawing svg={svg} className="figure-paper" />
            </>
          )
        }
      </Awaited>
      <p className="second">{text(lang, 'figurePage.same')}</p>
    </main>
  );
}

function Saving(props: {
  lang: Language;
  name: OfferedFigure;
  svg: string;
  dpi: number;
  tableOf: () => ReturnType<typeof worker.figureTable>;
}): ReactNode {
  const { lang, name, svg, dpi, tableOf } = props;
  const [problem, setProblem] = useState<string>();
  const file = `oryn-${name}`;
  const savePicture = async (): Promise<void> => {
    const png = await pngOf(svg, dpi);
    setProblem(png ? undefined : text(lang, 'figurePage.noPicture'));
    if (png) saveFile(`${file}.png`, png, 'image/png');
  };
  const saveTable = async (): Promise<void> => {
    const table = await tableOf();
    setProblem(table.ok ? undefined : failureText(lang, table.error));
    if (table.ok) saveFile(`${file}.csv`, table.value, 'text/csv');
  };
  return (
    <div className="figure-saving">
      <button type="button" className="button primary" onClick={savePicture}>
        {text(lang, 'figurePage.png')}
      </button>
      <button type="button" className="button" onClick={() => saveFile(`${file}.svg`, svg, 'image/svg+xml')}>
        {text(lang, 'figurePage.svg')}
      </button>
      <button type="button" className="button" onClick={() => window.print()}>
        {text(lang, 'figurePage.print')}
      </button>
      <button type="button" className="button" onClick={saveTable}>
        {text(lang, 'figurePage.numbers')}
      </button>
      {problem !== undefined && (
        <p className="caution" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
