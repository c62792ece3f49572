import { randomStream } from '@oryn/core';
import {
  formatInteger,
  formatNumber,
  formatP,
  formatPercent,
  type Language,
  languages,
} from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { type ConcentrationReport, reportOn } from './concentration-report.ts';
import { type CountedPlaces, countedInTable } from './counted-places.ts';
import { reportSentences } from './report-sentences.ts';
import { yearsInWorld } from './report-verdict.ts';
import { unitWithoutSize } from './unit-facts.ts';

/** Street segments of an invented city with a gamma-like risk, three whole years and one that is not. */
function city(): CountedPlaces {
  const random = randomStream(3);
  const places = 1200;
  const risk = Float64Array.from({ length: places }, () => Math.log(1 - random.uniform()) ** 4 / 20);
  const years = [2019, 2021, 2022, 2023].map((year) => ({
    year,
    isWhole: year !== 2023,
    n: risk.map((value) => random.poisson(value)),
  }));
  const n = risk.map((_, place) => years.reduce((sum, year) => sum + year.n[place], 0));
  const table = { file: 'city.csv', n, years: [], exposure: undefined, parents: undefined };
  return {
    ...countedInTable(table, 1),
    unit: { ...unitWithoutSize('segments'), medianLengthMeters: 96 },
    extent: 'area',
    years,
    period: years.map(({ year, isWhole }) => ({ year, isWhole, monthSpan: isWhole ? [1, 12] : [1, 10] })),
    periodYears: 3.5,
    parents: { kind: 'districts', of: Int32Array.from({ length: places }, (_, i) => i % 5) },
    exposure: {
      kind: 'length',
      column: undefined,
      values: risk.map((_, i) => (i === 0 ? 0 : 50 + (i % 90))),
    },
  };
}

const counted = city();
const report = reportOn(counted, { draws: 199 });

describe.each(languages)('the sentences of a report in %s', (lang: Language) => {
  const said = reportSentences(lang, report).join('\n');
  const percent = (share: number, significant?: number): string => formatPercent(lang, share, significant);
  const two = (value: number): string => formatNumber(lang, value, { decimals: 2 });

  it('say the years by themselves, as they stand in the report', () => {
    const halves = yearsInWorld(report).map(
      ({ year }) => year.over.shares.find((share) => share.percent === 50)!,
    );
    expect(halves.length).toBe(3);
    for (const values of [halves.map(({ share }) => share), halves.map((one) => one.expectedShare)]) {
      expect(said).toContain(percent(Math.min(...values)));
      expect(said).toContain(percent(Math.max(...values)));
    }
    // 2020 has no incident, 2023 is not whole.
    expect(said).toContain('2019, 2021–2022');
    const { range } = yearsInWorld(report)[0].comparison;
    expect(said).toContain(percent(range!.low));
    expect(said).toContain(range!.source);
  });

  it('say the change at equal numbers with its test, and whether the places stay', () => {
    const [change] = report.differences;
    for (const value of [change.a, change.b]) expect(said).toContain(percent(value));
    expect(said).toContain(formatNumber(lang, change.incidentsPerPlace));
    expect(said).toContain(formatP(lang, change.q));
    const { pairs, persistence } = report.stability!;
    expect(said).toContain(percent(pairs[0].sets.jaccard));
    expect(said).toContain(percent(pairs[0].sets.jaccardByChance));
    expect(said).toContain(formatInteger(lang, persistence.inSet.at(-1)!.observed));
  });

  it('say the model with its fit, the exposure and what is nested', () => {
    const [{ fit, byExposure }] = report.denominators;
    for (const value of Object.values(fit!.latentGini)) expect(said).toContain(two(value));
    const half = byExposure!.shares.find((share) => share.percent === 50)!;
    for (const value of [half.mean, half.low, half.high]) expect(said).toContain(percent(value));
    const { gini, theil } = report.nested!;
    for (const value of [gini.mean, gini.expected, gini.overall]) expect(said).toContain(two(value));
    expect(said).toContain(percent(theil.between / theil.total, 2));
  });

  it('say that a change is none where the test finds none, and which way it goes where it does', () => {
    const word = (difference: number, q: number): string => {
      const [first, ...rest] = report.differences;
      const changed: ConcentrationReport = { ...report, differences: [{ ...first, difference, q }, ...rest] };
      return reportSentences(lang, changed).join('\n');
    };
    const none = { en: 'no evidence', ru: 'нет оснований', kk: 'өзгеше деуге негіз жоқ' }[lang];
    const more = { en: 'more concentrated in the later', ru: 'концентрация выше', kk: 'жоғарырақ' }[lang];
    const less = { en: 'less concentrated in the later', ru: 'концентрация ниже', kk: 'төменірек' }[lang];
    expect(word(-0.02, 0.06)).toContain(none);
    expect(word(-0.02, 0.01)).toContain(more);
    expect(word(0.02, 0.01)).toContain(less);
    expect(word(0.02, 0.01)).not.toContain(none);
  });

  it('name the two years compared, and never hide what lies between them', () => {
    const [first, ...rest] = report.differences;
    const said = (q: readonly number[]): string => {
      const differences = [{ ...first, q: 0.08 }, ...rest.map((one, i) => ({ ...one, q: q[i] }))];
      return reportSentences(lang, { ...report, differences }).join('\n');
    };
    const hides = { en: 'does not mean', ru: 'не значит', kk: 'дегенді білдірмейді' }[lang];
    const none = said([0.2, 0.05001]);
    expect(none).toContain(String(first.from));
    expect(none).toContain({ en: ' 0 of 2', ru: '0 из 2', kk: '2 жұптан 0' }[lang]);
    expect(none).not.toContain(hides);
    const both = said([0.01, 0.05]);
    expect(both).toContain({ en: ' 2 of 2', ru: '2 из 2', kk: '2 жұптан 2' }[lang]);
    for (const { from, to } of rest) expect(both).toMatch(new RegExp(`${from}\\D{1,4}${to} \\(`));
    expect(both).toContain(hides);
  });

  it('say which years are counted, and the months of the one that is not whole', () => {
    const months = { en: 'January–October', ru: 'январь–октябрь', kk: 'қаңтар–қазан' }[lang];
    expect(said).toContain(`2019, 2021–2023 (2023: ${months})`);
  });

  it('say by the Gini what the share of few places is too coarse for', () => {
    const n = Float64Array.of(40, 0, 0);
    const few = countedInTable({ file: 'few.csv', n, years: [], exposure: undefined, parents: undefined }, 1);
    const found = reportOn(few, { draws: 199 });
    expect(found.denominators[0].chance!.shares[1].p).toBeGreaterThan(0.05);
    const told = reportSentences(lang, found).join(' ');
    expect(told).toContain(two(found.denominators[0].chance!.gini.observed));
    // The conclusion says it too, and not that there is no more than chance.
    expect(told).toContain(
      {
        en: 'shown to be so by the Gini',
        ru: 'по коэффициенту Джини она выше',
        kk: 'Джини коэффициенті бойынша жоғары',
      }[lang],
    );
  });
});
