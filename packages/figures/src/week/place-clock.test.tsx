import { describe, expect, it } from 'vitest';
import { renderPng } from '../node.ts';
import { renderSvg } from '../render-svg.ts';
import { svgRoot } from '../svg-root.ts';
import { PlaceClock } from './place-clock.tsx';

describe('the hours of a place on paper', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const week = Array.from({ length: 168 }, (_, slot) => slot % 24);

  it('states its size, so that it can become a picture, and is as wide as its letters are eight points', () => {
    for (const lang of ['kk', 'ru', 'en'] as const) {
      const svg = renderSvg(
        <PlaceClock lang={lang} hours={hours} week={week} shift={{ from: 16, hours: 8 }} title="Абай <1>" />,
      );
      const { widthMm, heightMm, title } = svgRoot(svg);
      expect(title).toBe('Абай <1>');
      // 11 of 296 pixels on this width, in points of 25.4 / 72 mm.
      expect((11 * widthMm * 72) / 296 / 25.4).toBeGreaterThanOrEqual(8);
      expect(heightMm / widthMm).toBeCloseTo(179 / 296, 3);
      expect(renderPng(svg, { dpi: 100 }).length).toBeGreaterThan(1000);
    }
  });
});
