import { formatInteger, type Language, type TextKey, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import { isOwn, MOST_OWN_STUDIES } from '../open/own-studies.ts';
import { PublicLink } from '../public-table/public-link.tsx';
import { useOutcome } from '../state/use-outcome.ts';
import { Awaited, Failed } from '../ui/awaited.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { saveFile } from '../ui/save-file.ts';
import { capitalised } from '../ui/words.ts';
import { root, worker } from '../worker/client.ts';
import type { DataAnswer, ParameterLine } from '../worker/data-page.ts';
import type { Failure } from '../worker/types.ts';
import { MethodNotes } from './method-notes.tsx';
import type { PanelProps } from './panel-props.ts';
import { RepeatStudy } from './repeat-study.tsx';

/** What was read and left out, how good it is, what was chosen and why, and how to make it again. */
export function DataPage(props: PanelProps): ReactNode {
  const { lang, facts } = props;
  const pending = useOutcome(facts.id, () => worker.data(root, facts.id));
  return (
    <Awaited lang={lang} pending={pending} waiting="viewer.reckoning">
      {(found) => <Found {...props} found={found} />}
    </Awaited>
  );
}

function Found({ lang, facts, onPublic, found }: PanelProps & { found: DataAnswer }): ReactNode {
  return (
    <div className="data-page">
      <SaveResults lang={lang} id={facts.id} />
      <PublicLink lang={lang} onPublic={onPublic} />
      <section>
        <h2>{text(lang, 'data.account')}</h2>
        <Lines lines={found.account[lang]} />
        {!facts.simulated && <p className="second">{text(lang, 'statements.registeredOnly')}</p>}
      </section>
      <section>
        <h2>{text(lang, 'data.quality')}</h2>
        <p className="lead">{found.quality.verdict[lang]}</p>
        <Lines lines={found.quality.reasons[lang]} />
        <p className="second">{text(lang, 'data.qualityOf')}</p>
      </section>
      <Choices lang={lang} found={found} />
      <Parameters lang={lang} found={found} />
      <MethodNotes lang={lang} />
      <RepeatStudy lang={lang} id={facts.id} study={found.study} />
      <Inputs lang={lang} found={found} />
      <p className="second made">
        {text(lang, 'data.made', { version: found.version, seed: String(found.seed) })}
      </p>
    </div>
  );
}

/** The whole bundle, to be kept or sent; dropped on the page it opens again. */
function SaveResults({ lang, id }: { lang: Language; id: string }): ReactNode {
  const [isPacking, setPacking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = async (): Promise<void> => {
    setPacking(true);
    const packed = await worker.zip(root, id);
    setPacking(false);
    setFailure(packed.ok ? undefined : packed.error);
    if (packed.ok) saveFile(`${isOwn(id) ? 'oryn-results' : id}.zip`, packed.value, 'application/zip');
  };
  return (
    <section className="save-results">
      <button type="button" className="button" disabled={isPacking} onClick={save}>
        {text(lang, isPacking ? 'data.packing' : 'data.saveResults')}
      </button>
      <p className="second">{text(lang, 'data.saveResultsHint')}</p>
      {failure && <Failed lang={lang} failure={failure} />}
      {isOwn(id) && (
        <p className="second">{text(lang, 'data.ownLeaves', { n: formatInteger(lang, MOST_OWN_STUDIES) })}</p>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{capitalised(line)}</li>
      ))}
    </ul>
  );
}

/** Values that nobody asked for, each with its reason. */
function Choices({ lang, found }: { lang: Language; found: DataAnswer }): ReactNode {
  return (
    <section>
      <h2>{text(lang, 'data.choices')}</h2>
      <FactList facts={found.choices[lang]} />
    </section>
  );
}

/** Every key of the study with its meaning: those that were said or chosen, the rest folded. */
function Parameters({ lang, found }: { lang: Language; found: DataAnswer }): ReactNode {
  const usual = found.parameters.filter(({ origin }) => origin === 'default');
  return (
    <section>
      <h2>{text(lang, 'data.parameters')}</h2>
      <ParameterTable lang={lang} lines={found.parameters.filter(({ origin }) => origin !== 'default')} />
      <details>
        <summary>{text(lang, 'data.defaults', { n: formatInteger(lang, usual.length) })}</summary>
        <ParameterTable lang={lang} lines={usual} />
      </details>
    </section>
  );
}

function ParameterTable({ lang, lines }: { lang: Language; lines: readonly ParameterLine[] }): ReactNode {
  return (
    <table className="parameters">
      <tbody>
        {lines.map(({ key, value, origin }) => (
          <tr key={key} data-origin={origin}>
            <th scope="row">
              <code>{key}</code>
              <small>{text(lang, `cli.option.${key}` as TextKey)}</small>
            </th>
            <td>
              <bdi>{value}</bdi>
              {origin === 'chosen' && <small>{text(lang, 'data.chosen')}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inputs({ lang, found }: { lang: Language; found: DataAnswer }): ReactNode {
  return (
    <section>
      <h2>{text(lang, 'data.inputs')}</h2>
      <ul className="inputs">
        {found.inputs.map(({ path, sha256 }) => (
          <li key={path + sha256}>
            <bdi>{path}</bdi>
            <code>{sha256}</code>
          </li>
        ))}
      </ul>
      <p className="second">{text(lang, 'data.inputsLead')}</p>
    </section>
  );
}
