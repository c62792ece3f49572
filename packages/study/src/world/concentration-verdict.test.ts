import { benchmarks } from '@oryn/datasets';
import { type Language, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import type { YearOfPeriod } from '../concentration/period-text.ts';
import { unitWithoutSize } from '../concentration/unit-facts.ts';
import { compareWithWorld, type WorldFacts } from './compare-with-world.ts';
import { concentrationVerdict, type VerdictFacts } from './concentration-verdict.ts';

type Change = Omit<Partial<VerdictFacts>, 'measured' | 'comparison'> & { measured?: Partial<WorldFacts> };

/** A year of a city: 12,787 segments, chance outside the published range. */
function factsOf({ measured: ours = {}, ...change }: Change = {}): VerdictFacts {
  const measured: WorldFacts = {
    simulated: false,
    subject: 'incidents',
    unit: { ...unitWithoutSize('segments'), medianLengthMeters: 98.4 },
    denominator: 'area',
    share50: 0.0352,
    share25: 0.00913,
    expected50: 0.241,
    incidentsPerPlace: 1.67,
    periodYears: 1,
    offences: [],
    ...ours,
  };
  return {
    city: 'Springfield',
    period: [{ year: 2021, isWhole: true, monthSpan: [1, 12] }],
    measured,
    comparison: compareWithWorld(measured),
    places: 12_787,
    incidents: 21_354,
    k: 450,
    chance: { mean: 0.2414, low: 0.2383, high: 0.2447, p: 0.012, giniP: 0.001, draws: 998 },
    excess: { value: 0.2062, low: 0.2019, high: 0.2097, estimand: 'raw-share-superpopulation' },
    ...change,
  };
}

/** The numbers in a sentence as the language writes them. */
function numbersIn(lang: Language, sentence: string): number[] {
  const [group, decimal] = lang === 'en' ? [',', '.'] : ['\u202f', ','];
  const pattern = new RegExp(`\\d+(?:\\${group}\\d{3})*(?:\\${decimal}\\d+)?`, 'g');
  return (sentence.match(pattern) ?? []).map((found) =>
    Number(found.replaceAll(group, '').replace(decimal, '.')),
  );
}

/** Every number a verdict may print: those of its facts, and the level of an interval. */
function allowedNumbers(facts: VerdictFacts): number[] {
  const { measured, comparison, chance, excess, places, incidents, k, period } = facts;
  const ranges = [comparison.range, comparison.quarter?.range].flatMap((range) => range ?? []);
  const excluded = new Map<string, number>();
  for (const { reason } of comparison.others) excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  const shares = [
    ...[measured.share50, measured.share25, measured.expected50, chance.mean, chance.low, chance.high],
    ...[excess.value, excess.low, excess.high, ...ranges.flatMap(({ low, high }) => [low, high])],
  ];
  return [
    ...shares.map((share) => 100 * share),
    ...[
      95,
      places,
      incidents,
      k,
      chance.p,
      chance.draws,
      measured.incidentsPerPlace,
      ...period.map(({ year }) => year),
    ],
    ...[measured.unit.medianAreaKm2, measured.unit.medianLengthMeters, comparison.others.length],
    ...[
      comparison.studies.length,
      ...ranges.flatMap(({ n, cities = 0 }) => [n, cities]),
      ...excluded.values(),
    ],
  ];
}

const SURVEY = [2018, 21];

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 * Math.abs(b) + 1e-12;

/** A verdict without its sources, whose years and pages are not numbers of the city. */
function withoutSource(sentences: readonly string[], { comparison }: VerdictFacts): string {
  return sentences.join(' ').replaceAll(comparison.range?.source ?? '\u0000', '');
}

const whole = (year: number): YearOfPeriod => ({ year, isWhole: true, monthSpan: [1, 12] });

const CASES: Record<string, Change> = {
  inside: {},
  below: { measured: { share50: 0.0213 } },
  above: { measured: { share50: 0.0781 } },
  'says little': { measured: { expected50: 0.0441, incidentsPerPlace: 0.0972 } },
  values: { measured: { offences: ['robbery'] } },
  'no comparable': {
    measured: { unit: { ...unitWithoutSize('h3'), medianAreaKm2: 0.113 }, denominator: 'mask' },
  },
  'with streets': {
    measured: {
      unit: { ...unitWithoutSize('h3'), medianAreaKm2: 0.113 },
      denominator: 'mask',
      mask: 'with streets',
    },
  },
  'of five years': { period: [2019, 2020, 2021, 2022, 2023].map(whole), measured: { periodYears: 5 } },
  'like chance': { chance: { mean: 0.036, low: 0.0342, high: 0.0377, p: 0.21, giniP: 0.3, draws: 998 } },
  'few places': { chance: { mean: 0.036, low: 0.0342, high: 0.0377, p: 0.21, giniP: 0.012, draws: 998 } },
  'no interval': { excess: { value: 0.2062, low: Number.NaN, high: Number.NaN, estimand: 'latent-share' } },
  latent: { excess: { value: 0.2062, low: 0.1873, high: 0.2219, estimand: 'latent-share' } },
  accidents: { measured: { subject: 'road-accidents' } },
  simulated: { measured: { simulated: true } },
  addresses: { measured: { unit: unitWithoutSize('address'), denominator: 'any' } },
  'no boundary': { measured: { unit: unitWithoutSize('h3'), denominator: 'occupied-neighbourhood' } },
  table: { city: '', period: [], measured: { unit: unitWithoutSize('table'), denominator: 'table' } },
  'a city of Kazakhstan': { city: 'Astana' },
};

describe.each(languages)('a verdict in %s', (lang) => {
  it.each(Object.keys(CASES))('says only numbers of its facts: %s', (name) => {
    const facts = factsOf(CASES[name]);
    const sentences = concentrationVerdict(lang, facts);
    const allowed = [...allowedNumbers(facts), ...(facts.city === 'Astana' ? SURVEY : [])];
    for (const number of numbersIn(lang, withoutSource(sentences, facts)))
      expect(
        allowed.some((value) => isNear(number, value)),
        `${number} in: ${sentences.join('\n')}`,
      ).toBe(true);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/NaN|undefined|Infinity|\{|\}|–%|: ,/);
      expect(sentence).toMatch(/[.]$/);
    }
  });

  it('says denominator, incidents per place, observed, chance, excess with interval, and range', () => {
    const facts = factsOf();
    const numbers = numbersIn(lang, withoutSource(concentrationVerdict(lang, facts), facts));
    const { chance, excess, measured } = facts;
    const said = [
      ...[facts.incidents, facts.places, facts.k, measured.incidentsPerPlace, chance.p, chance.draws],
      ...[measured.share50, chance.mean, chance.low, chance.high].map((share) => 100 * share),
      ...[excess.value, excess.low, excess.high, 0.032, 0.057].map((share) => 100 * share),
    ];
    for (const value of said)
      expect(
        numbers.some((number) => isNear(number, value)),
        String(value),
      ).toBe(true);
  });

  it('differs where the conclusion differs', () => {
    const conclusion = (change: Change): string => concentrationVerdict(lang, factsOf(change)).at(-2)!;
    const different = [
      'inside',
      'below',
      'above',
      'says little',
      'no comparable',
      'like chance',
      'few places',
      'accidents',
    ];
    const found = different.map((name) =>
      name === 'accidents'
        ? concentrationVerdict(lang, factsOf(CASES[name])).at(-1)!
        : conclusion(CASES[name]!),
    );
    expect(new Set(found).size).toBe(different.length);
  });

  it('speaks of registered incidents except for accidents and invented data', () => {
    const lastOf = (name: string): string => concentrationVerdict(lang, factsOf(CASES[name])).at(-1)!;
    expect(numbersIn(lang, lastOf('a city of Kazakhstan'))).toEqual(expect.arrayContaining(SURVEY));
    expect(numbersIn(lang, lastOf('inside'))).toEqual([]);
    expect(lastOf('accidents')).not.toBe(lastOf('inside'));
    expect(lastOf('simulated')).not.toBe(lastOf('inside'));
  });

  it('says that data are simulated first, and of no incidents that there are none', () => {
    const simulated = concentrationVerdict(lang, factsOf(CASES.simulated));
    expect(simulated.length).toBe(1 + concentrationVerdict(lang, factsOf(CASES.accidents)).length);
    const none = concentrationVerdict(lang, factsOf({ incidents: 0, measured: { share50: Number.NaN } }));
    expect(none.length).toBe(1);
    expect(none[0]).toContain('Springfield, 2021');
  });
});

