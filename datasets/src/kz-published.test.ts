import { describe, expect, it } from 'vitest';
import { hasReference, referenceRows } from '../test/reference-rows.ts';
import { cities } from './cities.ts';
import { kzGeographies, kzGeography } from './kz-geographies.ts';
import { populations } from './populations.ts';
import { publicConfidence, surveyAnswers, surveyQuestions } from './public-confidence.ts';
import { publishedPeriod } from './published-period.ts';
import { publishedResults, resultMeasures } from './published-results.ts';
import { crimeMeasures, registeredCrime } from './registered-crime.ts';

const printed = (geography: string, period: string, measure: string) =>
  registeredCrime
    .filter((row) => row.geography === geography && row.period.text === period && row.measure === measure)
    .map(({ value }) => value);

describe('geographies of the published tables', () => {
  it('have names in three languages, unique ids, and cities of the catalogue', () => {
    expect(new Set(kzGeographies.map(({ id }) => id)).size).toBe(kzGeographies.length);
    const spellings = kzGeographies.flatMap(({ published }) => published);
    expect(new Set(spellings).size).toBe(spellings.length);
    for (const { id, kind, name, city, within } of kzGeographies) {
      for (const text of Object.values(name)) expect(text.length, id).toBeGreaterThan(2);
      expect(city !== undefined, id).toBe(kind === 'city');
      expect(within !== undefined, id).toBe(kind === 'district');
      const inCatalogue = cities.find((entry) => entry.id === (city ?? within));
      if (city) expect(inCatalogue?.name, id).toEqual(name);
      if (within) expect(inCatalogue, id).toBeDefined();
    }
    expect(kzGeography('almaty')?.kind).toBe('city');
    expect(kzGeography('almaty-region')?.kind).toBe('region');
    expect(kzGeography('cincinnati')).toBeUndefined();
  });
});

describe('registered crime', () => {
  it('adds up where the sources give all parts', () => {
    const kinds = [
      'fraud',
      'theft',
      'drugs',
      'open-theft',
      'hooliganism',
      'livestock-theft',
      'murder',
      'rape',
    ];
    const parts = [...kinds, 'other'].map((measure) => printed('kz', '2024', measure)[0]!);
    expect(parts.reduce((sum, value) => sum + value, 0)).toBe(132_778);
    expect(printed('kz', '2024', 'registered')).toEqual([132_778]);
    const gravity = ['minor', 'medium', 'grave', 'especially-grave', 'misdemeanours'];
    const january = gravity.map((measure) => printed('kz', '2022 Jan-Nov', measure)[0]!);
    expect(january.reduce((sum, value) => sum + value, 0)).toBe(149_400);
  });

  it('has no full-year total of 2019, 2020 or 2021, and no city above the country', () => {
    for (const year of ['2019', '2020', '2021']) expect(printed('kz', year, 'registered')).toEqual([]);
    for (const row of registeredCrime.filter(({ measure }) => measure === 'registered')) {
      const country = Math.max(...printed('kz', row.period.text, 'registered'), 0);
      if (row.geography !== 'kz' && country > 0) expect(row.value).toBeLessThan(country);
    }
  });

  it('dates every number, and names its measure in three languages', () => {
    const used = new Set(registeredCrime.map(({ measure }) => measure));
    expect([...used].sort()).toEqual(crimeMeasures.map(({ id }) => id).sort());
    for (const { name } of crimeMeasures)
      for (const text of Object.values(name)) expect(text.length).toBeGreaterThan(3);
    for (const { period, source, value } of registeredCrime) {
      expect(period.from! < period.to!, period.text).toBe(true);
      expect(source.length).toBeGreaterThan(5);
      expect(value).toBeGreaterThan(0);
    }
  });
});

describe('populations', () => {
  it('have a day or say that they have none', () => {
    for (const { dateText, date, value, geography } of populations) {
      expect(date).toBe(/^\d{4}-\d\d-\d\d$/.test(dateText) ? dateText : undefined);
      expect(value, geography).toBeGreaterThan(1000);
      if (kzGeography(geography)?.kind === 'city') expect(date, geography).toBeDefined();
    }
    expect(populations.filter(({ date }) => date === undefined).length).toBe(13);
    expect(populations.filter(({ lowerBound }) => lowerBound).length).toBe(3);
  });

  it('agree with the catalogue of cities', () => {
    for (const { id, population } of cities) {
      if (!population) continue;
      const same = populations.find((row) => row.geography === id && row.date === population.date);
      expect(same?.value, id).toBe(population.value);
    }
  });
});

