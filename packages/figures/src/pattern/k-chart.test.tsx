import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleSvg } from '../../make/example.ts';
import { exampleK, examples } from '../../make/examples/k-function.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { KChart } from './k-chart.tsx';

const observedOf = (svg: string): number[][] =>
  [...svg.matchAll(/data-observed="([^"]*)"/g)].map(([, list]) => list!.split(' ').map(Number));

describe('KChart', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    for (const example of examples) {
      const svg = exampleSvg(example, lang);
      expect(wellFormed(svg)).toBe(true);
      expect(exampleSvg(example, lang)).toBe(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('shows K in km² as π L² and L less the distance', () => {
    const props = exampleK('en', 800);
    const [k, l] = observedOf(renderSvg(<KChart {...props} />));
    for (const at of [0, 10, 64]) {
      const value = props.l.observed[at]!;
      expect(k![at]).toBeCloseTo((Math.PI * value ** 2) / 1e6, 4);
      expect(l![at]).toBeCloseTo(value - props.r[at]!, 2);
    }
  });

  it('names null, test and what was used, and leaves out what is not so', () => {
    const svg = renderSvg(<KChart {...exampleK('en', 800)} widthMm={500} />).replaceAll('\u00a0', ' ');
    for (const words of [
      'N = 13,081 incidents. Drawn from 3,000 of 13,081 incidents',
      '412 of them share their coordinates',
      'as many points, evenly over the area inside the boundary (346 km²)',
      'p = 0.005, two-sided',
      '199 simulated patterns, seed 1',
    ])
      expect(svg).toContain(words);
    const all = renderSvg(<KChart {...exampleK('en', 0, { used: 640, incidents: 640, stacked: 0 })} />);
    expect(all).not.toContain('Drawn from');
    expect(all).not.toContain('share their coordinates');
  });

  it('breaks no line where a value is not defined', () => {
    const props = exampleK('en', 800);
    const observed = Float64Array.from(props.l.observed);
    observed[3] = Number.NaN;
    expect(renderSvg(<KChart {...props} l={{ ...props.l, observed }} />)).not.toContain('NaN');
  });
});
