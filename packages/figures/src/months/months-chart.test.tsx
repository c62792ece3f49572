import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleSvg } from '../../make/example.ts';
import { exampleMonths, examples } from '../../make/examples/months.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { MonthsChart } from './months-chart.tsx';

const valuesOf = (svg: string, mark: string): (number | undefined)[] =>
  new RegExp(`${mark} data-per-day="([^"]*)"`)
    .exec(svg)![1]!
    .split(' ')
    .map((value) => (value === '' ? undefined : Number(value)));

describe('MonthsChart', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    for (const example of examples) {
      const svg = exampleSvg(example, lang);
      expect(wellFormed(svg)).toBe(true);
      expect(exampleSvg(example, lang)).toBe(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('draws the rates given, at heights in proportion, a month without data as a gap', () => {
    const props = exampleMonths('en', 0.25);
    const svg = renderSvg(<MonthsChart {...props} />);
    for (const { year, perDay } of props.years) {
      const drawn = valuesOf(svg, `data-year="${year}"`);
      Array.from(perDay).forEach((rate, month) => {
        if (Number.isNaN(rate)) expect(drawn[month]).toBe(undefined);
        else expect(drawn[month]).toBeCloseTo(rate, 3);
      });
    }
    const path = /data-line="mean" data-per-day="([^"]*)" d="M([^"]*)"/.exec(svg)!;
    const means = path[1]!.split(' ').map(Number);
    const heights = path[2]!.split('L').map((point) => Number(point.split(' ')[1]));
    const perUnit = (heights[0]! - heights[6]!) / (means[6]! - means[0]!);
    for (const [i, height] of heights.entries())
      expect(height).toBeCloseTo(heights[0]! - (means[i]! - means[0]!) * perUnit, 0);
  });

  it('says what was tested or that nothing was, and counts what it does not draw', () => {
    const props = exampleMonths('en', 0.25);
    const svg = renderSvg(<MonthsChart {...props} widthMm={400} />);
    expect(svg).toContain('Test: F(11, 44) = ');
    expect(svg).toContain('Not drawn: 124 without a month; 29 in months that the data do not cover whole');
    const two = renderSvg(
      <MonthsChart {...props} together={{ ...props.together, band: undefined, test: undefined }} />,
    );
    expect(two).toContain('Fewer than three whole years: described, not tested.');
    expect(two).not.toContain('data-low');
  });
});
