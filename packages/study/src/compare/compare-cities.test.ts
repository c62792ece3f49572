import { concentrationOver, poissonNull } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { openCity } from '../../../../test/support/open-city.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { compareCities } from './compare-cities.ts';
import { LEAST_PER_PLACE } from './compared-rows.ts';

const even = { 2019: 700, 2020: 650, 2021: 720, 2022: 500, 2023: 900 };
const options = { by: 'both', draws: 199, seed: 1 } as const;

describe('cities side by side', async () => {
  const first = await openCity(
    { seed: 5, perYear: even },
    { title: 'First', context: ['districts.geojson'] },
  );
  const second = await openCity(
    {
      seed: 6,
      perYear: { 2020: 1500, 2021: 1400, 2022: 1300, 2023: 700 },
      months: { 2023: 7 },
      busyOfThree: 0,
    },
    { title: 'Second' },
  );
  const bundles = [
    { folder: 'first', bundle: first },
    { folder: 'second', bundle: second },
  ];
  const found = compareCities(bundles, options);

  it('has a row for every year, offence and denominator, its counts those of the bundle', () => {
    const ofFirst = found.rows.filter(({ city }) => city === 0);
    // 5 years and their sum, 3 groups and their sum, all cells and those with an incident.
    expect(ofFirst).toHaveLength(6 * 4 * 2);
    const all = ofFirst.find((row) => row.offence === undefined && row.year === undefined && row.isFirst)!;
    const byHand = concentrationOver(first.n, 'area');
    expect(all.over).toEqual(byHand);
    expect(all.perKm2).toBeCloseTo(byHand.incidents / 5 / first.manifest.areaKm2!, 12);
    const years = ofFirst.filter((row) => row.offence === undefined && row.year && row.isFirst);
    expect(years.map(({ over }) => over.incidents).reduce((a, b) => a + b)).toBe(byHand.incidents);
  });

  it('thins every row that can be compared to one number of incidents per place, with one chance', () => {
    const { common, rows } = found;
    const able = rows.filter(
      ({ isFirst, isWhole, over }) => isFirst && isWhole && over.incidentsPerPlace >= LEAST_PER_PLACE,
    );
    const least = Math.min(...able.map(({ over }) => over.incidentsPerPlace));
    expect(common?.incidentsPerPlace).toBe(least);
    expect(common?.expectedShare).toBeCloseTo(poissonNull(least).shareOfPlaces(0.5), 12);
    for (const row of rows) {
      if (able.includes(row)) expect(row.rarefied?.incidentsPerPlace).toBeCloseTo(least, 2);
      else expect(row.rarefied).toBeUndefined();
    }
  });

  it('does not compare a year that the data cover in part, nor give it a rate', () => {
    const part = found.cities[1].years.find(({ year }) => year === 2023)!;
    expect(part).toMatchObject({ isWhole: false, months: 7, incidents: 700 });
    for (const row of found.rows.filter(({ city, year }) => city === 1 && year === 2023)) {
      expect(row.rarefied).toBeUndefined();
      expect(row.perKm2).toBeNaN();
    }
    expect(found.changes.find(({ city, offence }) => city === 1 && !offence)).toMatchObject({
      from: 2020,
      to: 2022,
    });
  });

  it('tells two cities apart by the same offences and years, and corrects the list', () => {
    const [all, ...groups] = found.differences;
    expect(all).toMatchObject({ years: [2020, 2021, 2022], notTested: undefined });
    expect(all.difference).toMatchObject({
      percent: 50,
      alternative: 'two-sided',
      null: 'exchangeable-places',
      draws: 199,
    });
    // The first city has two thirds of its incidents on a dozen places, the second has none.
    expect(all.difference!.difference).toBeLessThan(0);
    expect(all.difference!.q).toBeLessThanOrEqual(0.05);
    expect(groups.map(({ offence }) => offence).sort()).toEqual(['hooliganism', 'open_theft', 'theft']);
    const tested = found.differences.flatMap(({ difference }) => difference ?? []);
    for (const { p, q } of tested) expect(q).toBeGreaterThanOrEqual(p);
  });

  it('prints 2020 as a break of a series over it, and no law of another country', () => {
    for (const { breaks, from } of found.changes) {
      expect(breaks.map(({ kind }) => kind)).toEqual(from <= 2020 ? ['pandemic'] : []);
    }
  });

  it('says whether the same places hold half, and which stay if districts report differently', () => {
    const { stability } = found.reports[0];
    expect(stability?.pairs[0].sets.jaccard).toBeGreaterThan(stability!.pairs[0].sets.jaccardByChance);
    const [ofFirst, ofSecond] = found.sensitivity;
    expect(ofFirst.districts).toMatchObject({ kind: 'districts' });
    expect(ofFirst.found.districts).toBeGreaterThanOrEqual(3);
    expect(ofSecond.districts).toMatchObject({ kind: 'h3', resolution: 7 });
    const inSet = ofFirst.isInSet.reduce((sum, one) => sum + one, 0);
    expect(inSet).toBe(ofFirst.found.set);
  });

  it('gives a city the same row in whatever company it stands', () => {
    const alone = compareCities([bundles[0]], options);
    const raw = ({ rows }: typeof found) =>
      rows.filter(({ city }) => city === 0).map(({ rarefied: _, ...row }) => row);
    expect(raw(alone)).toEqual(raw(found));
    expect(alone.differences).toEqual([]);
  });

  it('by year has no groups, by category no years', () => {
    const byYear = compareCities([bundles[0]], { ...options, by: 'year' });
    expect(byYear.rows.every(({ offence }) => offence === undefined)).toBe(true);
    const byCategory = compareCities([bundles[0]], { ...options, by: 'category' });
    expect(byCategory.rows.every(({ year }) => year === undefined)).toBe(true);
  });

  it('keeps to the months asked for', () => {
    const cut = compareCities(bundles, { ...options, from: '2020-01-01', to: '2021-06-30' });
    expect(cut.cities[0].years.map(({ year, isWhole }) => [year, isWhole])).toEqual([
      [2020, true],
      [2021, false],
    ]);
    const refuse = (from?: string, to?: string) => () => compareCities(bundles, { ...options, from, to });
    expect(refuse('2020-01-02')).toThrow('compare.months');
    expect(refuse(undefined, '2020-02-28')).toThrow('compare.months');
    expect(refuse('2021-01-01', '2020-12-31')).toThrow('period.reversed');
    expect(refuse('2030-01-01')).toThrow('compare.no-incidents');
  });
});

