import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { scaleOf, stripX } from './strip-plot.ts';
import { WorldStrip, type WorldStripProps } from './world-strip.tsx';

const props: WorldStripProps = {
  lang: 'en',
  title: 'A result among published values',
  result: { label: 'Springfield', detail: '2021', share: 0.0352, low: 0.034, high: 0.0364, expected: 0.0412 },
  review: {
    label: 'A review',
    detail: 'Source',
    low: 0.032,
    high: 0.057,
    median: 0.045,
    full: [0.017, 0.11],
  },
  studies: [{ label: 'One study', detail: 'Source', low: 0.047, high: 0.061 }],
  others: [{ label: 'Another study', detail: 'Not comparable', low: 0.03, high: 0.03 }],
  simulated: false,
};
const svgOf = (change: Partial<WorldStripProps> = {}) => renderSvg(<WorldStrip {...props} {...change} />);

describe('WorldStrip', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf({ lang });
    expect(wellFormed(svg)).toBe(true);
    expect(svgOf({ lang })).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('prints every value, and marks what is not comparable', () => {
    const svg = svgOf();
    for (const shown of ['3.52%', '3.2–5.7%', '4.7–6.1%', '3%', 'Not comparable', '4.12%'])
      expect(svg).toContain(shown);
    expect(svg.match(/data-row="(\w+)"/g)).toEqual(
      ['result', 'review', 'study', 'other'].map((kind) => `data-row="${kind}"`),
    );
  });

  it('draws the band from the low to the high end of the review', () => {
    const [, x, width] = /data-band="" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(svgOf())!;
    const chance = Number(/data-chance="" d="M([\d.]+)/.exec(svgOf())![1]);
    const perShare = Number(width) / 0.025;
    expect(chance - Number(x)).toBeCloseTo((0.0412 - 0.032) * perShare, 0);
    expect(svgOf({ review: undefined })).not.toContain('data-band');
  });

  it('says that data are simulated only when they are, and stands without an interval or studies', () => {
    const bare = svgOf({
      simulated: true,
      review: undefined,
      studies: [],
      others: [],
      result: { label: 'Springfield', detail: '', share: 0.5, expected: Number.NaN },
    });
    expect(bare).toContain('data-simulated');
    expect(bare).not.toContain('data-chance');
    expect(wellFormed(bare)).toBe(true);
    expect(svgOf()).not.toContain('data-simulated');
  });

  it('fits a column of a journal', () => {
    const svg = svgOf({ widthMm: 85, lang: 'ru' });
    expect(svg).toContain('width="85mm"');
    // The longest words of the key are broken, not cut.
    expect(svg).not.toContain('все оценки, межквартильный размах, медиана');
  });
});

describe('the scale of a strip', () => {
  it('has at most eight whole steps over all values', () => {
    expect(scaleOf([0.0352, 0.11], 400)).toEqual({ step: 0.02, max: 0.12 });
    expect(scaleOf([0.08], 400)).toEqual({ step: 0.01, max: 0.08 });
    expect(scaleOf([0.97], 400).max).toBe(1);
    expect(scaleOf([Number.NaN], 400)).toEqual({ step: 0.0005, max: 0.0005 });
    expect(scaleOf([0.24], 170)).toEqual({ step: 0.1, max: expect.closeTo(0.3, 12) });
    const plot = { left: 10, width: 100, top: 0, bottom: 1, max: 0.2, step: 0.05 };
    expect([0, 0.1, 0.2].map((share) => stripX(plot, share))).toEqual([10, 60, 110]);
  });
});
