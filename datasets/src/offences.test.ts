import { describe, expect, it } from 'vitest';
import { gravities } from './gravities.ts';
import { offenceGroupOf, offenceGroups } from './offence-groups.ts';
import { offences } from './offences.ts';

describe('offences', () => {
  it('are 135 rows, one per code, article and part', () => {
    expect(offences.length).toBe(135);
    const keys = offences.map(({ crimeCode, article, part }) => `${crimeCode} ${article} ${part}`);
    expect(new Set(keys).size).toBe(135);
  });

  it('keep bounds, gravity and source', () => {
    const theft = offences.find(({ crimeCode, part }) => crimeCode === '1880' && part === '3')!;
    expect(theft.imprisonment).toEqual({ minimum: 2, maximum: 7, life: false });
    expect(theft).toMatchObject({
      article: '188',
      hardCode: 3,
      transgression: 5,
      iccs: '0502',
      placeBased: true,
    });
    expect(theft.name).toMatchObject({ kk: 'Ұрлық', en: 'Theft (secret)' });
    expect(offences.every(({ source }) => source.length > 10)).toBe(true);
    const petty = offences.find(({ crimeCode }) => crimeCode === '1870')!;
    expect(petty.imprisonment).toEqual({ minimum: 'none', maximum: 'none', life: false });
    expect(petty.hardCode).toBe(0);
    expect(offences.find(({ crimeCode }) => crimeCode === '2870')!.imprisonment).toBeUndefined();
  });
});

describe('offenceGroupOf', () => {
  it.each([
    ['1880', 'theft', 'place'],
    ['1881', 'theft', 'place'],
    ['1910', 'open_theft', 'place'],
    ['1920', 'robbery', 'place'],
    ['2930', 'hooliganism', 'place'],
    ['990', 'murder', 'place'],
    ['1060', 'violence', 'place'],
    ['2000', 'vehicle_taking', 'place'],
    ['2940', 'property_damage', 'place'],
    ['1900', 'fraud', 'placeless'],
    ['2960', 'drugs', 'police-detected'],
    ['2870', 'weapons', 'police-detected'],
    ['3070', 'other', 'police-detected'],
    ['1200', 'sexual', 'restricted'],
    ['1240', 'sexual', 'restricted'],
    ['1050', 'other', 'restricted'],
    ['1000', 'murder', 'restricted'],
    ['1340', 'family_minors', 'restricted'],
  ])('%s is %s, %s', (code, group, layer) => {
    expect(offenceGroupOf(code)).toEqual({ group, layer });
  });

  it('does not guess', () => {
    for (const code of ['9999', '0000', '0010', '', 'theft']) expect(offenceGroupOf(code)).toBeUndefined();
  });

  it('knows every code of the list that names an article, once', () => {
    const grouped = offenceGroups.flatMap(({ crimeCodes }) => crimeCodes);
    expect(new Set(grouped).size).toBe(grouped.length);
    for (const { crimeCode } of offences) {
      if (crimeCode !== '0000' && crimeCode !== '0010')
        expect(offenceGroupOf(crimeCode), crimeCode).toBeDefined();
    }
  });

  it('has three names for every group and gravity', () => {
    for (const { name } of [...offenceGroups, ...gravities]) {
      expect(Object.keys(name).sort()).toEqual(['en', 'kk', 'ru']);
    }
    expect(gravities.map(({ hardCode }) => hardCode)).toEqual([1, 2, 3, 4]);
  });
});
