import { formatPercent, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleScales } from '../../make/example-scales.ts';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { ScaleChart } from './scale-chart.tsx';

const svgOf = (...args: Parameters<typeof exampleScales>) =>
  renderSvg(<ScaleChart {...exampleScales(...args)} />);

describe('ScaleChart', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(lang);
    expect(wellFormed(svg)).toBe(true);
    expect(svgOf(lang)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(languages)('writes the mean share and the chance of every scale in %s', (lang) => {
    const svg = svgOf(lang);
    for (const { shares, expectedShare } of exampleScales(lang).scales) {
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      expect(svg).toContain(`>${formatPercent(lang, mean)}<`);
      expect(svg).toContain(`>${formatPercent(lang, expectedShare)}<`);
    }
  });

  it('has a dot for every position of the grid and none for a value that is not known', () => {
    const dots = (svg: string): number => svg.split('<circle').length - 1;
    const [first, ...rest] = exampleScales('en').scales;
    const unknown = { ...first, nestedGinis: [Number.NaN, Number.NaN, Number.NaN, Number.NaN] };
    // Four positions of the observed share, its Gini and the nested Gini; one value of each chance.
    expect(dots(svgOf('en'))).toBe(exampleScales('en').scales.length * (4 + 1 + 4 + 4 + 1));
    expect(dots(svgOf('en', { scales: [unknown, ...rest] }))).toBe(dots(svgOf('en')) - 4);
  });

  it('says that data are simulated only when they are', () => {
    expect(svgOf('ru', { simulated: true })).toContain('data-simulated="across"');
    expect(svgOf('ru')).not.toContain('data-simulated');
  });
});
