import { describe, expect, it } from 'vitest';
import { renderSvg } from '../render-svg.ts';
import { WeekGrid } from './week-grid.tsx';

describe('the grid of a week', () => {
  const week = new Array<number>(168).fill(0);
  week[4 * 24 + 22] = 9;
  week[5 * 24 + 1] = 3;
  const svg = renderSvg(<WeekGrid lang="ru" week={week} />);

  it('has a square for every hour, darkest where most incidents are', () => {
    expect(svg.match(/<rect x/g)).toHaveLength(168);
    expect(svg).toMatch(/fill-opacity="1"><title>пятница, 22:00–23:00 · 9</);
    expect(svg).toMatch(/fill-opacity="0.433"><title>суббота, 1:00–2:00 · 3</);
    expect(svg.match(/<rect x[^>]*fill-opacity="0.07"/g)).toHaveLength(166);
  });

  it('has a scale from none to the most of one square', () => {
    expect(svg.match(/<rect class="scale"/g)).toHaveLength(5);
    expect(svg).toMatch(/>0<\/text><rect class="scale"[^>]*fill-opacity="0.07"/);
    expect(svg).toMatch(/<rect class="scale"[^>]*fill-opacity="1"><\/rect><text[^>]*>9<\/text>/);
  });

  it('says the sums of the days to those who do not see it', () => {
    expect(svg).toContain('пятница: 9, суббота: 3, воскресенье: 0');
  });
});
