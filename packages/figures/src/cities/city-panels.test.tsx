import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleCityPanels } from '../../make/example-city-panels.ts';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { CityPanels } from './city-panels.tsx';
import { shareScale } from './share-scale.ts';

const svgOf = (...args: Parameters<typeof exampleCityPanels>): string =>
  renderSvg(<CityPanels {...exampleCityPanels(...args)} />);

/** The parts of the drawing that belong to one panel. */
function panelOf(svg: string, name: string): string {
  const from = svg.indexOf(`data-panel="${name}"`);
  const next = svg.indexOf('data-panel=', from + 1);
  return svg.slice(from, next < 0 ? undefined : next);
}

describe('CityPanels', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(lang);
    expect(wellFormed(svg)).toBe(true);
    expect(svgOf(lang)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has a panel for every city and offence, a point for every year, and says where there is nothing', () => {
    const svg = svgOf('en');
    expect(svg.match(/data-panel=/g)).toHaveLength(9);
    expect(panelOf(svg, 'First: theft').match(/data-year=/g)).toHaveLength(5);
    expect(panelOf(svg, 'Second: hooliganism')).toContain('none, or too few');
    expect(panelOf(svg, 'Second: hooliganism')).not.toContain('data-year');
  });

  it('draws every panel on one scale: equal shares stand at equal heights', () => {
    const point = { year: 2019, share: 0.1, low: Number.NaN, high: Number.NaN, chance: 0.2, isWhole: true };
    const panels = ['a', 'b', 'c'].map((name, i) => ({
      name,
      breaks: [],
      points: [point, { ...point, year: 2020, chance: 0.2 + 0.1 * i }],
    }));
    const svg = svgOf('en', { offences: [{ name: 'all', panels }] });
    const heights = ['a', 'b', 'c'].map((name) => /<circle [^>]*cy="([\d.]+)"/.exec(panelOf(svg, name))![1]);
    expect(new Set(heights).size).toBe(1);
    expect(svg).not.toContain('95% interval');
  });

  it('joins the letters of breaks of one month, and marks years that are not whole', () => {
    const panel = {
      name: 'a',
      breaks: [
        { at: 2020, letter: 'b' },
        { at: 2020, letter: 'a' },
      ],
      points: [{ year: 2020, share: 0.1, low: 0.08, high: 0.13, chance: 0.2, isWhole: false }],
    };
    const svg = svgOf('en', {
      cities: [{ name: 'One', note: '' }],
      offences: [{ name: 'all', panels: [panel] }],
    });
    expect(svg).toContain('>ab<');
    expect(svg).toContain('part of a year');
  });

  it('puts more than four cities in bands', () => {
    const cities = Array.from({ length: 5 }, (_, i) => ({ name: `City ${i}`, note: 'cells' }));
    const panels = cities.map(({ name }) => ({ name, points: [], breaks: [] }));
    const offences = [{ name: 'all', panels }];
    const heightOf = (svg: string): number => Number(/height="([\d.]+)mm"/.exec(svg)![1]);
    const one = svgOf('en', {
      cities: cities.slice(0, 4),
      offences: [{ name: 'all', panels: panels.slice(0, 4) }],
    });
    expect(heightOf(svgOf('en', { cities, offences }))).toBeGreaterThan(1.4 * heightOf(one));
  });
});

describe('the scale of shares', () => {
  it('is even from 0 where shares are alike, by ratios where they are not', () => {
    const even = shareScale([0.05, 0.12, 0.2, Number.NaN]);
    expect(even).toMatchObject({ kind: 'even', ticks: [0, 0.05, 0.1, 0.15000000000000002, 0.2] });
    expect(even.heightOf(0)).toBe(0);
    expect(even.heightOf(0.2)).toBeCloseTo(1, 12);
    const ratio = shareScale([0.012, 0.46]);
    expect(ratio).toMatchObject({ kind: 'ratio', ticks: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5] });
    expect(ratio.heightOf(0.02) - ratio.heightOf(0.01)).toBeCloseTo(
      ratio.heightOf(0.2) - ratio.heightOf(0.1),
      12,
    );
  });

  it('never has more ticks than fit, and stands without shares', () => {
    for (const smallest of [1e-4, 1e-3, 0.01]) {
      expect(shareScale([smallest, 1]).ticks.length).toBeLessThanOrEqual(6);
    }
    expect(shareScale([]).ticks.length).toBeGreaterThan(1);
  });
});
