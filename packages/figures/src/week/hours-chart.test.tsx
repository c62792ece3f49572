import { describe, expect, it } from 'vitest';
import { renderSvg } from '../render-svg.ts';
import { HoursChart } from './hours-chart.tsx';

describe('the bars of a day', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour === 23 ? 8 : hour % 3));
  const svg = renderSvg(<HoursChart lang="en" hours={hours} shift={{ from: 20, hours: 8 }} />);
  const heights = [...svg.matchAll(/<rect class="bar[^"]*"[^>]*height="([\d.]+)"/g)].map(([, h]) =>
    Number(h),
  );

  it('are as high as their counts, and the highest is named', () => {
    const highest = heights[23];
    expect(heights).toEqual(hours.map((n) => (n / 8) * highest));
    expect(svg).toMatch(/<text[^>]*>8<\/text>/);
  });

  it('stand out in a shift that passes midnight', () => {
    const busy = [...svg.matchAll(/<rect class="(bar[^"]*)"/g)].flatMap(([, name], hour) =>
      name === 'bar busy' ? [hour] : [],
    );
    expect(busy).toEqual([0, 1, 2, 3, 20, 21, 22, 23]);
  });

  it('draw an empty day without a height', () => {
    const empty = renderSvg(<HoursChart lang="en" hours={new Array<number>(24).fill(0)} />);
    expect(empty).not.toContain('NaN');
    expect(empty.match(/height="0"/g)).toHaveLength(24);
  });
});
