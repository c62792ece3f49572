import { formatPercent, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleYears } from '../../make/example-years.ts';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { YearsChart } from './years-chart.tsx';

const svgOf = (...args: Parameters<typeof exampleYears>) =>
  renderSvg(<YearsChart {...exampleYears(...args)} />);

describe('YearsChart', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(lang);
    expect(wellFormed(svg)).toBe(true);
    expect(svgOf(lang)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(languages)('writes every year as counted, by chance and at equal numbers in %s', (lang) => {
    const svg = svgOf(lang);
    for (const { year, share, expectedShare, rarefied } of exampleYears(lang).years) {
      for (const shown of [share, expectedShare, rarefied.mean].map((value) => formatPercent(lang, value)))
        expect(svg).toContain(`>${shown}<`);
      expect(svg).toContain(`>${year}<`);
    }
  });

  it('names the years left out, and simulated data', () => {
    expect(svgOf('en')).toContain('Not whole and so not shown: 2024.');
    expect(svgOf('en', { leftOut: [] })).not.toContain('Not whole');
    expect(svgOf('ru', { simulated: true })).toContain('data-simulated="across"');
    expect(svgOf('ru')).not.toContain('data-simulated');
  });
});
