import { LorenzChart } from '@oryn/figures';
import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import { Awaited } from '../ui/awaited.tsx';
import { root, worker } from '../worker/client.ts';
import type { Answer, BundleFacts, ConcentrationAnswer, YearFact } from '../worker/types.ts';
import { DenominatorTable } from './denominator-table.tsx';
import { chanceOfHalf, halfOf } from './denominator-words.ts';

interface PageProps {
  lang: Language;
  facts: BundleFacts;
  found: ConcentrationAnswer;
}

/** The law of crime concentration: the verdict, the curve, and what the share depends on. */
export function ConcentrationPage(props: { lang: Language; facts: BundleFacts; answer: Answer }): ReactNode {
  const { lang, facts, answer } = props;
  const { question } = answer;
  const pending = useOutcome(JSON.stringify([facts.id, question]), () =>
    worker.concentration(root, facts.id, question),
  );
  const page = { lang, facts };
  return (
    <Awaited lang={lang} pending={pending} waiting="viewer.reckoning">
      {(found) => (
        <div className="concentration" aria-busy={pending.isBusy}>
          <Verdict {...page} found={found} />
          <Curve {...page} found={found} />
          <Denominators {...page} found={found} />
          {found.years.length > 1 && <Years {...page} found={found} />}
        </div>
      )}
    </Awaited>
  );
}

/** The conclusion, and the sentences of the report that lead to it. */
function Verdict({ lang, found }: PageProps): ReactNode {
  return (
    <section className="verdict">
      <p className="lead">{found.conclusion[lang]}</p>
      {found.verdict[lang].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

/** Of the panel's width, so that type is as large as elsewhere. */
const CURVE_MM = 104;

/** The figure of the report, drawn by the same component. */
function Curve({ lang, facts, found }: PageProps): ReactNode {
  const [first] = found.denominators;
  const { over } = first;
  return (
    <section className="paper">
      <LorenzChart
        lang={lang}
        title={text(lang, 'figures.lorenzTitle')}
        widthMm={CURVE_MM}
        curve={found.curve}
        expected={found.expectedCurve}
        markers={[{ share: 0.5, placeShare: halfOf(over).share, expectedPlaceShare: chanceOfHalf(first) }]}
        gini={over.gini.gini}
        expectedGini={over.expected.gini}
        denominatorText={found.denominatorText[lang]}
        nullText={found.nullText[lang]}
        n={over.places}
        N={over.incidents}
        simulated={facts.simulated}
      />
    </section>
  );
}

/** What the share depends on, and what its chance is. */
function Denominators({ lang, facts, found }: PageProps): ReactNode {
  return (
    <section>
      <DenominatorTable lang={lang} facts={facts} rows={found.denominators} />
      <p className="second">
        {text(lang, 'viewer.chanceRange', { draws: formatInteger(lang, found.draws) })}
      </p>
    </section>
  );
}

/** Years differ in number, and a share falls with it: the last column is at one number for all. */
function Years({ lang, found }: PageProps): ReactNode {
  const { years, rarefiedTo, lastPair } = found;
  const equal = rarefiedTo && years.filter(({ rarefied }) => rarefied).length > 1;
  return (
    <section>
      <h2>{text(lang, 'viewer.yearByYear')}</h2>
      <table className="denominators years-table">
        <thead>
          <tr>
            <th scope="col">{text(lang, 'viewer.year')}</th>
            <th scope="col">{text(lang, 'figures.incidentsHeading')}</th>
            <th scope="col">{text(lang, 'viewer.halfInShort')}</th>
            <th scope="col">{text(lang, 'viewer.byChance')}</th>
            {equal && <th scope="col">{text(lang, 'viewer.atEqualNumber')}</th>}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <YearRow key={year.year} lang={lang} year={year} isEqual={Boolean(equal)} />
          ))}
        </tbody>
      </table>
      {equal && (
        <p className="second">
          {text(lang, 'viewer.atEqualNumberMeans', {
            n: formatInteger(lang, rarefiedTo.incidents),
            year: String(rarefiedTo.year),
          })}
        </p>
      )}
      {lastPair && (
        <p className="second">
          {text(lang, 'viewer.samePlaces', {
            from: String(lastPair.from),
            to: String(lastPair.to),
            both: formatInteger(lang, lastPair.both),
            a: formatInteger(lang, lastPair.placesA),
            b: formatInteger(lang, lastPair.placesB),
            overlap: formatPercent(lang, lastPair.jaccard),
            chance: formatPercent(lang, lastPair.jaccardByChance),
          })}
        </p>
      )}
    </section>
  );
}

function YearRow({ lang, year, isEqual }: { lang: Language; year: YearFact; isEqual: boolean }): ReactNode {
  const { rarefied } = year;
  return (
    <tr>
      <th scope="row">
        {year.year}
        {!year.isWhole && <small>{text(lang, 'viewer.notWholeYear')}</small>}
      </th>
      <td>{formatInteger(lang, year.incidents)}</td>
      <td>{formatPercent(lang, year.share)}</td>
      <td>{formatPercent(lang, year.expectedShare)}</td>
      {isEqual && (
        <td className="observed">
          {rarefied ? formatPercent(lang, rarefied.mean) : text(lang, 'viewer.notKnown')}
        </td>
      )}
    </tr>
  );
}
