import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleLorenz } from '../../make/example-props.ts';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { LorenzChart } from './lorenz-chart.tsx';

const svgOf = (...args: Parameters<typeof exampleLorenz>) =>
  renderSvg(<LorenzChart {...exampleLorenz(...args)} />);

describe('LorenzChart', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(lang);
    expect(wellFormed(svg)).toBe(true);
    expect(svgOf(lang)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('carries denominator, null, N and both shares', () => {
    const svg = svgOf('en');
    for (const shown of [
      '8.41%',
      '25%',
      'cells with streets',
      'N = 13,081 incidents',
      'Gini 0.72, by chance 0.41',
    ]) {
      expect(svg).toContain(shown);
    }
    expect(svg).toContain('Chance: incidents spread evenly');
  });

  it('says that data are simulated only when they are', () => {
    expect(svgOf('ru')).toContain('data-simulated="across"');
    expect(svgOf('ru', { simulated: false })).not.toContain('data-simulated');
  });
});
