import { poissonNull, rarefiedConcentration } from '@oryn/core';
import { formatPercent, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../bundle/column.ts';
import { concentrationByCategory } from './by-category.ts';
import { type ConcentrationReport, firstOf, reportOn } from './concentration-report.ts';
import { type CountedPlaces, countedInTable } from './counted-places.ts';
import { lorenzFigure } from './lorenz-figure.tsx';
import { reportSentences } from './report-sentences.ts';
import { reportTable } from './report-table.ts';
import { verdictFacts, yearsInWorld } from './report-verdict.ts';
import { statedChanceShare } from './stated-chance.ts';
import { unitWithoutSize } from './unit-facts.ts';
import { yearsTable } from './yearly-table.ts';
import { yearsFigure } from './years-figure.tsx';

const DRAWS = 199;

function table(n: readonly number[], change: Partial<CountedPlaces> = {}): CountedPlaces {
  const counts = { file: 'counts.csv', n: Float64Array.from(n), years: [] };
  return { ...countedInTable({ ...counts, exposure: undefined, parents: undefined }, 1), ...change };
}

/** Places of very unequal risk, several years of about equal volume. */
function skewed(places: number, years: number): CountedPlaces {
  const ofYear = (year: number): Float64Array =>
    Float64Array.from({ length: places }, (_, i) =>
      i % 10 === 0 ? 8 + ((i / 10 + 3 * year) % 4) : (i * 7 + year) % 11 === 0 ? 1 : 0,
    );
  const byYear = Array.from({ length: years }, (_, t) => ({
    year: 2019 + t,
    isWhole: true,
    n: ofYear(t),
  }));
  const n = byYear[0].n.map((_, i) => byYear.reduce((sum, year) => sum + year.n[i], 0));
  return table([...n], { years: byYear, periodYears: years });
}

const reported = (counted: CountedPlaces): ConcentrationReport => reportOn(counted, { draws: DRAWS });

/** Everything that people read of a report, in three languages. */
function everything(report: ConcentrationReport): string {
  const said = languages.flatMap((lang) => [
    ...reportSentences(lang, report),
    yearsFigure(report, undefined, lang) ?? '',
  ]);
  return [...said, csvOf(reportTable(report)), csvOf(yearsTable(report.years))].join('\n');
}

describe('a report of concentration', () => {
  it('states one number for chance in sentences and in the figure: the mean of the throws', () => {
    const counted = skewed(300, 3);
    const report = reported(counted);
    const [{ chance, over }] = report.denominators;
    const half = chance!.shares.find(({ percent }) => percent === 50)!;
    const thrown = formatPercent('en', half.mean);
    const law = formatPercent('en', over.shares.find(({ percent }) => percent === 50)!.expectedShare);
    expect(thrown).not.toBe(law);
    const figure = lorenzFigure(report, counted, undefined, 'en')!;
    expect(figure).toContain(`>${thrown}<`);
    expect(figure).not.toContain(`>${law}<`);
    expect(reportSentences('en', report).join(' ')).toContain(thrown);
    expect(figure.replaceAll(/<[^>]+>/g, ' ')).toMatch(/mean of 199\s+throws/);
  });

  it('marks one incident where every throw of one falls', () => {
    const single = table([1, 0, 0, 0, 0, 0, 0]);
    const report = reported(single);
    expect(statedChanceShare(firstOf(report), 50)).toBeCloseTo(1 / 7, 12);
    const law = formatPercent('en', poissonNull(1 / 7).shareOfPlaces(0.5));
    const figure = lorenzFigure(report, single, undefined, 'en')!;
    expect(figure).toContain('>14.3%<');
    expect(figure).not.toContain(`>${law}<`);
  });

  it('says chance, interval and fit beside each share, and names no headline without a mask', () => {
    const report = reported(skewed(300, 3));
    expect(report.headline).toBeUndefined();
    expect(report.denominators.map(({ over }) => over.denominator)).toEqual(['table', 'any']);
    const [all, any] = report.denominators;
    expect(all.chance).toMatchObject({ null: 'multinomial-even', draws: DRAWS, seed: 1 });
    expect(all.fit?.latentGini.value).toBeGreaterThan(0);
    expect(all.recc?.recc).toBeGreaterThan(0);
    const half = all.chance!.shares.find(({ percent }) => percent === 50)!;
    expect(all.excess50.value).toBe(half.mean - half.observed);
    // Counts of places that have one begin at 1: no law of counts is fitted to them.
    expect(any.fit).toBeUndefined();
    expect(any.recc).toBeUndefined();
    // They were chosen for having one, so a throw that may leave them empty tests nothing.
    expect([any.chance, any.excess50.value]).toEqual([undefined, Number.NaN]);
    expect(everything(report)).not.toMatch(/NaN|undefined|Infinity|∞/);
  });

  it('has a headline over all street segments, which are where incidents are possible', () => {
    const unit = { ...unitWithoutSize('segments'), medianLengthMeters: 100 };
    const report = reported({ ...skewed(300, 3), unit, extent: 'area' });
    expect(report.headline).toBe('area');
    expect(reportSentences('en', report).join(' ')).not.toContain('no single headline');
  });

  it('has a headline over a mask, and leaves what lies outside of it out', () => {
    const counted = skewed(300, 3);
    const inMask = Uint8Array.from({ length: 300 }, (_, i) => (i < 100 ? 1 : 0));
    const report = reported({ ...counted, inMask, maskKind: 'streets' });
    expect(report.headline).toBe('mask');
    expect(report.denominators.map(({ over }) => over.denominator)).toEqual(['mask', 'table', 'any']);
    expect(report.denominators[0].over.places).toBe(100);
    expect(report.years[0].over.places).toBe(100);
    expect(verdictFacts(report).measured.mask).toBe('with streets');
  });

  it('compares whole years alone, all at the incidents of the smallest', () => {
    const counted = skewed(300, 4);
    const years = counted.years.map((year, i) => (i === 3 ? { ...year, isWhole: false } : year));
    const report = reported({ ...counted, years });
    expect(report.years.map(({ rarefied }) => rarefied !== undefined)).toEqual([true, true, true, false]);
    const whole = report.years.slice(0, 3);
    const least = Math.min(...whole.map(({ over }) => over.incidents));
    expect(report.rarefiedTo?.incidents).toBe(least);
    for (const { rarefied } of whole) expect(rarefied?.incidents).toBe(least);
    expect(report.differences.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [2019, 2021, 'first-last'],
      [2019, 2020, 'year-to-year'],
      [2020, 2021, 'year-to-year'],
    ]);
    // The shares of a difference are those of the thinned years, by a sampler of their own draws.
    const nOf = (of: number) => counted.years.find(({ year }) => year === of)!.n;
    for (const { from, to, a, b, incidentsPerPlace } of report.differences) {
      const incidents = Math.round(300 * incidentsPerPlace);
      for (const [year, found] of [
        [to, a],
        [from, b],
      ]) {
        const thinned = rarefiedConcentration(nOf(year), { incidents, draws: 400, seed: 7 });
        const half = thinned.shares.find(({ percent }) => percent === 50)!;
        expect(Math.abs(found - half.mean)).toBeLessThan(0.001);
      }
    }
    for (const { p, q, adjusted } of report.differences) {
      expect(adjusted).toBe('holm');
      expect(q).toBeGreaterThanOrEqual(p);
    }
    expect(report.stability?.pairs.length).toBe(3);
    expect(report.stability?.persistence.years).toBe(3);
    expect(yearsInWorld(report).length).toBe(3);
  });

  it('sets a single year beside single years, and a period beside periods', () => {
    const unit = { ...unitWithoutSize('segments'), medianLengthMeters: 100 };
    const report = reported({ ...skewed(300, 3), unit, extent: 'area' });
    expect(verdictFacts(report).comparison.verdict).toBe('no-comparable');
    for (const { comparison } of yearsInWorld(report)) expect(comparison.range?.basis).toBe('interquartile');
  });

  it('refuses simulated data and road accidents a place in the world, in three languages', () => {
    for (const change of [{ simulated: true }, { subject: 'road-accidents' as const }]) {
      const unit = unitWithoutSize('segments');
      const report = reported({ ...skewed(300, 3), unit, extent: 'area', ...change });
      expect(verdictFacts(report).comparison.verdict).toBe('refused');
      for (const { comparison } of yearsInWorld(report)) expect(comparison.range).toBeUndefined();
      for (const lang of languages) {
        expect(reportSentences(lang, report).join(' ')).not.toContain('Weisburd');
      }
    }
    const accidents = reported(table([3, 1, 0, 0], { subject: 'road-accidents' }));
    expect(reportSentences('en', accidents).join(' ')).toContain('not crime');
  });

  it('throws in proportion to an exposure, and says what no such throw can reach', () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => (i % 10 === 0 ? 50 : 1));
    values[0] = 0;
    const exposure = { kind: 'length' as const, column: undefined, values };
    const report = reported({ ...skewed(300, 3), exposure });
    const [all, any] = report.denominators;
    expect(all.byExposure).toMatchObject({ null: 'multinomial-exposure', placesWithoutExposure: 1 });
    expect(all.byExposure!.incidentsWithoutExposure).toBeGreaterThan(0);
    expect(any.byExposure).toBeUndefined();
    expect(everything(report)).not.toMatch(/NaN|undefined/);
    expect(reportSentences('en', report).join(' ')).toContain('in proportion to street length');
  });

  it('nests in parents, and what lies in none is left out and counted', () => {
    const of = Int32Array.from({ length: 300 }, (_, i) => (i < 10 ? -1 : i % 3));
    const report = reported({ ...skewed(300, 3), parents: { kind: 'districts', of } });
    expect(report.nested?.theil.parents).toBe(3);
    expect(report.nested?.gini.placesWithoutParent).toBe(10);
    const { between, within, total } = report.nested!.theil;
    expect(between + within).toBeCloseTo(total, 12);
  });

  it('compares categories at equal numbers against all others, those too few left out', () => {
    const counted = skewed(300, 3);
    const [a, b] = [0, 1].map((t) => counted.years[t].n);
    const rare = Float64Array.from({ length: 300 }, (_, i) => (i < 5 ? 1 : 0));
    const categories = [
      { category: 'rare', n: rare },
      { category: 'theft', n: a },
      { category: 'robbery', n: b },
    ];
    const found = concentrationByCategory({ ...counted, categories }, { draws: DRAWS });
    expect(found.map(({ category }) => category).at(-1)).toBe('rare');
    expect(found.at(-1)).toMatchObject({ rarefied: undefined, againstRest: undefined });
    const [first, second] = found;
    expect(first.rarefied?.incidents).toBe(second.rarefied?.incidents);
    expect(first.againstRest?.adjusted).toBe('holm');
  });
});

