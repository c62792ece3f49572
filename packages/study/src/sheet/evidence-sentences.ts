import type { ProblemPlace } from '@oryn/core';
import { formatInteger, formatNumber, formatP, formatPercent, type Language, text } from '@oryn/language';
import type { EvidenceSummary, PlaceEvidence } from '../evaluate/evidence.ts';

/** How sure a problem place is and what it will bring, in sentences. */
export interface EvidenceSentences {
  /** Incidents to be expected, the trend where one was tested, and the year held out. */
  main: string[];
  /** Why it is listed, and its rank by year. */
  more: string[];
}

/** The same on the map and in the report. */
export function evidenceSentences(
  lang: Language,
  place: Pick<ProblemPlace, 'q' | 'routes' | 'perYear' | 'perYearInterval'>,
  evidence: PlaceEvidence,
  { years }: Pick<EvidenceSummary, 'years'>,
): EvidenceSentences {
  const number = (value: number): string => formatNumber(lang, value, { significant: 2 });
  const route = place.routes.length > 1 ? 'both' : (place.routes[0] ?? 'neighbourhood');
  const [low, high] = place.perYearInterval;
  const main = [
    text(lang, 'statements.perYear', {
      n: number(place.perYear),
      low: number(low),
      high: number(high),
    }),
  ];
  const more = [
    text(lang, 'statements.qOfPlace', {
      q: qText(lang, place.q),
      route: text(lang, `statements.route.${route}`),
    }),
  ];
  const { trend, heldOut, ranks, byYear } = evidence;
  if (trend) {
    const { word, factorPerYear, q } = trend;
    const percent = formatPercent(lang, Math.abs(factorPerYear - 1), 2);
    main.push(text(lang, `statements.trend.${word}`, { percent, q: qText(lang, q) }));
  }
  if (years.length >= 2) {
    const earlier = heldOutYears(years);
    main.push(
      heldOut
        ? text(lang, 'statements.heldOut', {
            ...earlier,
            n: formatInteger(lang, heldOut.n),
            own: formatInteger(lang, byYear[byYear.length - 1]),
            same: heldOut.n === byYear[byYear.length - 1] ? 'yes' : 'no',
            m: number(heldOut.expected),
            low: formatInteger(lang, heldOut.interval[0]),
            high: formatInteger(lang, heldOut.interval[1]),
          })
        : text(lang, 'statements.heldOutNot', earlier),
    );
    const list = years.map((year, t) => `${year}: ${ranks[t]}`).join(', ');
    more.push(text(lang, 'statements.ranksByYear', { list }));
  }
  return { main, more };
}

/** What the year held out says of the method in this city; undefined with fewer than two whole years. */
export function holdOutSentence(lang: Language, { years, holdOut }: EvidenceSummary): string | undefined {
  if (!holdOut || holdOut.places === 0) return undefined;
  return text(lang, 'statements.heldOutAll', {
    ...heldOutYears(years),
    places: formatInteger(lang, holdOut.places),
    count: holdOut.places,
    n: formatInteger(lang, holdOut.n),
    m: formatNumber(lang, holdOut.expected, { significant: 3 }),
  });
}

/** The year held out and those before it, which may be one alone. @param years whole years, ascending, two or more */
function heldOutYears(years: readonly number[]): Record<'from' | 'to' | 'span' | 'year', string> {
  const last = years[years.length - 1];
  const [from, to] = [String(years[0]), String(last - 1)];
  return { from, to, span: from === to ? 'one' : 'several', year: String(last) };
}

/** `q = 0.012`, or `q < 0.001`; never broken over two lines. */
function qText(lang: Language, q: number): string {
  const value = formatP(lang, q);
  return (value.startsWith('<') ? `q ${value}` : `q = ${value}`).replaceAll(' ', '\u00a0');
}
