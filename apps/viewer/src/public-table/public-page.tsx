import { type Language, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import { Failed } from '../ui/awaited.tsx';
import { Drawing } from '../ui/drawing.tsx';
import { saveFile } from '../ui/save-file.ts';
import { categoryName } from '../ui/words.ts';
import type { DeclaredTable, PublicPreview } from '../worker/public.ts';
import type { BundleFacts, Failure } from '../worker/types.ts';
import { DeclarationForm } from './declaration-form.tsx';
import { type PublicTableWork, usePublicTable } from './use-public-table.ts';

/** The one table of a study for everybody: declared, seen, saved; and the secret that stays here. */
export function PublicPage(props: { lang: Language; facts: BundleFacts; onBack: () => void }): ReactNode {
  const { lang, facts, onBack } = props;
  const work = usePublicTable(facts.id, lang);
  const { form, say, offer, preview, declared } = work;
  const error = offer.error ?? preview.error;
  return (
    <main className="open-page public-page" id="page">
      <div className="open-sheet">
        <header>
          <h1>{text(lang, 'publicTable.pageTitle')}</h1>
          <button type="button" className="button" onClick={onBack}>
            {text(lang, 'open.back')}
          </button>
        </header>
        <p>{text(lang, 'publicTable.lead')}</p>
        <Before lang={lang} work={work} />
        {offer.value && offer.value.years.length > 0 && (
          <section>
            <h2>{text(lang, 'publicTable.declare')}</h2>
            <DeclarationForm lang={lang} offer={offer.value} form={form} onSay={say} />
            {error && <Caution lang={lang} failure={error} />}
          </section>
        )}
        {offer.value?.years.length === 0 && <p className="caution">{text(lang, 'publicTable.noYears')}</p>}
        {preview.value && <Preview lang={lang} preview={preview.value} isBusy={preview.isBusy} />}
        {preview.value && !declared && <Declare lang={lang} work={work} />}
        {declared && <Save lang={lang} declared={declared} />}
      </div>
    </main>
  );
}

/** Whether a table of this study is in the world already: only its owner knows. */
function Before({ lang, work }: { lang: Language; work: PublicTableWork }): ReactNode {
  const { offer, failure, takeSecret } = work;
  const declared = offer.value?.declared;
  return (
    <section>
      <h2>{text(lang, 'publicTable.before')}</h2>
      <p>{text(lang, 'publicTable.beforeLead')}</p>
      <p className="secret-file">
        <label className="button">
          {text(lang, 'publicTable.secretFile')}
          <input
            type="file"
            className="unseen"
            accept=".json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) takeSecret(file);
            }}
          />
        </label>
        {declared !== undefined && <b>{text(lang, 'publicTable.stands', { declared })}</b>}
      </p>
      {failure?.code === 'public.register-damaged' && <Caution lang={lang} failure={failure} />}
    </section>
  );
}

function Preview(props: { lang: Language; preview: PublicPreview; isBusy: boolean }): ReactNode {
  const { lang, preview, isBusy } = props;
  return (
    <section aria-busy={isBusy}>
      <h2>{text(lang, 'publicTable.preview')}</h2>
      <p>{preview.content}</p>
      <Drawing svg={preview.map} className="public-map" />
      <ul className="public-rules">
        {[...preview.rules, text(lang, 'publicTable.noMoments'), text(lang, 'publicTable.noRestricted')].map(
          (rule) => (
            <li key={rule}>{rule}</li>
          ),
        )}
      </ul>
      <details>
        <summary>{text(lang, 'publicTable.ownersOnly')}</summary>
        <ul>
          {preview.account.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Declare({ lang, work }: { lang: Language; work: PublicTableWork }): ReactNode {
  const [isSure, setSure] = useState(false);
  const { form, say, offer, preview, failure, declare } = work;
  const isPossible = isSure && !preview.isBusy && !preview.error;
  return (
    <section>
      <label className="tick-line">
        <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
        {text(lang, 'publicTable.sure')}
      </label>
      {failure && failure.code !== 'public.register-damaged' && (
        <Caution lang={lang} failure={failure} declared={offer.value?.declared} />
      )}
      {offer.value?.declared !== undefined && (
        <label className="tick-line">
          <input
            type="checkbox"
            checked={form.withdraw}
            onChange={(event) => say({ withdraw: event.target.checked })}
          />
          {text(lang, 'publicTable.withdraw')}
        </label>
      )}
      <p className="public-actions">
        <button type="button" className="button primary" disabled={!isPossible} onClick={declare}>
          {text(lang, 'publicTable.declareButton')}
        </button>
      </p>
    </section>
  );
}

/** First what stays, then what goes: a table whose secret is lost cannot be repeated. */
function Save({ lang, declared }: { lang: Language; declared: DeclaredTable }): ReactNode {
  const [isKept, setKept] = useState(false);
  const saveSecret = (): void => {
    saveFile('oryn-public.secret.json', declared.secret, 'application/json');
    setKept(true);
  };
  return (
    <section role="status">
      <h2>{text(lang, 'publicTable.declared')}</h2>
      <ol className="public-steps">
        <li>
          <p>{text(lang, 'publicTable.keepSecretPage')}</p>
          <button type="button" className={isKept ? 'button' : 'button primary'} onClick={saveSecret}>
            {text(lang, 'publicTable.saveSecret')}
          </button>
        </li>
        <li>
          <p>{text(lang, 'publicTable.giveTable')}</p>
          <button
            type="button"
            className={isKept ? 'button primary' : 'button'}
            disabled={!isKept}
            onClick={() =>
              saveFile('oryn-public-table.zip', declared.zip as Uint8Array<ArrayBuffer>, 'application/zip')
            }
          >
            {text(lang, 'publicTable.saveTable')}
          </button>
        </li>
      </ol>
    </section>
  );
}

/** What stands in the way, offences and tables by their names in the language. */
function Caution(props: { lang: Language; failure: Failure; declared?: string | undefined }): ReactNode {
  const { lang, failure, declared } = props;
  const { category } = failure.parameters;
  const named = typeof category === 'string' && {
    category: category
      .split('+')
      .map((label) => categoryName(lang, { label, group: label, layer: 'place' }))
      .join(' + '),
  };
  const parameters = { ...failure.parameters, ...named, ...(declared !== undefined && { declared }) };
  return <Failed lang={lang} failure={{ ...failure, parameters }} />;
}
