import { formatInteger, formatP, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { CompareAnswer } from '../worker/compare.ts';
import type { DrawAnswer } from '../worker/compare-draws.ts';

interface WordsProps {
  lang: Language;
  names: [string, string];
  found: CompareAnswer;
  /** Undefined while it is drawn. */
  drawn: DrawAnswer | undefined;
}

/** The level of the one test on the page. */
const LEVEL = 0.05;

/** What the test says, in a sentence, and what it supposes. */
export function Verdict({ lang, names, found, drawn }: WordsProps): ReactNode {
  const { notTested, by, stability } = found;
  const difference = drawn?.difference;
  const [a, b] = names;
  if (!difference && !notTested && !stability) return null;
  return (
    <section className="verdict">
      {difference ? (
        <>
          <p className="lead">
            {text(lang, 'comparison.verdict', {
              isFound: difference.p <= LEVEL ? 'yes' : 'other',
              more: difference.difference < 0 ? a : b,
            })}
          </p>
          <p>
            {text(lang, 'comparison.equalShares', {
              a,
              b,
              shareA: formatPercent(lang, difference.a),
              shareB: formatPercent(lang, difference.b),
              p: formatP(lang, difference.p),
              draws: formatInteger(lang, difference.draws),
              by,
            })}
          </p>
        </>
      ) : (
        notTested && (
          <p className="lead">
            {text(lang, 'comparison.notTested', {
              reason: notTested === 'unit-area' ? 'unitArea' : notTested,
            })}
          </p>
        )
      )}
      {stability && !Number.isNaN(stability.jaccard) && (
        <p>
          {text(lang, 'comparison.samePlaces', {
            a,
            b,
            placesA: formatInteger(lang, stability.placesA),
            placesB: formatInteger(lang, stability.placesB),
            both: formatInteger(lang, stability.both),
            overlap: formatPercent(lang, stability.jaccard),
            chance: formatPercent(lang, stability.jaccardByChance),
          })}
        </p>
      )}
    </section>
  );
}

/** What must be known before the numbers are read against one another. */
export function Cautions({ lang, names, found }: Omit<WordsProps, 'drawn'>): ReactNode {
  const { by, sides } = found;
  const cautions = [
    ...sides.map(
      ({ partYears }, i) =>
        partYears.length > 0 &&
        text(lang, 'comparison.partYears', { name: names[i], years: partYears.join(', ') }),
    ),
    ...sides.flatMap(({ elsewhere, undated }, i) => {
      const left = (key: 'elsewhere' | 'undated', n: number): string | false =>
        n > 0 && text(lang, `comparison.${key}`, { name: names[i], n: formatInteger(lang, n), count: n });
      return [left('elsewhere', elsewhere), left('undated', undated)];
    }),
    by === 'city' && text(lang, 'comparison.citiesYears', { years: sides[0].years.join(', ') }),
    by === 'city' && text(lang, 'comparison.registers'),
    by !== 'city' && text(lang, 'comparison.limits'),
  ].filter((caution) => caution !== false);
  return (
    <section className="compare-notes">
      {cautions.map((caution) => (
        <p key={caution} className="second">
          {caution}
        </p>
      ))}
    </section>
  );
}
