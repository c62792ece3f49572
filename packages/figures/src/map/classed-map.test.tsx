import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleCounts } from '../../make/examples/counts.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { classIndex, classLimits } from './class-breaks.ts';
import { ClassedMap, type ClassedMapProps, classLabel } from './classed-map.tsx';
import { sequentialFills } from './sequential.ts';

const svgOf = (map: ClassedMapProps) => renderSvg(<ClassedMap {...map} />);

/** The texts of a figure in order. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words!);

describe('ClassedMap', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(exampleCounts(lang));
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svgOf(exampleCounts(lang))).toBe(svg);
  });

  it('states for every class its limits and how many places it holds, none left out', () => {
    const map = exampleCounts('en');
    const values = Array.from(map.places.value);
    const texts = textsOf(svgOf(map));
    let places = 0;
    for (let i = 0; i + 1 < map.limits.length; i++) {
      const expected = values.filter((value) => classIndex(value, map.limits) === i).length;
      places += expected;
      const at = texts.indexOf(classLabel('en', map.limits, i));
      expect(texts[at + 1]).toBe(expected.toLocaleString('en-US'));
    }
    const empty = values.filter((value) => value === 0).length;
    expect(texts[texts.indexOf('no incident') + 1]).toBe(empty.toLocaleString('en-US'));
    expect(places + empty).toBe(values.length);
    expect(texts).toContain('N = 2,934 incidents');
  });

  it('draws one shape per class that holds a place, in the fills of the legend', () => {
    const svg = svgOf(exampleCounts('en'));
    for (const fill of sequentialFills(5)) expect(svg.split(`fill="${fill}"`)).toHaveLength(3);
  });

  it('says so where there is no incident, one place, or a place that is not known', () => {
    const { places } = exampleCounts('en');
    const one = (value: number) => {
      const values = new Float64Array(places.count);
      values[700] = value;
      return { ...places, value: values };
    };
    const none = svgOf(exampleCounts('en', { places: one(0), total: 0 }));
    expect(none).toContain('No incident lies on this map.');
    expect(wellFormed(none)).toBe(true);
    const single = textsOf(svgOf(exampleCounts('en', { places: one(4), total: 4 })));
    expect(single[single.indexOf('4') + 1]).toBe('1');
    const unknown = textsOf(svgOf(exampleCounts('en', { places: one(Number.NaN), total: 0 })));
    expect(unknown[unknown.indexOf('not known') + 1]).toBe('1');
  });

  it('keeps a class of the own limits that no place is in', () => {
    const map = exampleCounts('ru', {}, { method: 'own', limits: [1, 5, 10, 50] });
    const texts = textsOf(svgOf(map));
    expect(texts[texts.indexOf('51 и больше') + 1]).toBe('0');
    expect(texts).toContain('2–5');
  });
});

describe('classLabel', () => {
  it('leaves no whole number between two classes and shares the limits of measures', () => {
    const limits = classLimits([1, 2, 3, 1200, 1500], { method: 'own', limits: [2, 1400] });
    expect([0, 1, 2].map((i) => classLabel('en', limits, i))).toEqual(['1–2', '3–1,400', '1,401 and more']);
    expect(classLabel('ru', [0.5, 1.25, 2], 0, false)).toBe('0,50–1,25');
    expect(classLabel('en', [1, 5, 5], 1)).toBe('5');
  });
});
