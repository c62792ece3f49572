import { formatInteger, formatNumber, formatP, formatPercent, type Language, text } from '@oryn/language';
import { denominatorNotes } from '../report/statements.ts';
import { concentrationVerdict } from '../world/concentration-verdict.ts';
import { type ConcentrationReport, firstOf, rawIntervalOf } from './concentration-report.ts';
import { spanText } from './period-text.ts';
import { verdictFacts, yearsInWorld } from './report-verdict.ts';

/** From which p on a difference is spoken of. */
const LEVEL = 0.05;

/** Of fewer incidents a fitted law says nothing: its interval is nearly all there can be. */
const FEWEST_FOR_A_LAW = 50;

/**
 * The report in sentences, a paragraph each: what the places are, the verdict on the first denominator, the other
 * denominators, the years.
 */
export function reportSentences(lang: Language, report: ConcentrationReport): string[] {
  const { denominators, maskKind, subject, unit } = report;
  const described = { denominators, maskKind, subject, kind: unit.kind };
  const { before, others, after } = denominatorNotes(lang, described);
  const verdict = concentrationVerdict(lang, verdictFacts(report)).join(' ');
  const beside = [
    ...giniSentence(lang, report),
    ...intervalSentence(lang, report),
    ...exposureSentence(lang, report),
    ...modelSentence(lang, report),
    ...nestedSentence(lang, report),
  ].join(' ');
  return [
    ...[...before, verdict, ...others, ...after],
    ...(beside === '' ? [] : [beside]),
    ...yearSentences(lang, report),
  ];
}

/** The share for half is a whole number of places: where these are few, it misses what the Gini shows. */
function giniSentence(lang: Language, report: ConcentrationReport): string[] {
  const { chance } = firstOf(report);
  const half = chance?.shares.find(({ percent }) => percent === 50);
  if (!chance || !half || half.p <= LEVEL || !(chance.gini.p <= LEVEL)) return [];
  const { observed, mean, p } = chance.gini;
  return [
    text(lang, 'concentration.beside.gini', {
      gini: formatNumber(lang, observed, { decimals: 2 }),
      expected: formatNumber(lang, mean, { decimals: 2 }),
      p: formatP(lang, p),
    }),
  ];
}

/** Why the share has no interval, where it has none. */
function intervalSentence(lang: Language, report: ConcentrationReport): string[] {
  const interval = rawIntervalOf(firstOf(report).intervals, 50);
  if (!interval?.unavailable) return [];
  const reason = interval.unavailable === 'too-few-blocks' ? 'blocks' : 'incidents';
  return [text(lang, 'concentration.beside.noInterval', { reason })];
}

/** Chance in proportion to an exposure, beside the even one. */
function exposureSentence(lang: Language, report: ConcentrationReport): string[] {
  const { byExposure } = firstOf(report);
  const { exposure } = report;
  const half = byExposure?.shares.find(({ percent }) => percent === 50);
  if (!byExposure || !half || !exposure) return [];
  const without = byExposure.incidentsWithoutExposure;
  return [
    text(lang, 'concentration.beside.exposure', {
      by: exposure.kind,
      column: exposure.column ?? '',
      expected: formatPercent(lang, half.mean),
      low: formatPercent(lang, half.low),
      high: formatPercent(lang, half.high),
      p: formatP(lang, half.p),
    }),
    ...(without > 0
      ? [text(lang, 'concentration.beside.withoutExposure', { n: formatInteger(lang, without) })]
      : []),
  ];
}

/** The inequality of the risk behind the counts, with how the law fits them. */
function modelSentence(lang: Language, report: ConcentrationReport): string[] {
  const { fit, over } = firstOf(report);
  if (!fit || Number.isNaN(fit.latentGini.value) || over.incidents < FEWEST_FOR_A_LAW) return [];
  const two = (value: number): string => formatNumber(lang, value, { decimals: 2 });
  const { value, low, high } = fit.latentGini;
  const verdict = fit.fit.verdict;
  return [
    text(lang, 'concentration.beside.model', { gini: two(value), low: two(low), high: two(high), verdict }),
  ];
}

