import { describe, expect, it } from 'vitest';
import { cities, findCity } from './cities.ts';
import { demoCities } from './demo-cities.ts';

describe('cities', () => {
  it('are the twenty regional centres and cities of republican significance', () => {
    expect(cities.length).toBe(20);
    expect(new Set(cities.map(({ id }) => id)).size).toBe(20);
    for (const { id, name, region, centre } of cities) {
      expect(id).toMatch(/^[a-z-]+$/);
      for (const text of [...Object.values(name), ...Object.values(region)])
        expect(text.length).toBeGreaterThan(2);
      expect(centre[0]).toBeGreaterThan(46);
      expect(centre[0]).toBeLessThan(88);
      expect(centre[1]).toBeGreaterThan(40);
      expect(centre[1]).toBeLessThan(56);
    }
  });

  it('have a closed ring for navigation and nothing that claims to be a boundary', () => {
    for (const { approximateOutline } of cities) {
      expect(approximateOutline.purpose).toBe('navigation only');
      expect(approximateOutline.ring[0]).toEqual(approximateOutline.ring.at(-1));
      expect(approximateOutline.ring.length).toBe(13);
    }
  });

  it('are found by id, official code, and any name in any language and case', () => {
    expect(findCity('astana')?.id).toBe('astana');
    expect(findCity('1971')?.id).toBe('astana');
    expect(findCity('197123')?.id).toBe('astana');
    expect(findCity('нұр-сұлтан')?.id).toBe('astana');
    expect(findCity('Nur Sultan')?.id).toBe('astana');
    expect(findCity('193510')?.id).toBe('karaganda');
    expect(findCity('ҚАРАҒАНДЫ')?.id).toBe('karaganda');
    expect(findCity('г. Усть-Каменогорск')?.id).toBe('oskemen');
    expect(findCity('Алма-Ата')?.id).toBe('almaty');
    expect(findCity('Қонаев қаласы')?.id).toBe('konaev');
    expect(findCity(' Уральск ')?.id).toBe('oral');
  });

  it('are not found by the code of a region, by a demo city or by nothing', () => {
    for (const text of ['1935', '', 'Atlantis', 'demo-tasozen']) expect(findCity(text)).toBeUndefined();
  });

  it('have a dated population only with a source', () => {
    const dated = cities.filter(({ population }) => population);
    expect(dated.length).toBe(8);
    for (const { population } of dated) {
      expect(population!.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(population!.source.length).toBeGreaterThan(10);
    }
  });
});

describe('demo cities', () => {
  it('bear no name of a real city', () => {
    expect(demoCities.length).toBe(3);
    for (const { id, name, simulated, folder } of demoCities) {
      expect(simulated).toBe(true);
      expect(folder).toBe(`demo/${id}`);
      for (const text of [id, ...Object.values(name)]) expect(findCity(text)).toBeUndefined();
    }
  });
});
