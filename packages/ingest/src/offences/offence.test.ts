import { offenceGroupOf, offences } from '@oryn/datasets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offenceOf, offenceReader } from './offence.ts';

describe('offenceOf', () => {
  it('takes the group from the code and the part from the text', () => {
    expect(offenceOf({ code: '1880', text: 'ст.188 ч.3', placeType: '021', gravity: '3' })).toEqual({
      label: 'theft',
      restricted: false,
      article: '188/3',
      gravity: '3',
      iccs: '0501',
      known: true,
      rule: 'code',
    });
  });

  it.each([
    // ICCS by part and place: theft, burglary in a dwelling, open theft with and without violence, livestock
    [{ code: '1880', text: 'ст.188 ч.3', placeType: '001' }, '0502'],
    [{ code: '1880', text: 'ст.188 ч.2', placeType: '021' }, '0502'],
    [{ code: '1880', text: 'ст.188 ч.3', placeType: '22' }, '0501'],
    [{ code: '1880', text: 'ст.188 ч.3', placeType: 'Квартира' }, '0501'],
    [{ code: '1880', text: 'ст.188 ч.3', placeType: 'үй' }, '0501'],
    [{ code: '1910', text: 'ст.191 ч.1' }, '0502'],
    [{ code: '1910', text: 'ст.191 ч.2' }, '0401'],
    [{ code: '1910', text: 'ст.191 ч.3' }, undefined],
    [{ code: '1910' }, undefined],
    [{ code: '1920' }, '0401'],
    [{ code: '1881' }, '05025'],
    [{ code: '2940' }, '0504'],
    [{ code: '3070' }, undefined],
  ])('%o is ICCS %s', (fields, iccs) => {
    expect(offenceOf(fields).iccs).toBe(iccs);
  });

  it.each([
    [{ code: '1880', text: 'ст.188 ч.1' }, '2'],
    [{ code: '1880', text: 'ст.188 ч.3' }, '3'],
    [{ code: '1880' }, undefined],
    [{ code: '1080' }, undefined],
    [{ code: '1870' }, '0'],
    [{ code: '1880', text: 'ст.188 ч.1', gravity: '3' }, '3'],
    [{ code: '1880', text: 'ст.188 ч.1', gravity: '0' }, '2'],
    [{ gravity: 'особо тяжкое' }, '4'],
    [{ gravity: 'Небольшой тяжести' }, '1'],
    [{ gravity: 'уголовный проступок' }, '0'],
    [{ gravity: 'ауырлығы орташа' }, '2'],
    [{ gravity: 'аса ауыр' }, '4'],
    [{ gravity: 'ауыр' }, '3'],
    [{ gravity: '7' }, undefined],
  ])('%o has gravity %s', (fields, gravity) => {
    expect(offenceOf(fields).gravity).toBe(gravity);
  });

  it.each([
    [{ category: '1880' }, 'theft', false, 'code'],
    [{ category: '990' }, 'murder', false, 'code'],
    [{ category: 'ст.188 ч.3' }, 'theft', false, 'article'],
    [{ category: '296-бап 1-бөлік' }, 'police-detected:drugs', false, 'article'],
    [{ category: '1200' }, 'sexual', true, 'code'],
    [{ category: 'Прочее', text: 'ст.120 ч.2' }, 'Прочее', true, 'article'],
    [{ category: 'Кража', text: 'ст.188 ч.3' }, 'Кража', false, 'article'],
    [{ category: 'Обман', text: 'ст.190 ч.3' }, 'placeless:Обман', false, 'article'],
    [{ category: 'violent' }, 'violent', false, 'own-text'],
    [{ category: 'Offence Against a Person' }, 'Offence Against a Person', false, 'own-text'],
    [{ category: '9999' }, '9999', false, 'own-text'],
    [{ category: '3500' }, '3500', false, 'own-text'],
    [{}, '', false, 'own-text'],
    [{ text: 'ст.434 КРКоАП' }, 'police-detected:administrative', false, 'administrative'],
    [{ text: 'ст. 73 КоАП РК' }, 'administrative', true, 'administrative'],
    [{ category: 'КоАП' }, 'police-detected:administrative', false, 'administrative'],
    [{ category: 'Мошенничество' }, 'placeless:Мошенничество', false, 'words'],
  ])('%o is %s', (fields, label, restricted, rule) => {
    expect(offenceOf(fields)).toMatchObject({ label, restricted, rule, known: rule !== 'own-text' });
  });

  it('gives no part of another article', () => {
    expect(offenceOf({ code: '1880', text: 'ст.191 ч.2' })).toMatchObject({ article: '188', label: 'theft' });
    expect(offenceOf({ text: 'ст.434 КРКоАП' }).article).toBeUndefined();
  });

  it('gives every code of the list the group and the layer of the catalogue', () => {
    for (const { crimeCode } of offences) {
      const { label, restricted } = offenceOf({ category: crimeCode });
      const known = offenceGroupOf(crimeCode);
      const isApart = known?.layer === 'police-detected' || known?.layer === 'placeless';
      expect(label, crimeCode).toBe(known ? `${isApart ? `${known.layer}:` : ''}${known.group}` : crimeCode);
      expect(restricted, crimeCode).toBe(known?.layer === 'restricted');
      expect(offenceOf({ code: crimeCode }).known).toBe(offenceGroupOf(crimeCode) !== undefined);
    }
  });

  it('never throws, and the cached reader says the same', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('1880', 'ст.188 ч.3', '021', '3', 'rape', '__proto__'),
    );
    const read = offenceReader();
    fc.assert(
      fc.property(
        fc.record({ category: cell, code: cell, text: cell, placeType: cell, gravity: cell }),
        (fields) => {
          expect(read(fields)).toEqual(offenceOf(fields));
          expect(read(fields)).toBe(read(fields));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('works out a million rows of few kinds by looking them up', () => {
    const read = offenceReader();
    const kinds = offences.map(({ crimeCode, article, part }) => ({
      code: crimeCode,
      text: `ст.${article} ч.${part}`,
    }));
    const first = kinds.map(read);
    for (let i = 0; i < 1_000_000; i++) {
      if (read(kinds[i % kinds.length]!) !== first[i % kinds.length]) throw new Error('not from the cache');
    }
  });
});
