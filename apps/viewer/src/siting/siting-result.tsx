import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { ServiceRow, SitingAnswer } from '../worker/siting.ts';
import { wayText } from './way-text.ts';

interface ResultProps {
  lang: Language;
  found: SitingAnswer;
}

/** What the suggested posts would reach, whether better is possible, and what other choices would give. */
export function SitingResult({ lang, found, isBusy }: ResultProps & { isBusy: boolean }): ReactNode {
  const { goal, radius } = found.asked;
  const [suggested] = found.rows;
  const candidates = formatInteger(lang, found.candidates);
  const n = formatInteger(lang, found.incidents);
  const best = goal === 'cover' ? formatPercent(lang, found.bestPossible) : wayText(lang, found.bestPossible);
  return (
    <section className="siting-result">
      <p className="badge">{text(lang, 'siting.suggestion')}</p>
      {isBusy && (
        <span className="siting-busy" role="status">
          {text(lang, 'viewer.counting')}
        </span>
      )}
      <div className="headline">
        <span className="figure">
          {goal === 'cover'
            ? formatPercent(lang, suggested.shareWithin)
            : wayText(lang, suggested.meanMeters)}
        </span>
        <div>
          <p className="lead">
            {goal === 'cover'
              ? text(lang, 'siting.within', { n, radius: wayText(lang, radius) })
              : text(lang, 'siting.meanWay', { n })}
          </p>
          <p className="second">
            {found.isProvenBest
              ? text(lang, `siting.best.${goal}`, { candidates })
              : text(lang, `siting.bound.${goal}`, { candidates, best })}
          </p>
        </div>
      </div>
      <Standings lang={lang} found={found} />
    </section>
  );
}

/** The suggestion beside as many posts placed without looking at the incidents. */
function Standings({ lang, found }: ResultProps): ReactNode {
  const { rows, draws, existing, asked } = found;
  return (
    <>
      <table className="denominators standings">
        <thead>
          <tr>
            <th scope="col">{text(lang, 'siting.standing')}</th>
            <th scope="col">{text(lang, 'siting.withinRadius', { radius: wayText(lang, asked.radius) })}</th>
            <th scope="col">{text(lang, 'siting.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Standing key={row.of} lang={lang} row={row} />
          ))}
        </tbody>
      </table>
      <p className="second">
        {text(lang, 'siting.evenNote', { draws: formatInteger(lang, draws) })}
        {existing > 0 && ` ${text(lang, 'siting.evenNoteFixed')}`}
      </p>
    </>
  );
}

function Standing({ lang, row }: { lang: Language; row: ServiceRow }): ReactNode {
  const { of, shareWithin, meanMeters, ranges } = row;
  return (
    <tr>
      <th scope="row">{text(lang, `siting.row.${of}`)}</th>
      <td className="observed">
        {formatPercent(lang, shareWithin)}
        {ranges && <small>{ranges.share.map((share) => formatPercent(lang, share)).join(' – ')}</small>}
      </td>
      <td className="observed">
        {wayText(lang, meanMeters)}
        {ranges && <small>{ranges.meters.map((meters) => wayText(lang, meters)).join(' – ')}</small>}
      </td>
    </tr>
  );
}

/** What the suggestion takes for granted, and how it was computed. */
export function Assumptions({ lang, found }: ResultProps): ReactNode {
  const { streets, asked } = found;
  return (
    <section>
      <h2>{text(lang, 'siting.assumptions')}</h2>
      <ul className="siting-assumptions">
        <li>{text(lang, 'siting.assume.ground')}</li>
        <li>{text(lang, 'siting.assume.registered')}</li>
        <li>{text(lang, 'siting.assume.found')}</li>
        <li>{text(lang, 'siting.assume.yesterday')}</li>
        <li>{text(lang, 'siting.assume.people')}</li>
        {streets && (
          <li>
            {text(lang, 'siting.assume.streets', { away: wayText(lang, streets.farthestAccessMeters) })}
            {streets.leftOutMeters > 0 &&
              ` ${text(lang, 'siting.assume.leftOut', { length: wayText(lang, streets.leftOutMeters) })}`}
          </li>
        )}
        {streets?.isJoinedAtCrossings && <li>{text(lang, 'siting.assume.joined')}</li>}
      </ul>
      <details className="fold">
        <summary>{text(lang, 'siting.how')}</summary>
        <p className="small">
          {text(lang, 'siting.howText', {
            method: text(lang, `siting.method.${asked.goal}`),
            restarts: formatInteger(lang, found.restarts),
            candidates: formatInteger(lang, found.candidates),
            demand: formatInteger(lang, found.demandPlaces),
            existing: formatInteger(lang, found.existing),
            seed: String(found.seed),
          })}
        </p>
      </details>
    </section>
  );
}