describe('a verdict', () => {
  const said = (change: Change): string => concentrationVerdict('en', factsOf(change)).join(' ');

  it('names its chance and its estimand, and ranks nothing', () => {
    expect(said({})).toContain('spread evenly over this city’s streets, every segment alike, chance alone');
    expect(said({})).toContain('of the share itself, these places taken as a sample of such places');
    expect(said(CASES.latent!)).toContain('by underlying risk');
    expect(said({})).toContain('does not rank cities');
    expect(said(CASES['with streets']!)).toContain('this city’s places with streets');
    const ofFile = said({ measured: { denominator: 'file' } });
    expect(ofFile).toContain('street segments (median length 98.4 m), all of the file');
    expect(ofFile).toContain('spread evenly over this city’s streets');
  });

  it('calls an even spread over all the ground weak, and over streets not', () => {
    const weak = 'An even spread over empty land is a weak comparison';
    expect(
      said({ measured: { unit: { ...unitWithoutSize('h3'), resolution: 9, medianAreaKm2: 0.1 } } }),
    ).toContain(weak);
    for (const one of [{}, CASES['with streets']!]) expect(said(one)).not.toContain(weak);
  });

  it('keeps apart what chance says and what the published range says', () => {
    expect(said({})).toContain('consistent with the published range');
    expect(said(CASES['says little']!)).toContain('says little');
    expect(said(CASES['like chance']!)).toContain('not shown to be more concentrated than chance alone');
    expect(said(CASES.values!)).toContain('examples, not a norm');
    expect(said(CASES['no comparable']!)).toContain('No comparable published value');
    expect(said(CASES['of five years']!)).toContain('another or unstated number of years');
    expect(said(CASES.accidents!)).toContain('Road accidents are not crime');
  });

  it('does not call what the Gini alone finds chance, and not more without saying by what', () => {
    expect(said(CASES['few places']!)).toContain('but shown to be so by the Gini coefficient');
    expect(said(CASES['few places']!)).not.toContain('Conclusion: no more');
  });

  it('puts no offences in brackets after road accidents, and one incident in the singular', () => {
    expect(said(CASES.accidents!)).toMatch(/21,354 registered road accidents on 12,787 places: street/);
    expect(said({ incidents: 1, places: 1 })).toMatch(
      /1 registered incident \(.*\) on 1 place: street.* It lies in /,
    );
  });

  it('says that nothing is comparable with how many values each reason excludes', () => {
    const facts = factsOf(CASES['no comparable']);
    const verified = benchmarks.filter((row) => row.verified && row.placesFor50).length;
    expect(facts.comparison.others.length).toBe(verified);
    expect(said(CASES['no comparable']!)).toContain(`Verified published values: ${verified};`);
  });
});
