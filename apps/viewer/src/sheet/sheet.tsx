import { formatInteger, formatNumber, formatP, formatPercent, type Language, text } from '@oryn/language';
import type { EvidenceSentences } from '@oryn/study';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Shortlist } from '../shortlist/use-shortlist.ts';
import { useOutcome } from '../state/use-outcome.ts';
import { exactText, failureText, placeName, yearsText } from '../ui/words.ts';
import { root, worker } from '../worker/client.ts';
import type { Answer, BundleFacts, PlaceFact } from '../worker/types.ts';
import { Details } from './details.tsx';

interface SheetProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  place: PlaceFact;
  shortlist: Shortlist;
  onClose: () => void;
}

/** What happens in one problem place, when, and how sure that is. */
export function Sheet(props: SheetProps): ReactNode {
  const { lang, facts, answer, place, shortlist, onClose } = props;
  const { question } = answer;
  const name = placeName(lang, place);
  const detail = useOutcome(JSON.stringify([facts.id, question, place.members]), () =>
    worker.sheet(root, facts.id, question, place.members),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is read from its name on
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    heading.current?.focus({ preventScroll: true });
    // On a narrow screen map and sheet lie above the list: go where the answer is.
    if (window.matchMedia('(max-width: 860px)').matches) heading.current?.closest('.room')?.scrollIntoView();
    return () => {
      // Back to what opened it, unless the person is elsewhere by now.
      if (document.activeElement === document.body) before?.focus();
    };
  }, [place.id]);
  const cells = place.members.length;
  return (
    <aside
      className="sheet"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <span className="rank chosen">{place.rank}</span>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {name}
          </h2>
          <p>
            {text(lang, 'viewer.cellCount', { n: formatInteger(lang, cells), count: cells })} ·{' '}
            {text(lang, 'viewer.areaKm2', { area: formatNumber(lang, place.areaKm2, { significant: 2 }) })} ·{' '}
            {text(lang, 'viewer.shareOfIncidents', { share: formatPercent(lang, place.n / answer.total, 2) })}
          </p>
        </div>
        <button type="button" className="close" aria-label={text(lang, 'viewer.close')} onClick={onClose}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2 2 12" />
          </svg>
        </button>
      </header>
      <Figures {...props} />
      <Evidence
        lang={lang}
        evidence={place.evidence[lang]}
        flags={detail.value?.sentences[lang].flags ?? []}
      />
      {detail.value && <Details lang={lang} facts={facts} {...detail.value} />}
      {detail.error && <p className="caution">{failureText(lang, detail.error)}</p>}
      <div className="sheet-actions">
        <button
          type="button"
          className={shortlist.ids.includes(place.id) ? 'button' : 'button primary'}
          onClick={() => shortlist.toggle(place.id)}
        >
          {text(lang, shortlist.ids.includes(place.id) ? 'shortlist.remove' : 'shortlist.add')}
        </button>
      </div>
    </aside>
  );
}

/** How sure the place is: first what decides, then the warnings of its data, the rest a step away. */
function Evidence(props: {
  lang: Language;
  evidence: EvidenceSentences;
  flags: readonly string[];
}): ReactNode {
  const { lang, evidence, flags } = props;
  return (
    <section className="evidence">
      <h3>{text(lang, 'viewer.sheetEvidence')}</h3>
      {evidence.main.length > 0 && (
        <ul>
          {evidence.main.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {flags.map((sentence) => (
        <p key={sentence} className="caution">
          {sentence}
        </p>
      ))}
      <details className="fold">
        <summary>{text(lang, 'viewer.evidenceMore')}</summary>
        {evidence.more.map((sentence) => (
          <p key={sentence} className="small">
            {sentence}
          </p>
        ))}
      </details>
    </section>
  );
}

function Figures({ lang, answer, place }: SheetProps): ReactNode {
  const period = yearsText(lang, answer.question);
  return (
    <dl className="figures">
      <div>
        <dd>{formatInteger(lang, place.n)}</dd>
        <dt>{text(lang, 'viewer.incidentsHere', { count: place.n, period })}</dt>
      </div>
      <div>
        <dd title={formatNumber(lang, place.expected, { significant: 6 })}>
          {formatNumber(lang, place.expected, { significant: 2 })}
        </dd>
        <dt>{text(lang, 'viewer.expectedUnder', { null: answer.nullWords[lang] })}</dt>
      </div>
      <div>
        <dd title={exactText(lang, place.q)}>{formatP(lang, place.q)}</dd>
        <dt>{text(lang, 'viewer.qOfPlace')}</dt>
      </div>
    </dl>
  );
}
