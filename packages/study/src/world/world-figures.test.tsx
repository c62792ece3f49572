import { renderSvg, WorldStrip } from '@oryn/figures';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { unitWithoutSize } from '../concentration/unit-facts.ts';
import { compareWithWorld, type WorldFacts } from './compare-with-world.ts';
import type { VerdictFacts } from './concentration-verdict.ts';
import { contextFigures, nationalContextProps } from './context-figures.tsx';
import { nationalContext } from './national-context.ts';
import { worldStripProps } from './world-strip-props.ts';

function factsOf(change: Partial<WorldFacts> = {}): VerdictFacts {
  const measured: WorldFacts = {
    simulated: false,
    subject: 'incidents',
    unit: unitWithoutSize('segments'),
    denominator: 'area',
    share50: 0.0352,
    share25: 0.009,
    expected50: 0.0412,
    incidentsPerPlace: 0.09,
    periodYears: 1,
    offences: [],
    ...change,
  };
  return {
    city: 'Springfield',
    period: [{ year: 2021, isWhole: true, monthSpan: [1, 12] }],
    measured,
    comparison: compareWithWorld(measured),
    places: 12_787,
    incidents: 1123,
    k: 450,
    chance: { mean: 0.0412, low: 0.0401, high: 0.0425, p: 0.001, giniP: 0.001, draws: 999 },
    excess: { value: 0.006, low: 0.0048, high: 0.0072, estimand: 'raw-share-superpopulation' },
  };
}

describe('the strip of a verdict', () => {
  it('has the interval behind the excess, the review in one row, and the comparable studies', () => {
    const { result, review, studies, others } = worldStripProps('en', factsOf());
    expect(worldStripProps('en', factsOf()).subtitle).toBe('street segments, all inside the boundary');
    expect(result.low).toBeCloseTo(0.034, 12);
    expect(result.high).toBeCloseTo(0.0364, 12);
    expect(review).toMatchObject({ low: 0.032, high: 0.057, median: 0.045 });
    expect(review!.full).toEqual([0.017, 0.11]);
    expect(studies.map(({ label }) => label)).toEqual(['8 cities', 'Seattle, 1989–2004']);
    expect(others.length).toBe(6);
    expect(others.slice(-2).map(({ label }) => label)).toEqual(['Astana, 2019–2023', 'Almaty, 2019–2023']);
    expect(others.at(-1)!.detail).toContain('a share of territory');
  });

  it('has no studies where nothing may be compared, and says how many values are not drawn', () => {
    const strip = worldStripProps('en', factsOf({ unit: unitWithoutSize('polygons') }));
    expect(strip).toMatchObject({ review: undefined, studies: [] });
    expect(strip.caption).toContain(': 96.');
    expect(strip.caption).toContain('No comparable published value.');
    const refused = worldStripProps('en', factsOf({ simulated: true }));
    expect(refused).toMatchObject({ studies: [], others: [], simulated: true });
    expect(refused.caption).toBeUndefined();
  });

  it.each(languages)('can be drawn in %s', (lang) => {
    const svg = renderSvg(<WorldStrip {...worldStripProps(lang, factsOf())} />);
    expect(svg).toContain('data-band');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

describe('figures of the context', () => {
  const years = [2019, 2020, 2021, 2022, 2023];
  const table = nationalContext(['astana', 'aktau'], years);

  it.each(languages)('are one for the country and one for each place with a number, in %s', (lang) => {
    const figures = contextFigures(lang, table, years);
    expect([...figures.keys()]).toEqual(['context-kz', 'context-astana', 'context-mangystau-region']);
    for (const svg of figures.values()) expect(svg).not.toMatch(/NaN|undefined/);
    expect(contextFigures(lang, nationalContext(['memphis'], years), years).size).toBe(0);
  });

  it('keep totals, parts of years and gaps apart', () => {
    const props = nationalContextProps('en', table, 'kz', years)!;
    const of = (year: number) => props.years.find((one) => one.year === year);
    expect(of(2022)).toEqual({ year: 2022, total: 157_473 });
    expect(of(2020)).toEqual({ year: 2020, part: { value: 126_499, label: 'January – September' } });
    expect(of(2021)?.part?.value).toBe(113_500);
    expect(of(2018)).toEqual({ year: 2018 });
    expect(props.waves.find(({ label }) => label === 'trust the police fully')?.points.length).toBe(3);
    expect(nationalContextProps('en', table, 'astana', years)!.waves).toEqual([]);
  });
});
