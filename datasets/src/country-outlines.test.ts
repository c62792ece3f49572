import { describe, expect, it } from 'vitest';
import { cities } from './cities.ts';
import { countryAt, countryOutlines } from './country-outlines.ts';

const kazakhstan = countryOutlines.find(({ name }) => name?.en === 'Kazakhstan')!;

/** Square kilometres of rings on the authalic sphere, exact for edges of constant slope in an equal-area cylinder. */
function areaKm2(rings: readonly Float64Array[]): number {
  const radius = 6371.007;
  const radians = Math.PI / 180;
  let sum = 0;
  for (const ring of rings) {
    let area = 0;
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [lonA, latA, lonB, latB] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      area += (lonB - lonA) * radians * (Math.sin(latA * radians) + Math.sin(latB * radians));
    }
    sum += Math.abs((area / 2) * radius ** 2);
  }
  return sum;
}

describe('countryOutlines', () => {
  it('draws Kazakhstan: its area, its ends, its neighbour the Caspian Sea', () => {
    // 2,724,900 km² officially; the Aral Sea is not cut out.
    expect(areaKm2(kazakhstan.rings) / 2_724_900).toBeGreaterThan(0.98);
    expect(areaKm2(kazakhstan.rings) / 2_724_900).toBeLessThan(1.02);
    const ring = kazakhstan.rings[0]!;
    const lon = ring.filter((_, i) => i % 2 === 0);
    const lat = ring.filter((_, i) => i % 2 === 1);
    const ends = [Math.min(...lon), Math.max(...lon), Math.min(...lat), Math.max(...lat)];
    for (const [i, end] of [46.5, 87.3, 40.6, 55.4].entries()) {
      expect(Math.abs(ends[i]! - end)).toBeLessThan(0.3);
    }
    expect(countryAt([49.5, 45])).toBeUndefined();
  });

  it('holds every city of the catalogue', () => {
    for (const { id, centre } of cities) expect(countryAt(centre)?.id, id).toBe('398');
  });

  it('knows cities elsewhere, and none where it leaves a country out', () => {
    const at = (lon: number, lat: number) => countryAt([lon, lat])?.name?.en;
    expect(at(-84.51, 39.1)).toBe('United States');
    expect(at(-95.37, 29.76)).toBe('United States');
    expect(at(-123.05, 49.25)).toBe('Canada');
    expect(at(-75.57, 6.24)).toBe('Colombia');
    expect(at(-2.7, 53.8)).toBe('United Kingdom');
    expect(at(69.27, 41.3)).toBe('Uzbekistan');
    expect(at(74.6, 42.87)).toBe('Kyrgyzstan');
    expect(at(37.6, 55.75)).toBeUndefined();
    expect(at(82.9, 55.03)).toBeUndefined();
  });

  it('has closed rings in degrees, one country each', () => {
    expect(new Set(countryOutlines.map(({ id }) => id)).size).toBe(countryOutlines.length);
    for (const { id, rings } of countryOutlines) {
      expect(rings.length, id).toBeGreaterThan(0);
      for (const ring of rings) {
        expect(ring.length).toBeGreaterThanOrEqual(8);
        expect([ring[0], ring[1]]).toEqual([ring.at(-2), ring.at(-1)]);
        for (let i = 0; i < ring.length; i += 2) {
          expect(Math.abs(ring[i]!)).toBeLessThanOrEqual(180);
          expect(Math.abs(ring[i + 1]!)).toBeLessThanOrEqual(84);
        }
      }
    }
  });
});