describe('a report of next to nothing', () => {
  const whole = (n: number[]) => ({ year: 2023, isWhole: true, n: Float64Array.from(n) });
  const cases: Record<string, number[]> = {
    'no incident': [0, 0, 0, 0],
    'one incident': [0, 1, 0, 0],
    'fewer incidents than places': [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    'all in one place': [40, 0, 0, 0, 0],
    'one place': [7],
    'the same in every place': [3, 3, 3, 3],
  };
  for (const [name, n] of Object.entries(cases)) {
    it(`${name}: said in three languages, never NaN`, () => {
      const report = reported(table(n, { years: [whole(n), { ...whole(n), year: 2024 }] }));
      expect(everything(report)).not.toMatch(/NaN|undefined|Infinity|∞/);
      for (const lang of languages) expect(reportSentences(lang, report).length).toBeGreaterThan(0);
      expect(report.denominators[0].over.incidents).toBe(n.reduce((a, b) => a + b));
    });
  }

  it('one empty place among years and a mask with nothing in it', () => {
    const counted = table([5, 4, 0, 0], { inMask: Uint8Array.of(0, 0, 1, 1), maskKind: 'mask' });
    const report = reported(counted);
    expect(report.denominators[0].over.incidents).toBe(0);
    expect(report.denominators[0].chance).toBeUndefined();
    expect(report.denominators[1].over.incidents).toBe(9);
    expect(everything(report)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