describe('what is not compared', async () => {
  const plan = { seed: 9, perYear: { 2021: 300, 2022: 300 } };
  const plain = await openCity(plan, { title: 'Plain' });
  const other = await openCity({ ...plan, seed: 10 }, { title: 'Other' });
  const compare =
    (...bundles: OpenBundle[]) =>
    () =>
      compareCities(
        bundles.map((bundle, i) => ({ folder: `folder-${i}`, bundle })),
        options,
      );
  const changed = (bundle: OpenBundle, manifest: Partial<OpenBundle['manifest']>): OpenBundle => ({
    ...bundle,
    manifest: { ...bundle.manifest, ...manifest },
  });

  it('simulated incidents, alone or in company', () => {
    expect(compare(changed(plain, { simulated: true }))).toThrow('compare.simulated');
    expect(compare(other, changed(plain, { simulated: true }))).toThrow('compare.simulated');
  });

  it('a bundle without a boundary, the same incidents twice, accidents beside crime', () => {
    expect(compare({ ...plain, area: undefined })).toThrow('compare.boundary');
    expect(compare(plain, plain)).toThrow('compare.twice');
    expect(compare(plain, changed(other, { subject: 'road-accidents' }))).toThrow('compare.subjects');
    expect(compare(changed(other, { subject: 'road-accidents' }))().subject).toBe('road-accidents');
  });

  it('another resolution, another mask, another rule of which cells belong', async () => {
    const coarse = await openCity({ ...plan, seed: 11 }, { title: 'Coarse', resolution: 8 });
    const masked = await openCity({ ...plan, seed: 12 }, { title: 'Masked', possible: 'streets.geojson' });
    const full = await openCity({ ...plan, seed: 13 }, { title: 'Full', containment: 'overlap' });
    for (const [bundle, key] of [
      [coarse, 'resolution'],
      [masked, 'possible'],
      [full, 'containment'],
    ] as const) {
      expect(compare(plain, bundle)).toThrow('compare.unit');
      expect(compare(plain, bundle)).toThrow(`"key":"${key}"`);
    }
  });

  it('cells that differ in area by more than a quarter, other offences, other years: said, not tested', async () => {
    // H3 cells of one resolution are a third larger there.
    const far = await openCity({ ...plan, seed: 14, corner: [-123, 49] }, { title: 'Far' });
    const fraud = await openCity({ ...plan, seed: 15, categories: ['2000'] }, { title: 'Vehicles' });
    const late = await openCity({ seed: 16, perYear: { 2024: 300 } }, { title: 'Late' });
    const reason = (bundle: OpenBundle) => compare(plain, bundle)().differences[0].notTested;
    expect(reason(far)).toBe('unit-area');
    expect(reason(fraud)).toBe('offences');
    expect(reason(late)).toBe('years');
    const thin = await openCity({ seed: 17, perYear: { 2021: 40 } }, { title: 'Thin' });
    expect(reason(thin)).toBe('too-few');
  });
});
