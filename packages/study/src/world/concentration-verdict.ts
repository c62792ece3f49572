import { findCity, publicConfidence } from '@oryn/datasets';
import { formatInteger, formatNumber, formatP, formatPercent, type Language, text } from '@oryn/language';
import { periodText, type YearOfPeriod } from '../concentration/period-text.ts';
import { cityNameText } from '../naming/city-name.ts';
import type { Say } from '../quality/understood.ts';
import { categoryName } from '../quality/words.ts';
import type { WorldComparison, WorldFacts } from './compare-with-world.ts';
import { denominatorWordOf, nullWordOf, unitText } from './unit-words.ts';
import { worldSentences } from './world-sentences.ts';

/** All that a verdict says. Shares are parts of one, never percentages; intervals are of 95 %. */
export interface VerdictFacts {
  /** Its name, or its id in the catalogue; '' where the city is not named. */
  readonly city: string | Readonly<Record<Language, string>>;
  /** The years counted; none where nothing is dated. */
  readonly period: readonly YearOfPeriod[];
  readonly measured: WorldFacts;
  readonly comparison: WorldComparison;
  readonly places: number;
  readonly incidents: number;
  /** Places that hold half of the incidents. */
  readonly k: number;
  /** Even throws of as many incidents on the same places; p one-sided, for more concentrated. */
  readonly chance: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
    /** Of the Gini coefficient, from the same throws. */
    readonly giniP: number;
    readonly draws: number;
  };
  /** Chance less observed; `low` and `high` are NaN where the share has no interval. */
  readonly excess: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly estimand: 'raw-share-superpopulation' | 'latent-share';
  };
}

/** From which p on a concentration is said to be more than chance. */
const LEVEL = 0.05;

/**
 * The verdict on one city, unit and denominator, in sentences: what was measured and over which places, the share for
 * half of the incidents beside what an even spread gives, the excess with its interval and what that is an interval
 * of, the published range for this unit, a conclusion, and what registered numbers leave out.
 *
 * "More than chance" names its chance: an even spread over the same places. The excess is of one city and ranks none.
 */
export function concentrationVerdict(lang: Language, facts: VerdictFacts, say: Say = text): string[] {
  const { measured, comparison, incidents } = facts;
  const before = measured.simulated ? [text(lang, 'concentration.verdict.simulated')] : [];
  const where = whereText(lang, facts);
  if (incidents === 0) return [...before, text(lang, 'concentration.verdict.none', { where })];
  return [
    ...before,
    measuredSentence(lang, where, facts),
    halfSentence(lang, facts),
    excessSentence(lang, facts),
    ...weakNullSentence(lang, measured, say),
    ...worldSentences(lang, measured, comparison),
    conclusionSentence(lang, facts),
    ...registeredSentence(lang, facts),
  ];
}

/** Nobody lives in the steppe: an even spread over all the ground is rejected in almost any city (methods rule 18). */
function weakNullSentence(lang: Language, { denominator, unit, simulated }: WorldFacts, say: Say): string[] {
  const isGround = unit.kind === 'h3' || unit.kind === 'squares';
  const isAll = denominator === 'area' || denominator === 'occupied-neighbourhood';
  return isGround && isAll && !simulated ? [say(lang, 'concentration.verdict.weakNull')] : [];
}

/** The conclusion alone, against chance and against what is published; not known without an incident. */
export function conclusionSentence(lang: Language, { chance, excess, comparison }: VerdictFacts): string {
  return text(lang, 'concentration.verdict.conclusion', {
    chance: chanceWord(chance, excess),
    world: worldWord(comparison),
  });
}

/**
 * The share for half is a whole number of places, so where few places hold it, it may miss what the Gini shows. A second
 * test at the same level is no stronger proof: what it alone finds is told apart.
 */
function chanceWord({ p, giniP }: VerdictFacts['chance'], { value }: VerdictFacts['excess']): string {
  if (p <= LEVEL && value > 0) return 'more';
  return giniP <= LEVEL ? 'gini' : 'like';
}

function whereText(lang: Language, { city, period }: VerdictFacts): string {
  const named = [cityNameText(lang, city), periodText(lang, period)].filter(Boolean).join(', ');
  return named === '' ? text(lang, 'concentration.verdict.here') : named;
}

function measuredSentence(lang: Language, where: string, facts: VerdictFacts): string {
  const { measured, incidents, places } = facts;
  const { offences, subject, incidentsPerPlace } = measured;
  return text(lang, 'concentration.verdict.measured', {
    where,
    subject: subject === 'road-accidents' ? 'accidents' : 'incidents',
    n: formatInteger(lang, incidents),
    count: incidents,
    offences:
      offences.length === 0
        ? text(lang, 'concentration.world.offencesAll')
        : offences.map((label) => categoryName(lang, label)).join(', '),
    places: text(lang, 'concentration.places', { n: formatInteger(lang, places), count: places }),
    unit: unitText(lang, measured),
    denominator: text(lang, 'concentration.world.denominator', { denominator: denominatorWordOf(measured) }),
    perPlace: formatNumber(lang, incidentsPerPlace),
  });
}

function halfSentence(lang: Language, { measured, incidents, k, chance }: VerdictFacts): string {
  return text(lang, 'concentration.verdict.half', {
    share: formatPercent(lang, measured.share50),
    k: formatInteger(lang, k),
    n: formatInteger(lang, incidents),
    count: incidents,
    null: nullWordOf(measured),
    expected: formatPercent(lang, chance.mean),
    low: formatPercent(lang, chance.low),
    high: formatPercent(lang, chance.high),
    draws: formatInteger(lang, chance.draws),
  });
}

function excessSentence(lang: Language, { chance, excess }: VerdictFacts): string {
  const points = (share: number): string => formatNumber(lang, share * 100);
  const values = { excess: points(excess.value), p: formatP(lang, chance.p) };
  if (Number.isNaN(excess.low) || Number.isNaN(excess.high))
    return text(lang, 'concentration.verdict.excess', values);
  return text(lang, 'concentration.verdict.excessInterval', {
    ...values,
    low: points(excess.low),
    high: points(excess.high),
    estimand: excess.estimand === 'latent-share' ? 'latent' : 'raw',
  });
}

function worldWord({ verdict, saysLittle }: WorldComparison): string {
  if (verdict === 'no-comparable') return 'none';
  return saysLittle ? `${verdict}Little` : verdict;
}

/** A number per place is a level, so what a register leaves out belongs beside it. */
function registeredSentence(lang: Language, { city, measured }: VerdictFacts): string[] {
  if (measured.simulated || measured.subject === 'road-accidents') return [];
  const survey =
    findCity(cityNameText(lang, city)) && publicConfidence.find(({ question }) => question === 'reported');
  if (!survey) return [text(lang, 'concentration.verdict.registered')];
  return [
    text(lang, 'concentration.verdict.registeredSurvey', {
      year: survey.wave.text,
      percent: formatPercent(lang, survey.percent / 100),
    }),
  ];
}
