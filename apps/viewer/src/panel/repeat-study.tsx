import { type Language, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import { isOwn } from '../open/own-studies.ts';
import { saveFile } from '../ui/save-file.ts';

/** How long the button says that the text was copied, milliseconds. */
const SAID_MILLISECONDS = 2000;

/** The study as a file, and the commands that make and open the same results. */
export function RepeatStudy(props: { lang: Language; id: string; study: string }): ReactNode {
  const { lang, id, study } = props;
  const out = `results/${isOwn(id) ? 'study' : id}`;
  const commands = [
    `npx oryn study study.yaml --out ${out}`,
    `npx oryn report ${out} --lang ${lang}`,
    `npx oryn view ${out}`,
  ].join('\n');
  return (
    <section>
      <h2>{text(lang, 'data.repeat')}</h2>
      <p className="second">{text(lang, 'data.repeatLead')}</p>
      <Copied lang={lang} name="study.yaml" content={study} />
      <Copied lang={lang} content={commands} />
    </section>
  );
}

/** A text to be copied, or saved where it has a name. */
function Copied(props: { lang: Language; name?: string; content: string }): ReactNode {
  const { lang, name, content } = props;
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(content);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MILLISECONDS);
  };
  return (
    <div className="copied">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled by the keyboard too */}
      <pre tabIndex={0}>{content}</pre>
      <p>
        <button type="button" className="button" onClick={copy}>
          {text(lang, isCopied ? 'data.copied' : 'data.copy')}
        </button>
        {name !== undefined && (
          <button type="button" className="button" onClick={() => saveFile(name, content, 'text/yaml')}>
            {text(lang, 'data.saveStudy')}
          </button>
        )}
      </p>
    </div>
  );
}
