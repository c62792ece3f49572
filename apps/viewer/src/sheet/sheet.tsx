import {
  formatInteger,
  formatNumber,
  formatP,
  formatPercent,
  formatPeriod,
  type Language,
  text,
} from '@oryn/language';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import { capitalised, categoryName, failureText, placeName, placeTypeName } from '../ui/words.ts';
import { root, worker } from '../worker/client.ts';
import type { Answer, BundleFacts, PlaceFact, SheetFact } from '../worker/types.ts';
import { Bars } from './bars.tsx';
import { HoursChart } from './hours-chart.tsx';

/** From this share on, one coordinate may be a default address rather than a place. */
const SUSPECT_STACK = 0.2;
const SHOWN_PLACE_TYPES = 5;

interface SheetProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  place: PlaceFact;
  onClose: () => void;
}

/** What happens in one problem place, when, and how sure that is. */
export function Sheet(props: SheetProps): ReactNode {
  const { lang, facts, answer, place, onClose } = props;
  const { question } = answer;
  const name = placeName(lang, place);
  const detail = useOutcome(JSON.stringify([facts.id, question, place.members]), () =>
    worker.sheet(root, facts.id, question, place.members),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is read from its name on
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // On a narrow screen map and sheet lie above the list: go where the answer is.
    if (window.matchMedia('(max-width: 860px)').matches) heading.current?.closest('.room')?.scrollIntoView();
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
      <p className="note">{text(lang, 'viewer.groupNote')}</p>
      {detail.value && <Details lang={lang} facts={facts} sheet={detail.value} />}
      {detail.error && <p className="caution">{failureText(lang, detail.error)}</p>}
    </aside>
  );
}

function Figures({ lang, answer, place }: SheetProps): ReactNode {
  const { from, to } = answer.question;
  const period = formatPeriod(lang, `${from}-01-01`, `${to}-12-31`);
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
        <dd>{formatP(lang, place.smallestQ)}</dd>
        <dt>{text(lang, 'viewer.smallestQ')}</dt>
      </div>
    </dl>
  );
}

function Details({
  lang,
  facts,
  sheet,
}: {
  lang: Language;
  facts: BundleFacts;
  sheet: SheetFact;
}): ReactNode {
  const known = sheet.hours.some((n) => n > 0);
  const named = sheet.categories.filter(({ label }) => label !== '');
  const types = sheet.placeTypes.slice(0, SHOWN_PLACE_TYPES);
  const otherTypes = sheet.placeTypes.slice(SHOWN_PLACE_TYPES).reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      {known && (
        <section>
          <h3>{text(lang, 'viewer.when')}</h3>
          <HoursChart lang={lang} hours={sheet.hours} />
          <p className="small busy-key">{text(lang, 'viewer.busyHours')}</p>
          {sheet.hourUnknown > 0 && (
            <p className="small">
              {text(lang, 'viewer.hourUnknownHere', { n: formatInteger(lang, sheet.hourUnknown) })}
            </p>
          )}
        </section>
      )}
      {named.length > 0 && (
        <section>
          <h3>{text(lang, 'viewer.what')}</h3>
          <Bars
            lang={lang}
            rows={sheet.categories.map(({ label, n }) => ({
              n,
              name: categoryName(lang, facts.categories.find((one) => one.label === label)!),
            }))}
          />
        </section>
      )}
      <section>
        <h3>{text(lang, 'viewer.where')}</h3>
        {types.length > 0 && (
          <Bars lang={lang} rows={types.map(({ label, n }) => ({ n, name: placeTypeName(lang, label) }))} />
        )}
        {otherTypes > 0 && (
          <p className="small">{text(lang, 'viewer.otherRows', { n: formatInteger(lang, otherTypes) })}</p>
        )}
        {types.length > 0 && sheet.placeTypeUnknown > 0 && (
          <p className="small">
            {capitalised(text(lang, 'viewer.notKnown'))}: {formatInteger(lang, sheet.placeTypeUnknown)}
          </p>
        )}
        <Stack lang={lang} sheet={sheet} />
      </section>
    </>
  );
}

function Stack({ lang, sheet }: { lang: Language; sheet: SheetFact }): ReactNode {
  const share = sheet.stack / sheet.incidents;
  const words = { share: formatPercent(lang, share, 2), n: formatInteger(lang, sheet.stack) };
  if (share < SUSPECT_STACK || sheet.stack < 2) {
    return <p className="small">{text(lang, 'viewer.stackNote', words)}</p>;
  }
  return <p className="caution">{text(lang, 'statements.stacked', words)}</p>;
}
