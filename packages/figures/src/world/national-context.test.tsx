import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { NationalContext, type NationalContextProps } from './national-context.tsx';

const props: NationalContextProps = {
  lang: 'en',
  title: 'Registered offences',
  years: [
    { year: 2019 },
    { year: 2020, part: { value: 60, label: 'January – June' } },
    { year: 2021, total: 100 },
    { year: 2022, total: 80 },
  ],
  studyYears: [2020, 2021],
  waves: [
    { label: 'trust', points: [{ at: 2021.4, percent: 61.6, isVague: false }] },
    { label: 'safety', points: [{ at: 2022.9, percent: 57.4, isVague: true }] },
  ],
};
const svgOf = (change: Partial<NationalContextProps> = {}) =>
  renderSvg(<NationalContext {...props} {...change} />);

describe('NationalContext', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf({ lang });
    expect(wellFormed(svg)).toBe(true);
    expect(svgOf({ lang })).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows totals, parts of years and gaps as three things', () => {
    const svg = svgOf();
    expect(svg.match(/data-year="\w+"/g)).toEqual(
      ['none', 'part', 'total', 'total'].map((kind) => `data-year="${kind}"`),
    );
    for (const shown of ['not found', 'January\u00a0– June', '61.6%', '57.4%', '100'])
      expect(svg).toContain(shown);
    const heights = [...svg.matchAll(/data-year="(?:total|part)"><rect[^>]* height="([\d.]+)"/g)].map((m) =>
      Number(m[1]),
    );
    expect(heights[0]! / heights[1]!).toBeCloseTo(0.6, 6);
    expect(heights[2]! / heights[1]!).toBeCloseTo(0.8, 6);
  });

  it('marks the years of the study, where they are in the figure', () => {
    expect(svgOf()).toContain('data-study');
    expect(svgOf({ studyYears: [1999, 2001] })).not.toContain('data-study');
    expect(wellFormed(svgOf({ waves: [], widthMm: 85 }))).toBe(true);
  });
});
