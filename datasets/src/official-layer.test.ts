import { describe, expect, it } from 'vitest';
import { cities, findCity } from './cities.ts';
import { officialCityClause, officialLayer } from './official-layer.ts';

describe('official layer', () => {
  it('never keeps numbers of cases and records, and takes street and house apart', () => {
    expect([...officialLayer.neverKept].sort()).toEqual(['globalid', 'id', 'objectid', 'tz1id', 'ud']);
    expect(officialLayer.addressFields).toEqual(['fz1r18p5', 'fz1r18p6']);
  });

  it('asks for a city by its official codes', () => {
    const clause = (name: string): string | undefined => officialCityClause(findCity(name)!);
    expect(clause('astana')).toBe("city_code='1971'");
    expect(clause('Қарағанды')).toBe("reg_code IN ('193510')");
    expect(clause('shymkent')).toBe("city_code='1979' OR reg_code IN ('195110')");
    for (const city of cities) expect(officialCityClause(city), city.id).toMatch(/^(city|reg)_code/);
  });
});
