import { HoursChart } from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { Fragment, type ReactNode, useId } from 'react';
import { categoryName, placeName, placeTypeName } from '../ui/words.ts';
import type { BriefedPlace } from '../worker/briefing.ts';
import type { BundleFacts } from '../worker/types.ts';

const SHOWN_CATEGORIES = 3;
const SHOWN_TYPES = 3;

/** One place on paper: what, when, where, the note, and room for what the officer found. */
export function BriefingPlace(props: {
  lang: Language;
  facts: BundleFacts;
  briefed: BriefedPlace;
  note: string;
  onNote: (note: string) => void;
}): ReactNode {
  const { lang, facts, briefed, note, onNote } = props;
  const { place, sheet } = briefed;
  const sentences = briefed.sentences[lang];
  const id = useId();
  const name = placeName(lang, place);
  const what = sheet.categories.slice(0, SHOWN_CATEGORIES).map(({ label, n }) => ({
    n,
    name: categoryName(lang, facts.categories.find((one) => one.label === label)!),
  }));
  const where = sheet.placeTypes
    .slice(0, SHOWN_TYPES)
    .map(({ label, n }) => ({ n, name: placeTypeName(lang, label) }));
  return (
    <section className="briefing-place">
      <header>
        <span className="rank">{place.rank}</span>
        <h3>{name}</h3>
        <p>
          {text(lang, 'viewer.incidentCount', { n: formatInteger(lang, place.n), count: place.n })} ·{' '}
          {text(lang, 'shortlist.expected')} {formatNumber(lang, place.expected, { significant: 2 })}
        </p>
      </header>
      <div className="briefing-body">
        <dl>
          <dt>{text(lang, 'shortlist.what')}</dt>
          <dd>
            <Counted lang={lang} rows={what} />
            {sentences.codes && `. ${sentences.codes}`}
          </dd>
          {sentences.shift && (
            <>
              <dt>{text(lang, 'shortlist.when')}</dt>
              <dd>{sentences.shift}</dd>
            </>
          )}
          <dt>{text(lang, 'shortlist.where')}</dt>
          <dd>
            <Counted lang={lang} rows={where} />
            {where.length > 0 && '. '}
            {sentences.addresses}
          </dd>
          {sentences.flags.map((flag) => (
            <dd key={flag} className="flag">
              {flag}
            </dd>
          ))}
          <dt>
            <label htmlFor={id}>{text(lang, 'shortlist.note')}</label>
          </dt>
          <dd>
            <textarea
              id={id}
              rows={2}
              value={note}
              aria-label={text(lang, 'shortlist.noteOf', { name })}
              placeholder={text(lang, 'shortlist.notePlaceholder')}
              onChange={(event) => onNote(event.target.value)}
            />
          </dd>
        </dl>
        {sheet.shift && <HoursChart lang={lang} hours={sheet.hours} shift={sheet.shift} />}
      </div>
      <table className="officer">
        <caption>{text(lang, 'shortlist.result')}</caption>
        <tbody>
          {(['resultVisited', 'resultSeen', 'resultCause', 'signature'] as const).map((row) => (
            <tr key={row}>
              <th scope="row">{text(lang, `shortlist.${row}`)}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Names with their numbers in one line; each name reads in its own direction. */
function Counted({
  lang,
  rows,
}: {
  lang: Language;
  rows: readonly { name: string; n: number }[];
}): ReactNode {
  return rows.map(({ name, n }, i) => (
    <Fragment key={name}>
      {i > 0 && ', '}
      <bdi>{name}</bdi> ({formatInteger(lang, n)})
    </Fragment>
  ));
}
