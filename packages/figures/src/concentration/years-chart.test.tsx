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
      for (const shown of [share, expectedShare, rarefied.mean].map((value) =>
        // As many decimals in every year, whatever their last one is.
        formatPercent(lang, value, { decimals: 1 }),
      ))
        expect(svg).toContain(`>${shown}<`);
      expect(svg).toContain(`>${year}<`);
    }
  });

  it('keeps years on a true scale: a missing year has its place, no value, and breaks the lines', () => {
    const { years } = exampleYears('en');
    const svg = svgOf('en', { years: years.filter(({ year }) => year !== 2021) });
    expect(svg).toContain('>2021<');
    expect(svg).toContain('No incidents in the data, so the line breaks: 2021.');
    const middles = [...svg.matchAll(/x="([\d.]+)"[^>]*>(20\d\d)</g)].map(([, x]) => Number(x));
    expect(middles.length).toBe(5);
    for (let i = 2; i < 5; i++) expect(middles[i] - middles[i - 1]).toBeCloseTo(middles[1] - middles[0], 0);
    // Each of the three lines in two pieces of two years.
    const lines = [...svg.matchAll(/ d="(M[^"]*)" fill="none"/g)].map(([, d]) => d.replace(/[^ML]/g, ''));
    expect(lines.filter((shape) => shape === 'MLML').length).toBe(3);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(svgOf('en')).not.toContain('line breaks');
  });

  it('does not call a year that is not whole missing', () => {
    const { years } = exampleYears('en');
    const svg = svgOf('en', { years: years.filter(({ year }) => year !== 2021), leftOut: [2021, 2024] });
    expect(svg).not.toContain('line breaks');
    expect(svg).toContain('not compared: 2021, 2024.');
  });

  it('names the years left out, and simulated data', () => {
    expect(svgOf('en')).toContain('Not whole, so not shown and not compared: 2024.');
    expect(svgOf('en', { leftOut: [] })).not.toContain('Not whole');
    expect(svgOf('ru', { simulated: true })).toContain('data-simulated="across"');
    expect(svgOf('ru')).not.toContain('data-simulated');
  });

  it('writes the value of a dip under its dot, where no line runs', () => {
    const at = (of: ReturnType<typeof exampleYears>['years'][number]) => {
      const svg = svgOf('en');
      const label = formatPercent('en', of.expectedShare);
      const [, x, baseline] = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${label}<`)
        .exec(svg)!
        .map(Number);
      const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3" fill="#FFFFFF"/g)];
      const dot = dots.find(([, cx]) => Math.abs(Number(cx) - x! - 18) < 12)!;
      return baseline! - Number(dot[2]);
    };
    const [first, dip] = exampleYears('en').years;
    expect(at(first!)).toBe(-8);
    expect(at(dip!)).toBe(19);
  });
});