describe('public confidence', () => {
  it('is shares of people; the answers to a whole question add up to 100', () => {
    for (const { percent } of publicConfidence) {
      expect(percent).toBeGreaterThan(0);
      expect(percent).toBeLessThan(100);
    }
    for (const question of ['police', 'courts', 'fire', 'safety-home', 'prosecutor']) {
      const shares = publicConfidence.filter((row) => row.question === question);
      expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 6);
    }
    expect(publicConfidence.find(({ question }) => question === 'reported')?.percent).toBe(21);
  });

  it('names questions and answers in three languages', () => {
    const questions = new Set(publicConfidence.map(({ question }) => question));
    const answers = new Set(publicConfidence.map(({ answer }) => answer));
    expect([...questions].sort()).toEqual(surveyQuestions.map(({ id }) => id).sort());
    expect([...answers].sort()).toEqual(surveyAnswers.map(({ id }) => id).sort());
    for (const { name } of [...surveyQuestions, ...surveyAnswers])
      expect(Object.values(name).every((text) => text.length > 3)).toBe(true);
  });
});

describe('published results', () => {
  it('stand as printed, a number beside its words', () => {
    expect(publishedResults.length).toBe(22);
    const measures = new Set(resultMeasures.map(({ id }) => id));
    for (const { number, unit, measure, value, geographies } of publishedResults) {
      expect(geographies.every((id) => kzGeography(id) !== undefined)).toBe(true);
      expect((number === undefined) === (unit === undefined)).toBe(true);
      if (measure === undefined) continue;
      expect(measures.has(measure)).toBe(true);
      expect(value.startsWith(String(number))).toBe(true);
    }
  });
});

describe('publishedPeriod', () => {
  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2019-2023', '2019-01-01', '2023-12-31'],
    ['2022 Jan-Nov', '2022-01-01', '2022-11-30'],
    ['2024 Oct-Nov', '2024-10-01', '2024-11-30'],
    ['Apr-May 2023', '2023-04-01', '2023-05-31'],
    ['2017 1 Jan-20 Apr', '2017-01-01', '2017-04-20'],
    ['2017 1-20 Apr', '2017-04-01', '2017-04-20'],
    ['2020 Jan-Feb', '2020-01-01', '2020-02-29'],
    ['2026-02-01', '2026-02-01', '2026-02-01'],
  ])('%s', (text, from, to) => expect(publishedPeriod(text)).toEqual({ text, from, to }));

  it.each(['', 'about 2021', 'end of 2020', '2024-2026 (date not given)', 'last 5 years'])(
    'invents no day for "%s"',
    (text) => expect(publishedPeriod(text)).toEqual({ text }),
  );
});

describe.skipIf(!hasReference)('the reference tables of Kazakhstan', () => {
  const idOf = (spelling: string) => kzGeographies.find(({ published }) => published.includes(spelling))?.id;

  it('registered crime, row by row', () => {
    const table = referenceRows('kz-registered-crime.csv');
    expect(table.length).toBe(registeredCrime.length);
    const measureOf = (text: string) => crimeMeasures.find(({ published }) => published.includes(text))?.id;
    const unitOf: Record<string, string> = {
      persons: 'people',
      'per 10 000 population': 'per 10,000 people',
    };
    for (const [i, row] of table.entries()) {
      const unit = row.unit!.replace(' (rounded)', '');
      expect(registeredCrime[i], `row ${i + 2}`).toMatchObject({
        geography: idOf(row.geography!),
        period: { text: row.period },
        measure: measureOf(row.measure!),
        value: Number(row.value),
        unit: unitOf[unit] ?? unit,
        rounded: row.unit!.includes('rounded'),
        source: row.source,
      });
    }
  });

  it('population, row by row', () => {
    const table = referenceRows('kz-population.csv');
    expect(table.length).toBe(populations.length);
    for (const [i, row] of table.entries()) {
      expect(populations[i], `row ${i + 2}`).toMatchObject({
        geography: idOf(row.geography!),
        dateText: row.date,
        value: Number(row.population),
        lowerBound: row.note === 'lower bound',
        source: row.source,
      });
      expect(populations[i]!.note ?? '').toBe(row.note === 'lower bound' ? '' : row.note);
    }
  });

  it('public confidence, row by row', () => {
    const table = referenceRows('kz-public-confidence.csv');
    expect(table.length).toBe(publicConfidence.length);
    for (const [i, row] of table.entries()) {
      const here = publicConfidence[i]!;
      expect(here, `row ${i + 2}`).toMatchObject({
        wave: { text: row.wave },
        percent: Number(row.share_percent),
        source: row.source,
      });
      expect(surveyQuestions.find(({ id }) => id === here.question)?.published).toBe(row.question);
      expect(surveyAnswers.find(({ id }) => id === here.answer)?.published).toBe(row.answer);
    }
  });

  it('published results, row by row', () => {
    const table = referenceRows('kz-published-results.csv');
    expect(
      publishedResults.map(({ study, city, period, quantity, value, source }) => ({
        study,
        city,
        period: period.text,
        quantity,
        value,
        source,
      })),
    ).toEqual(table);
  });
});