/** How much of the inequality lies between larger places. */
function nestedSentence(lang: Language, { nested }: ConcentrationReport): string[] {
  if (!nested || Number.isNaN(nested.gini.mean) || nested.theil.parents < 2) return [];
  const two = (value: number): string => formatNumber(lang, value, { decimals: 2 });
  const { gini, theil, parents } = nested;
  return [
    text(lang, 'concentration.beside.nested', {
      parents: parents.kind,
      n: formatInteger(lang, theil.parents),
      between: formatPercent(lang, theil.between / theil.total, 2),
      betweenChance: formatPercent(lang, theil.expected.between / theil.expected.total, 2),
      mean: two(gini.mean),
      expected: two(gini.expected),
      overall: two(gini.overall),
    }),
  ];
}

/** Years by themselves, at equal numbers, against published single years, and whether the places stay; whole years only. */
function yearSentences(lang: Language, report: ConcentrationReport): string[] {
  const years = yearsInWorld(report);
  if (years.length < 2) return [];
  const halves = years.map(({ year }) => year.over.shares.find(({ percent }) => percent === 50)!);
  const range = (values: readonly number[]) => ({
    low: formatPercent(lang, Math.min(...values)),
    high: formatPercent(lang, Math.max(...values)),
  });
  const { low, high } = range(halves.map(({ share }) => share));
  const chance = range(halves.map(({ expectedShare }) => expectedShare));
  const sentences = [
    text(lang, 'concentration.years.shares', {
      ...{ years: spanText(years.map(({ year }) => year.year)), low, high },
      ...{ expectedLow: chance.low, expectedHigh: chance.high },
    }),
  ];
  const [{ comparison }] = years;
  if (comparison.range) {
    const inside = years.filter((one) => one.comparison.verdict === 'inside').length;
    const littleIn = years.filter((one) => one.comparison.saysLittle).length;
    sentences.push(
      text(lang, 'concentration.years.published', {
        low: formatPercent(lang, comparison.range.low),
        high: formatPercent(lang, comparison.range.high),
        source: comparison.range.source,
        inside: formatInteger(lang, inside),
        n: formatInteger(lang, years.length),
      }),
    );
    if (littleIn > 0) {
      const values = { n: formatInteger(lang, littleIn), all: formatInteger(lang, years.length) };
      sentences.push(text(lang, 'concentration.years.saysLittle', values));
    }
  }
  return [[...sentences, ...changeSentences(lang, report)].join(' '), ...placesSentences(lang, report)];
}

/** The first and the last year at equal numbers of incidents, with the test, and what the years between them did. */
function changeSentences(lang: Language, { differences, rarefiedTo }: ConcentrationReport): string[] {
  const [change, ...eachYear] = differences;
  if (!change || !rarefiedTo || Number.isNaN(change.p)) return [];
  const differs = change.q <= LEVEL;
  const direction = change.difference < 0 ? 'more' : 'less';
  const sentence = text(lang, 'concentration.years.change', {
    from: String(change.from),
    to: String(change.to),
    before: formatPercent(lang, change.b),
    after: formatPercent(lang, change.a),
    perPlace: formatNumber(lang, change.incidentsPerPlace),
    verdict: differs ? direction : 'none',
    p: formatP(lang, change.q),
    n: formatInteger(lang, differences.length),
    count: differences.length,
  });
  if (eachYear.length === 0) return [sentence];
  const found = eachYear.filter(({ q }) => q <= LEVEL);
  const pairs = found.map(({ from, to, difference }) => {
    const points = formatNumber(lang, difference * 100, { decimals: 1 });
    return text(lang, 'concentration.years.pair', {
      from: String(from),
      to: String(to),
      points: difference > 0 ? `+${points}` : points,
    });
  });
  return [
    sentence,
    text(lang, 'concentration.years.eachYear', {
      found: formatInteger(lang, found.length),
      n: formatInteger(lang, eachYear.length),
      list: pairs.length === 0 ? '' : `: ${pairs.join(', ')}`,
      hides: !differs && found.length > 0 ? 'yes' : 'no',
    }),
  ];
}

/** The same share is not the same places. */
function placesSentences(lang: Language, { stability }: ConcentrationReport): string[] {
  if (!stability) return [];
  const { pairs, persistence } = stability;
  const [{ from, to, sets }] = pairs;
  const always = persistence.inSet[persistence.inSet.length - 1];
  return [
    text(lang, 'concentration.years.places', {
      from: String(from),
      to: String(to),
      jaccard: formatPercent(lang, sets.jaccard),
      chance: formatPercent(lang, sets.jaccardByChance),
      always: formatInteger(lang, always.observed),
      expected: formatNumber(lang, always.expected),
      years: formatInteger(lang, persistence.years),
    }),
  ];
}
