import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { districtFacts } from './districts.ts';

const layer = (name: string): Feature[] => {
  const path = new URL(`../../../../datasets/demo/demo-kenzhol/${name}.geojson`, import.meta.url);
  return (JSON.parse(readFileSync(fileURLToPath(path), 'utf8')) as FeatureCollection).features;
};

describe('districts of a bundle', () => {
  it('are told from the beats inside them', () => {
    const [districts, beats] = [layer('districts'), layer('beats')];
    const facts = districtFacts([...beats, ...districts]);
    const partsBy = (isPart: boolean): string[] =>
      facts.filter((one) => one.isPart === isPart).map(({ id }) => id);
    expect(partsBy(false).sort()).toEqual(districts.map(({ properties }) => properties?.name_ru).sort());
    expect(partsBy(true).sort()).toEqual(beats.map(({ properties }) => properties?.code).sort());
  });

  it('are no parts of one another, nor of the same districts drawn anew', () => {
    const districts = layer('districts');
    const anew = districts.map((one, i) => ({ ...one, properties: { name: `Unit ${i + 1}` } }));
    expect(districtFacts([...districts, ...anew]).some(({ isPart }) => isPart)).toBe(false);
  });
});
